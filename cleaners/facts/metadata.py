"""The facts of the record, from what a page states, by a stated precedence.

For each fact the first source that states it wins: the site profile's selectors, badges and labelled rows in page
order from the title on, JSON-LD, OpenGraph, other meta tags.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from cleaners.document import Metadata
from cleaners.facts.access_notices import is_access_notice
from cleaners.facts.attachments import without_attachments
from cleaners.facts.authors import author_of, may_be_author
from cleaners.facts.category import read_category
from cleaners.facts.counted_pages import pages_behind_title
from cleaners.facts.document_type import labelled_archive, named_type, read_type
from cleaners.facts.finding import Finding
from cleaners.facts.keywords import own_keywords, read_tags
from cleaners.facts.names import HELD
from cleaners.facts.price import is_nothing, overrules, points_of_file, price_alone, read_access
from cleaners.facts.publication_day import days_put_up
from cleaners.facts.structured import states_keywords, structured_author, structured_facts, structured_path
from cleaners.markup.head import Head
from cleaners.values import read_count, read_date, read_size

_CITES: Final = frozenset("^↑")  # what a source begins with that leads back to the text


def gather(
    found: Sequence[Finding],
    head: Head,
    stated: Mapping[str, str],
    *,
    title: str | None,
    raw_title: str | None,
    not_after: str | None,
    far: Sequence[Finding] = (),
    around: Sequence[str] = (),
    document: Sequence[str] = (),
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
        around: the lines that are not the document's.
        document: those that are: keywords of which it has none are the site's.
    """
    found = without_attachments(found)
    far = [one for one in without_attachments(far) if one.line.text[:1] not in _CITES]
    declared = _declared(head, title, raw_title, not_after, around, document)
    shown = _shown(found, far, stated, declared, not_after)
    access, access_text = _access(shown, around)
    texts = declared | shown.texts
    return Metadata(
        title=title,
        author=author_of(author, title) if (author := texts.get("author")) else None,
        published=read_date(texts.get("published", ""), not_after),
        doc_type=read_type(
            labelled_archive(found) or named_type(shown.texts.get("doc_type"), [*found, *far]),
            raw_title,
            declared.get("doc_type"),
            head.title or _first_line(around, title),
        ),
        page_count=read_count(texts.get("page_count", "")) or pages_behind_title(raw_title, title),
        file_size=read_size(texts.get("file_size", "")) or None,
        views=read_count(texts.get("views", "")),
        downloads=read_count(texts.get("downloads", "")),
        views_text=shown.views,
        access_text=access_text,
        access=access or declared.get("access"),
        category=read_category(
            shown.texts.get("category"),
            [*found, *far],
            selected="category" in stated,
            title=title,
            raw_title=raw_title,
            around=around,
        )
        or structured_path(head, title),
        tags=read_tags(texts.get("tags"), title, document),
        summary=texts.get("summary"),
    )


def _first_line(around: Sequence[str], title: str | None) -> str | None:
    """Return the first line of a dump where it begins with the title, as what a browser shows in its frame does."""
    return next((text for text in around[:1] if title and text.startswith(title)), None)


def _declared(
    head: Head,
    title: str | None,
    raw_title: str | None,
    not_after: str | None,
    around: Sequence[str],
    document: Sequence[str],
) -> dict[str, str]:
    """Return what a page declares for machines and can be the document's."""
    declared = structured_facts(head, not_after)
    keywords = declared.get("tags")
    if keywords and keywords == head.metas.get("keywords") and not states_keywords(head):
        declared.pop("tags")
        if own := own_keywords(keywords, head.title or "", title or "", around, document):
            declared["tags"] = own
    if "author" in declared and not may_be_author(declared["author"]):
        del declared["author"]
    if "author" not in declared and (author := structured_author(head, raw_title)) and may_be_author(author):
        declared["author"] = author
    return declared


def _shown(
    found: Sequence[Finding],
    far: Sequence[Finding],
    stated: Mapping[str, str],
    declared: Mapping[str, str],
    not_after: str | None,
) -> _Shown:
    """Return what a page shows; far findings count after what it declares of author and day, notices last."""
    shown = _Shown(stated, not_after)
    badges, notices = _parted(found)
    shown.take(days_put_up(badges, is_declared="published" in declared))
    for fact in ("published", "author"):
        if fact in declared:
            shown.texts.setdefault(fact, declared[fact])
    badges, more = _parted(far)
    shown.take(badges)
    if shown.access is None and "access_text" not in shown.texts:
        shown.take([*notices, *more][:1])
    return shown


class _Shown:
    """What a page shows, as text; of each fact the first finding that states it counts.

    Attributes:
        texts: facts by name.
        views: the badge of readers.
        access: who may read, by the first badge that says it.
        access_text: that badge.
    """

    def __init__(self, stated: Mapping[str, str], not_after: str | None) -> None:
        self._not_after = not_after
        self.texts = {fact: value for fact, value in stated.items() if fact != "published" or self._is_date(value)}
        self.views: str | None = None
        self.access: str | None = None
        self.access_text: str | None = None

    def take(self, findings: Iterable[Finding]) -> None:
        """Take over what findings state and nothing before them did."""
        for one in findings:
            for fact, value in one.facts.items():
                if self._may_be(fact, value):
                    self.texts.setdefault(fact, value.replace(HELD, " "))
            if "views" in one.facts and self.views is None:
                self.views = _views_shown(one)
            if one.rule.access and self.access is None:
                self.access_text = price_alone(one.facts.get("access_text") or one.line.text)
                is_free = one.rule.access == "paid" and is_nothing(self.access_text)
                self.access = "free" if is_free else one.rule.access

    def _may_be(self, fact: str, value: str) -> bool:
        """Tell whether a value can be what it was found as: a date that is one, an author that is no word of a site."""
        return self._is_date(value) if fact == "published" else fact != "author" or may_be_author(value)

    def _is_date(self, value: str) -> bool:
        return read_date(value, self._not_after) is not None


def _access(shown: _Shown, around: Sequence[str]) -> tuple[str | None, str | None]:
    """Return who may read, and by which badge: that of a price where nothing else says it, or it is in points."""
    price = shown.texts.get("access_text")
    if price and (shown.access is None or overrules(price, shown.access_text or "")):
        return read_access(price), price_alone(price)
    if price is None and shown.access is None and (points := points_of_file(around)):
        return read_access(points) or "free", points
    return shown.access, shown.access_text


def _parted(found: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Part badges from notices on access, which count where no badge says it."""
    parts: tuple[list[Finding], list[Finding]] = [], []
    for one in found:
        parts[is_access_notice(one)].append(one)
    return parts


def _views_shown(finding: Finding) -> str:
    """Return the badge of readers as shown: the line where it is nothing else, the value behind a label."""
    if badge := finding.facts.get("views_text"):
        return badge
    alone = len(finding.facts) == 1 and not finding.rule.name.startswith("labelled")
    return finding.line.text.strip() if alone else finding.facts["views"]
