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
_VIEWS: Final = "(?:运行|運行|收起|展开|展開|全屏)"
_BAR: Final = lazily(
    r"(?i)(?:(?:python|py|java|javascript|js|typescript|ts|jsx|bash|shell|sh|powershell|console|json|xml|html|css|scss"
    r"|sql|c|c\+\+|cpp|c#|csharp|go|golang|rust|ruby|php|perl|swift|kotlin|scala|lua|r|matlab|yaml|yml|toml|ini|text|txt"
    r"|plaintext|diff|vue|nginx|dockerfile|makefile|代[码碼][块塊]?)\s?)?"
    rf"(?:{_VIEWS}\s?)*(?:[复複][制製]代[码碼]|copy code|(?<=\S)(?:[复複][制製]|copy))(?:\s?{_VIEWS})*"
)


def find_code_bars(lines: Sequence[Line], found: Findings) -> None:
    """Find such lines right above code or below it, in ``found`` (in place); a heading is none.

    Args:
        lines: the main content of a page.
        found: what the rules found in it.
    """
    for place, (line, after) in enumerate(pairwise(lines)):
        bar = place if after.tag == "pre" else place + 1 if line.tag == "pre" else -1
        if bar < 0 or lines[bar].tag in ("pre", "p") or lines[bar].level or len(lines[bar].text) > _LONGEST:
            continue
        if _BAR.fullmatch(lines[bar].text):
            found[bar] = Finding(CODE_BAR, {}, lines[bar])
