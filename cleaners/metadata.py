"""The facts of the record, from what a page states, by a stated precedence.

For each fact the first source that states it wins: the site profile's selectors, badges and labelled rows in page
order from the title on, JSON-LD, OpenGraph, other meta tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cleaners.breadcrumb import STEPS, read_path, trim_path
from cleaners.document import Metadata
from cleaners.findings import Finding
from cleaners.head import Head
from cleaners.lazily import lazily
from cleaners.phrases import key_of
from cleaners.values import TYPES, UNIT, read_count, read_date, read_size

_WORD = lazily(r"\w")
_LIST = re.compile(r"[,，;；、|｜\s]+")
_TYPE = lazily(TYPES)
_PROGRAMS = frozenset(("word", "excel", "powerpoint"))  # say less than the ending of a file beside them
_FILE_ENDING = re.compile(rf"\.({TYPES})(?=$|[\s_-])", re.IGNORECASE)
_NO_AUTHOR = lazily(
    r"^[\d\s:./-]+$|^www[.]|[:\uff1a]|^(?:文章|文档|文件|资料|资源|推荐|最新|上传|下载|发布|发表|作者|时间|日期|本文|本站)"
    r"|(?:推荐|上传|下载|发布|发表|作者|时间|日期)$"
)
_FREE = lazily(rf"(?i)(?:[¥￥$]?0(?:\.0+)?(?:{UNIT}|点)?|免费|free)$")
_NOTHING = lazily(r"[^\d.]*0(?:\.0+)?[^\d.]*")  # a price of nothing, whatever it is called
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "og:document:published_time",
)
_AUTHOR = ("article:author", "og:document:author", "author", "og:author")
_TYPE_METAS = ("og:document:type", "document:type")
_PAGE_METAS = ("og:document:page", "og:document:pages", "document:page")


def gather(
    found: Iterable[Finding],
    head: Head,
    stated: Mapping[str, str],
    *,
    title: str | None,
    raw_title: str | None,
    not_after: str | None,
    far: Iterable[Finding] = (),
) -> Metadata:
    """Return the facts of a page.

    Args:
        found: findings with facts, the most trusted first.
        head: what the page's head states; an empty one for a dump.
        stated: facts by the profile's selectors, as text.
        title: the title of the record.
        raw_title: the title with its file ending, which states the document's type.
        not_after: ISO 8601 date after which the page cannot state anything.
        far: findings far from title and text, which state what neither the others nor the head do.
    """
    texts = dict(stated)
    shown: dict[str, str] = {}
    access = None
    for finding in found:
        said = _take(finding, texts, shown, not_after)
        access = access or said
    published = read_date(texts.get("published", ""), not_after) or _head_date(head, not_after)
    author = texts.get("author") or _head_author(head)
    for finding in far:
        said = _take(finding, texts, shown, not_after)
        access = access or said
    if access is None and (price := texts.get("access_text")):
        access, shown["access"] = read_access(price), price
    return Metadata(
        title=title,
        author=author or texts.get("author"),
        published=published or read_date(texts.get("published", ""), not_after),
        doc_type=_doc_type(texts.get("doc_type"), raw_title, head),
        page_count=_whole(read_count(texts.get("page_count") or _first(head.metas, _PAGE_METAS) or "")),
        file_size=_whole(read_size(texts.get("file_size", ""))),
        views=read_count(texts.get("views", "")),
        downloads=read_count(texts.get("downloads", "")),
        views_text=shown.get("views"),
        access_text=shown.get("access"),
        access=access,
        category=_category(texts.get("category"), head, title, raw_title),
        tags=_tags(texts.get("tags") or head.metas.get("keywords"), title),
        summary=texts.get("summary"),
    )


def _take(finding: Finding, texts: dict[str, str], shown: dict[str, str], not_after: str | None) -> str | None:
    """Put what a finding states into ``texts`` and its badges into ``shown``; return what it says of access."""
    for fact, value in finding.facts.items():
        if _may_be(fact, value, not_after):
            texts.setdefault(fact, value)
    if "views" in finding.facts:
        shown.setdefault("views", _badge(finding, "views"))
    if finding.rule.access:
        badge = finding.facts.get("access_text") or finding.line.text.strip()
        shown.setdefault("access", badge)
        if finding.rule.access == "paid" and _NOTHING.fullmatch(badge):
            return "free"
    return finding.rule.access


def _may_be(fact: str, value: str, not_after: str | None) -> bool:
    """Tell whether a value can be what it was found as: a date that is one, an author that is no word of the site."""
    if fact == "published":
        return read_date(value, not_after) is not None
    return fact != "author" or _NO_AUTHOR.search(value) is None


def read_access(price: str) -> str | None:
    """Tell free from paid and vip by a price or badge as shown."""
    if _FREE.match(key_of(price)):
        return "free"
    if re.search(r"vip|会员", price, re.IGNORECASE):
        return "vip"
    return "paid" if read_count(price) else None


def _badge(finding: Finding, fact: str) -> str:
    """Return a badge as shown: the line where it is nothing else, the value where a label stood before it."""
    if badge := finding.facts.get(f"{fact}_text"):
        return badge
    alone = len(finding.facts) == 1 and not finding.rule.name.startswith("labelled")
    return finding.line.text.strip() if alone else finding.facts[fact]


def _whole(value: int | None) -> int | None:
    return value or None


def _first(metas: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _head_date(head: Head, not_after: str | None) -> str | None:
    values = [_text(item.get("datePublished")) for item in head.objects] + [head.metas.get(name) for name in _PUBLISHED]
    return next((day for value in values if value and (day := read_date(value, not_after))), None)


def _head_author(head: Head) -> str | None:
    for item in head.objects:
        author = item.get("author")
        for person in author if isinstance(author, list) else [author]:
            name = _text(person.get("name")) if isinstance(person, dict) else _text(person)
            if name:
                return name
    name = _first(head.metas, _AUTHOR)
    if not name or "://" in name or not _may_be("author", name, None):
        return None
    software = head.metas.get("generator", "").split()
    return None if software and name.startswith(software[0]) else name


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _doc_type(stated: str | None, raw_title: str | None, head: Head) -> str | None:
    types: list[str] = _TYPE.findall(stated.lower()) if stated else []
    if types:
        return next((name for name in types if name not in _PROGRAMS), types[0])
    if raw_title and (ending := _FILE_ENDING.search(raw_title)):
        return ending[1].lower()
    meta = _first(head.metas, _TYPE_METAS)
    return found[0] if meta and (found := _TYPE.search(meta.lower())) else None


def _category(stated: str | None, head: Head, title: str | None, raw_title: str | None) -> tuple[str, ...] | None:
    if stated and (path := read_path(stated, title, raw_title)):
        return path
    if stated and len(stated) <= 30 and not STEPS.search(stated):
        return (stated.strip(),)
    for item in head.objects:
        if item.get("@type") == "BreadcrumbList" and isinstance(item.get("itemListElement"), list):
            steps = [_step_name(step) for step in item["itemListElement"] if isinstance(step, dict)]
            return trim_path([step for step in steps if step], title)
    return None


def _step_name(step: dict[str, Any]) -> str | None:
    inner = step.get("item")
    return _text(step.get("name")) or (_text(inner.get("name")) if isinstance(inner, dict) else None)


def _tags(stated: str | None, title: str | None) -> tuple[str, ...] | None:
    """Split keywords; those that only repeat the title say nothing of their own."""
    if not stated:
        return None
    title_key = key_of(title) if title else ""
    parts = (part.strip("#＃") if part[:1] in "#＃" else part for part in _LIST.split(stated))  # #合同#, but C#
    words = dict.fromkeys(part for part in parts if _WORD.search(part) and key_of(part) != title_key)
    return tuple(words) or None
