"""Dumps in which every inline element became a line of its own: figures, quotation marks, and what follows them.

No line of a text begins with a comma or consists of an opening quotation mark. Where some do, they and the figures
among them are parts of the lines around them; in the menus and lists around such a text nothing is joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily

_CLOSES: Final = "，。；：、！？”’》）】"
_UNITS: Final = "%％℃"
_OPENS: Final = "“‘《（【"
_QUOTED: Final = frozenset("”’》）")  # behind one in a line of its own the sentence goes on
_FIGURE: Final = lazily(r"[+-]?\d[\d.,:/-]*[%％℃+]?")
_ROLE: Final = lazily(r"[^\W\d_]{1,4}[:：]\S|[一二三四五六七八九十]{1,2}、")
_NAME: Final = lazily(r"[A-Za-z][\w+./-]{0,15}")
_ENDED: Final = "。！？；：!?;:"
_MARK: Final = lazily("[，；。]")
_PIECE: Final = 16  # characters of a run; behind a full line, a plain wrap sets marks at the beginning as well
_WORDS: Final = 5  # characters of a line that is text, beside a figure or a mark by itself
_FEW: Final = 2  # torn lines
_SHARE: Final = 0.015  # of all lines
_SEVERAL, _MUCH = 4, 0.03  # ... that tell by themselves; fewer do in prose alone
_BESIDE: Final = 6  # lines beside one of few, one of which is prose
_PROSE: Final = 18  # characters of a line of it
_TOLD: Final = 4  # torn lines for each that ends a sentence, at most
_AROUND: Final = 20  # lines beside a torn one


def join_runs(lines: list[Line]) -> list[Line]:
    """Join the runs of text that a dump has line by line, without a space between; white space alone changes."""
    texts = [line.text for line in lines]
    torn = [at for at in range(1, len(lines) - 1) if _is_torn(*texts[at - 1 : at + 2])]
    few = len(torn) < max(_SEVERAL, _MUCH * len(lines))
    if len(torn) < max(_FEW, _SHARE * len(lines)) or (few and not all(_in_prose(texts, at) for at in torn)):
        return lines  # most dumps
    if _TOLD * sum("。" in text for text in texts) < len(torn):
        return lines  # verse
    around = _BESIDE if few else _AROUND
    near = {at for place in torn for at in range(place - around, place + around + 1)}
    figures = [_FIGURE.fullmatch(text) is not None for text in texts]
    joined = lines[:1]
    taken = False  # the line before is a figure that text goes on from
    for at in range(1, len(lines)):
        before, text = joined[-1].text, texts[at]
        several = figures[at - 1] or any(figures[at + 1 : at + 2]) or figures[at + 2 : at + 4] == [True, True]
        alone = figures[at] and not several  # several are a table
        below = texts[at + 1] if at + 1 < len(texts) else ""
        goes_on = at in near and at - 1 in near and not (figures[at] and not alone)
        if figures[at]:
            told = before[-1] not in _ENDED and (len(before) >= _WORDS or before[-1] in "、，") and below[:1].isalpha()
            begins = below[:1] == "年" and not _MARK.search(before)  # a year, below a heading
            goes_on = goes_on and ((told and not begins) or below[:1] in tuple(_CLOSES))
            taken = alone and (goes_on or ((begins or before[-1] in _ENDED) and len(below) >= _WORDS))
        else:
            closed = texts[at - 1] in _QUOTED and text[0].isalpha()
            named = below[:1] in tuple(_CLOSES) and _NAME.fullmatch(text) and len(before) >= _WORDS
            going = _goes_on(before, texts[at - 1], text) or (named and before[-1] not in _ENDED)
            goes_on = goes_on and bool(going or closed or (taken and text[0] not in _OPENS))
            taken = False
        if goes_on:
            joined[-1] = joined[-1]._replace(text=before + text, broken=lines[at].broken)
        else:
            joined.append(lines[at])
    return joined


def _is_torn(before: str, text: str, after: str) -> bool:
    """Tell whether a line is a part of those around it: a mark that begins none, or one that opens what follows."""
    if len(text) == 1 and text not in _OPENS and len(before) < _WORDS:
        return False  # of a table
    if text in _OPENS:
        return len(after) > 1
    if text[0] in _UNITS:
        return _FIGURE.fullmatch(before) is not None
    return text[0] in _CLOSES and len(before) <= _PIECE and (before[-1].isalnum() or before[-1] in _UNITS)


def _in_prose(texts: Sequence[str], at: int) -> bool:
    """Tell whether a longer line stands near a torn one, none of which begins with a label: no verse and no roles."""
    beside = texts[max(0, at - _BESIDE) : at + _BESIDE + 1]
    return max(map(len, beside)) >= _PROSE and not any(map(_ROLE.match, beside))


def _goes_on(text: str, piece: str, after: str) -> bool:
    """Tell whether the next line is of the same line of text, whose last piece is given, or of one that breaks off."""
    if (after[0] in _CLOSES and text[-1] not in _ENDED) or text[-1] in _OPENS:
        return True
    if after in _OPENS:
        return text[-1].isalnum() or text[-1] in "”’》）"
    breaks_off = text[-1] in "，、" or (text[-1].isalnum() and _MARK.search(text) is not None)
    return breaks_off and after[0].isalpha() and min(len(piece), len(after)) <= _PIECE
