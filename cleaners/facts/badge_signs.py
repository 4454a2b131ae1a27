"""Signs that a line could state a fact, looked for in whole pages: few lines have one and are read for badges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from cleaners.places import places_with
from cleaners.rules.rulebook import rulebook
from cleaners.rules.traditional import TO_SIMPLIFIED

# Every way to state a fact, told from the character that it is looked for by: a pattern that begins with a plain set of
# characters is several times as fast as one that begins with alternatives.
_COUNTED: Final = (
    r"(?<=[0-9])(?: ?(?:[页頁次人阅閱浏瀏下积積金元点點券万萬千+]|[^\W\d_]{0,3}[币幣豆券贝貝]|[KMGkmg][Bb]?\b"
    r"|(?=[PVRDpvrd])(?i:pages|views|reads|downloads))|(?:(?<=1)9|(?<=2)0)\d\d(?:[-/.年]\d|\b))"
    r"|(?<=[数數量读讀览覽载載]) ?\(?\d|(?<=[¥￥$]) ?\d|(?<=[Vv])[Ii][Pp]|(?<=[免付])[费費]"
)
_LABEL_WORDS: Final = (
    *("by", "type", "size", "pages", "views", "tags", "author", "keywords", "category", "date", "format"),
    *("published", "downloads"),
)


@cache
def _sign() -> re.Pattern[str]:
    simplified = {label[-1] for label in rulebook().labels if not label.isascii()}
    traditional = {chr(code) for code, sign in TO_SIMPLIFIED.items() if chr(sign) in simplified}
    ends = f"[{''.join(sorted(simplified | traditional))}]"
    labels = [rf"(?<={end}{space}[:\uff1a])" for end in (ends, *_LABEL_WORDS) for space in ("", r"\s")]
    return re.compile(rf"[0-9数數量读讀览覽载載¥￥$Vv免付:\uff1a](?:{_COUNTED}|(?<=[:\uff1a])(?i:{'|'.join(labels)}))")


def with_badges(texts: Sequence[str]) -> set[int]:
    """Return the places of the lines that could state a fact."""
    return places_with(_sign(), texts)


def may_have_badges(text: str) -> bool:
    """Tell cheaply whether a line could state a fact: few lines go on from here."""
    return _sign().search(text) is not None
