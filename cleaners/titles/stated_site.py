"""What a page with markup calls its site: in its head, and in the line of its foot that says whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cleaners.markup.head import Head
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_site_name, owns_site
from cleaners.site import site_of
from cleaners.view import View

_METAS: Final = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_PUBLISHERS: Final = ("publisher", "isPartOf", "provider")  # of schema.org
_SHORT: Final = 2  # characters


def is_stated_site(key: str, view: View) -> bool:
    """Tell whether a part of a title is the site's name: by its words, or since the page calls its site so.

    Args:
        key: of the last part of a title, behind a separator (``phrases.key_of``).
        view: the page.
    """
    if is_site_name(key):
        return True
    if len(key) < _SHORT:
        return False
    if any(key in (key_of(name), key_of(name).removeprefix("www.")) for name in _stated(view.head)):
        return True
    if key.isascii() and (site := site_of(view.url)) and key in (site, site.partition(".")[0]):
        return True
    return owns_site(key, [drop.text for drop in view.drops])


def _stated(head: Head) -> Iterator[str]:
    """Yield the names that a head states."""
    yield from filter(None, map(head.metas.get, _METAS))
    for thing in head.objects:
        for relation in _PUBLISHERS:
            party = thing.get(relation)
            name = party.get("name") if isinstance(party, dict) else None
            if isinstance(name, str):
                yield name
