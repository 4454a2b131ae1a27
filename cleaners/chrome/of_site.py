"""Lines at the edges of a text dump that name the document or the site: ``Transcript of T``, ``m.example.com``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.answerers import find_answerers
from cleaners.chrome.closed_posts import find_closed_posts
from cleaners.chrome.post_blocks import DAY, POSTER, find_posts, has_day_of_post
from cleaners.chrome.site_names import names_in_foot
from cleaners.document import Line
from cleaners.facts.badges import Entry, apart
from cleaners.facts.field_names import FOOT, STAFF
from cleaners.facts.fields import Row, read_fields
from cleaners.facts.finding import BREADCRUMB, Finding, Findings
from cleaners.facts.head_paths import path_to
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule
from cleaners.rules.strangers import is_stranger
from cleaners.rules.vocabulary import site_share, topic_of

NAMED: Final = Rule("document-named", "badge")
HOST: Final = Rule("site-named", "weak")
THUMBNAILS: Final = Rule("thumbnails", "certain")
SEPARATOR: Final = Rule("separator", "certain")
PICTURE: Final = Rule("picture", "certain")
ALBUM: Final = Rule("album", "certain")
SITE_FOOT: Final = Rule("site-foot", "weak")
_EDGE: Final = 40  # lines at either end
_LONGEST: Final = 300  # characters
_LONGEST_ROW: Final = 40
_LONGEST_HOST: Final = 80
_LONGEST_NAMED: Final = 120
_SOME: Final = 0.15
_LEAST: Final = 6  # characters of a title that is known when it stands in a sentence
_OF_SITES: Final = 0.3  # share of a site's words beside the title
_OF_SENTENCES: Final = 0.35
_CUT: Final = ".… "
_PROMULGATES: Final = lazily(  # as an office does with what it writes
    r"(?:[发發]布|公布|印[发發]|[颁頒]布|[颁頒][发發]|通[过過]|批准)[^《》。]{0,6}《"
)
_EDITED: Final = ("编辑", "編輯", "责编", "責編")
_EMPTY_LABEL: Final = lazily(r"(?:\s\S{2,8}|(?:责任|責任)?[编編][辑輯]|[审審]核|校[对對]|[来來]源|作者)[:：]\s*$")
_OPENING: Final = "[【［(（"
_STOPS: Final = "。；，"
_QUOTES: Final = "\"'“”《》「」『』【】"
_PUBLIC: Final = (".gov", ".edu", ".org", ".gov.cn", ".edu.cn", ".org.cn", ".ac.cn", ".gov.tw", ".edu.tw")
_MAIL: Final = lazily(r"\w@\w|(?:网址|網址|邮箱|網站|网站|website|e-?mail)\s?[:：]")
_CONTACT: Final = lazily(r"(?:地址|[电電][话話]|[传傳]真|[邮郵]箱|[邮郵][编編]|[热熱][线線]|投[诉訴]|网址|網址|域名)$")
_CONTACTS: Final = frozenset(
    ("地址", "联系地址", "通讯地址", "邮编", "邮政编码", "电话", "联系电话", "传真", "邮箱", "电子邮箱")
)
_ADDRESSED: Final = lazily(  # 某某网(www.example.com)…, www.example.com 某某网
    r"([^\W\d_]{3,12})\s?[(（](?:https?://)?www\.[\w.-]+/?[)）].*|(?:https?://)?www\.[\w.-]+/?\s+([^\W\d_]{3,12})"
)
_COLONS: Final = ":："
_FULL_STOPS: Final = "。！"
_LISTED: Final = 5  # commas in what a site says it has
_NETS: Final = "网網站"  # a site's name may lack them
_SHORTEST_NAME: Final = 3
_FOOT: Final = 12  # lines
_HEAD: Final = 120  # lines
_SEVERAL: Final = 3
_PAGE: Final = lazily(
    r"(?i)(page|trang|página|pagina|pág|seite|halaman|страница|стр|strona|sayfa|slide|sida|第) ?(\d{1,4})(?: ?页)?"
)
_PAIR: Final = 2
_TOP: Final = 20  # lines in which a thread begins
_TAG: Final = lazily(r"[\[【(（][^\[\]【】()（）]{1,6}[\]】)）]")
_SEPARATOR: Final = lazily(r"[-—=_*]{2,}\s?分[隔割][线線]\s?[-—=_*]{2,}")
_PICTURE: Final = frozenset(("图片", "圖片", "[图片]", "[圖片]", "【图片】", "Image", "[Image]", "[image]"))
_PICTURES: Final = lazily(r"[(（]\d{1,3}[张張][)）]$")


def find_of_site(lines: Sequence[Line], found: Findings, title: str | None, site: str | None) -> None:
    """Find such lines among the first and the last ones of a dump, in ``found`` (in place).

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        title: the document's title.
        site: the registrable host of the page.
    """
    size = len(lines)
    name = (title or "").rstrip(_CUT)
    host = site if site and not site.endswith(_PUBLIC) else None
    for place in (*range(min(_EDGE, size)), *range(max(_EDGE, size - _EDGE), size)):
        text = lines[place].text
        if place not in found and len(text) <= _LONGEST:
            if place < _EDGE and len(name) >= _LEAST and name in text and _names(text, name):
                path = path_to(name, text)
                rule, facts = (BREADCRUMB, {"category": path}) if path else (NAMED, {})
                found[place] = Finding(rule, facts, lines[place])
            elif host and len(text) <= _LONGEST_HOST and host in text.lower() and not _MAIL.search(text):
                found[place] = Finding(HOST, {}, lines[place])
            elif (text[0] in _OPENING or " " in text) and len(text) <= _LONGEST_ROW and (entries := _controls(text)):
                found[place] = Finding(entries[0].rule, entries[0].facts, lines[place])
    _find_addressed(lines, found)
    _find_names(lines, found, topic=name.lower())
    _find_albums(lines, found)
    _find_pictures(lines, found)
    _find_thumbnails(lines, found)
    find_posts(lines, found)
    find_closed_posts(lines, found)
    find_answerers(lines, found)
    _find_posters(lines, found)
    _find_foot(lines, found)


def _find_addressed(lines: Sequence[Line], found: Findings) -> None:
    """Find last lines that are a name and its address, with more or not, where another line of the site names it.

    A sentence is the document's, and so is an address to which the line above leads.
    """
    for place in range(max(0, len(lines) - _EDGE), len(lines)):
        text = lines[place].text
        if place in found or "www." not in text or len(text) > _LONGEST:
            continue
        if place and lines[place - 1].text[-1] in _COLONS:
            continue
        named = _ADDRESSED.fullmatch(text)
        name = (named[1] or named[2]).rstrip(_NETS) if named else ""
        is_sentence = text[-1] in _FULL_STOPS and text.count(",") + text.count("，") + text.count("、") < _LISTED
        if (
            len(name) >= _SHORTEST_NAME
            and not is_sentence
            and any(name in one.line.text[:_LONGEST] for one in found.values())
        ):
            found[place] = Finding(HOST, {}, lines[place])


def _find_names(lines: Sequence[Line], found: Findings, topic: str) -> None:
    """Find lines at the edges with the name of the site's owner, of which neither title nor text speaks."""
    names = [name for name in names_in_foot(lines) if name not in topic]
    size = len(lines)
    middle = range(min(_EDGE, size), max(_EDGE, size - _EDGE))
    for name in names:
        said = [at for at, line in enumerate(lines) if name in line.text[:_LONGEST].lower()]
        if not any(at in middle for at in said):
            near = (at for at in said if at not in found and len(lines[at].text) <= _LONGEST_NAMED)
            found.update({at: Finding(HOST, {}, lines[at]) for at in near if _is_own_name(lines[at].text, name)})


def _is_own_name(text: str, name: str) -> bool:
    """Tell whether a line that has a site's name is short or speaks as one."""
    return len(text) <= _LONGEST_ROW or text.lower().startswith(name) or site_share(text) >= _SOME


def _names(text: str, name: str) -> bool:
    """Tell whether what stands beside the title in a line is words of a site."""
    rest = text.replace(name, " ").strip(_QUOTES + _CUT)
    if not rest or _PROMULGATES.search(text):
        return False
    tagged = _TAG.fullmatch(text.removesuffix(name).strip()) is not None
    least = _OF_SENTENCES if text[-1] == "。" else _OF_SITES
    return tagged or site_share(rest, topic_of(name)) >= least


def _controls(text: str) -> list[Entry]:
    """Return the entries of a line that is buttons and nothing else, an empty label aside: ``【打印】 关闭 编辑:``."""
    said = apart(_EMPTY_LABEL.sub("", text))
    entries = [entry for entry, _ in said if entry and not entry.facts]
    told = sum(entry.rule.strength == "weak" for entry in entries)
    if text[-1] in _STOPS or len(entries) < len(said):
        return []  # the end of a sentence, in brackets
    return entries if told > 1 or (told and text[0] in _OPENING) else []


def _find_foot(lines: Sequence[Line], found: Findings) -> None:
    """Find lines of fields that stand at the foot of each page of a site, near a line that surely does."""
    last = range(max(0, len(lines) - _FOOT), len(lines))
    sure = any(place in found and found[place].rule.name == "site-foot" for place in last)
    rows = {place: row for place in last if place not in found and (row := read_fields(lines[place].text))}
    feet = [place for place, row in rows.items() if _is_foot(row) and not row.loose]
    told = {name for place in feet for name in rows[place].names if name not in _CONTACTS}
    for place in feet if sure or len(told) > 1 else ():
        found[place] = Finding(SITE_FOOT, {}, lines[place])
    found.update({at: Finding(SITE_FOOT, {}, lines[at]) for at, row in rows.items() if _names_nobody(row)})


def _names_nobody(row: Row) -> bool:
    """Tell whether all fields of a line are of those who put a page up, an editor too, and empty: ``审核：编辑：``."""
    staff = all(STAFF in kinds for kinds in row.kinds) and any(name.endswith(_EDITED) for name in row.names)
    return staff and len(row.names) > 1 and not any((*row.loose, *row.values))


def _is_foot(row: Row) -> bool:
    """Tell whether all fields of a line are such as stand at the foot of a site, also of one's own: 医院地址."""
    fields = zip(row.names, row.kinds, strict=True)
    return all(FOOT in kinds or _CONTACT.search(name) for name, kinds in fields)


def _find_posters(lines: Sequence[Line], found: Findings) -> None:
    """Find the names of those who wrote the posts of a thread, each above the time of a post."""
    stamps = [at for at in sorted(found) if found[at].rule.between and has_day_of_post(lines[at].text)]
    names = [at - 1 for at in stamps if at and at - 1 not in found and is_stranger(lines[at - 1])]
    if len(names) < _PAIR:
        return
    opens = names[0] <= _TOP and not any("author" in one.facts or one.rule.to == "end" for one in found.values())
    for at in names:
        facts = {"author": lines[at].text} if opens and at == names[0] else {}
        found[at] = Finding(POSTER, facts, lines[at])
    first = stamps[0]
    if opens and first == names[0] + 1 and not found[first].facts and (stamp := DAY.search(lines[first].text)):
        found[first] = found[first]._replace(facts={"published": stamp[0]})


def _find_thumbnails(lines: Sequence[Line], found: Findings) -> None:
    """Find the names of pages that stand for their pictures: ``Trang 1`` over ``Trang 2`` and so on."""
    run: list[int] = []
    word = ""
    for place, line in enumerate([*lines[:_HEAD], Line("")]):
        page = _PAGE.fullmatch(line.text)
        if page and int(page[2]) == len(run) + 1 and (not run or page[1] == word):
            run.append(place)
            word = page[1]
            continue
        if len(run) >= _SEVERAL:
            found.update({at: Finding(THUMBNAILS, {}, lines[at]) for at in run})
        run = [place] if page and page[2] == "1" else []
        word = page[1] if page else ""


def _find_pictures(lines: Sequence[Line], found: Findings) -> None:
    """Find the words that a copy has in place of pictures, where they stand twice or more: ``图片``."""
    for place, line in enumerate(lines):
        if line.text[0] in "-—=_*" and _SEPARATOR.fullmatch(line.text):
            found[place] = Finding(SEPARATOR, {}, line)
    places = [place for place, line in enumerate(lines) if line.text in _PICTURE]
    if len(places) > 1:
        found.update({at: Finding(PICTURE, {}, lines[at]) for at in places})


def _find_albums(lines: Sequence[Line], found: Findings) -> None:
    """Find the name of an album twice, once with the number of its pictures: ``T`` over ``T(7张)``."""
    for place in range(1, len(lines)):
        text = lines[place].text
        if text[-1] in ")）" and (count := _PICTURES.search(text)) and text[: count.start()] == lines[place - 1].text:
            found.update({at: Finding(ALBUM, {}, lines[at]) for at in (place - 1, place)})
