"""Where a page breaks a sentence off: the sign that a line between two of text is a page's, and none of it."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.document import Line

_ENDS = "。!?….:;”’」』\uff01\uff1f\uff1a\uff1b"


def breaks_off_above(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the line before one ends without the end of a sentence."""
    return index > 0 and len(lines[index - 1].text) > 8 and lines[index - 1].text[-1] not in _ENDS
