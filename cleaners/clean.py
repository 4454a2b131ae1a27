"""The stages in their order: bytes in, document out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cleaners.characters.language import detect_language
from cleaners.characters.normalize import normalize_fact
from cleaners.chrome.sift import Sifted
from cleaners.completeness import is_one_of_pages, is_one_of_parts, judge
from cleaners.conversion import converted, rewritten
from cleaners.decoding.encoding import Decoded, decode
from cleaners.document import ALONE, Document, Drop, Further, Line
from cleaners.facts.company import facts_in
from cleaners.facts.counted_pages import counted_pages, marked_pages, pages_read_and_left
from cleaners.facts.metadata import gather
from cleaners.finished import read_finished
from cleaners.furniture.last_page import last_page
from cleaners.markup.around_text import markup_behind
from cleaners.markup.next_page import leads_to_second_page
from cleaners.options import CleanOptions
from cleaners.pages import behind
from cleaners.paragraphs import paragraphs
from cleaners.profile import line_matcher
from cleaners.sifted_page import sift_page
from cleaners.site import site_of
from cleaners.summary import summary_of
from cleaners.titles.page_title import page_title
from cleaners.view import View, view_page

_MOSTLY_CHROME = 0.1


def clean(
    data: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    source: str | None = None,
    fetched_at: str | None = None,
    not_after: str | None = None,
    further: Further = ALONE,
    options: CleanOptions | None = None,
) -> Document:
    """Clean one page.

    Args:
        data: the page's bytes, HTML or a text dump.
        url: its address, where known.
        content_type: the Content-Type header, where known.
        source: where the bytes came from; goes into the record.
        fetched_at: ISO 8601 UTC time of the download; goes into the record.
        not_after: ISO 8601 date after which the page cannot state anything; the time of the download by default.
        further: the further pages of the same document, where a site spreads it over several.
        options: script, punctuation, more site profiles; the defaults keep the first two.

    Raises:
        Rejected: the bytes hold no document (empty, binary, too costly).
    """
    options = options or CleanOptions()
    decoded, url = decode(data, content_type), url or None
    if decoded.page[:3] in (b"---", "---") and (finished := read_finished(decoded.text)):
        return replace(
            _as_it_was(finished, decoded, options),
            source=source,
            url=finished.url or url,
            site=finished.site or site_of(url),
            fetched_at=finished.fetched_at or fetched_at,
        )
    view = view_page(decoded, url, options.profiles)
    own = line_matcher(view.profile) if view.profile else None
    raw_title, title = page_title(view, own)
    sifted = sift_page(view, title, own, raw_title)
    found, far = sifted.findings, sifted.far
    for body in further.bodies:
        sifted = behind(sifted, sift_page(view_page(decode(body, content_type), url, options.profiles), title, own))
    lines, lost = paragraphs(sifted, found, far, title)
    outside = sorted(sifted.drops)
    facts = gather(
        facts_in([*found, *counted_pages([*view.drops, *lost])]),
        view.head,
        view.stated,
        title=title,
        raw_title=raw_title,
        not_after=not_after or fetched_at,
        far=facts_in(far),
        around=[drop.text for drop in outside],
        document=[line.text for line in lines],
    )
    preview = view.is_dump or bool(facts.page_count or facts.file_size or facts.access)
    drops = sorted([*outside, *lost])
    numbered = last_page([] if further.bodies else drops)
    complete, truncation = judge(
        lines,
        [*sifted.findings, *sifted.far],
        facts.page_count,
        preview=preview,
        shown=sifted.shown,
        left=further.left or (not further.bodies and _goes_on(view, sifted, lines, outside, raw_title)),
        pages=0 if further.bodies else view.pages,
        numbered=numbered,
    )
    facts = replace(
        facts,
        page_count=facts.page_count
        or (numbered.of if numbered.of > 1 else None)
        or (marked_pages(sifted.findings) if complete and not further.bodies else None)
        or pages_read_and_left(drop.text for drop in outside),
        summary=summary_of(view, outside, facts, lines),
    )
    lines, facts = converted(lines, rewritten(facts, normalize_fact), options)
    return Document(
        lines=tuple(lines),
        metadata=facts,
        source=source,
        url=view.url,
        site=view.profile.name if view.profile else site_of(view.url or view.head.home),
        language=_language(lines),
        complete=complete,
        truncation=truncation,
        encoding=decoded.encoding,
        profile=view.profile.name if view.profile else "generic",
        fetched_at=fetched_at,
        drops=tuple(drops),
        warnings=(*decoded.warnings, *view.warnings, *_doubts(lines, drops)),
    )


def _goes_on(view: View, sifted: Sifted, lines: Sequence[Line], outside: Sequence[Drop], raw_title: str | None) -> bool:
    """Tell whether a page links the second page of its text, and nothing says that all is shown; a dump counts."""
    if sifted.shown.whole:
        return False
    if is_one_of_parts(raw_title, lines, outside):
        return True
    if view.is_dump:
        return is_one_of_pages(lines, outside)
    if not view.page or not sifted.kept:
        return False
    return leads_to_second_page(markup_behind(view.page, sifted.kept[-1].text))


def _as_it_was(finished: Document, decoded: Decoded, options: CleanOptions) -> Document:
    """Return the document of a file that this program wrote, in another script or punctuation where that is asked."""
    lines, facts = converted(list(finished.lines), finished.metadata, options)
    return replace(
        finished,
        lines=tuple(lines),
        metadata=facts,
        language=_language(lines),
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )


def _language(lines: Sequence[Line]) -> str | None:
    """Return the language of a text; code says nothing of it, unless there is nothing else."""
    typed = [line.text for line in lines if line.tag != "pre"]
    return detect_language("\n".join(typed or [line.text for line in lines]))


def _doubts(lines: Sequence[Line], drops: Sequence[Drop]) -> tuple[str, ...]:
    kept = sum([len(line.text) for line in lines])
    if not kept:
        return ("nothing-left",)
    removed = sum([len(drop.text) for drop in drops])
    return ("mostly-chrome",) if kept < _MOSTLY_CHROME * (kept + removed) else ()
