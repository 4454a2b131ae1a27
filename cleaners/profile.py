"""Site profiles: one site's knowledge as data, read, checked and matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache, lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from cleaners.document import Metadata
from cleaners.lazily import lazily
from cleaners.package_data import names_in, parse_table, read_text
from cleaners.rules.matcher import Matcher
from cleaners.rules.phrases import facts_of, read_phrase
from cleaners.rules.rulebook import Rule
from cleaners.site import host_of

FACTS = frozenset(field.name for field in fields(Metadata))
_TOP = frozenset(("name", "hosts", "example", "status", "content", "chrome", "summary", "metadata"))
_STATUS = lazily(r"working(?:: .+)?|(?:changed|unknown): .+")


class ProfileError(ValueError):
    """A profile that cannot be used; the message names file, key and line."""


class Profile(NamedTuple):
    """One site's, or one CMS's, knowledge.

    Attributes:
        name: name of the site in the record.
        hosts: host names that it serves; sub-domains of them too.
        example: address of a page that it matches.
        status: ``working``, ``changed: why`` or ``unknown: why``.
        select: CSS selectors of the document's text, the first that matches counts.
        remove: CSS selectors of chrome.
        lines: phrases of lines that the site writes.
        summary: CSS selector of the site's summary.
        metadata: fact -> CSS selector, ``selector@attribute`` for an attribute.
    """

    name: str
    hosts: tuple[str, ...]
    example: str
    status: str = "working"
    select: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    summary: str | None = None
    metadata: tuple[tuple[str, str], ...] = ()

    def serves(self, host: str) -> bool:
        """Tell whether the profile is for a host."""
        return any(host == own or host.endswith("." + own) for own in self.hosts)


@lru_cache(maxsize=64)
def line_matcher(profile: Profile) -> Matcher[Rule] | None:
    """Return a matcher over the profile's own phrases, or ``None`` where it has none."""
    return Matcher([(Rule(f"site:{profile.name}", "certain"), profile.lines)]) if profile.lines else None


def read_profile(text: str, filename: str) -> Profile:
    """Read and check one profile.

    Args:
        text: the TOML.
        filename: name for messages.

    Raises:
        ProfileError: not TOML, an unknown or missing key, a wrong type, a bad selector or phrase.
    """
    import tomllib  # noqa: PLC0415 - only profiles of the user's own need it

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{filename}: {error}") from None
    return _Reader(text, filename).profile(table)


class _Reader:
    """Checks a parsed profile; knows the text so that a message can name the line."""

    def __init__(self, text: str, filename: str) -> None:
        self._rows = text.splitlines()
        self._filename = filename

    def profile(self, table: Mapping[str, Any]) -> Profile:
        self._only(table, "", _TOP)
        content = self._section(table, "content", {"select"})
        chrome = self._section(table, "chrome", {"remove", "lines"})
        metadata = self._section(table, "metadata", FACTS)
        hosts = self._strings(table, "hosts")
        if not hosts:
            raise self._error("hosts", "is missing or empty")
        profile = Profile(
            name=self._string(table, "name") or hosts[0],
            hosts=tuple(host.lower() for host in hosts),
            example=self._string(table, "example") or "",
            status=self._string(table, "status") or "working",
            select=self._strings(content, "select"),
            remove=self._strings(chrome, "remove"),
            lines=self._strings(chrome, "lines"),
            summary=self._string(table, "summary"),
            metadata=tuple((fact, self._string(metadata, fact) or "") for fact in metadata),
        )
        self._check(profile)
        return profile

    def _check(self, profile: Profile) -> None:
        if not _STATUS.fullmatch(profile.status):
            raise self._error(
                "status", "must be working, changed or unknown, the latter two with a reason: 'changed: why'"
            )
        if not profile.example:
            raise self._error("example", "is missing: the address of a page that the profile is for")
        if not profile.serves(urlsplit(profile.example).hostname or ""):
            raise self._error("example", "is not on one of the profile's hosts")
        tree = LexborHTMLParser("<p></p>")
        keyed = [("select", css) for css in profile.select] + [("remove", css) for css in profile.remove]
        keyed += [(fact, css.rpartition("@")[0] or css) for fact, css in profile.metadata]
        keyed += [("summary", profile.summary)] if profile.summary else []
        for fact, css in profile.metadata:
            if css.endswith("@"):
                raise self._error(fact, f"bad selector {css!r}: an attribute's name follows @")
        for key, css in keyed:
            try:
                tree.css(css)
            except (SelectolaxError, ValueError, RuntimeError):
                raise self._error(key, f"bad selector {css!r}") from None
        try:
            for phrase in profile.lines:
                read_phrase(phrase)
            stated = {fact for phrase in profile.lines for fact in facts_of(phrase)}
        except ValueError as error:
            raise self._error("lines", str(error)) from None
        if unknown := sorted(stated - FACTS):
            raise self._error("lines", f"unknown fact {unknown[0]!r}; known: {', '.join(sorted(FACTS))}")

    def _section(self, table: Mapping[str, Any], key: str, known: Iterable[str]) -> Mapping[str, Any]:
        section = table.get(key, {})
        if not isinstance(section, dict):
            raise self._error(key, "must be a table")
        self._only(section, key, known)
        return section

    def _only(self, table: Mapping[str, Any], section: str, known: Iterable[str]) -> None:
        for key in table:
            if key not in known:
                where = f"[{section}]" if section else "a profile"
                raise self._error(key, f"is not a key of {where}; known: {', '.join(sorted(known))}")

    def _string(self, table: Mapping[str, Any], key: str) -> str | None:
        value = table.get(key)
        if value is not None and not isinstance(value, str):
            raise self._error(key, "must be a string")
        return value

    def _strings(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self._error(key, "must be a list of strings")
        return tuple(value)

    def _error(self, key: str, message: str) -> ProfileError:
        pattern = re.compile(rf"""\s*\[*["']?{re.escape(key)}["']?\s*[\]=]""")
        line = next((number for number, row in enumerate(self._rows, start=1) if pattern.match(row)), 1)
        return ProfileError(f"{self._filename}:{line}: {key}: {message}")


@cache
def built_in_profiles() -> tuple[Profile, ...]:
    """Return the profiles that qingwen carries, by file name; constant data, read at the first call."""
    return tuple(map(_built_in, _texts()))


@cache
def _texts() -> dict[str, str]:
    return {name: read_text("sites", name) for name in names_in("sites") if name.endswith(".toml")}


@cache
def _built_in(name: str) -> Profile:
    text = _texts()[name]
    return _Reader(text, name).profile(parse_table(text))


def match_profile(profiles: Iterable[Profile], url: str | None) -> Profile | None:
    """Return the first profile that serves the address, or ``None``."""
    host = host_of(url)
    return next((profile for profile in profiles if profile.serves(host)), None) if host else None


def profile_for(own: Iterable[Profile], url: str | None) -> Profile | None:
    """Return the profile that serves the address, the user's own before the built-in ones, or ``None``."""
    return match_profile(own, url) or match_profile(_candidates(host_of(url) or ""), url)


def _candidates(host: str) -> Iterator[Profile]:
    """Yield the built-in profiles that name the host or a domain above it; parsing all of them costs 5 ms."""
    labels = host.split(".")
    names = [f'"{".".join(labels[start:])}"' for start in range(len(labels) - 1)]
    return (_built_in(file) for file, text in _texts().items() if any(name in text for name in names))
