"""The category of a document: the best of the paths that a page shows, else a word behind a label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cleaners.facts.breadcrumb import HOMES, STEP, STEPS, read_path, without_label
from cleaners.facts.finding import Finding
from cleaners.facts.names import HELD
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.vocabulary import site_share

_LONGEST: Final = 30  # characters of a category that no path leads to
_WORDS: Final = lazily(r"[\u4e00-\u9fff]{2,6}(?: [\u4e00-\u9fff]{2,6})+")  # several categories, a link each
_MOSTLY: Final = 0.6  # share of a site's words in a word that is the site's


def read_category(
    stated: str | None,
    found: Iterable[Finding],
    *,
    selected: bool,
    title: str | None,
    raw_title: str | None,
    around: Sequence[str],
) -> tuple[str, ...] | None:
    """Return the steps of the first path that is one; a word behind a label where no path is, since it says less.

    Args:
        stated: what the page states first.
        found: findings, the most trusted first, whose paths count next.
        selected: the profile's selector stated it; else the paths from the site's home come first.
        title: the document's title.
        raw_title: the same with what the site put behind it.
        around: the lines that are not the document's.
    """
    paths = [path for one in found if STEPS.search(path := one.facts.get("category", "").replace(HELD, " "))]
    if stated in paths and not selected:
        site = _site_in(raw_title, title)
        paths.sort(key=lambda path: not _is_from_home(path, site))
        stated = paths[0]
    for whole in (stated, *paths):
        if whole and (steps := read_path(whole, title, raw_title, around)):
            return steps
    word = _word_alone(stated or "")
    return None if word and key_of(word[0]) in (key_of(title or ""), _site_in(raw_title, title)) else word


def _site_in(raw_title: str | None, title: str | None) -> str:
    """Return the key of what a page's title has beside the document's: the site's name."""
    return key_of(raw_title or "").replace(key_of(title or ""), "")


def _word_alone(stated: str) -> tuple[str, ...] | None:
    """Return the category that no sign parts, or those that spaces part behind the site's home."""
    home, _, rest = stated.strip().partition(" ")
    if key_of(home) in HOMES and rest and not STEP.search(stated):
        steps = rest.split()
        return tuple(steps) if all(site_share(step) < _MOSTLY for step in steps) else None
    alone = stated and len(stated) <= _LONGEST and not STEPS.search(stated) and key_of(stated) not in HOMES
    if alone and _WORDS.fullmatch(stated.strip()):
        return tuple(stated.split())
    return (stated.strip(),) if alone else None


def _is_from_home(path: str, site: str) -> bool:
    """Tell whether a path begins at the site's home; items of a menu with an arrow each do not.

    Args:
        path: as shown.
        site: key of what the page's title has beside the document's.
    """
    first = key_of(STEP.split(without_label(path))[0])
    return first in HOMES or first.startswith("首页") or first.endswith("首页") or (len(first) > 1 and first in site)
