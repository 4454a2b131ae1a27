"""What a box within a text offers readers: words that urge them, and for what they gain (``rules/offers.toml``)."""

from __future__ import annotations

import re
from functools import cache

from cleaners.package_data import read_table
from cleaners.rules.traditional import to_simplified


@cache
def _wordings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = read_table("rules", "offers.toml")
    return re.compile("|".join(table["urges"])), re.compile("|".join(table["gains"]))


def offers(text: str) -> bool:
    """Tell whether a few lines urge readers to do something, and name what they gain."""
    folded = to_simplified(text).lower()
    urges, gains = _wordings()
    return urges.search(folded) is not None and gains.search(folded) is not None
