"""Headings over lists of other documents, by how sites word them: ``rules/others.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from cleaners.package_data import read_table
from cleaners.phrases import key_of

OTHERS: Final = "others"
"""What such a heading speaks for, among the signs of a site."""
_LONGEST: Final = 24  # characters of a heading
_SIGN: Final = re.compile("[荐薦喜看在讀读热熱最同相类類更其排榜]")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(read_table("rules", "others.toml")["headings"]))


def heads_others(text: str) -> bool:
    """Tell whether a line beside a document is a heading over a list of other documents: 看过的人还在看."""
    return len(text) <= _LONGEST and _SIGN.search(text) is not None and _pattern().fullmatch(key_of(text)) is not None
