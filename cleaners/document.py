"""The types that flow through qingwen: frozen, typed, picklable, never a parse tree."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple


class Further(NamedTuple):
    """What follows the first page of a document that a site spreads over several.

    Attributes:
        bodies: the further pages, in order.
        left: the site has more pages still.
    """

    bodies: tuple[bytes, ...] = ()
    left: bool = False


ALONE = Further()
"""What follows a document's only page."""

HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))
"""Tags of lines that head parts of a document."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was read, before anything is known of it.

    Attributes:
        body: the bytes as they were saved or came over the wire (content encodings undone).
        source: path as given, ``path#offset`` in a container, ``-``, or the URL.
        url: address of the page where known.
        content_type: the Content-Type header where known.
        fetched_at: ISO 8601 UTC time of the download, ``None`` where it was not fetched by us.
        further: the further pages of the same document.
        not_after: ISO 8601 date; the page states nothing of later days (time of fetch, or the file's own time).
    """

    body: bytes
    source: str
    url: str | None = None
    content_type: str | None = None
    fetched_at: str | None = None
    not_after: str | None = None
    further: Further = ALONE


class Line(NamedTuple):
    """One visual line or block of a page, with what the tree said of it; after reflow, one paragraph.

    A tuple, since pages have thousands of them and tuples are what Python makes fastest.

    Attributes:
        text: the characters, without line ends.
        tag: name of the block element that holds it (``p``, ``h2``, ``li``, ``tr``, ``pre``, ``div``, ``img`` ...);
            empty in a text dump. A ``tr`` line holds its cells separated by tabs. An ``img`` line holds the alt text
            and never reaches ``Document.text``.
        level: heading level 1 to 6 for ``h1``-``h6``; nesting depth from 1 for ``li``; else 0.
        depth: depth of the element in the tree; 0 in a dump.
        links: share (0 to 1) of the characters that stand inside links.
        box: number of the block container that holds the line (lines of one box are siblings); rows of one table
            share a box. 0 in a dump.
        broken: the line ended at a ``<br>``, at a newline of ``<pre>`` or of a dump, not at the end of its block: the
            next line of the same box goes on in the same element.
        page: page of the document that it stood on, as far as known; 0 unknown.
        number: place of the line among the lines of its page, from 0; a joined line keeps its first number.
        mark: label of the subtree it stands in, given by the site profile or the walker: ``content``, ``summary``,
            ``chrome`` or a rule's name.
        indent: columns of white space that stood before it in a dump (an ideographic space is 2); 4 where an author set
            in a line of a page.
        items: numbers of the list items around the line, the outermost first; none in a dump.
        ordinal: by which number the page shows the list item that the line begins; ``None`` for bullets.
    """

    text: str
    tag: str = ""
    level: int = 0
    depth: int = 0
    links: float = 0.0
    box: int = 0
    broken: bool = False
    page: int = 0
    number: int = 0
    mark: str = ""
    indent: int = 0
    items: tuple[int, ...] = ()
    ordinal: int | None = None


class Drop(NamedTuple):
    """A removed line and the name of the rule that removed it; ``number`` is its place among the page's lines."""

    number: int
    rule: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The facts that a page states; ``None`` is what it does not state. Keys as in the record."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    doc_type: str | None = None
    page_count: int | None = None
    file_size: int | None = None
    views: int | None = None
    downloads: int | None = None
    views_text: str | None = None
    access_text: str | None = None
    access: str | None = None
    category: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A cleaned document: its lines (one paragraph, heading, row or image each), its facts, and what was removed."""

    lines: tuple[Line, ...]
    metadata: Metadata
    source: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    complete: bool | None = None
    truncation: str | None = None
    encoding: str = "utf-8"
    profile: str = "generic"
    fetched_at: str | None = None
    drops: tuple[Drop, ...] = ()
    warnings: tuple[str, ...] = ()
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "\n".join([line.text for line in self.lines if line.tag != "img"]))

    @property
    def id(self) -> str:
        """First 16 hex digits of the SHA-256 of the canonical URL, or of the text where there is no URL."""
        return hashlib.sha256((self.url or self.text).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def title(self) -> str | None:
        """Title without site suffix or file ending."""
        return self.metadata.title

    @property
    def page_count(self) -> int | None:
        """Pages of the whole document as the site states it."""
        return self.metadata.page_count

    def to_dict(self) -> dict[str, Any]:
        """Return the record of the contract: its keys in order, ready for JSON."""
        facts = self.metadata
        return {
            "id": self.id,
            "url": self.url,
            "source": self.source,
            "site": self.site,
            "title": facts.title,
            "author": facts.author,
            "published": facts.published,
            "language": self.language,
            "doc_type": facts.doc_type,
            "page_count": facts.page_count,
            "file_size": facts.file_size,
            "views": facts.views,
            "downloads": facts.downloads,
            "views_text": facts.views_text,
            "access_text": facts.access_text,
            "access": facts.access,
            "category": list(facts.category) if facts.category else None,
            "tags": list(facts.tags) if facts.tags else None,
            "summary": facts.summary,
            "complete": self.complete,
            "truncation": self.truncation,
            "encoding": self.encoding,
            "profile": self.profile,
            "fetched_at": self.fetched_at,
            "text": self.text,
            "chars": len("".join(self.text.split())),
            "sha256": hashlib.sha256(self.text.encode()).hexdigest(),
            "dropped": dict(sorted(Counter([drop.rule for drop in self.drops]).items())),
            "warnings": list(self.warnings),
        }


@dataclass(frozen=True, slots=True)
class Rejection:
    """A page that gave no document: data, so that it can cross processes and be reported.

    Attributes:
        source: where the bytes came from, as in ``Page.source``.
        stage: ``read``, ``fetch``, ``decode``, ``parse``, ``clean``, ``worker``, ``write``.
        reason: short code, e.g. ``empty``, ``binary``, ``timeout``, ``crashed``, ``robots``, ``http-404``.
        detail: one line for people.
    """

    source: str
    stage: str
    reason: str
    detail: str = ""
    url: str | None = None


class Rejected(ValueError):
    """Raised by ``clean`` where bytes give no document; carries stage, reason and detail of the ``Rejection``."""

    def __init__(self, stage: str, reason: str, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.stage = stage
        self.reason = reason
        self.detail = detail
