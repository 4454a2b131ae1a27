"""The bar over a piece of code on a page: the language, and a button that copies it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule

CODE_BAR: Final = Rule("code-bar", "certain")
_LONGEST: Final = 32  # characters
_BAR: Final = lazily(
    r"(?i)(?:[a-z][a-z+#./ -]{0,15}|代[码碼]|代[码碼][块塊]|示例)?\s?"
    r"(?:(?:[复複][制製](?:代[码碼]|成功)?|copy(?: code)?|copied!?|[运運]行|收起|展[开開]|全屏)\s?)+"
)


def find_code_bars(lines: Sequence[Line], found: Findings) -> None:
    """Find such lines right above code or below it, in ``found`` (in place).

    Args:
        lines: the main content of a page.
        found: what the rules found in it.
    """
    for place, (line, after) in enumerate(pairwise(lines)):
        bar = place if after.tag == "pre" else place + 1 if line.tag == "pre" else -1
        if bar < 0 or lines[bar].tag == "pre" or len(lines[bar].text) > _LONGEST:
            continue
        if _BAR.fullmatch(lines[bar].text):
            found[bar] = Finding(CODE_BAR, {}, lines[bar])
