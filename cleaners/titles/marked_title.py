"""The title of a text dump in what its site writes: at each page ``Page 1: T``; once ``Share "T"``, ``本文标题:T``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from cleaners.document import Line
from cleaners.facts.title_parts import WITH_DAY
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import bare_name, names_work
from cleaners.titles.bare_title import FULL_TEXT
from cleaners.values import TYPES

_BEFORE: Final = lazily(r"Page (\d{1,3}): (?P<title>.{2,200})")
_FILE: Final = lazily(r"(?<=\S)\s(?:https?://)?[\w-]+(?:\.[\w-]+)+/\S+ · .*")  # where it was found, and how it begins
_BEHIND: Final = lazily(r"(?P<title>.{2,200}?)[_-]第(\d{1,3})页")
_OFFERED: Final = lazily(r'(?:Share|Download|分享|下[載载]) ?["“「](?P<title>[^"“”「」]{2,200})["”」]')
_SAVED: Final = lazily(
    r"(?:Save(?:Save)?|Guardar(?:Guardar)?|Salvar(?:Salvar)?|Enregistrer(?:Enregistrer)?|Simpan(?:Simpan)?|Speichern(?:Speichern)?"
    r"|Salva(?:Salva)?) (?P<title>.{4,200}) (?:For Later|para más tarde|para ler mais tarde|pour plus tard|untuk nanti"
    r"|für später|per dopo)(?: .{2,6})?"
)
_TAGGED: Final = lazily(r"[【\[［]\s?(?:原[创創]?|[转轉][载載]?)\s?[】\]］]\s?\S.{1,100}")
_TAG: Final = lazily(r"^[【\[［][^】\]］]*[】\]］]\s?")
_SAVES: Final = ("Save", "Guardar", "Salva", "Enregistrer", "Simpan", "Speichern")
_OFFERS: Final = ("Share", "Download", "分享", "下載", "下载")
_BELOW: Final = lazily(r"(?:本文|文[档檔]|[资資]料|[资資]源)(?:[标標][题題]|名[称稱])\s?[:：]\s?(\S.{1,119})")
_KEPT: Final = lazily(r"收藏《([^《》]{2,120})》[)）]?")
_ADDRESS: Final = lazily(rf"(?i)本文\s?(?:word|pdf)\s?下[载載]地址\s?[:：]\s?(\S.{{1,119}})\.(?:{TYPES})")
_WORKS_BELOW: Final = 3  # lines of the text at the least
_WORDS: Final = lazily(r"全文共\s?\d+\s?字")
_LAST: Final = 30  # lines in which a site names it
_HEAD: Final = 20  # lines
_FIRST: Final = ("Page 1: ", "第1页")
_PROSE: Final = 32  # characters of a line of text
_STOPS: Final = "。！？；.!?"
_LEAST: Final = 5  # characters of a title that another line names
_STAMPED: Final = 60  # lines
_OWN_HEADING: Final = 3  # lines below a title with its day
_TAIL: Final = 4  # characters with which both end
_LONGER: Final = 8  # characters
_FORMATS: Final = "See other formats"  # below it, whatever stands above
_ABOVE_TEXT: Final = 120  # lines of an archive's menus
_NOTICE: Final = 6  # lines of a notice down to what it issues
_ISSUED: Final = lazily(
    r"《([^《》]{6,60}(?:《[^《》]+》[^《》]*)?)》[^。《》]{0,24}(?:印[发發]|公布|[发發]布|[颁頒][发發布])"
)
_WITH_STAMP: Final = lazily(r"(\S.{0,79}?)\s*[(（](?:19|20)\d\d-\d{1,2}-\d{1,2}\s\d{1,2}:\d\d(?::\d\d)?[)）]")


def tagged_title(lines: Sequence[Line]) -> str | None:
    """Return the one line at the top that says whether its author wrote it: ``[原创] T``, ``【转】T``.

    Below a long menu another line must name the title as well.
    """
    above = [*takewhile(lambda line: not _is_prose(line.text), lines[:_STAMPED])]
    head = above if len(above) > _HEAD else lines[:_HEAD]
    tagged = [line.text for line in head if line.text[0] in "【[［" and _TAGGED.fullmatch(line.text)]
    if len(set(tagged)) != 1:
        return None
    bare = _TAG.sub("", tagged[0])
    if any(line.text == tagged[0] for line in lines[:_HEAD]) or any(
        bare in line.text for line in lines if len(bare) >= _LEAST and line.text != tagged[0]
    ):
        return tagged[0]
    return None


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and text[-1] in _STOPS


def stamped_title(lines: Sequence[Line]) -> str | None:
    """Return the title of the one line that ends in the time at which it was put up: ``T (2009-07-18 23:14:05)``."""
    found = [match[1] for line in lines[:_STAMPED] if (match := _WITH_STAMP.fullmatch(line.text))]
    return found[0] if len(found) == 1 else None


def dated_title(lines: Sequence[Line]) -> str | None:
    """Return the title of the one line at the top into which the day runs: ``T公告2019-04-20``; lists have several.

    Above it stand but lines of the site, and right below it the document's own heading, which ends as it does.
    """
    found = [(at, match) for at, line in enumerate(lines[:_STAMPED]) if (match := WITH_DAY.fullmatch(line.text))]
    if len(found) != 1 or found[0][0] >= _HEAD:
        return None
    ((at, dated),) = found
    name = bare_name(key_of(dated[1]))
    above, below = lines[:at], lines[at + 1 : at + 1 + _OWN_HEADING]
    if not names_work(name) or any(_is_prose(line.text) or _is_work(line.text) for line in above):
        return None
    return dated[1] if any(bare_name(key_of(line.text)).endswith(name[-_TAIL:]) for line in below) else None


def _is_work(text: str) -> bool:
    """Tell whether a line is longer than a section's name, and named as a document is: 关于…的通知."""
    return len(text) >= _LONGER and names_work(key_of(text))


def full_text_title(lines: Sequence[Line]) -> str | None:
    """Return the title in the line that an archive sets over its text: ``Full text of "T"``."""
    prose = False
    for line, below in pairwise(lines[:_ABOVE_TEXT]):
        if (found := FULL_TEXT.fullmatch(line.text)) and not (prose and below.text != _FORMATS):
            return found[1]
        prose = prose or _is_prose(line.text)
    return None


def title_in_markers(lines: Sequence[Line]) -> str | None:
    """Return the title that the marks of the first two pages have in common, or that a button names after a line above.

    ``None`` where there are none.
    """
    firsts = [line.text for line in lines if line.text.startswith(_FIRST[0]) or line.text.endswith(_FIRST[1])]
    for text in firsts[:1]:
        pattern, second = (_BEFORE, "Page 2: ") if text.startswith(_FIRST[0]) else (_BEHIND, "第2页")
        found = pattern.fullmatch(text)
        if found and any(line.text == text.replace(_FIRST[pattern is _BEHIND], second) for line in lines):
            return _FILE.sub("", found["title"])
    texts = [line.text for line in lines[: 2 * _HEAD]]
    head = texts[:_HEAD]
    for place, text in enumerate(head):
        offered = _OFFERED.fullmatch(text) if text.startswith(_OFFERS) else None
        if offered and offered["title"] in head[:place]:
            return offered["title"]
        saved = _SAVED.fullmatch(text) if text.startswith(_SAVES) else None
        if saved and saved["title"] in texts:
            return saved["title"]
    return None


def issued_title(lines: Sequence[Line]) -> str | None:
    """Return the line below a notice that has no title, which issues it: ``现将《T》印发给你们`` ... ``T``."""
    for place, line in enumerate(lines[:_NOTICE]):
        for issued in _ISSUED.finditer(line.text):
            below = [other.text for other in lines[place + 1 : place + 1 + _HEAD]]
            if issued[1] in below:
                return issued[1]
    return None


def title_below(lines: Sequence[Line]) -> str | None:
    """Return the title that a site names below the text, where nothing names one above it.

    It is that of the file or of what readers may keep: ``本文标题:T.doc``, ``收藏《T》``.
    """
    below = lines[-_LAST:]
    named = next((one[1] for line in below if (one := _BELOW.fullmatch(line.text))), None)
    prose = max((at for at, line in enumerate(below) if _is_prose(line.text)), default=-1)
    kept = {one[1] for line in below[prose + 1 :] if (one := _KEPT.fullmatch(line.text))}
    return named or (kept.pop() if len(kept) == 1 else None)


def addressed_title(lines: Sequence[Line]) -> str | None:
    """Return the name of the file that a site made of the text, as it states it below: ``本文word下载地址:T.doc``."""
    found = (_ADDRESS.fullmatch(line.text) for line in lines[-_LAST:])
    return next((one[1] for one in found if one), None)


def counted_title(lines: Sequence[Line]) -> str | None:
    """Return the line over the count of a text's words, ``全文共 545 字``, where other works have theirs below it."""
    counted = [at for at, line in enumerate(lines) if line.text.startswith("全文共") and _WORDS.fullmatch(line.text)]
    first = counted[0] if len(counted) > 1 else 0
    return lines[first - 1].text if 0 < first <= _HEAD and counted[1] - first > _WORKS_BELOW else None
