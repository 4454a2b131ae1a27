"""The title without the site's suffix, the file's ending and the offers behind it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from cleaners.document import Line
from cleaners.findings import find_in_lines
from cleaners.phrases import Matcher, key_of
from cleaners.rulebook import Rule
from cleaners.values import TYPES
from cleaners.view import View

_SEPARATOR = re.compile(r"\s+[-–—|｜_·•»>]+\s+|\s*[_|｜]+\s*|\s*[-–—]{1,2}\s*(?=[^-–—_|｜]{2,16}$)")
_ENDING = re.compile(rf"\s*[.．](?:{TYPES})(?=$|[\s_-])", re.IGNORECASE)
_PAGES = re.compile(r"\s*[(（](?:共)?\d{1,5}页(?:珍藏版)?[)）]\s*$")
_ORIGINAL = re.compile(r"^\s*[【\[［](?:原创?|转载?|精|荐)[】\]］]\s*")
_LONGEST = 200
_LEAST = 2
_READ = 1000
_HEAD_LINES = 40
_TITLE_LINES = 6
_FULL = 0.8
_COMMA = re.compile(r"[，,；;]")
_SENTENCE = re.compile(r"[。，,;；:：、]$|[。；;].")


@cache
def _words() -> tuple[tuple[str, ...], frozenset[str]]:
    table = tomllib.loads(files("cleaners").joinpath("rules", "title.toml").read_text(encoding="utf-8"))
    return tuple(map(key_of, table["site_words"])), frozenset(map(key_of, table["offers"]))


def bare_title(title: str, *, site_name: str | None = None, shown: Iterable[str] = ()) -> str | None:
    """Return the title alone.

    Args:
        title: as the page's head or its first line has it.
        site_name: the site's name where the page states it (``og:site_name``).
        shown: headings that the page shows; one that starts the title tells where the title ends.
    """
    title = " ".join(title[:_READ].split())
    key = key_of(title)
    for heading in sorted(shown, key=len, reverse=True):
        heading_key = key_of(heading)
        if len(heading_key) > _LEAST and key.startswith(heading_key):
            return _trim(heading)
    kept = title
    while (cuts := [*_SEPARATOR.finditer(kept)]) and _is_suffix(kept[cuts[-1].end() :], site_name):
        kept = kept[: cuts[-1].start()]
    return _trim(kept)


def _is_suffix(part: str, site_name: str | None) -> bool:
    words, offers = _words()
    key = key_of(part)
    if not key or key in offers or (site_name and key_of(site_name) in (key, key.removeprefix("www."))):
        return True
    return len(key) <= 24 and any(word in key for word in words)


def _trim(title: str) -> str | None:
    title = _ORIGINAL.sub("", " ".join(title.split()))
    title = _PAGES.sub("", title)
    title = _ENDING.sub("", title)
    offers = _words()[1]
    parts = re.split(r"[_\s|-]+", title)
    while len(parts) > 1 and key_of(parts[-1]) in offers:
        title = title[: title.rindex(parts[-1])].rstrip("_ |-")
        parts.pop()
    title = title.strip(" \t_|")
    return title[:_LONGEST] if title else None


def page_title(view: View, own: Matcher[Rule] | None = None) -> tuple[str | None, str | None]:
    """Return the title as the page has it, file ending and all, and the bare title.

    Precedence: the profile's selector, the first-level heading that the title starts with, ``og:title``, ``<title>``,
    the first heading; in a dump the first of its first lines that stands there
    again, at once or behind chrome, else its first line.
    """
    if view.is_dump:
        raw = _dump_title(view.lines, own)
        return raw, bare_title(raw) if raw else None
    head = view.head
    offered = [view.stated.get("title"), head.metas.get("og:title"), head.title]
    raw = next((title for title in offered if title and title.strip()), None) or next(iter(view.headings), None)
    if not raw:
        return None, None
    shown = view.headings or _shown_titles(raw, [*view.near, *view.lines[:_TITLE_LINES]])
    return head.title or raw, bare_title(raw, site_name=head.metas.get("og:site_name"), shown=shown)


def _shown_titles(raw: str, lines: Sequence[Line]) -> list[str]:
    """Return lines of a page without headings that are the title up to a separator."""
    starts = {key_of(raw[: found.start()]) for found in _SEPARATOR.finditer(raw)}
    return [line.text for line in lines if starts and len(line.text) <= len(raw) and key_of(line.text) in starts]


def _dump_title(lines: Sequence[Line], own: Matcher[Rule] | None) -> str | None:
    known = find_in_lines(lines[:_HEAD_LINES], None, own)
    for finding in known.values():
        if "title" in finding.facts:
            return finding.facts["title"]
    places = [place for place in range(len(lines[:_HEAD_LINES])) if place not in known]
    keys = [key_of(_trim(lines[place].text) or lines[place].text) for place in places]
    for at, key in enumerate(keys[:_TITLE_LINES]):
        again = keys.index(key, at + 1) if key in keys[at + 1 :] else None
        apart = again is not None and places[again] - places[at] != again - at
        if len(key) > _LEAST and len(lines[places[at]].text) <= _LONGEST and (apart or again == at + 1):
            return lines[places[at]].text
    head = lines[places[0]].text if places else None
    if not head or len(head) > _LONGEST or _SENTENCE.search(head) or _is_wrapped(head, lines[places[0] :]):
        return None
    return head


def _is_wrapped(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether a first line is prose that fills the width of the lines, not a title."""
    return bool(_COMMA.search(text)) and len(text) >= _FULL * max(len(line.text) for line in lines[:_HEAD_LINES])
