"""The stages in their order: bytes in, document out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from cleaners.characters.debris import has_field, without_fields, without_leaders
from cleaners.characters.language import detect_language
from cleaners.characters.normalize import normalize_fact, normalize_verbatim, normalizer
from cleaners.chrome.body_label import without_body_label
from cleaners.chrome.cell_controls import strip_cell_controls
from cleaners.chrome.duplicates import REPEATED
from cleaners.chrome.interruptions import INTERRUPTION
from cleaners.chrome.post_blocks import of_thread
from cleaners.chrome.sift import Sifted, sift
from cleaners.chrome.title_before import without_title_before, without_title_parted
from cleaners.completeness import judge, shown_around
from cleaners.content.posts import first_stamps
from cleaners.decoding.encoding import decode
from cleaners.document import ALONE, Document, Drop, Further, Line, Metadata
from cleaners.facts.access_notices import access_notices
from cleaners.facts.authors import names_author
from cleaners.facts.before_others import before_others
from cleaners.facts.bylines_in_tree import byline
from cleaners.facts.company import facts_in
from cleaners.facts.counted_pages import counted_pages
from cleaners.facts.finding import Finding, is_title
from cleaners.facts.lone_dates import dated_address, first_floor, lone_date, sole_stamp
from cleaners.facts.members import begin_thread, first_post, member_named, poster_above, without_quoted
from cleaners.facts.metadata import gather
from cleaners.facts.surroundings import find_around
from cleaners.facts.tag_links import tag_links
from cleaners.facts.titled_values import titled_values
from cleaners.facts.trust import by_trust
from cleaners.facts.uploader_card import owner_of_card, uploader_in_card
from cleaners.finished import read_finished
from cleaners.furniture.glued_numbers import strip_glued_numbers
from cleaners.furniture.heads_and_feet import strip_furniture
from cleaners.furniture.last_page import last_page, marks_page
from cleaners.furniture.page_starts import strip_page_starts
from cleaners.furniture.shown_pages import strip_shown_pages
from cleaners.options import CleanOptions
from cleaners.pages import behind
from cleaners.profile import line_matcher
from cleaners.reflow import at_seams, join_chunks, reflow, turn_pages
from cleaners.reflow.known_title import join_title
from cleaners.rules.phrases import Matcher
from cleaners.rules.rulebook import Rule, rulebook
from cleaners.site import site_of
from cleaners.summary import summary_of
from cleaners.titles.page_title import page_title
from cleaners.view import View, markup_above, markup_behind, view_page

_MOSTLY_CHROME = 0.1
_LAST = 8  # lines of a text in which its day may stand


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
            _as_it_was(finished, options),
            source=source,
            url=finished.url or url,
            site=finished.site or site_of(url),
            fetched_at=finished.fetched_at or fetched_at,
            encoding=decoded.encoding,
            warnings=decoded.warnings,
        )
    view = view_page(decoded, url, options.profiles)
    own = line_matcher(view.profile) if view.profile else None
    raw_title, title = page_title(view, own)
    sifted = _sifted(view, title, own, raw_title)
    found, far = sifted.findings, sifted.far
    for body in further.bodies:
        sifted = behind(sifted, _sifted(view_page(decode(body, content_type), url, options.profiles), title, own))
    latest = not_after or fetched_at
    lines, lost = _paragraphs(sifted, found, far, title)
    outside = sorted(sifted.drops)
    told = [*found, *counted_pages([*view.drops, *lost])]
    facts = gather(
        facts_in(told),
        view.head,
        view.stated,
        title=title,
        raw_title=raw_title,
        not_after=latest,
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
        left=further.left,
        pages=0 if further.bodies else view.pages,
        numbered=numbered,
    )
    facts = replace(facts, page_count=facts.page_count or (numbered.of if numbered.of > 1 else None))
    facts = replace(facts, summary=summary_of(view, outside, facts, lines))
    facts = _rewritten(facts, normalize_fact)
    lines, facts = _converted(lines, facts, options)
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


def _as_it_was(finished: Document, options: CleanOptions) -> Document:
    """Return the document of a file that this program wrote, in another script or punctuation where that is asked."""
    lines, facts = _converted(list(finished.lines), finished.metadata, options)
    return replace(finished, lines=tuple(lines), metadata=facts, language=_language(lines))


def _language(lines: Sequence[Line]) -> str | None:
    """Return the language of a text; code says nothing of it, unless there is nothing else."""
    typed = [line.text for line in lines if line.tag != "pre"]
    return detect_language("\n".join(typed or [line.text for line in lines]))


def _sifted(view: View, title: str | None, own: Matcher[Rule] | None, raw_title: str | None = None) -> Sifted:
    """Return a page's lines without chrome, all that it loses, and all findings, those near the text first."""
    sifted = sift(view.lines, title, own, raw_title, site_of(view.url), flat=view.flat)
    known = {finding.line.number for finding in sifted.findings}
    beside = [one for one in find_around(sifted.beside, title, own, raw_title) if one.line.number not in known]
    around = of_thread([*find_around(view.near, title, own, raw_title), *beside], sifted.findings)
    around += access_notices([*sifted.beside, *view.near], [*sifted.findings, *around])
    start = sifted.kept[0].number if sifted.kept else 0
    above = [line for line in view.near if line.number < start]
    stamps = _stamps_above(view, start) or begin_thread(above)
    above_text = [one for one in sifted.findings if one.line.number < start]
    if stamps and not (names_author(above_text) and any("published" in one.facts for one in above_text)):
        around += first_post(stamps, [line for line in above if line.number < stamps[0].number], view.page)
    if view.page and not names_author([*sifted.findings, *(one for one in around if one.line.number < start)]):
        around += filter(None, [member_named(above, around, view.page)])
    lost = [drop for drop in sifted.drops if drop.rule != REPEATED]
    end = sifted.kept[-1].number if sifted.kept else 0
    if sifted.kept:
        lost_lines: list[Line | Drop] = [*view.near, *sifted.drops]
        sifted = sifted._replace(findings=before_others(sifted.findings, lost_lines, end))
        around = before_others(around, lost_lines, end)
    near, far = by_trust(sifted.findings, around, start, end)
    if view.page:
        markup = markup_above(view.page, sifted.kept[0].text if sifted.kept else "")
        told = [*sifted.findings, *around]
        far = [*far, *_told_by_place(view, [*near, *far], told, above, start, markup)]
    else:
        near = without_quoted(near, start)
        far = [*far, *_told_by_posts(sifted, [*near, *far], start)]
    return sifted._replace(
        drops=[*view.drops, *sifted.drops],
        findings=near,
        far=far,
        shown=shown_around([line.text for line in view.near], lost, sifted.kept if view.is_dump else ()),
    )


def _stamps_above(view: View, start: int) -> list[Line]:
    """Return the lines above a text that say who wrote the first post and when; those of replies stand below."""
    return [line for line in first_stamps(view.lines) if line.number < start]


def _told_by_posts(sifted: Sifted, known: Sequence[Finding], start: int) -> Iterator[Finding]:
    """Yield when and by whom a post of a dump was put up, by its stamp and the card above its text."""
    if not any("published" in one.facts for one in known) and (dated := sole_stamp(sifted.findings, start)):
        yield dated
    if not names_author(known):
        by = poster_above(sifted.drops, start)
        if not by:
            lost = [Line(drop.text, number=drop.number) for drop in sorted(sifted.drops) if drop.rule != REPEATED]
            by = owner_of_card(lost, _stating(known))
        yield from [by] if by else ()


def _stating(findings: Sequence[Finding]) -> set[int]:
    """Return the numbers of the lines that state more than a name: the title, a date, what the file is."""
    return {one.line.number for one in findings if one.facts.keys() - {"author"} or is_title(one.rule)}


def _told_by_place(
    view: View,
    known: Sequence[Finding],
    around: Sequence[Finding],
    above: Sequence[Line],
    start: int,
    markup: bytes,
) -> Iterator[Finding]:
    """Yield by whom and when a page with markup was put up, where only the place of a line or its name tells it."""
    if not names_author(known):
        over = sorted([*above, *_stamps_above(view, start)], key=lambda line: line.number)
        by = byline(over, around, view.head, markup)
        by = by or uploader_in_card(view.near, {one.line.number for one in around})
        by = by or owner_of_card(view.near, _stating(around))
        yield from [by] if by else ()
    if not any("tags" in one.facts for one in known):
        behind_text = markup_behind(view.page, view.lines[-1].text if view.lines else "")
        yield from filter(None, [tag_links((markup, behind_text), view.near)])
    yield from titled_values(markup, above, {fact for one in known for fact in one.facts})
    if not any("published" in one.facts for one in known):
        dated = first_floor(view.lines, view.near) or lone_date(around, view.near, start, markup)
        dated = dated or dated_address([*view.near, *view.lines[-_LAST:]], view.url or "")
        yield from [dated] if dated else ()


def _paragraphs(
    sifted: Sifted, found: Sequence[Finding], far: Sequence[Finding], title: str | None
) -> tuple[list[Line], list[Drop]]:
    """Return a document's paragraphs as typed, and the page furniture and numbers that its lines lose."""
    kept, debris = _without_fields(sifted.kept)
    kept, controls = strip_cell_controls(kept)
    kept, before = without_title_before(kept, title)
    lines, label = without_body_label(at_seams(kept))
    lines, glued = strip_glued_numbers(lines)
    lines, numbers = strip_page_starts(lines, found)
    lines = turn_pages(lines, _markers(sifted.drops))
    lines, furniture = strip_furniture(lines, title)
    lines, shown = strip_shown_pages(lines, [*found, *far])
    lines, chunks = join_chunks(lines)
    lines, blank = _normalized(reflow(join_title(lines, title)))
    lines, parted = without_title_parted(lines, kept, title)
    return lines, [
        *debris,
        *label,
        *glued,
        *numbers,
        *furniture,
        *shown,
        *chunks,
        *blank,
        *before,
        *parted,
        *controls,
    ]


def _without_fields(lines: list[Line]) -> tuple[list[Line], list[Drop]]:
    """Take Word's field codes out before their gaps are read as those of a table; also lines that are nothing else."""
    if not any(has_field(line.text) for line in lines):
        return lines, []
    bare = [line.text if line.tag == "pre" else without_fields(line.text).strip() for line in lines]
    pairs = list(zip(lines, bare, strict=True))
    blank = [Drop(line.number, "blank", line.text) for line, text in pairs if not text]
    return [line if text == line.text else line._replace(text=text) for line, text in pairs if text], blank


def _markers(drops: Sequence[Drop]) -> list[int]:
    """Return the places of the lines by which a site parts the document's pages, or paragraphs."""
    names = _marker_names()
    return [drop.number for drop in drops if drop.rule in names or marks_page(drop)]


@cache
def _marker_names() -> frozenset[str]:
    return frozenset((INTERRUPTION, *(rule.name for rule in rulebook().rules if rule.marker)))


def _normalized(lines: Sequence[Line]) -> tuple[list[Line], list[Drop]]:
    kept, blank = [], []
    typed = [line for line in lines if line.tag != "pre"]
    cells = [part for line in typed for part in (line.text.split("\t") if line.tag == "tr" else (line.text,))]
    normalize = normalizer(cells)
    for line in lines:
        if line.tag == "tr":
            text = "\t".join(map(normalize, line.text.split("\t"))).rstrip()
        else:
            text = normalize_verbatim(line.text) if line.tag == "pre" else normalize(line.text)
        if text:
            kept.append(line if text == line.text else line._replace(text=text))
        elif line.text.strip():
            blank.append(Drop(line.number, "blank", line.text))
    return kept, blank


def _converted(lines: list[Line], facts: Metadata, options: CleanOptions) -> tuple[list[Line], Metadata]:
    """Convert the text as a whole, so that its region is judged by all of it, and the facts that are text."""
    if options.leaders == "drop":
        lines = [line._replace(text=without_leaders(line.text)) for line in lines]
    if options.script == "keep" and options.punctuation == "keep":
        return lines, facts
    from cleaners.characters.script import converter  # noqa: PLC0415 - patterns that most runs never need

    text = "\n".join([line.text for line in lines])
    rewrite, script_only = converter(text, options), converter(text, replace(options, punctuation="keep"))
    lines = [line._replace(text=(script_only if line.tag == "pre" else rewrite)(line.text)) for line in lines]
    return lines, _rewritten(facts, rewrite)


def _rewritten(facts: Metadata, rewrite: Callable[[str], str]) -> Metadata:
    """Rewrite the facts that are text."""
    return replace(
        facts,
        title=rewrite(facts.title or "") or None,
        author=rewrite(facts.author or "") or None,
        summary=rewrite(facts.summary or "") or None,
        category=tuple(filter(None, map(rewrite, facts.category or ()))) or None,
        tags=tuple(filter(None, map(rewrite, facts.tags or ()))) or None,
    )


def _doubts(lines: Sequence[Line], drops: Sequence[Drop]) -> tuple[str, ...]:
    kept = sum([len(line.text) for line in lines])
    if not kept:
        return ("nothing-left",)
    removed = sum([len(drop.text) for drop in drops])
    return ("mostly-chrome",) if kept < _MOSTLY_CHROME * (kept + removed) else ()
