"""Facts that a page states for machines: JSON-LD and microdata (schema.org), OpenGraph and other meta tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, Final

from cleaners.facts.breadcrumb import trim_path
from cleaners.lazily import lazily
from cleaners.markup.head import Head
from cleaners.rules.keys import key_of
from cleaners.values import TYPES, read_date

_PUBLISHED: Final = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "og:document:published_time",
    *("og:article:published_time", "og:release_date", "citation_publication_date", "citation_date", "dc.date.issued"),
    *("dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "sailthru.date", "parsely-pub-date"),
    *("weibo:article:create_at", "article_date_original", "publication_date", "publish_date", "date"),
)
_AUTHOR: Final = (
    *("article:author", "og:document:author", "og:article:author", "author", "og:author", "citation_author"),
    *("dc.creator", "dcterms.creator", "dc.contributor.author", "sailthru.author", "parsely-author"),
    "dc.contributor",  # of patents: who invented it
)
_PARTED: Final = lazily(r"[-–—_|｜]+")
_PERSONAL: Final = lazily(r"的|之|[’']s\b|blog|博客|日[志誌]|空[间間]|小站|[笔筆][记記]|[随隨][笔筆]|[专專][栏欄]")
_NOBODY: Final = lazily(
    r"@|^[A-Za-z]{0,2}_?\d+$|(?:[网網][络絡]|科技|[软軟]件|系[统統]|管理[员員])(?:技[术術]|有限|公司|集[团團]){0,4}$"
    r"|CMS\b|\b(?!Ma?c|De|Di|La|Le|Van|O)[A-Z][a-z]+[A-Z]"  # DedeCMS, SiteWeaver
)
_MACHINE: Final = lazily(  # what office programs write for whoever has not named himself to his machine
    r"(?i)lenovo|founder|dell|hp|asus|acer|thinkpad|administrator|user\d*|pc|windows|microsoft office|wps(?: office)?"
    r"|微软(?:用户|中国)|雨林木风|番茄花园|深度技术|系统天地|mc system|unknown|xp"
)
_ENDING: Final = lazily(TYPES)
_TYPE: Final = ("og:document:type", "document:type")
_PAGES: Final = ("og:document:page", "og:document:pages", "document:page")
_SECTION: Final = ("article:section", "og:article:section")
# What speaks of others than the document.
_OTHERS: Final = (
    *("website", "organization", "person", "list", "action", "application", "offer", "rating", "profilepage"),
    *("imageobject", "videoobject", "audioobject", "comment", "comments", "answer", "review", "listitem", "faqpage"),
)
_COUNTERS: Final = {"readaction": "views", "viewaction": "views", "watchaction": "views", "downloadaction": "downloads"}
_FORMATS: Final = {
    "pdf": "pdf",
    "msword": "doc",
    "wordprocessingml": "docx",
    "ms-powerpoint": "ppt",
    "presentationml": "pptx",
    "ms-excel": "xls",
    "spreadsheetml": "xlsx",
}


def structured_facts(head: Head, not_after: str | None) -> dict[str, str]:
    """Return the facts of a head as text, by their names; of each fact the first source that states it."""
    facts: dict[str, str] = {}
    is_review = _is_review(head)
    for item in head.objects:
        if is_review or not is_of_others(_type_of(item)):
            for fact, value in _facts_of(item):
                if value and (fact != "published" or read_date(value, not_after)):
                    facts.setdefault(fact, value)
    stated = {
        "published": next((date for date in _metas(head, _PUBLISHED) if read_date(date, not_after)), None),
        "doc_type": next(_metas(head, _TYPE), None),
        "page_count": next(_metas(head, _PAGES), None),
        "tags": ", ".join(head.tags) or head.metas.get("keywords") or head.metas.get("news_keywords"),
    }
    metas = {fact: value for fact, value in stated.items() if value}
    return facts | metas if is_review else metas | facts


def states_keywords(head: Head) -> bool:
    """Tell whether an object of schema.org states keywords of the document, besides what the head's meta tags do."""
    return any(item.get("keywords") for item in head.objects if not is_of_others(_type_of(item)))


def _is_review(head: Head) -> bool:
    """Tell whether a page's document is a review: of this the one object speaks, by the title of the page."""
    item = head.objects[0] if len(head.objects) == 1 else {}
    name, title = key_of(_name(item) or ""), key_of(head.title or "")
    return _type_of(item) == "review" and bool(name) and bool(re.match(rf"{re.escape(name)}(?:\W|$)", title))


def is_of_others(kind: str) -> bool:
    """Tell whether a type of schema.org, in lower case, is of something else than a document."""
    return kind.endswith(_OTHERS)


def structured_author(head: Head, title: str | None = None) -> str | None:
    """Return the author that the head names in a meta tag.

    No address, number of an editor, or sample of a template; neither the program that made the page nor its site,
    which the end of the page's title names.
    """
    name = next(_metas(head, _AUTHOR), None)
    if (
        not name
        or "://" in name
        or _NOBODY.search(name)
        or (_MACHINE.fullmatch(name) and name.lower() not in (title or "").lower())
    ):
        return None
    software = head.metas.get("generator", "").split()
    if software and name.startswith(software[0]):
        return None
    site, whole = key_of(_PARTED.split(title or "")[-1]), key_of(title or "")
    return None if site != whole and _is_site(key_of(name), site) else name


def _is_site(name: str, site: str) -> bool:
    """Tell whether a name is that of a site, or of the site that a channel is of; a person's blog has its own."""
    return len(name) > 1 and site.startswith(name) and _PERSONAL.search(site, len(name)) is None


def structured_path(head: Head, title: str | None) -> tuple[str, ...] | None:
    """Return the categories of the first list of breadcrumbs, else the section that the document stands in."""
    for item in head.objects:
        if _type_of(item) == "breadcrumblist" and isinstance(item.get("itemListElement"), list):
            steps = [step for step in item["itemListElement"] if isinstance(step, dict)]
            if all(isinstance(step.get("position"), int) for step in steps):
                steps.sort(key=lambda step: int(step["position"]))
            return trim_path([name for step in steps if (name := _name(step) or _name(step.get("item")))], title)
    sections = (_text(item.get("articleSection")) for item in head.objects if not is_of_others(_type_of(item)))
    section = next(filter(None, (*sections, *_metas(head, _SECTION))), None)
    return trim_path([section], title) if section else None


def _facts_of(item: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Yield the facts of one object of schema.org."""
    for person in _each(item.get("author")):
        name = _text(person) or _name(person)
        yield "author", unescape(name).strip(" ,;") if name else None
    yield "published", _text(item.get("datePublished"))
    yield "published", _text(item.get("dateCreated"))
    yield "published", _text(item.get("pubDate"))  # as Baidu asks sites to name it
    yield "tags", ", ".join(filter(None, map(_text, _each(item.get("keywords")))))
    yield "page_count", _text(item.get("numberOfPages"))
    for file in (item, *_each(item.get("encoding")), *_each(item.get("associatedMedia"))):
        if isinstance(file, dict) and not is_of_others(_type_of(file)):
            yield "file_size", _text(file.get("contentSize")) or _text(file.get("fileSize"))
            stated = (_text(file.get("encodingFormat")) or _text(file.get("fileFormat")) or "").lower()
            named = stated if _ENDING.fullmatch(stated) else None
            yield "doc_type", next((name for sign, name in _FORMATS.items() if sign in stated), named)
    for counter in _each(item.get("interactionStatistic")):
        if isinstance(counter, dict):
            kind = counter.get("interactionType")
            kind = _type_of(kind) if isinstance(kind, dict) else (_text(kind) or "").rpartition("/")[2].lower()
            yield _COUNTERS.get(kind, "none"), _text(counter.get("userInteractionCount"))
    if _text(free := item.get("isAccessibleForFree")):
        said = str(free).lower()
        yield "access", "free" if said.endswith("true") else "paid" if said.endswith("false") else None


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _type_of(item: dict[str, Any]) -> str:
    """Return the type of an object, the first of several, in lower case and without its address."""
    kind = _each(item.get("@type"))[:1]
    return kind[0].rpartition("/")[2].lower() if kind and isinstance(kind[0], str) else ""


def _name(value: Any) -> str | None:
    return _text(value.get("name")) if isinstance(value, dict) else None


def _text(value: Any) -> str | None:
    """Return a value that is text or a number."""
    return str(value).strip() or None if isinstance(value, str | int | float) else None


def _metas(head: Head, names: Iterable[str]) -> Iterator[str]:
    return (head.metas[name] for name in names if name in head.metas)
