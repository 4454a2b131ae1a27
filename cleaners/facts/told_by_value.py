"""Facts at the top of a text dump whose labels no rule knows, told by their values and the signs of their labels.

``翻看 1204 · 入藏 2019-03-22 · 共5页``: a number beside a word with 看 in it counts readers, one beside a word with 下
takers; a date, a size or a number of pages says by itself what it is. One such fact alone says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from cleaners.facts.access_at_top import access_at_top
from cleaners.facts.labels import TYPED, bare_label, fits
from cleaners.facts.names import IN_CAPITALS
from cleaners.facts.surnames import SURNAMES
from cleaners.lazily import lazily
from cleaners.rules.phrases import key_of
from cleaners.rules.rulebook import rulebook
from cleaners.rules.site_words import ends_with_work
from cleaners.rules.vocabulary import site_share
from cleaners.values import COUNT, LABELLED_DATE, PRICE, SIZE, TYPES, WHOLE

_LONGEST: Final = 100  # characters of a row
_KINDS: Final = 2  # facts of different kinds that make a row
_STRANGERS: Final = 3  # words in it that say nothing
_LONGEST_WORD: Final = 12
_LONGEST_LABEL: Final = 6
_OF_SITES: Final = 0.4  # share of a site's words in what is no name
_SENTENCE: Final = lazily(r"[。！？；!?;]|[，,]\D{12}")
_SEPARATOR: Final = lazily(
    r"\s*(?:[·•|｜、;\[\]【】()（）\t]|[,，](?!\d{3}(?!\d)|\u2060)|(?<!\d)[/／]|[/／](?!\d))\s*|\s+"
)
_DATE_SPACE: Final = lazily(
    r"(?<=\d)\s+(?=\d{1,2}:\d\d)|(?<=[A-Za-z]) (?=\d{1,2}(?:st|nd|rd|th)?, (?:19|20)\d\d)"
    r"|(?<=\d,) (?=(?:19|20)\d\d)|(?<=\d[a-z]{2},) (?=(?:19|20)\d\d)"
)
_UNIT_SPACE: Final = lazily(
    r"(?<=于) +(?=\d)"
    r"|(?<=[\d+]) +(?=[次人位条條页頁张張]|P\b|[KMGkmg]i?[Bb]\b|(?i:views|reads|pages|downloads|words)\b)"
    r"|(?<=[¥￥]) +(?=\d)"
)
_GLUED: Final = lazily(  # elements of a row that a copy has run together: VIP5页27KBWORD, 青山2022-10-08上传
    r"(?<=[^\W\d_])(?=(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})|(?<=\d[-/.]\d\d)(?=[^\W\d_])"
    r"|(?<=\d[页頁张張])(?=[A-Z\d])|(?<=\d[KMG]B)(?=[^\W_])|(?<=[a-zA-Z])(?=\d+[页頁])"
    r"|(?<=[看览读载过])(?=\d+[人次])|(?<=[A-Z]{3})(?=可)|(?<=\d[KMG])(?=[\u4e00-\u9fff])"
    r"|(?<=\d)(?=[\u4e00-\u9fff]{2}\d|VIP|免[费費])|(?<=[文档][档件章])(?=\d+[页頁])"
)
_BARS: Final = lazily(r"\s*[·•|｜]\s*")
_BYLINE: Final = lazily(r"[Bb]y ([A-Z][\w.'’ -]{1,40})")
_DOER: Final = lazily(
    r"作者$|[老教讲講][师師]$|[博馆館店號号圈群]主$|^[^\W\d_]{2}[者人員员]$|^\w[友丁]$|用[户戶]$|^\w{0,2}[会會][员員]$"
)
_OF_DOCUMENTS: Final = lazily(
    r"[联聯负負责責收申当當招投承担擔法委受被证證保患候主记記监監见見乙甲审審经經患读讀消病死伤傷老年工军軍客战戰校亲親好]..?$"
)
_VALUES: Final = {
    "published": lazily(rf"(?:{LABELLED_DATE})"),
    "file_size": lazily(rf"(?:{SIZE})"),
    "page_count": lazily(rf"[共全约]?{WHOLE}(?:页|张|pp?\.?|pages?|slides|页面|张幻灯片|页ppt)"),
    "doc_type": lazily(rf"\.?(?:{TYPES})(?:版|格式|文档|文件)?"),
    "access_text": lazily(PRICE),
}
_COUNTED: Final = lazily(
    rf"(?P<n>{COUNT})[次人位个]{{0,2}}(?:已|在|点了|读者)?(?P<word>[a-z\u4e00-\u9fff]{{1,5}}?)[过了量者]?"
)
_BARE_NUMBER: Final = lazily(r"\d{1,6}|\d\.\d")
_BARE: Final = lazily(rf"(?!\d+\.\d{{1,2}}$)(?:{COUNT})(?:次|人|人次|位)?")  # nobody counts in decimals
_LABELLED: Final = lazily(r"(?P<label>[a-z\u4e00-\u9fff]{1,6}?)[:.]?(?P<value>(?:[共约¥￥]|\d).*)")
_PUT_BY: Final = (
    r"(?!我|请|点|立即|免费|原创|网友|用户|会员|已|由|于|未|可)"
    r"([^\W\d_]{2,10}?)(?:上[传傳载載]|分享|[发發][布佈表]|提供|投稿|[贡貢][献獻])[于於]?"
)
_PUT: Final = lazily(_PUT_BY)
_PUT_ON: Final = lazily(rf"{_PUT_BY}((?:19|20)\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?)")
_GAPS: Final = lazily(r"\s{2,}|\s*[|｜·•]\s*")
_PAIR: Final = lazily(r"[^\W\d_][^:：]{1,15}[:：]\s?[^:：。]{1,30}")
_PUTS: Final = frozenset(("提供", "分享", "上传", "上傳", "投稿", "贡献", "貢獻", "整理", "发布", "發佈"))
_FILE: Final = lazily(rf"\w\.({TYPES})$")
_READS: Final = lazily("[阅读看览翻瞧访]|学习|影响|点击|打开|围观|人气|热度|^views?$|^reads?$|^visits?$")
_TAKES: Final = lazily("(?<!折)下(?!午)|[取领购]|转存|销量|已售|downloads?$")
_POINT_LABEL: Final = lazily("(?:下[载載]|所需|需要)?(?:[积積]分|金[币幣]|[点點][数數券]|文[币幣])")
_TITLED: Final = lazily(r"(?:[^\s:：]{2,6}[:：])?([^\s\[(（【].{5,60}?)\s*[\[(（【][^\[\]()（）【】]+[\])）】]$")
_WHO: Final = lazily("^(?:研究|出品)?机构$|投稿|供稿|[上分][传享].{0,2}[者人师員员]|老师$|教师$|博主$|楼主$|主讲|UP主")
_PROVINCES: Final = frozenset(
    ("江苏", "江西", "安徽", "云南", "宁夏", "江蘇", "雲南", "寧夏")
)  # that begin with surnames
_FULL_NAME: Final = lazily("[\u4e00-\u9fff]{2,3}")
_NAME: Final = lazily(r"[^\W\d_]{2,8}|[A-Za-z][\w.-]{2,15}")
_POINTS: Final = lazily(r"\d{1,4}[点點分枚个]?")
_PRICES: Final = lazily("[售价費费需花付幣币券积積]|[点點](?![赞讚贊击擊评評])")
_OF_MEMBERS: Final = lazily("登[录錄陆]|注[册冊]|[访訪][问問]|[来來]访")
_OWN_DATES: Final = lazily("成文|印发|签发|制定|生|卒|截止|实施|施行|成立|考试|会议|收稿|开[始幕]|出版|期限|有效")
_OFFICE: Final = lazily("(?:[院部委会會局署厅廳府庭社室]|第\\d+[号號])$")
_ACT: Final = lazily(
    "提[问問出]|[发發][布佈表帖]|上[传傳载載]|分享|投稿|[创創]建|更新|[转轉][载載]|回[答复復]|[编編][辑輯]"
)
_MEASURED: Final = lazily(  # of what a site counts: 题量:6道, 927字
    r"[\u4e00-\u9fff]{2}:\d+(?:\.\d+)?[\u4e00-\u9fff%]?|\d{2,5}(?:字|words)"
)
_GRADE: Final = lazily("(?:[小初高大][学中一二三]?)?[一二三四五六七八九]?年[级級]|[小初高大][学中一二三]")
_HOUR: Final = lazily(r"[上下中]午\s?\d{1,2}\s?[时時点點]")  # of what the document tells of
_PAGE: Final = lazily(r"第\s?\d{1,4}\s?[页頁张張]")
_PLACE: Final = lazily(r"第\d|\d楼")


class ByValue(NamedTuple):
    """Facts of a line by name, as shown, how many of its words say something, and the word right before a date."""

    facts: dict[str, str]
    told: int
    name: str


def by_value(label: str, value: str) -> Mapping[str, str] | None:
    """Return what a value states behind a label that no rule knows; nothing of counters of other things."""
    key = key_of(value)
    for fact, pattern in _VALUES.items():
        if pattern.fullmatch(key):
            if fact == "published" and _OF_MEMBERS.search(label):
                return {}
            if fact == "page_count" and label.endswith("前"):
                return {}  # how many are shown: 预览前12页
            other = (fact == "published" and _OWN_DATES.search(label)) or (
                fact == "access_text" and not _PRICES.search(label)
            )
            return None if other else {fact: value}
    if label.startswith("影响因子"):
        return {}  # of a journal
    if _WHO.search(label) and _NAME.fullmatch(value):
        return {"author": value}
    if _PRICES.search(label) and _POINTS.fullmatch(key) and not _READS.search(label):
        return {"access_text": f"{label}:{value}"}
    if _BARE.fullmatch(key) and not _PLACE.search(label):
        if _READS.search(label):
            return {"views": key}
        return {"downloads": key} if _TAKES.search(label) else {} if site_share(label) >= _OF_SITES else None
    return None


def row_by_values(text: str) -> ByValue | None:
    """Read a row of facts, two kinds of them at least; ``None`` where too much else stands there."""
    if len(text) > _LONGEST or _SENTENCE.search(text) or not any(char.isdigit() for char in text):
        return None
    if _PAGE.match(text) or _HOUR.search(text):
        return None  # 第 1 頁，共 8 頁; 時間：5月18日下午2時
    if pairs := _pairs_in(text):
        return ByValue(pairs, len(pairs), "")
    text = _GLUED.sub(" ", text)
    facts: dict[str, str] = {}
    told = strangers = numbers = 0
    titled = _TITLED.match(text)
    if titled and (
        titled[1][-1] in ":：" or _alone(titled[1]) or read_labelled(titled[0].partition("(")[0].partition("（")[0])
    ):
        titled = None  # 档案:docx(97KB)
    title = titled[1] if titled else ""
    name = before = ""
    for word, stated in _entries(text):
        if stated is None:
            if _BARE_NUMBER.fullmatch(word):
                numbers += 1  # marks of readers and counts without a word
                continue
            if len(word) > _LONGEST_WORD * (1 + word.isascii()) and word != title:
                return None
            strangers += 1
            before = before if before and _ACT.fullmatch(word) else word
            continue
        told += 1
        if before and facts.keys() <= {"access_text"} and ("published" in stated or told == strangers == 1):
            name = "" if ":" in before or "：" in before else before
        for fact, value in stated.items():
            facts.setdefault(fact, value)
        before = ""
    if told < _KINDS or not facts or strangers > min(_STRANGERS, told) or numbers > told or _is_enacted(facts):
        return None
    if titled and not any(sign.isspace() for sign in title):
        facts["title"] = title
        return ByValue(facts, told, "")
    if "author" not in facts and "published" in facts and before and not name and is_someone(before):
        facts["author"] = before  # the last word of the row
    return ByValue(facts, told, name if site_share(name) < _OF_SITES and not ends_with_work(key_of(name)) else "")


def is_someone(word: str) -> bool:
    """Tell whether a word is a surname and a name, and no province nor word of a site."""
    named = word[0] in SURNAMES and _FULL_NAME.fullmatch(word) is not None
    return named and word not in _PROVINCES and site_share(word) == 0


def _pairs_in(text: str) -> dict[str, str]:
    """Return what a row of labels with colons states, parted by bars or wide gaps, unknown labels among them."""
    parts = [part.strip() for part in _GAPS.split(text) if part.strip()]
    if len(parts) < _KINDS or not all(_PAIR.fullmatch(part) for part in parts):
        return {}
    facts: dict[str, str] = {}
    for part in parts:
        stated = read_labelled(part) or _labelled_author(part) or {}
        facts = {**stated, **facts}
    return facts if len(facts) >= _KINDS else {}


def _is_enacted(facts: Mapping[str, str]) -> bool:
    """Tell whether nothing is stated but when an office issued a rule: ``1986年10月11日 国务院发布``."""
    if facts.keys() != {"published", "author"}:
        return False
    return "年" in facts["published"] and _OFFICE.search(facts["author"]) is not None


def _entries(text: str) -> Iterator[tuple[str, Mapping[str, str] | None]]:
    """Yield the words of a row with what each states; ``None`` for one that says nothing."""
    text = _UNIT_SPACE.sub("", _DATE_SPACE.sub("\u2060", text))
    words = _words(text)
    at = 0
    stated: Mapping[str, str] | None = None
    while at < len(words):
        word, facts_before = words[at], stated or {}
        stated = _alone(word)
        after = words[at + 1] if at + 1 < len(words) else ""
        label = word.rstrip(":：")
        if stated is None and after in _PUTS and _NAME.fullmatch(word) and site_share(word) < _OF_SITES:
            stated, at = {"author": word}, at + 1
        if stated is None and ":" in word.replace("：", ":")[1:-1]:
            stated = _labelled_author(word)
        if stated is None and word in _PUTS and "published" in facts_before:
            stated = {}
        if stated is None and (_MEASURED.fullmatch(key_of(word)) or _GRADE.fullmatch(word)):
            stated = {}
        if stated is None and after and len(label) <= _LONGEST_LABEL and not label.isdigit():
            known = bare_label(label)
            if (known and known.fact == "author" and _alone(after) is None) or (
                names_author(label) and _NAME.fullmatch(after) and _alone(after) is None
            ):
                stated, at = {"author": after}, at + 1
            elif (pair := by_value(label, after)) is not None and _BARE.fullmatch(key_of(after)):
                stated, at = pair, at + 1
        yield word, stated
        at += 1


def _words(text: str) -> list[str]:
    """Return the words of a row; where bars part it, what stands between two of them may be one word."""
    parts = [part.strip() for part in _BARS.split(text)]
    if len(parts) <= _KINDS:
        return [word for word in _SEPARATOR.split(text) if word]
    words: list[str] = []
    for part in parts:
        whole = " " in part and (_alone(part) is not None or IN_CAPITALS.fullmatch(part))
        words += [part] if whole else [word for word in _SEPARATOR.split(part) if word]
    return words


def _labelled_author(word: str) -> Mapping[str, str] | None:
    """Return the author that a word names behind a label: ``作者：老螺丝``."""
    label, _, value = word.replace("：", ":").partition(":")
    known = bare_label(label.strip())
    is_author = known.fact == "author" if known else names_author(label.strip())
    return (
        {"author": value.strip()}
        if is_author and 1 < len(value.strip()) <= _LONGEST_WORD * (1 + value.isascii())
        else None
    )


def names_author(label: str) -> bool:
    """Tell whether a label beside facts of a site names who put the document up, whatever he is called."""
    return _DOER.search(label) is not None and _OF_DOCUMENTS.search(label) is None


def read_labelled(text: str) -> Mapping[str, str] | None:
    """Return what a label and the value behind its colon state, known or told by the value."""
    if len(text) > _LONGEST:
        return None
    label, sign, value = text.replace("：", ":").partition(":")
    label, value = label.strip(), value.strip().replace("\u2060", " ")
    if not (sign and value and 1 < len(label) <= _LONGEST_LABEL):
        return None
    if _POINT_LABEL.fullmatch(label) and _POINTS.fullmatch(key_of(value)):
        return {"access_text": f"{label}:{value}"}
    known = bare_label(label)
    if known is None or not fits(known, value):
        return by_value(label, value)
    if known.kind not in TYPED:
        return None
    return {} if known.fact == "none" else {known.fact: value}


def _alone(word: str) -> Mapping[str, str] | None:
    """Return what one word states."""
    key = key_of(word)
    for fact, pattern in _VALUES.items():
        if pattern.fullmatch(key):
            return {fact: word.replace("\u2060", " ")}
    if by := _BYLINE.fullmatch(word):
        return {"author": by[1]}
    if named := _FILE.search(word):
        return {"doc_type": named[1]}
    if stated := read_labelled(word):
        return stated
    if put := _PUT.fullmatch(word):
        return {"author": put[1]}
    if put := _PUT_ON.fullmatch(word):
        return {"author": put[1], "published": put[2]}
    if counted := _COUNTED.fullmatch(key):
        return by_value(counted["word"], counted["n"])
    labelled = _LABELLED.fullmatch(key)
    stated = by_value(labelled["label"], labelled["value"]) if labelled else None
    return stated if stated is not None else _badge(word, key)


def _badge(word: str, key: str) -> Mapping[str, str] | None:
    """Return what a word states that is a badge which a rule knows, or says who may read."""
    known = rulebook().matcher.find(key)
    if known is not None and known[0].strength == "badge" and not known[1]:
        return {"access_text": word} if known[0].access in ("free", "vip") else {}
    said = access_at_top(word.replace("\u2060", " "))
    return said and said[1]
