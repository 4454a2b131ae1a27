"""The title without the site's suffix, the file's ending and the offers behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from cleaners.breadcrumb import STEP
from cleaners.document import Line
from cleaners.findings import Findings, find_in_lines
from cleaners.phrases import Matcher, key_of
from cleaners.rulebook import Rule
from cleaners.site_words import is_offer, is_site_name
from cleaners.values import TYPES
from cleaners.view import View

_SEPARATOR = re.compile(r"\s+[-–—|｜_·•»>]+\s+|\s*[_|｜]+\s*|\s*[-–—]{1,2}\s*(?=[^-–—_|｜]{2,16}$)")
_ENDING = re.compile(rf"\s*[.．](?:{TYPES})(?=$|[\s_-])", re.IGNORECASE)
_PAGES = re.compile(r"\s*[(（](?:共)?\d{1,5}页(?:珍藏版)?[)）]\s*$")
_ORIGINAL = re.compile(r"^\s*[【\[［](?:原创?|转载?|精|荐)[】\]］]\s*")
_QUOTED = re.compile(r"《([^《》]+)》(?:全文(?:阅读)?)?")
_LONGEST = 200
_SITE_NAME = 8
_TELLING = 6
_LEAST = 2
_READ = 1000
_HEAD_LINES = 40
_TITLE_LINES = 6
_FACTS_BELOW = 2
_ITEM = re.compile(r"[(（]?\d{1,3}[.、．)）]")
_FULL = 0.8
_COMMA = re.compile(r"[，,；;]")
_SENTENCE = re.compile(r"[。，,;；:：、]$|[。；;].")


def bare_title(title: str, *, site_name: str | None = None, shown: Iterable[str] = ()) -> str | None:
    """Return the title alone.

    Args:
        title: as the page's head or its first line has it.
        site_name: the site's name where the page states it (``og:site_name``).
        shown: headings that the page shows; one that the title starts with tells where the title ends, as does one that
            has the beginning of the title in it.
    """
    title = " ".join(title[:_READ].split())
    headings = sorted({bare for heading in shown if (bare := _trim(heading))}, key=len, reverse=True)
    key = key_of(title)
    for heading in headings:
        heading_key = key_of(heading)
        if len(heading_key) > _LEAST and key.startswith(heading_key) and not _names_site(heading_key, key):
            return heading
    kept = title
    while (cuts := [*_SEPARATOR.finditer(kept)]) and _is_suffix(kept[cuts[-1].end() :], site_name):
        kept = kept[: cuts[-1].start()]
    return _within(kept, headings) or _trim(kept)


def _names_site(heading: str, title: str) -> bool:
    """Tell whether a heading is the site's name, which the title begins with as well."""
    return heading != title and len(heading) <= _SITE_NAME and is_site_name(heading)


def _within(title: str, headings: Iterable[str]) -> str | None:
    """Return the beginning of a title, up to a separator, that a heading shows with something else: ``[期中] T``."""
    keys = [key_of(heading) for heading in headings]
    for cut in reversed([*_SEPARATOR.finditer(title)]):
        part = _trim(title[: cut.start()])
        if part and len(part) >= _TELLING and any(key_of(part) in key for key in keys):
            return part
    return None


def _is_suffix(part: str, site_name: str | None) -> bool:
    key = key_of(part)
    if not key or is_offer(key) or key.startswith("poweredby"):
        return True
    if site_name and key_of(site_name) in (key, key.removeprefix("www.")):
        return True
    return is_site_name(key)


def _trim(title: str) -> str | None:
    title = _ORIGINAL.sub("", " ".join(title.split()))
    title = _PAGES.sub("", title)
    title = _ENDING.sub("", title)
    parts = re.split(r"[_\s|-]+", title)
    while len(parts) > 1 and is_offer(key_of(parts[-1])):
        title = title[: title.rindex(parts[-1])].rstrip("_ |-")
        parts.pop()
    title = title.strip(" \t_|")
    if quoted := _QUOTED.fullmatch(title):
        title = quoted[1]
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
    whole = " - ".join(dict.fromkeys(part for part in (raw, head.title) if part))
    return whole, bare_title(raw, site_name=head.metas.get("og:site_name"), shown=shown)


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
    place = _pointed_at(lines, known, dict(zip(keys, places, strict=True)))
    if place is None and places:
        place = places[0]
    head = lines[place].text if place is not None else None
    if not head or len(head) > _LONGEST or _SENTENCE.search(head) or _is_wrapped(head, lines[place:]):
        return None
    return head


def _pointed_at(lines: Sequence[Line], known: Findings, unknown: Mapping[str, int]) -> int | None:
    """Return the place of the line that a breadcrumb ends with, or that several facts stand right below."""
    for finding in known.values():
        steps = STEP.split(finding.facts.get("category") or "")
        if (place := unknown.get(key_of(steps[-1]))) is not None:
            return place
    for place in unknown.values():
        below = [known[at].facts for at in range(place + 1, place + 1 + _FACTS_BELOW) if at in known]
        if len(below) == _FACTS_BELOW and all(below) and not _ITEM.match(lines[place].text):
            return place
    return None


def _is_wrapped(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether a first line is prose that fills the width of the lines, not a title."""
    return bool(_COMMA.search(text)) and len(text) >= _FULL * max(len(line.text) for line in lines[:_HEAD_LINES])
