"""The title that a page with markup shows where its head names the site, or more than the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final

from cleaners.document import Line
from cleaners.facts.breadcrumb import STEP
from cleaners.facts.labels import bare_label
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_site_name
from cleaners.rules.strangers import NUMBERED
from cleaners.rules.vocabulary import site_share
from cleaners.titles.bare_title import bare_name
from cleaners.titles.shared_words import shared_words, start_of
from cleaners.titles.site_lines import SITES
from cleaners.titles.title_lines import SENTENCE, may_be_title

_ABOVE: Final = 12  # lines above the text
_NEAREST: Final = 3  # lines of them, which may be links: of a blog to its post
_FIRST: Final = 3  # lines of the text
_FIRST_LINE: Final = 40  # characters
_SECTIONS: Final = 3  # so many headings of the first level head sections
_TELLING: Final = 6
_SHORTEST: Final = 4  # characters
_LONGEST: Final = 120
_LINKED: Final = 0.5
_TOLD: Final = 0.5  # of a title's words in the text: it is the document's
_FEW_TOLD: Final = 0.4
_LONGER: Final = 1.8
_SURE: Final = 20  # characters of a title that two places of the head state
_MARGIN: Final = 0.2
_CLOSING: Final = 4  # of them end what stands before
_OF_PAPER: Final = lazily(r"第\s?[A-Z]?\d{1,3}\s?版(?:[:：]|$)")  # a page of a newspaper
_HAN: Final = lazily(r"[\u3400-\u9fff]")
_PARTED: Final = "-–—_|｜<>»«·])）】"  # what parts a title from what stands beside it
_BETWEEN: Final = lazily("[-–—_|｜]")
_NAME: Final = lazily("[:：]")
_FIELD: Final = lazily(r"[^\s:：]{2,6}[:：]\t")  # a row of a table of facts
_DATED: Final = lazily(r"(?:19|20)\d\d(?:年\d{1,2}月\d|[-/.]\d{1,2}[-/.]\d)")
_OTHER_SCRIPT: Final = lazily(r"[\u0370-\u1fff\u3040-\u30ff\uac00-\ud7af]")  # whose words change with their endings


def shown_title(
    above: Sequence[Line], lines: Sequence[Line], headings: Sequence[str], title: str | None, raws: Sequence[str]
) -> str | None:
    """Return the line that is the title, where it is not what the head states; ``None`` where that stands.

    Args:
        above: lines above the text.
        lines: the text.
        headings: headings of the first level.
        title: the title that the head states, without the site's suffix.
        raws: titles as the head states them.
    """
    if title and (title in headings or any(line.text == title and line.links < _LINKED for line in above[-_ABOVE:])):
        return None  # most pages
    above = [line for line in above if not _OF_PAPER.match(line.text)]
    rows = [(line, _FIELD.match(line.text)) for line in above]
    around = [line for line, row in rows if not row][-_ABOVE:]
    near = [line for at, line in enumerate(around[::-1]) if at < _NEAREST or line.links < _LINKED]
    fields = [line.text[row.end() :] for line, row in rows if row]
    offered = [text for text in (*[line.text for line in (*near, *lines[:_FIRST])], *fields) if len(text) <= _LONGEST]
    known = key_of(title or "")
    whole = [key_of(raw) for raw in raws]
    headed = [*headings, *[line.text for line in near if line.level]]
    if title and (longer := next((text for text in headed if _says_more(text, known, whole)), None)):
        return bare_name(longer)
    shown = [key_of(text) for text in (*headings, *offered) if not STEP.search(text)]
    if title and _is_shown(known, shown, whole):
        return None
    below = start_of(line.text for line in lines)
    if title and (part := _part(headings, offered, title, raws, below)):
        return bare_name(part)
    if title and _OTHER_SCRIPT.search(title):
        return None
    is_site = title is None or is_site_name(known) or site_share(title) >= SITES
    told = 0.0 if is_site else shared_words(title or "", below)
    if told >= _TOLD:
        return None
    least = told + _MARGIN
    if title and any(STEP.search(line.text) and key_of(line.text).startswith(known) for line in above):
        told, least = 0.0, _MARGIN / 2  # the site's name begins the path
    texts = [*(headings if len(set(headings)) < _SECTIONS else headings[:1]), *[line.text for line in near]]
    best = max(_could_be(texts), key=lambda text: shared_words(text, below), default=None)
    if best is None or shared_words(best, below) < least:
        first = [line.text for line in lines[:1] if told < _FEW_TOLD and len(line.text) <= _FIRST_LINE]
        best, below = next(iter(_could_be(first)), None), start_of(line.text for line in lines[1:])
    return bare_name(best) if best and shared_words(best, below) >= least else None


def _says_more(text: str, title: str, raws: Sequence[str]) -> bool:
    """Tell whether a heading above the text goes on behind what the head states, an office's name or a title cut off.

    What the head has as a whole elsewhere was cut, as a quotation mark ends an attribute.
    """
    key = key_of(text) if len(text) <= _LONGEST else ""
    if len(key) <= len(title) or not key.startswith(title) or SENTENCE.search(text):
        return False
    return len(key) >= _LONGER * len(title) or any(key in raw and not raw.startswith(title + "-") for raw in raws)


def _is_shown(title: str, keys: Iterable[str], whole: Sequence[str]) -> bool:
    """Tell whether a line has the title in it, or the head states a long one twice."""
    if len(title) >= _SURE and sum(title in stated for stated in whole) > 1:
        return True
    return any(title == key or (len(title) >= _TELLING and title in key) for key in keys)


def _part(headings: Iterable[str], offered: Iterable[str], title: str, raws: Iterable[str], below: str) -> str | None:
    """Return the heading or line that is set off in the title from what the site put beside it.

    A line is most of the title; where several are, the text says what the title's words are.
    """
    keys = {key for text in offered if len(key := key_of(text.strip(_PARTED))) >= _SHORTEST}
    parts = {text: [raw for raw in raws if _stands_in(text, raw, keys)] for text in (*headings, *offered)}

    def weight(text: str) -> tuple[bool, float, int]:
        begins = any(raw.startswith(text) for raw in parts[text])
        return begins, round(shared_words(text, below), 1), len(text)

    def is_most(text: str) -> bool:
        beside = [part for rest in title.split(text) for part in _BETWEEN.split(rest)] if text in title else [""]
        rest = max(len(part.strip()) for part in beside)
        return len(text) >= _SHORTEST and (2 * len(text) >= len(title) or len(text) > rest > 0)

    most = [text for text, found in parts.items() if found and is_most(text)]
    return max(most, key=weight, default=None)


def _stands_in(text: str, raw: str, keys: Set[str]) -> bool:
    """Tell whether a line is a part of a title as the head states it, between separators; spaces part Han words.

    What another line shows behind it is the title's second half.
    """
    raw = " ".join(raw.split())
    start = raw.find(text)
    if start < 0 or is_site_name(key_of(text)):
        return False
    before, behind = raw[:start], raw[start + len(text) :]
    if key_of(behind.strip(_PARTED)).startswith(tuple(keys)):
        return False
    if _HAN.search(text):
        before, behind = before.replace(" ", _PARTED[0]), behind.replace(" ", _PARTED[0])
    return before.rstrip()[-1:] in _PARTED and behind.lstrip()[:1] in _PARTED[:-_CLOSING]


def _could_be(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts that could be a title."""
    for text in dict.fromkeys(texts):
        if not _SHORTEST <= len(text) <= _LONGEST or SENTENCE.search(text) or NUMBERED.match(text):
            continue
        if (
            bare_label(_NAME.split(text, 1)[0])
            or _DATED.search(text)
            or is_site_name(key_of(text))
            or site_share(text) >= SITES
        ):
            continue
        if may_be_title([Line(text)], 0):
            yield text
