"""The facts of the record, from what a page states, by a stated precedence.

For each fact the first source that states it wins: the site profile's selectors, badges and labelled rows in page
order from the title on, JSON-LD, OpenGraph, other meta tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from cleaners.document import Metadata
from cleaners.facts.access_notices import is_access_notice
from cleaners.facts.authors import author_of, may_be_author
from cleaners.facts.breadcrumb import HOMES, STEP, STEPS, read_path, without_label
from cleaners.facts.finding import Finding, has_label
from cleaners.facts.labels import bare_label
from cleaners.facts.names import HELD
from cleaners.facts.structured import states_keywords, structured_author, structured_facts, structured_path
from cleaners.lazily import lazily
from cleaners.markup.head import Head
from cleaners.rules.phrases import key_of
from cleaners.rules.site_words import is_site_name, owns_site
from cleaners.rules.vocabulary import site_share
from cleaners.values import COUNT, TYPES, UNIT, read_count, read_date, read_size

_WORD = lazily(r"\w")
_LIST = re.compile(r"[,，;；、|｜]+")
_SPACE = re.compile(r"\s+")
_SPACE_BETWEEN_HAN = lazily(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])|\s+(?=[#＃])")
_MARKUP = lazily(r"<[a-z!/]")
_FIELD = lazily(r"原?([^\s:\uff1a]{2,6})[:\uff1a]")
_STEP = 30  # characters of a category that no path leads to
_LONGEST_TAG = 20  # characters
_WORDS_OF_TITLE = 6  # keywords that can be all of it
_CUT = 0.75  # of it that they are then
_FIRST = 2  # words of a list
_DOMAIN = lazily(r"\w\.(?:com|net|org|cn)\b")
_PHRASE = 7  # characters of a part of a title that is no keyword
_TYPE = lazily(TYPES)
_ARCHIVES = frozenset(("rar", "zip"))
_PROGRAMS = frozenset(("word", "excel", "powerpoint"))  # say less than the ending of a file beside them
_FILE_ENDING = re.compile(rf"\.({TYPES})(?=$|[\s_-])", re.IGNORECASE)
_TYPE_NAMED = lazily(r"(?i)\s*(pdf|pptx?|docx?|xlsx?|epub)(\s+(?:free\s+)?download|(?:免费)?下[载載])?\s*")
_ENDS_IN_TYPE = lazily(rf"(?i)[.．](?:{TYPES})$")
_UPDATED = lazily(r"(?i)\b(?:updated?|modified|edited|reviewed|revised)\b|更新|修改|修[订訂]|[编編][辑輯][于於]")
_JOINED = lazily(r"(?:注[册冊]|註冊|登[录錄]|加入|在[线線])(?:于|於|日期|[时時][间間])")
_HONOURED = lazily("推[荐薦]文章[于於]")  # 最新推荐文章于 … 发布
_PUT_UP = lazily(r"(?i)\b(?:published|posted|created)\b|[发發][布佈表]|上[传傳]|投稿|[创創]建")
_PUT_UP_ON = lazily(
    r"(?:[发發][布佈表]|上[传傳])(?:[于於]|日期|[时時][间間])?\s?[:：]?\s?((?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?)"
)
_ATTACHED = lazily(r"(?i)\.[a-z]{2,4}\s?[(（]\s?[\d.,]+\s?[KMG]?B\s?[)）]")  # T.odt(23 KB)
_ISSUED = lazily(r"^(?:成文|印[发發]|[签簽][发發]|制[发發]|[发發]文)(?:日期|[时時][间間])[^发發]*$")
_IN_POINTS = lazily("[币幣豆券分点點]")
_OFFER = lazily(r"免[费費](?:下[载載]|[阅閱][读讀]|[预預][览覽]|[畅暢][读讀])")
_FREE = lazily(rf"(?i)(?:[¥￥$]?0(?:\.0+)?(?:{UNIT}|点)?|免费(?:下载|阅读|浏览|获取|领取)?|free)(?:\(.*)?$")
_PRICED = lazily(
    rf"(?i)(?:[^\W\d_]{{2,8}}\s?[:：]\s?|[^\W\d_]{{2,8}}\s+)?"
    rf"(?P<price>(?:(?:us|hk|nt|rmb)?[¥￥$]|rmb|人民币)\s?(?:{COUNT})元?|(?:{COUNT})\s?{UNIT})(?:\s+[^\W\d_]{{2,8}})?"
)
_PAGES_NAMED = lazily(r"(?i)[(（]共?(\d{1,4})\s?(?:[页頁]|pages?|pp?\.?)(?:珍藏版)?[)）]")
_MOSTLY = 0.6  # share of a site's words in a word that is the site's
_POINTS = lazily(r"(?:^|(?<=[\sBb页頁]))[积積]分\s?[:：]\s?\d{1,5}$")
_OF_FILE = lazily(r"(?:[页頁][数數]|大小|格式|上[传傳][时時][间間])\s?[:：]\s?[\dA-Za-z]")
_LONGEST_ROW = 200  # characters
_NEAR = 4  # lines above
_PAIR = 2  # lines
_NUMBER = lazily(r"\d+")
_DEAR = 200  # points of a file, at the most
_MEMBER = lazily(
    r"[会會][员員]|等[级級]|粉[丝絲]|[关關]注|[获獲][赞讚]|[贡貢][献獻]|文[档檔]\s?[:：]?\s?\d|精[华華]|主[题題]|帖子|威望"
)
_CITES = frozenset("^↑")  # what a source begins with that leads back to the text
_TITLE_PARTS = lazily(r"[_|｜–—-]")
_NOTHING = lazily(r"[^\d.]*0(?:\.0+)?[^\d.]*")  # a price of nothing, whatever it is called


def gather(
    found: Sequence[Finding],
    head: Head,
    stated: Mapping[str, str],
    *,
    title: str | None,
    raw_title: str | None,
    not_after: str | None,
    far: Sequence[Finding] = (),
    around: Sequence[str] = (),
    document: Sequence[str] = (),
) -> Metadata:
    """Return the facts of a page.

    Args:
        found: findings with facts, the most trusted first.
        head: what the page's head states; an empty one for a dump.
        stated: facts by the profile's selectors, as text.
        title: the title of the record.
        raw_title: the title with its file ending, which states the document's type.
        not_after: ISO 8601 date after which the page cannot state anything.
        far: findings far from title and text, which state what neither the others nor the head do.
        around: the lines that are not the document's.
        document: those that are: keywords of which it has none are the site's.
    """
    texts = {fact: value for fact, value in stated.items() if fact != "published" or read_date(value, not_after)}
    shown: dict[str, str] = {}
    access = None
    found, far = _without_attachments(found), _without_attachments(far)
    far = [one for one in far if one.line.text[:1] not in _CITES]
    badges, notices = _parted(found)
    declared = structured_facts(head, not_after)
    if "tags" in declared and not states_keywords(head) and declared["tags"] == head.metas.get("keywords"):
        words = _keywords(declared["tags"], head.title or "", title or "", around)
        whole = "\n".join([title or "", *document]).lower()
        if not _cut_from(title or "", words) and any(word.strip().lower() in whole for word in words if word.strip()):
            declared["tags"] = ",".join([*words, ""])
        else:
            del declared["tags"]
    put_up = any("published" in one.facts and _PUT_UP.search(one.line.text) for one in badges)
    for finding in badges:
        if "published" in finding.facts:
            finding = _dated(finding, put_up=put_up, known=put_up or "published" in declared)
        said = _take(finding, texts, shown, not_after)
        access = access or said
    if "author" in declared and not may_be_author(declared["author"]):
        del declared["author"]
    for fact in ("published", "author"):
        if fact in declared:
            texts.setdefault(fact, declared[fact])
    if "author" not in texts and (author := structured_author(head, raw_title)) and may_be_author(author):
        texts["author"] = author
    badges, more = _parted(far)
    for finding in badges:
        said = _take(finding, texts, shown, not_after)
        access = access or said
    if access is None and "access_text" not in texts and (notices := notices + more):
        access = _take(notices[0], texts, shown, not_after)
    paths = [path for one in (*found, *far) if STEPS.search(path := one.facts.get("category", "").replace(HELD, " "))]
    said_path = texts.get("category")
    if "category" not in stated and said_path in paths:
        site = key_of(raw_title or "").replace(key_of(title or ""), "")
        paths.sort(key=lambda path: not _is_from_home(path, site))
        said_path = paths[0]
    stated_type = _archive(found) or texts.get("doc_type")
    if price := texts.get("access_text"):  # in points, it overrules a button
        said = read_access(price)
        if access is None or (said == "paid" and _IN_POINTS.search(price) and _OFFER.fullmatch(shown["access"])):
            access, shown["access"] = said, _price_alone(price)
    if access is None and "access_text" not in texts and (points := _points_of_file(around)):
        access, shown["access"] = read_access(points) or "free", points
    texts = declared | texts
    return Metadata(
        title=title,
        author=author_of(author, title) if (author := texts.get("author")) else None,
        published=read_date(texts.get("published", ""), not_after),
        doc_type=_doc_type(stated_type, raw_title, declared.get("doc_type")) or _type_named(head.title or ""),
        page_count=_whole(read_count(texts.get("page_count", ""))) or _pages_named(raw_title, title),
        file_size=_whole(read_size(texts.get("file_size", ""))),
        views=read_count(texts.get("views", "")),
        downloads=read_count(texts.get("downloads", "")),
        views_text=shown.get("views"),
        access_text=shown.get("access"),
        access=access or declared.get("access"),
        category=_category(said_path, paths, title, raw_title, around) or structured_path(head, title),
        tags=_tags(texts.get("tags"), title),
        summary=texts.get("summary"),
    )


def _keywords(stated: str, named: str, title: str, around: Sequence[str]) -> list[str]:
    """Return the keywords of a page's head without the title and the name of its site.

    Args:
        stated: the keywords.
        named: the title as the head has it, with the site's name at its end.
        title: the title alone, whose comma parts no keywords.
        around: the lines that are not the document's, where a site says that it is of this name.
    """
    words = _LIST.split(stated.replace(title, "") if "，" in title else stated)
    parts = [part for part in _TITLE_PARTS.split(named) if not _DOMAIN.search(part)]
    name = key_of(parts[-1]).partition("(")[0] if parts else ""
    is_site = is_site_name(name) or (len(parts) > 1 and owns_site(name, around))
    return [word for word in words if word.strip() and not (is_site and key_of(word) == name)]


def _cut_from(title: str, words: Sequence[str]) -> bool:
    """Tell whether keywords are the title cut into its words, as a machine does: 大牛,股东,突然,放量,跌停."""
    bare = [word.strip() for word in words if word.strip()]
    if len(bare) < _WORDS_OF_TITLE or _CUT * len(title) > sum(map(len, bare)):
        return False
    at = 0
    for word in bare:
        if (at := title.find(word, at)) < 0:
            return False
        at += len(word)
    return True


def _points_of_file(around: Sequence[str]) -> str | None:
    """Return what a file costs in points, where these stand by themselves among its facts; a member has points, too.

    Args:
        around: the lines that are not the document's.
    """
    for at, text in enumerate(around):
        points = _POINTS.search(text) if text[-1:].isdecimal() and len(text) <= _LONGEST_ROW else None
        near = around[max(0, at - _NEAR) : at + 1]
        beside = "".join(around[max(0, at - _PAIR) : at + _PAIR + 1])[:_LONGEST_ROW]
        if points and (_MEMBER.search(beside) or int(_NUMBER.findall(text)[-1]) > _DEAR):
            continue  # a member's
        if points and sum(len(_OF_FILE.findall(one)) for one in near if len(one) <= _LONGEST_ROW) > 1:
            return points[0].strip()
    return None


def _archive(found: Sequence[Finding]) -> str | None:
    """Return the kind of the archive that a label says the file comes in, whatever the name of what is in it."""
    labelled = (one.facts.get("doc_type", "") for one in found if has_label(one.rule))
    return next((kind for kind in labelled if kind.lower() in _ARCHIVES), None)


def _pages_named(raw_title: str | None, title: str | None) -> int | None:
    """Return the number of pages that a site puts behind the title: ``T（12页）``."""
    behind = (raw_title or "").partition(title or "\0")[2]
    named = _PAGES_NAMED.match(behind.lstrip()) if behind else None
    return int(named[1]) or None if named else None


def _dated(finding: Finding, *, put_up: bool, known: bool) -> Finding:
    """Return a finding with the day on which the document was put up; without one where it states another day."""
    text = finding.line.text
    if (put_up and _ISSUED.search(text)) or _is_of_other_day(text, known=known):
        return finding._replace(facts={k: v for k, v in finding.facts.items() if k != "published"})
    day = _PUT_UP_ON.search(text) if _UPDATED.search(text) else None
    return finding._replace(facts={**finding.facts, "published": day[1]}) if day else finding


def _is_of_other_day(text: str, *, known: bool) -> bool:
    """Tell whether a date is said to be of a change, where the other is ``known``, or of an account or an honour."""
    if _HONOURED.search(text):
        return True
    if _PUT_UP.search(text):
        return False
    return (known and _UPDATED.search(text) is not None) or _JOINED.search(text) is not None


def _without_attachments(found: Sequence[Finding]) -> Sequence[Finding]:
    """Return findings without those of files attached to a page, where it lists several with a size each."""
    attached = {one.line.number for one in found if "file_size" in one.facts and _ATTACHED.search(one.line.text)}
    return [one for one in found if one.line.number not in attached] if len(attached) > 1 else found


def _parted(found: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Part badges from notices on access, which count where no badge says it."""
    parts: tuple[list[Finding], list[Finding]] = [], []
    for one in found:
        parts[is_access_notice(one)].append(one)
    return parts


def _take(finding: Finding, texts: dict[str, str], shown: dict[str, str], not_after: str | None) -> str | None:
    """Put what a finding states into ``texts`` and its badges into ``shown``; return what it says of access."""
    for fact, value in finding.facts.items():
        if _may_be(fact, value, not_after):
            texts.setdefault(fact, value.replace(HELD, " "))
    if "views" in finding.facts:
        shown.setdefault("views", _badge(finding, "views"))
    if finding.rule.access:
        badge = _price_alone(finding.facts.get("access_text") or finding.line.text)
        shown.setdefault("access", badge)
        if finding.rule.access == "paid" and _NOTHING.fullmatch(badge):
            return "free"
    return finding.rule.access


def _may_be(fact: str, value: str, not_after: str | None) -> bool:
    """Tell whether a value can be what it was found as: a date that is one, an author that is no word of the site."""
    if fact == "published":
        return read_date(value, not_after) is not None
    return fact != "author" or may_be_author(value)


def read_access(price: str) -> str | None:
    """Tell free from paid and vip by a price or badge as shown."""
    if _FREE.match(key_of(price)):
        return "free"
    if re.search(r"vip|会员|members? only|subscribers? only|premium", price, re.IGNORECASE):
        return "vip"
    return "paid" if read_count(price) else None


def _price_alone(badge: str) -> str:
    """Return a price without the label or the button beside it; a bare number says nothing without them."""
    badge = badge.strip()
    priced = _PRICED.fullmatch(badge)
    return priced["price"] if priced else badge


def _badge(finding: Finding, fact: str) -> str:
    """Return a badge as shown: the line where it is nothing else, the value where a label stood before it."""
    if badge := finding.facts.get(f"{fact}_text"):
        return badge
    alone = len(finding.facts) == 1 and not finding.rule.name.startswith("labelled")
    return finding.line.text.strip() if alone else finding.facts[fact]


def _whole(value: int | None) -> int | None:
    return value or None


def _doc_type(stated: str | None, raw_title: str | None, declared: str | None) -> str | None:
    types: list[str] = _TYPE.findall(stated.lower()) if stated else []
    if types and declared and _PROGRAMS.issuperset(types):
        types += _TYPE.findall(declared.lower())
    if types:
        return next((name for name in types if name not in _PROGRAMS), types[0])
    if raw_title and (ending := _FILE_ENDING.search(raw_title)):
        return ending[1].lower()
    return found[0] if declared and (found := _TYPE.search(declared.lower())) else None


def _type_named(title: str) -> str | None:
    """Return the type that a page's title names behind the document's: ``T | PDF | Tides``, ``T - ppt download``."""
    first, *rest = _TITLE_PARTS.split(title)
    named = next((found for part in rest if (found := _TYPE_NAMED.fullmatch(part))), None)
    told = named is not None and (named[2] is not None or f"| {named[1]} |" in f"{title} |")
    return named[1].lower() if named and told and named[1].lower() not in first.lower() else None


def _category(
    stated: str | None, paths: Iterable[str], title: str | None, raw_title: str | None, around: Sequence[str]
) -> tuple[str, ...] | None:
    """Return the path that was found first; a word behind a label where no path is, since it says less."""
    for whole in (stated, *paths):
        if whole and (path := read_path(whole, title, raw_title, around)):
            return path
    home, _, rest = (stated or "").strip().partition(" ")
    if key_of(home) in HOMES and rest and not STEP.search(stated or ""):
        steps = rest.split()
        return tuple(steps) if all(site_share(step) < _MOSTLY for step in steps) else None
    alone = stated and len(stated) <= _STEP and not STEPS.search(stated) and key_of(stated) not in HOMES
    return (stated.strip(),) if stated and alone else None


def _is_from_home(path: str, site: str) -> bool:
    """Tell whether a path begins at the site's home; items of a menu with an arrow each do not.

    Args:
        path: as shown.
        site: key of what the page's title has beside the document's.
    """
    first = key_of(STEP.split(without_label(path))[0])
    return first in HOMES or first.startswith("首页") or first.endswith("首页") or (len(first) > 1 and first in site)


def _tags(stated: str | None, title: str | None) -> tuple[str, ...] | None:
    """Split keywords; those that only repeat the title say nothing of their own."""
    if not stated or _MARKUP.match(stated):
        return None
    title_key = key_of(title) if title else ""
    listed = _LIST.split(stated)
    gap = _SPACE if len(listed) == 1 else _SPACE_BETWEEN_HAN  # a comma leaves the names of several words whole
    words_of = [word for part in listed for word in gap.split(" ".join(part.split()))]
    if any(map(_is_labelled, words_of[:_FIRST])):
        return None  # what stands behind an empty label
    parts = (word.strip("#＃") if word[:1] in "#＃" else word for word in words_of)  # #合同#, but C#
    words = dict.fromkeys(
        part for part in parts if _WORD.search(part) and key_of(_ENDS_IN_TYPE.sub("", part)) != title_key
    )
    if len(words) == 1 and len("".join(words)) > _LONGEST_TAG and not "".join(words).isascii():
        return None  # several that a copy has run together
    if title_key and max(map(len, words), default=0) >= _PHRASE and _letters("".join(words)) == _letters(title_key):
        return None
    return tuple(words) or None


def _is_labelled(word: str) -> bool:
    """Tell whether a word is another fact with its label: 来源:晚报."""
    field = _FIELD.match(word)
    label = bare_label(field[1]) if field else None
    return label is not None and label.fact != "tags"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, key_of(text)))
