"""By whom and when a page was put up where no line says so: told by where a line stands, or what its element is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cleaners.chrome.closing_block import signed_by
from cleaners.chrome.duplicates import REPEATED
from cleaners.chrome.sift import Sifted
from cleaners.content.posts import first_stamps
from cleaners.document import Drop, Line
from cleaners.facts.authors import names_author
from cleaners.facts.badges import LABELLED
from cleaners.facts.bylines_in_tree import byline
from cleaners.facts.finding import Finding, is_title
from cleaners.facts.lone_dates import dated_address, first_floor, lone_date, release_below, sole_stamp
from cleaners.facts.members import poster_above
from cleaners.facts.source_office import is_of_others, source_office
from cleaners.facts.tag_links import tag_links
from cleaners.facts.titled_values import titled_values
from cleaners.facts.trust import without_items_above
from cleaners.facts.type_icon import type_icon
from cleaners.facts.uploader_card import owner_of_card, uploader_in_card
from cleaners.markup.around_text import markup_above, markup_behind
from cleaners.view import View

_LAST: Final = 8  # lines of a text in which its day may stand


def stamps_above(view: View, start: int) -> list[Line]:
    """Return the lines above a text that say who wrote the first post and when; those of replies stand below."""
    return [line for line in first_stamps(view.lines) if line.number < start]


def told_by_posts(sifted: Sifted, known: Sequence[Finding], start: int) -> Iterator[Finding]:
    """Yield when and by whom a post of a dump was put up, by its stamp and the card above its text."""
    if not any("published" in one.facts for one in known):
        end = sifted.kept[-1].number if sifted.kept else start
        below = sorted([drop for drop in sifted.drops if drop.number > end])
        dated = sole_stamp(sifted.findings, start) or release_below(below)
        yield from [dated] if dated else ()
    if not names_author(known):
        by = poster_above(sifted.drops, start)
        if not by:
            lost = [Line(drop.text, number=drop.number) for drop in sorted(sifted.drops) if drop.rule != REPEATED]
            by = owner_of_card(lost, _stating(known))
        by = by or _source_office([drop for drop in sifted.drops if drop.number < start], sifted.kept)
        yield from [by] if by else ()


def told_by_place(
    view: View, sifted: Sifted, known: Sequence[Finding], told: Sequence[Finding], start: int, title: str | None
) -> Iterator[Finding]:
    """Yield by whom and when a page with markup was put up, where only the place of a line or its name tells it.

    The type of its file, too, where only an icon shows it.

    Args:
        view: the page.
        sifted: its lines without chrome.
        known: the findings that count.
        told: all findings, also those that are of others.
        start: number of the document's first line.
        title: the document's title.
    """
    above = [line for line in view.near if line.number < start]
    markup = markup_above(view.page, sifted.kept[0].text if sifted.kept else "")
    if not names_author(known):
        over = sorted([*above, *stamps_above(view, start)], key=lambda line: line.number)
        by = byline(over, told, view.head, markup)
        by = by or uploader_in_card(view.near, {one.line.number for one in told})
        by = by or owner_of_card(view.near, _stating(told))
        lost = [drop for drop in sifted.drops if drop.number < start]
        by = by or _source_office([*above, *lost], sifted.kept)
        yield from [by] if by else ()
    if not any("tags" in one.facts for one in known):
        behind_text = markup_behind(view.page, view.lines[-1].text if view.lines else "")
        yield from filter(None, [tag_links((markup, behind_text), view.near)])
    yield from titled_values(markup, above, {fact for one in known for fact in one.facts})
    if title and not any("doc_type" in one.facts for one in known) and (kind := type_icon(view.page, title)):
        yield Finding(LABELLED, {"doc_type": kind}, Line(title, number=start))
    if not any("published" in one.facts for one in known):
        dated = first_floor(view.lines, view.near) or lone_date(
            without_items_above(told, start), view.near, start, markup
        )
        dated = dated or dated_address([*view.near, *view.lines[-_LAST:]], view.url or "")
        yield from [dated] if dated else ()


def _source_office(lines: Iterable[Line | Drop], text: Sequence[Line]) -> Finding | None:
    return None if is_of_others(text) else source_office(lines, signed_by(text))


def _stating(findings: Sequence[Finding]) -> set[int]:
    """Return the numbers of the lines that state more than a name: the title, a date, what the file is."""
    return {one.line.number for one in findings if one.facts.keys() - {"author"} or is_title(one.rule)}
