"""What a box within a text offers readers (``rules/offers.toml``), and how a document's own boxes begin."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.rules.traditional import to_simplified

_DAY: Final = lazily(r"\d月\s?\d{1,2}日")  # of an event that the document tells of


@cache
def _wordings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = read_table("rules", "offers.toml")
    return re.compile("|".join(table["offers"])), re.compile("|".join(table["own"]))


def folded(text: str) -> str:
    """Return what the wordings are compared with: simplified characters, lower case."""
    return to_simplified(text).lower()


def offers(said: str) -> bool:
    """Tell whether a few lines, folded, offer readers what a site has for them, or urge them to take it."""
    return _wordings()[0].search(said) is not None and not _DAY.search(said)


def begins_as_own(said: str) -> bool:
    """Tell whether a few lines, folded, begin with a number, a label of notes or quoted speech, as own boxes do."""
    return _wordings()[1].match(said) is not None
