"""Which line of a text dump is its title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.breadcrumb import steps_above
from cleaners.facts.finding import Findings
from cleaners.facts.printed_thread import printed_title
from cleaners.lazily import lazily
from cleaners.rules.cards import is_card_word
from cleaners.rules.keys import key_of
from cleaners.rules.matcher import Matcher
from cleaners.rules.presented import offered_title, presented_title
from cleaners.rules.rulebook import Rule
from cleaners.titles.above_facts import above_facts, above_fields, offered_above_day
from cleaners.titles.above_text import above_text
from cleaners.titles.above_title import HEAD_LINES, LONGEST, TITLE_LINES, without_lines_above
from cleaners.titles.author_lines import is_stamped_below, names_author
from cleaners.titles.bare_title import bare_name
from cleaners.titles.cover_heads import below_cover_head
from cleaners.titles.dump_headings import (
    marked_heading,
    named_title,
    place_above_byline,
    place_above_posts,
    place_above_stamp,
    underlined_heading,
    whole_heading,
)
from cleaners.titles.first_line import first_line
from cleaners.titles.likeliest import behind_control, likelier
from cleaners.titles.marked_title import (
    addressed_title,
    counted_title,
    dated_title,
    full_text_title,
    issued_title,
    stamped_title,
    tagged_title,
    title_below,
    title_in_markers,
)
from cleaners.titles.most_telling import most_telling
from cleaners.titles.name_before import without_name
from cleaners.titles.path_title import (
    at_path_end,
    below_path,
    bracketed_step,
    file_in_path,
    in_path,
    right_below_path,
)
from cleaners.titles.quoted_title import named_line, quoted_line
from cleaners.titles.repeated_title import (
    begins_text,
    file_of_page,
    named_file,
    over_stamp,
    quotes_question,
    stands_far_below,
    stands_in_others,
    stands_twice,
    stands_wrapped,
)
from cleaners.titles.site_lines import is_home
from cleaners.titles.title_lines import SENTENCE, is_long_headline, is_no_title, is_wrapped

_LETTER: Final = lazily(r"[^\W\d_]")
_ITEM: Final = lazily(r"[*+] \S")  # of a menu, as browsers for terminals write them
_TELLING: Final = 40  # characters of a line that is the title below menus, too, if it stands again


def dump_title(lines: Sequence[Line], own: Matcher[Rule] | None = None, site: str | None = None) -> str | None:
    """Return the line of a dump that is its title, as it stands there; ``None`` where no line is one.

    Precedence: a labelled title; what the viewer's marks, an editor's sentence or Markdown's heading name; the name of
    the one file above the text; what other lines quote or name; a long step with which a path ends right above it; the
    first of the first lines that stands there again, at once or behind chrome; what a breadcrumb, a post's stamp or
    facts right below point at; the line above the document that says most; the first line.
    """
    lines, known = without_lines_above(lines, own)
    if (labelled := _labelled(known)) is not None:
        return labelled
    unknown = _unknown(lines, known, site)
    places = _without_steps(lines, known, above_text(lines, known, unknown))
    if stated := next(filter(None, _stated(lines, known)), None):
        return stated
    if (far := over_stamp(lines)) is not None:
        return lines[far].text
    keys = [_key(lines[place].text) for place in places]
    below_menus = [place for place in places[TITLE_LINES:] if len(lines[place].text) >= _TELLING]
    told = stands_wrapped(lines, [*places[:TITLE_LINES], *below_menus])
    if told is None:
        told = above_fields(lines, unknown)
    if told is None:
        told = named_file(lines, known, places)
    if told is None and (quoted := quoted_line(lines, places)) is not None:
        return lines[quoted].text.rstrip(".")
    if told is None:
        told = _first_told(_told_by_others(lines, known, places, keys))
    if told is not None:
        return whole_heading(lines, *_below_cover_head(lines, known, told))
    place = below_path(lines, known, places)
    if place is None and (step := in_path(known, keys)):
        return step
    if place is None:
        place = place_above_posts(lines, places)
    if place is None:
        place = place_above_stamp(lines, known)
    if place is None and (place := place_above_byline(lines, known, places)) is not None:
        return whole_heading(lines, known, place)
    if place is None:
        place = _first_told(_told_by_place(lines, known, places, keys))
    place = likelier(lines, known, places, place)
    if place and place - 1 in places and names_author(lines, known, place):
        place -= 1
    if 0 in known and known[0].rule.position and all(one.rule.marker or one.rule.ambiguous for one in known.values()):
        return None  # the viewer shows the first page, and nothing else of the site is there
    if place is None:
        return offered_title(lines) or title_below(lines) or issued_title(lines)
    return _title_at(lines, *_below_cover_head(lines, known, place), unknown)


def _below_cover_head(lines: Sequence[Line], known: Findings, place: int) -> tuple[Findings, int]:
    """Return the place of the title where the first line of a text is what offices and universities put above it.

    Such a text has no site around it: what the rules found is its own.
    """
    below = below_cover_head(lines, place) if place == 0 else None
    return (known, place) if below is None else ({}, below)


def _labelled(known: Findings) -> str | None:
    """Return the title that a rule finds in a line; a badge tells it where the rules know lines beside it."""
    for at, finding in known.items():
        if "title" in finding.facts and (finding.rule.strength != "badge" or {at - 1, at + 1, at + 2} & known.keys()):
            return finding.facts["title"]
    return None


def _unknown(lines: Sequence[Line], known: Findings, site: str | None) -> list[int]:
    """Return the places of the first lines that no rule knows: neither persons nor sites nor items of a menu."""
    return [
        place
        for place, line in enumerate(lines[:HEAD_LINES])
        if place not in known and not is_home(line, site) and _LETTER.search(line.text) and not is_card_word(line.text)
        if not (place and place + 1 in known and known[place + 1].rule.named)  # who put the document up
        if not (place and is_stamped_below(lines, place)) and not _ITEM.match(line.text) and not is_no_title(line.text)
    ]


def _without_steps(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> Sequence[int]:
    """Return places without those of lines that are steps of a path, but for its last one."""
    above = steps_above([finding.facts["category"] for finding in known.values() if "category" in finding.facts])
    return [place for place in places if key_of(lines[place].text) not in above] if above else places


def _stated(lines: Sequence[Line], known: Findings) -> Iterator[str | None]:
    """Yield the titles that something states, the surest first."""
    yield named_title(lines)
    yield title_in_markers(lines)
    yield stamped_title(lines)
    yield dated_title(lines)
    yield printed_title([line.text for line in lines[:HEAD_LINES]])
    yield presented_title(lines)
    yield marked_heading(lines)
    yield underlined_heading(lines)
    yield file_of_page(lines)
    yield tagged_title(lines)
    yield file_in_path(lines, known)
    yield full_text_title(lines)
    yield bracketed_step(lines, known)
    yield addressed_title(lines)
    yield counted_title(lines)


def _told_by_others(
    lines: Sequence[Line], known: Findings, places: Sequence[int], keys: Sequence[str]
) -> Iterator[int | None]:
    """Yield the places of the titles that other lines tell, the surest first."""
    yield named_line(lines, places)
    yield stands_in_others(lines, places)
    yield 0 if quotes_question(lines) else None
    yield right_below_path(known, dict(zip(keys, places, strict=True)))
    twice = stands_twice(lines, known, places, keys)
    yield behind_control(lines, twice) if twice is not None else None
    yield begins_text(lines, places)
    yield offered_above_day(lines, known, places)


def _told_by_place(
    lines: Sequence[Line], known: Findings, places: Sequence[int], keys: Sequence[str]
) -> Iterator[int | None]:
    """Yield the places of the titles that what they say tells, or where they stand, the surest first."""
    yield at_path_end(known, dict(zip(keys, places, strict=True)))
    yield stands_far_below(lines, known, places)
    yield most_telling(lines, known, places)
    yield above_facts(lines, known, places)
    yield first_line(lines, known, places)


def _first_told(places: Iterable[int | None]) -> int | None:
    """Return the first place that is told; the signs behind it are not looked for."""
    return next((place for place in places if place is not None), None)


def _title_at(lines: Sequence[Line], known: Findings, place: int, unknown: Sequence[int]) -> str | None:
    """Return the heading at a place without the site's name before it; ``None`` where it is text."""
    head = whole_heading(lines, known, place)
    in_path_too = any(head in line.text for line in lines[:HEAD_LINES] if len(line.text) > len(head))
    told = not SENTENCE.search(head) or in_path_too or is_long_headline(lines, place)
    if not head or len(head) > LONGEST or not told or (head == lines[place].text and is_wrapped(head, lines[place:])):
        return None
    below = [other for other in unknown if len(lines[other].text) < len(head)]
    again = {lines[other].text for other in below if any(at in known for at in range(place + 1, other))}
    return without_name(head, [lines[other].text for other in below], again)


def _key(text: str) -> str:
    """Return what a line is compared by as a title; of one that is too long for it, the beginning."""
    text = text[: 2 * LONGEST]
    return key_of(bare_name(text) or text).rstrip(".")
