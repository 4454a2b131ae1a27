"""Lines of a text dump above its title: whether they are surely the site's, or may be the document's own."""

from __future__ import annotations

from typing import Final

from cleaners.chrome.site_notices import is_slogan
from cleaners.facts.breadcrumb import STEPS
from cleaners.lazily import lazily
from cleaners.rules.strangers import NUMBERED, width
from cleaners.rules.vocabulary import site_share

_OF_SITES: Final = 0.4  # share of a site's words
_WIDE: Final = 160  # columns
_TEXT: Final = lazily(
    r"[。；]|.{16}[，,].{16}|[。；，,：:]$|[〔［\[(（](?:19|20)\d\d[〕］\])）]\s?(?:第\s?)?\d+\s?[号號]"
)


def is_sites(text: str) -> bool:
    """Tell whether a line is surely the site's: made of its words, or a path."""
    return len(text) <= _WIDE and (site_share(text) >= _OF_SITES or is_slogan(text) or STEPS.search(text) is not None)


def is_own(text: str) -> bool:
    """Tell whether a line may be the document's own: text, a numbered heading, an office's number."""
    return (
        len(text) > _WIDE or width(text) > _WIDE or NUMBERED.match(text) is not None or _TEXT.search(text) is not None
    )
