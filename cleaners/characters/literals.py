"""Parts of a line whose marks are their own: addresses, paths, code."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from cleaners.lazily import lazily

_QUOTED: Final = r"""(?:"[^"]*"|'[^']*')"""
_IN_NAME: Final = r"[^\s/\\.,;:!?<>|*\"'“”\uff0c\uff1a\uff1b\uff01\uff1f\u3002\u3001]"
# Folders, then what is ASCII or has an ending: the text goes on right behind a path.
_IN_PATH: Final = (
    rf"(?:(?:[\w.%+~-]+|{_IN_NAME}+)[\\/])*"
    rf"(?:{_IN_NAME}+\.[A-Za-z][A-Za-z0-9]{{0,4}}(?![\w.])|[\w%+~-]+(?:\.[\w%+~-]+)*)?"
)
_LITERAL: Final = lazily(
    r"(?:(?:https?|ftp)://|www\.)[\x21-\x7e]*[\w/=&#%~+$@*-]"  # the mark behind an address is the sentence's
    r"|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    rf"|\b[A-Za-z]:[\\/]{_IN_PATH}|(?<![\w/])~?/[\w.-]+/{_IN_PATH}"
    r"|`[^`]+`"
    rf"|\b[A-Za-z_][\w.]{{0,64}}\([\x20-\x26\x2a-\x7e]*{_QUOTED}[^()]*\)"  # a call with a text among its arguments
    rf"|(?:=|<<|(?<![\w-])(?:return|echo|case|print|--?[A-Za-z][\w-]*)(?=[\s=\"']))[\s=]?{_QUOTED}"
    # SQL has a further word of its own, a call or its semicolon; prose may begin so, too (SELECT 语句,用于查询)
    r"|^(?:(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\s(?=.*(?:\b(?:FROM|INTO|SET|VALUES|WHERE|SELECT)\b|\w ?\(|;\s*$))"
    r"|CREATE TABLE\s(?=.*\())[^\uff0c\u3002]*$"
    rf"|[\[{{]\s*{_QUOTED}[^\[\]{{}}]*[\]}}]"
    rf"|^{_QUOTED}\s*:\s*(?:{_QUOTED}|[\w.-]+|[\[{{])\s*,?$"  # a member of a JSON object
    rf"|\"[\w-]+\"\s*:\s*{_QUOTED}"
    r"|\0",
    re.A,
)
STAND_IN: Final = "\0"
"""Stands for a literal while the rest of its line is rewritten; a NUL of the line is a literal itself."""


def around_literals(line: str, rewrite: Callable[[str], str]) -> str:
    """Rewrite a line but for its literals, each of which ``rewrite`` sees as one ``STAND_IN`` and must keep."""
    literals = _LITERAL.findall(line)
    if not literals:
        return rewrite(line)
    pieces = rewrite(_LITERAL.sub(STAND_IN, line)).split(STAND_IN)
    return "".join([part for pair in zip(pieces, [*literals, ""], strict=True) for part in pair])


def without_literals(line: str) -> str:
    """Return a line with ``STAND_IN`` for each literal."""
    return _LITERAL.sub(STAND_IN, line)
