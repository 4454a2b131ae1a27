"""``collection.toml``: read, checked key by key, and frozen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar

from scraper.collection.addresses import absolute
from scraper.collection.tables import ConfigurationError, Table, parsed
from scraper.fetch.checks import OptionError, check_cookies, check_proxy, check_value, parse_header

Given = TypeVar("Given")
Kind = Literal["urls", "file", "listing", "sitemap", "feed"]
KINDS: tuple[Kind, ...] = ("urls", "file", "listing", "sitemap", "feed")
FORMATS = ("jsonl", "text", "markdown", "json")

_ANY_KIND = {"tags": list, "include": list, "exclude": list}
_SOURCE_KEYS: Mapping[Kind, Mapping[str, type]] = {
    "urls": {"urls": list},
    "file": {"file": str},
    "listing": {"listing": str, "links": str, "next": str, "max_pages": int},
    "sitemap": {"sitemap": str, "newer_than": date},
    "feed": {"feed": str, "newer_than": date},
}
_FETCH_KEYS = {
    "delay": float,
    "timeout": float,
    "max_bytes": int,
    "retries": int,
    "user_agent": str,
    "header": list,
    "cookies": str,
    "proxy": str,
    "allow_private": bool,
    "max_pages": int,
}
_CLEAN_KEYS = {"script": str, "punctuation": str, "profiles": str, "jobs": int}
_OUTPUT_KEYS = {"formats": list, "name": str}
_TOP_KEYS = {"source": list, "fetch": dict, "clean": dict, "output": dict}


@dataclass(frozen=True, slots=True)
class Source:
    """Where addresses come from.

    Attributes:
        kind: which of ``KINDS``.
        addresses: the pages, or the one listing, sitemap, feed or file.
        tags: go into the record's tags.
        include: patterns (``*`` is anything); an address has to match one of them, if there are any.
        exclude: patterns that an address may not match.
        links: CSS selector of the links of a listing.
        next: CSS selector of the link to a listing's next page.
        max_pages: of a listing.
        newer_than: only what a sitemap or feed dates on or after this day.
    """

    kind: Kind
    addresses: tuple[str, ...]
    tags: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    links: str | None = None
    next: str | None = None
    max_pages: int = 20
    newer_than: date | None = None


@dataclass(frozen=True, slots=True)
class Fetching:
    """``[fetch]``: what is left out is ``None`` and means what ``qingwen fetch`` means by it."""

    delay: float | None = None
    timeout: float | None = None
    max_bytes: int | None = None
    retries: int | None = None
    user_agent: str | None = None
    header: tuple[str, ...] = ()
    cookies: str | None = None
    proxy: str | None = None
    allow_private: bool | None = None
    max_pages: int | None = None


@dataclass(frozen=True, slots=True)
class Cleaning:
    """``[clean]``."""

    script: str = "keep"
    punctuation: str = "keep"
    profiles: str | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """``[output]``."""

    formats: tuple[str, ...] = ("jsonl",)
    name: str = "{published}-{title}-{id}"


@dataclass(frozen=True, slots=True)
class Configuration:
    """A whole ``collection.toml``."""

    sources: tuple[Source, ...] = ()
    fetch: Fetching = field(default_factory=Fetching)
    clean: Cleaning = field(default_factory=Cleaning)
    output: Output = field(default_factory=Output)


def load_configuration(path: Path) -> Configuration:
    """Read and check a collection's configuration.

    Raises:
        ConfigurationError: it cannot be read or is wrong.
    """
    try:
        return read_configuration(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError:
        hint = f"`qingwen init {path.parent}` begins a collection"
        raise ConfigurationError(f"{path}: No such file or directory; {hint}") from None
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: not UTF-8 ({error.reason} at byte {error.start})") from None


def read_configuration(text: str, filename: str) -> Configuration:
    """Check a configuration's text, and that the files it names are there, meant from the folder of ``filename`` on.

    Raises:
        ConfigurationError: not TOML, an unknown key, a wrong type or value.
    """
    table = parsed(text, filename)
    top = Table(text, filename, "", 0, table)
    top.check(_TOP_KEYS)
    rows = table.get("source", [])
    sources = tuple(_source(Table(text, filename, "source", number, row)) for number, row in enumerate(rows))
    fetch, clean, output = (
        Table(text, filename, name, 0, table.get(name, {})) for name in ("fetch", "clean", "output")
    )
    return Configuration(
        sources,
        _fetching(fetch),
        _cleaning(clean),
        _output(output),
    )


def _source(table: Table) -> Source:
    kinds = [kind for kind in KINDS if kind in table.rows]
    known = {key: type_ for kind in kinds or KINDS for key, type_ in _SOURCE_KEYS[kind].items()}
    values = table.check({**known, **_ANY_KIND})
    if len(kinds) != 1:
        raise table.error(kinds[1] if kinds else "source", f"a source has exactly one of {', '.join(KINDS)}")
    (kind,) = kinds
    place = values.pop(kind)
    addresses = place if isinstance(place, tuple) else (place,)
    for key in ("links", "next"):
        if key in values:
            _check_selector(table, key, values[key])
    if kind != "file":
        for address in addresses:
            if absolute(address, "") is None:
                raise table.error(kind, f"{address!r} is no http or https address")
    return Source(kind, addresses, **values)


def _check_selector(table: Table, key: str, css: str) -> None:
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    try:
        LexborHTMLParser("<p></p>").css(css)
    except (SelectolaxError, ValueError, RuntimeError):
        raise table.error(key, f"bad selector {css!r}") from None


def _fetching(table: Table) -> Fetching:
    fetching = Fetching(**table.check(_FETCH_KEYS))
    if fetching.timeout == 0:
        raise table.error("timeout", "must be above 0")
    for text in fetching.header:
        _check(table, "header", parse_header, text)
    if fetching.user_agent:
        _check(table, "user_agent", check_value, fetching.user_agent)
    if fetching.proxy:
        _check(table, "proxy", check_proxy, fetching.proxy)
    if fetching.cookies:
        _check(table, "cookies", check_cookies, table.folder / fetching.cookies)
    return fetching


def _check(table: Table, key: str, check: Callable[[Given], object], value: Given) -> None:
    try:
        check(value)
    except OptionError as error:
        raise table.error(key, str(error)) from None


def _cleaning(table: Table) -> Cleaning:
    cleaning = Cleaning(**table.check(_CLEAN_KEYS))
    if cleaning.punctuation not in ("keep", "full", "half"):
        raise table.error("punctuation", "must be keep, full or half")
    if cleaning.profiles and not (table.folder / cleaning.profiles).exists():
        raise table.error("profiles", f"{table.folder / cleaning.profiles}: no such file or folder")
    if cleaning.script not in ("keep", "simplified", "traditional"):
        from opencc import CONFIGS

        if f"{cleaning.script}.json" not in CONFIGS:
            raise table.error("script", "must be keep, simplified, traditional or a configuration of OpenCC")
    return cleaning


def _output(table: Table) -> Output:
    from output.naming import NameTemplate, TemplateError

    output = Output(**table.check(_OUTPUT_KEYS))
    if not output.formats or not set(output.formats) <= set(FORMATS):
        raise table.error("formats", f"must be one or more of {', '.join(FORMATS)}")
    try:
        NameTemplate.parse(output.name)
    except TemplateError as error:
        raise table.error("name", str(error)) from None
    return output
