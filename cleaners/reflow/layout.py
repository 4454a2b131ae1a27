"""Lines that do not wrap: rows of columns, leaders of tables of contents, code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from cleaners.lazily import lazily
from cleaners.reflow.sizes import HAN

_HAN = lazily(f"[{HAN}]")
_GAP = lazily(r"(?<=\S) {3,}(?=\S)")
# Nobody justifies so; letters of a label may be spaced.
_WIDE_GAP = lazily(r"(?<=[^\s\uff08(【\[〔<《][^\s\uff08(【\[〔])[ \u3000]*\u3000[ \u3000]+(?=[^\s\uff09)】\]〕])")
_COLUMNS = lazily(r"\t|(?:\. ?){4,}|…{3,}|·{4,}|[│┃|\uff5c].*[│┃|\uff5c]")
_BLANK_FIELD = lazily(r"^(?:[^,\uff0c。_]{1,20}+_{4,}+[^\s_]{0,2}+\s*+)++$")  # labels and blanks to fill in
_COMMAND = lazily(
    r"\s*(?:(?:sudo|cd|apt|git|import|def|return) "
    r"|(?:echo|rsync|mkdir|chmod|curl|wget|ssh|scp|systemctl) (?=.*[-/$\"\'~]))"
)
_CODE = lazily(
    r"(?:^|\s)(?:\$|#|>|%) \S|[{}\\]$|(?:^\S+|[^\w\s]);$|^\S+=\S*$|^</?\w|[|&]{2}|[a-zA-Z]\(\)|"
    rf"^{_COMMAND.pattern}"
)
_LAYOUT_SIGN = lazily(r"[\t.…·│┃|\uff5c_$#>%{}\\;=<&(]")  # of all these, but for the commands


def is_layout(text: str) -> bool:
    """Tell whether a line is a row of columns, a leader of a table of contents, or code: nothing that wraps."""
    if "\u3000" in text and _WIDE_GAP.search(text):
        return True
    if not _LAYOUT_SIGN.search(text) and not _COMMAND.match(text):
        return False
    return bool(_COLUMNS.search(text) or _BLANK_FIELD.search(text)) or bool(
        _CODE.search(text) and len(_HAN.findall(text)) * 3 < len(text)
    )


def layouts(texts: Sequence[str]) -> list[bool]:
    """Tell which lines do not wrap: by themselves, or as rows, whose gaps stand below those of their neighbours.

    A gap of a line alone is a hole that the reader of a PDF left in running text.
    """
    found = [is_layout(text) for text in texts]
    holed = [place for place, text in enumerate(texts) if "   " in text]
    cells = {place: _cells(texts[place]) for place in holed}
    for place in holed:
        below = cells.get(place + 1)
        if below and _aligned(cells[place], below):
            found[place] = found[place + 1] = True
    return found


def _cells(text: str) -> list[tuple[int, int]]:
    """Return the columns at which the cells behind gaps begin and those at which they end."""
    wide = [0, *accumulate(2 if char > "\u2e7f" else 1 for char in text)]
    gaps = [gap.span() for gap in _GAP.finditer(text)]
    ends = [start for start, _ in gaps[1:]] + [len(text)] * bool(gaps)
    return [(wide[start], wide[end]) for (_, start), end in zip(gaps, ends, strict=True)]


def _aligned(above: Sequence[tuple[int, int]], below: Sequence[tuple[int, int]]) -> bool:
    """Tell whether two lines have cells that begin or end at the same column, or three cells and more."""
    if len(above) == len(below) >= 2:
        return True
    return any(abs(a[0] - b[0]) <= 2 or abs(a[1] - b[1]) <= 2 for a in above for b in below)
