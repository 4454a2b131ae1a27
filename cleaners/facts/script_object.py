"""The facts beside a text in a script's object, as an object of schema.org: ``pageCount``, ``view_count``."""

from __future__ import annotations

from typing import Any, Final

from cleaners.lazily import lazily
from cleaners.values import TYPES

_ENDING: Final = lazily(rf"(?i)\.?(?:{TYPES})")
_PLAIN: Final = {
    "numberOfPages": ("pagecount", "totalpage", "totalpages", "pagetotal"),
    "contentSize": ("filesize", "docsize", "size"),
    "fileFormat": ("format", "filetype", "fileformat", "doctype", "fileext", "ext", "extension"),
    "datePublished": ("publishedat", "publishtime", "publishdate", "pubdate", "uploadtime", "uploaddate", "uploadedat"),
    "dateCreated": ("createdat", "createtime", "createdate", "createdtime"),
    "isAccessibleForFree": ("isfree",),
}
_COUNTED: Final = {
    "ReadAction": ("viewcount", "viewscount", "readcount", "viewnum", "readnum", "views", "viewtimes"),
    "DownloadAction": ("downloadcount", "downloadscount", "downloadnum", "downloads", "downloadtimes"),
}
_OF_LISTS: Final = frozenset(("number", "list", "records", "pagesize", "pageable"))  # pages of an answer, not of a text
_SIZE: Final = lazily(r"(?i)\d[\d.,]*\s?(?:[KMG]i?B?|bytes|B)")
_PEOPLE: Final = ("uploader", "author", "uploaduser", "authorname", "uploadername")
_NAMES: Final = ("nickname", "name", "username", "displayname")
_LEAST: Final = 2  # facts of an object that speaks of a document


def facts_beside(item: dict[str, Any]) -> dict[str, Any]:
    """Return what an object with a document's text states of it, by the names of schema.org; nothing of another one."""
    plain = _plain(item)
    if not _OF_LISTS.isdisjoint(plain):
        plain = {key: value for key, value in plain.items() if not key.startswith("totalpage")}
    found: dict[str, Any] = {}
    for name, keys in _PLAIN.items():
        value = next((plain[key] for key in keys if key in plain), None)
        if value is not None and _can_be(name, value):
            found[name] = value
    counters = [
        {"interactionType": kind, "userInteractionCount": plain[key]}
        for kind, keys in _COUNTED.items()
        for key in keys
        if type(plain.get(key)) is int
    ]
    if len(found) + len(counters) < _LEAST:
        return {}
    if author := next(filter(None, (_name(plain[key]) for key in _PEOPLE if key in plain)), None):
        found["author"] = author
    return {**found, "interactionStatistic": counters}


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    """Return an object with its keys in lower case, without the signs that part their words."""
    return {key.lower().replace("_", "").replace("-", ""): value for key, value in item.items()}


def _can_be(name: str, value: Any) -> bool:
    """Tell whether a value is of the kind that its name says: a number of pages, a size with its unit."""
    if name == "isAccessibleForFree":
        return isinstance(value, bool)
    if name == "fileFormat":
        return isinstance(value, str) and _ENDING.fullmatch(value) is not None
    if name == "numberOfPages":
        return type(value) is int and value > 0
    return isinstance(value, str) and (name != "contentSize" or _SIZE.fullmatch(value) is not None)


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = next(filter(None, map(_plain(value).get, _NAMES)), None)
    return value if isinstance(value, str) else None
