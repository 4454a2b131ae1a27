"""What a site put in the middle of a paragraph of a text dump: the text breaks off above it and goes on below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.vocabulary import site_share

INTERRUPTION: Final = "interruption"
_PARAGRAPH: Final = 20  # characters of a line that is a paragraph or a good part of one
_WHOLE: Final = 0.6  # share of paragraphs that end as sentences do; of wrapped lines few do
_LEAST: Final = 4  # paragraphs
_MOST: Final = 3  # lines of the site in one place
_LONGEST: Final = 40  # characters of such a line
_SHORTEST: Final = 6  # characters of all of them: a heading may be a word of sites
_OF_SITE: Final = 0.2  # share of words of sites in each
_RULED: Final = lazily(r"[-—=*_·]{3,}[^-—=*_·]{2,8}[-—=*_·]{3,}")  # ————推广————
_ITEM: Final = lazily(r"[^\w“‘「『(（《]|\d|[(（]?[一二三四五六七八九十]+[、.．)）]")  # its like end without a stop
_BREAKS_OFF: Final = lazily(r".*[，。；：、,;].*[\u4e00-\u9fff，、]")
_GOES_ON: Final = lazily(r"[\u4e00-\u9fff]+[^\s、.．:：]{2}")
_ENDS: Final = "。！？；：!?;:…”’」』）)》"


def find_interruptions(lines: Sequence[Line], found: Findings, body: range) -> list[int]:
    """Return the places of short lines in words of sites between the two halves of a paragraph.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        body: the places of the document's own lines.
    """
    texts = [line.text for line in lines]
    long = [texts[place] for place in body if place not in found and len(texts[place]) >= _PARAGRAPH]
    if len(long) < _LEAST or sum(text[-1] in _ENDS for text in long) < _WHOLE * len(long):
        return []
    places: list[int] = []
    for place in body:
        text = texts[place]
        if len(text) >= _PARAGRAPH and _BREAKS_OFF.fullmatch(text) and not _ITEM.match(text):
            places += _between(texts, found, range(place + 1, min(place + 2 + _MOST, body.stop)))
    return places


def _between(texts: Sequence[str], found: Findings, below: range) -> list[int]:
    """Return the places of the site's lines among those below a line that breaks off; none where it does not go on."""
    end = next((at for at in below if len(texts[at]) > _LONGEST or texts[at][-1] in "。！？"), None)
    if end is None or end == below.start or texts[end - 1][-1] in ":：" or not _GOES_ON.match(texts[end]):
        return []
    own = range(below.start, end)
    if any(at in found and found[at].rule.marker for at in own):
        return []  # between two pages stands what the next one begins with
    told = all((at in found and not found[at].rule.ambiguous) or _is_of_site(texts[at]) for at in own)
    return list(own) if told and sum([len(texts[at]) for at in own]) >= _SHORTEST else []


def _is_of_site(text: str) -> bool:
    return site_share(text) >= _OF_SITE or _RULED.fullmatch(text) is not None
