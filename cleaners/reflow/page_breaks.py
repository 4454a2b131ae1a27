"""Paragraphs that a page break cut, where nothing is wrapped or the page's last line was short: joined over it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.evidence import End, Inner, line_end, marks_inside
from cleaners.reflow.foot_notes import parts_note
from cleaners.reflow.joining import joined
from cleaners.reflow.phrases import tears_word
from cleaners.reflow.starts import start_weights

_PROSE: Final = frozenset(("", "p", "div", "span", "section", "article"))
_LEAST: Final = 12  # characters; headings and labels are shorter
_HEADING: Final = 30  # ... so long at the most, with a number
_LEAST_CERTAIN: Final = 2
_PAGE: Final = 120  # characters of a page
_MOSTLY: Final = 0.6
_CLOSES: Final = lazily(r"[。、\uff0c\uff1a\uff1b\uff01\uff1f\uff09】》」』”’]")
_DANGLING: Final = (End.PHRASE, End.COMMA)


def turn_pages(lines: list[Line], markers: Sequence[int]) -> list[Line]:
    """Let lines know their page by the places of the markers that a site set between pages.

    Args:
        lines: the document's lines, of which none knows its page.
        markers: the numbers of the markers among the page's lines.
    """
    if not markers or any(line.page for line in lines):
        return lines
    return [line._replace(page=1 + sum(marker < line.number for marker in markers)) for line in lines]


def join_over_pages(lines: list[Line], *, read: bool = False) -> list[Line]:
    """Join the last paragraph of a page to the first one of the next, where it breaks off in mid-sentence.

    Pages are known by the lines, or by boxes: where two of these cut a word or a sentence's mark off, boxes are pages.
    Both sides must be prose, and most paragraphs of the document end as sentences do.

    Args:
        lines: the document's paragraphs.
        read: they were put together from visual lines: what ends a page within a box was weighed with all the rest.
    """
    images = [line for line in lines if line.tag == "img"]
    if images and len(images) < len(lines):  # of the pages themselves, as often as not
        text = join_over_pages([line for line in lines if line.tag != "img"], read=read)
        return sorted([*text, *images], key=lambda line: line.number) if len(text) + len(images) < len(lines) else lines
    turns = [
        place
        for place, (line, after) in enumerate(pairwise(lines))
        if (line.box != after.box or (not read and 0 < line.page < after.page))
        and line.tag == after.tag
        and line.tag in _PROSE
        and not parts_note(line, after)
        and _breaks_off(line.text)
    ]
    pages = {place for place in turns if 0 < lines[place].page < lines[place + 1].page}
    cut = [place for place in turns if _is_cut(lines[place].text, lines[place + 1].text)]
    whole = bool(cut) and len(turns) >= _LEAST_CERTAIN and _are_pages(lines, turns)
    if not pages and not whole and len(cut) < _LEAST_CERTAIN:
        return lines
    turns = [place for place in turns if _is_marked(lines[place].text)]
    if not turns or not _ends_its_sentences(lines, turns):
        return lines
    open_turns = [place for place in turns if _goes_on(lines[place + 1].text)]
    boxes = len(set(open_turns).intersection(cut)) >= _LEAST_CERTAIN or (whole and len(open_turns) == len(turns))
    joins = [False] * len(lines)
    for place in open_turns:
        joins[place] = boxes or place in pages
    return joined(lines, joins) if any(joins) else lines


def _are_pages(lines: Sequence[Line], turns: Sequence[int]) -> bool:
    """Tell whether boxes are pages, since most hold much text and break off."""
    sizes: dict[int, int] = {}
    for line in lines:
        sizes[line.box] = sizes.get(line.box, 0) + len(line.text)
    return min(sizes.values()) >= _PAGE and len(turns) >= _MOSTLY * (len(sizes) - 1)


def _breaks_off(text: str) -> bool:
    return len(text) >= _LEAST and line_end(text) in _DANGLING


def _is_marked(text: str) -> bool:
    return marks_inside([text], [End.PHRASE]) != [Inner.NONE]


def _goes_on(text: str) -> bool:
    """Tell whether a line can be the rest of a sentence: prose without a number, bullet or label before it."""
    return start_weights([text])[0] <= 0 and (_is_marked(text) or line_end(text) == End.SENTENCE)


def _is_cut(text: str, after: str) -> bool:
    """Tell whether the break stands within a word, or before a mark that begins no line."""
    return bool(_CLOSES.match(after)) or tears_word(text, after)


def _ends_its_sentences(lines: Sequence[Line], turns: Sequence[int]) -> bool:
    """Tell whether few lines of prose break off but for those in question, and whole ones are as many as these.

    Numbered headings break off as well, and the last line of a preview.
    """
    prose = [line.text for line in lines if line.tag in _PROSE and len(line.text) >= _LEAST and _is_marked(line.text)]
    loose = [text for text in prose if line_end(text) in _DANGLING]
    breaking = [text for text in loose if text != lines[-1].text and not _is_heading(text)]
    at_turns = sum(not _is_heading(lines[place].text) for place in turns)
    return 4 * (len(breaking) - at_turns) <= len(prose) and len(prose) - len(loose) >= len(turns)


def _is_heading(text: str) -> bool:
    """Tell whether a numbered line that breaks off can be a heading: it is short."""
    return len(text) <= _HEADING and start_weights([text])[0] > 0
