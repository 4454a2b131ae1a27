"""The summary that a site puts above a text in a dump: one line, a label and the text's beginning or sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.alignment import letters_of
from cleaners.chrome.duplicates import REPEATED
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily

_TOP: Final = 40  # lines
_LEAST: Final = 60  # characters of such a line
_LABEL: Final = lazily(r"[^\s，。：:]{2,8}[:：]\s?")
_BRACKETED: Final = lazily(r"[【\[][^】\]]{2,6}[】\]][:：]")  # an author writes one of the two
_CUT: Final = lazily(r"(?:\.{2,}|…+)\W*\w{0,6}$")
_SENTENCE_END: Final = lazily(r"[。！？；]|(?:\.{2,}|…+)")
_HEADING: Final = 40  # characters of a heading that a machine ran into its paragraph
_LEAST_HEAD: Final = 4
_WINDOW: Final = 12  # characters that are compared
_WINDOWS: Final = 6
_NEAR: Final = 8  # lines below, in which the text begins


def mark_summary_above(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Mark such a line in ``rules`` (in place) where all of it stands again below, from its beginning on."""
    for place, line in enumerate(lines[:_TOP]):
        if place in rules or place in found or len(line.text) < _LEAST:
            continue
        label = _LABEL.match(line.text)
        if label and _stands_below(
            line.text[label.end() :], lines, place, by_site=_BRACKETED.match(line.text) is not None
        ):
            rules[place] = REPEATED
        return  # the first line of text is the summary or none is


def _stands_below(text: str, lines: Sequence[Line], place: int, *, by_site: bool) -> bool:
    said = letters_of(_CUT.sub("", text))
    last = len(said) - _WINDOW
    if last <= _WINDOW:
        return False
    near = letters_of(" ".join(line.text for line in lines[place + 1 : place + 1 + _NEAR]))
    if said[:_WINDOW] not in near and said[_WINDOW : 2 * _WINDOW] not in near:
        return False
    below = letters_of(" ".join(line.text for line in lines[place + 1 :]))
    if all(said[at : at + _WINDOW] in below for at in range(0, last + 1, max(1, last // _WINDOWS))):
        return True
    first, *more = map(letters_of, _SENTENCE_END.split(text))  # picked from the whole text
    heads = (letters_of(line.text) for line in lines[place + 1 :] if len(line.text) <= _HEADING)
    run_in = any(len(head) >= _LEAST_HEAD and first.startswith(head) and first != head for head in heads)
    return (by_site or run_in) and all(sentence in below for sentence in (first, *more))
