"""Copies of PDF files in which figures, letters, formulas, blanks and what follows them stand a line each.

``小满站在`` / ``340m`` / ``外的路口,先后听到`` / ``2`` / ``次响声。``: nearly every sentence is torn, and marks begin
many lines. The numbers of questions and the letters of options have lines of their own as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cleaners.document import Line
from cleaners.lazily import lazily

_CLOSING: Final = lazily(r"[，。；：、！？”’》）】]|[,;:!?)](?=[\u4e00-\u9fff]|$)")
_OPENS: Final = "“‘《（【(["
_ENDED: Final = "。！？；：!?;:"
_HALTS: Final = "，、,"
_COMMAS: Final = "，,"
_MARKER: Final = lazily(r"(?:[A-H]|\d{1,2})[.．、]|[①-⑳]|[(（]\d{1,2}[)）]")
_OPTION: Final = lazily(r"[A-H][.．、]")
_HAN: Final = lazily(r"[\u4e00-\u9fff]")
_ANSWER: Final = lazily(r"(?:答案|故选|故答案为)[】:：]?\s?[A-Z]+$")  # behind which something else begins
_LABEL: Final = lazily(r"[^\W\d_]{1,4}[:：]|[一二三四五六七八九十]{1,3}、")
_FIGURE: Final = lazily(r"[+-]?\d[\d.,:/-]*[%％℃+]?")
_OPERATOR: Final = "=+-×÷/<>≤≥≈"
_RELATIONS: Final = "=×÷/<>≤≥≈"
_OF_PAGE: Final = lazily(
    r"[-—–·]\s?\d{1,4}\s?[-—–·]|.*(?:www\.|://).*|(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}(?: .*)?|[\d.]+[KM]B|VIP|[¥￥$].*"
    r"|(?:浏览|阅读|下载|共|第)\s?\d+\s?[次页人]"
)
_LONGEST_RUN: Final = 40  # characters of a figure or a formula
_PIECE: Final = 16  # characters of a shorter one of two pieces without a mark between them
_WORD: Final = 5  # characters below which words beside figures may be cells of a table
_LEAST: Final = 8  # lines that begin with a mark behind an open end
_SHARE: Final = 0.12  # ... of all lines
_ABOVE: Final = 24  # lines above the first such one: what the site says stands above these
_AROUND: Final = 20  # lines beside such a one


class _Piece(NamedTuple):
    """A line of such a copy, and what it is."""

    text: str
    closing: bool
    marker: bool
    run: bool  # a figure, a letter, a formula, a blank: no Han in it, and no number of a part
    apart: bool  # a page's number, an address, a badge


def join_torn(lines: list[Line]) -> list[Line]:
    """Join the pieces of sentences where a copy has most sentences torn; white space alone changes."""
    torn = [at for at in range(1, len(lines)) if _is_torn(lines[at - 1], lines[at])]
    if len(torn) < max(_LEAST, _SHARE * len(lines)):
        return lines  # nearly all dumps
    near = {at for place in torn for at in range(max(torn[0] - _ABOVE, place - _AROUND), place + _AROUND + 1)}
    pieces = [_piece(line.text) for line in lines]
    joined = lines[:1]
    for at in range(1, len(lines)):
        beside = at in near and lines[at].number == lines[at - 1].number + 1
        if beside and _goes_on(joined[-1].text, pieces, at):
            joined[-1] = joined[-1]._replace(text=joined[-1].text + lines[at].text, broken=lines[at].broken)
        else:
            joined.append(lines[at])
    return joined


def _is_torn(before: Line, line: Line) -> bool:
    """Tell whether a line right below another begins with a mark that ends or goes on what that leaves open."""
    return (
        line.number == before.number + 1
        and (before.text[-1].isalnum() or before.text[-1] in "%％℃_")
        and _CLOSING.match(line.text) is not None
    )


def _piece(text: str) -> _Piece:
    marker = _MARKER.fullmatch(text) is not None
    closing = _CLOSING.match(text) is not None
    run = not (marker or closing or text in _OPENS) and len(text) <= _LONGEST_RUN and not _HAN.search(text)
    apart = _OF_PAGE.fullmatch(text) is not None
    return _Piece(text, closing, marker, run and not apart, apart)


def _goes_on(before: str, pieces: Sequence[_Piece], at: int) -> bool:
    """Tell whether a piece goes on with the line put together so far."""
    last, piece = pieces[at - 1], pieces[at]
    if piece.apart or last.apart:
        return False
    if piece.closing or before[-1] in _OPENS:
        return True
    if piece.marker:
        return _ends_sentence(before, pieces, at)
    if last.marker:
        return True
    if before[-1] in _ENDED or piece.text[0] == "【" or _ANSWER.search(before):
        return False
    if piece.run:
        return _run_goes_on(before, pieces, at)
    if last.run and not _in_table(pieces, at - 1):
        return True
    return piece.text in _OPENS or before[-1] in _HALTS or _breaks_off(before, last.text, piece.text)


def _breaks_off(before: str, last: str, text: str) -> bool:
    """Tell whether a line of prose, with its last piece, has no end and goes on below."""
    if min(len(last), len(text)) > _PIECE or not before[-1].isalnum() or _LABEL.match(text) or _MARKER.match(text):
        return False
    return text[0].isalpha() and any(mark in before for mark in _COMMAS)


def _ends_sentence(before: str, pieces: Sequence[_Piece], at: int) -> bool:
    """Tell whether a letter with a point is no option but the answer that a sentence names: ``故选`` / ``B.``."""
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    ends = below is None or below.marker or below.text[0] == "【"
    return ends and _OPTION.fullmatch(pieces[at].text) is not None and _HAN.match(before[-1]) is not None


def _run_goes_on(before: str, pieces: Sequence[_Piece], at: int) -> bool:
    """Tell whether a figure or a formula goes on with a line: no cell of a table, and no year that begins another."""
    last, piece = pieces[at - 1], pieces[at]
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    if last.run:
        return _is_formula(last.text, piece.text)
    if below and below.text[0] == "、" and before[-1] == "】":
        return False  # 【解析】 / A / 、…
    if below and below.text[0] == "年" and not any(mark in before for mark in _HALTS):
        return False
    return not _in_table(pieces, at)


def _is_formula(text: str, after: str) -> bool:
    return text[-1] in _OPERATOR or after[0] in _RELATIONS  # -3 below 5 is another figure


def _in_table(pieces: Sequence[_Piece], at: int) -> bool:
    """Tell whether short words and figures stand in turn, or several figures in a row."""
    around = pieces[max(0, at - 1) : at + 2]
    if any(one.run and other.run and not _is_formula(one.text, other.text) for one, other in pairwise(around)):
        return True
    words = (*pieces[at - 1 : at], *pieces[at + 1 : at + 2])
    figures = (*pieces[max(0, at - 2) : at - 1], *pieces[at + 2 : at + 3])
    return all(len(word.text) < _WORD and word.text.isalnum() for word in words) and any(
        figure.run and _FIGURE.fullmatch(figure.text) for figure in figures
    )
