"""What a site calls itself in languages that part their words: in its foot, behind © and a year."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily

_FOOT: Final = 12  # lines
_READ: Final = 2000  # characters of each
_OWNER: Final = lazily(
    r"(?i:©|\(c\)|copyright|powered by)[\s©]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?[\s©,]*"
    r"([A-Z][A-Za-z0-9]{3,20})(?:\.[a-z]{2,3})?(?=$|[.,|]| (?:Inc|Ltd|LLC|GmbH|from|[Aa]ll|Privacy|Polit|Datenschutz))"
)


def names_in_foot(lines: Sequence[Line]) -> Set[str]:
    """Return the single words by which the last lines of a dump name who owns the site, in lower case."""
    return {found[1].lower() for line in lines[-_FOOT:] for found in _OWNER.finditer(line.text, 0, _READ)}
