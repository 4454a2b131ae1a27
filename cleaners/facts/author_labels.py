"""Labels of sites that name who put a document up in words no rule has: ``传播者``, ``小作者``, ``馆主``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cleaners.facts.labels import bare_label
from cleaners.lazily import lazily

_DOER: Final = lazily(
    r"作者$|[老教讲講][师師]$|[博馆館店號号圈群]主$|^[^\W\d_]{2}[者人員员]$|^\w[友丁]$|用[户戶]$|^\w{0,2}[会會][员員]$"
)
_OF_DOCUMENTS: Final = lazily(
    r"[联聯负負责責收申当當招投承担擔法委受被证證保患候主记記监監见見乙甲审審经經患读讀消病死伤傷老年工军軍客战戰校亲親好]..?$"
)
_LONGEST: Final = 12


def is_author_label(label: str) -> bool:
    """Tell whether a label beside facts of a site names who put the document up, whatever he is called."""
    return _DOER.search(label) is not None and _OF_DOCUMENTS.search(label) is None


def labelled_author(word: str) -> Mapping[str, str] | None:
    """Return the author that a word names behind a label: ``作者：老螺丝``."""
    label, _, value = word.replace("：", ":").partition(":")
    known = bare_label(label.strip())
    is_author = known.fact == "author" if known else is_author_label(label.strip())
    return (
        {"author": value.strip()} if is_author and 1 < len(value.strip()) <= _LONGEST * (1 + value.isascii()) else None
    )
