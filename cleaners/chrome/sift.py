"""Which lines the site wrote: general rules together with position, repetition and neighbourhood.

A page is a head (title, badges, buttons), the document, and a tail (summary, notices, related documents). Rules that
are certain count anywhere; words that a document could have as well count only in the head, the tail, or a cluster.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final, NamedTuple

from cleaners.chrome.below_end import drop_below_end
from cleaners.chrome.calls import past_controls
from cleaners.chrome.cited_works import cited_works
from cleaners.chrome.code_bars import find_code_bars
from cleaners.chrome.comments import mark_comments
from cleaners.chrome.duplicates import REPEATED, TITLE_LINES, keep_a_copy, mark_duplicates
from cleaners.chrome.edges import Edges, site_edges
from cleaners.chrome.end_marks import find_end
from cleaners.chrome.folded_summary import SUMMARY, mark_folded
from cleaners.chrome.head_end import (
    OF_DUMPS,
    above_company,
    above_cover,
    above_decree,
    above_number,
    above_office,
    below_edited,
    below_keywords,
    ends_with_date,
    head_end,
    own_red_heads,
    past_counts,
    past_underline,
)
from cleaners.chrome.interruptions import INTERRUPTION, advertised, find_interruptions
from cleaners.chrome.introduced_summary import mark_introduced_summary
from cleaners.chrome.islands import drop_counts_above, drop_islands
from cleaners.chrome.journal_head import mark_journal_head
from cleaners.chrome.last_lines import forget_lone_end, own_end
from cleaners.chrome.member_cards import find_member_cards
from cleaners.chrome.member_pictures import find_pictured
from cleaners.chrome.notice_lists import find_notice_lists
from cleaners.chrome.of_site import find_of_site
from cleaners.chrome.only_text import keep_only_text
from cleaners.chrome.others_below import drop_below_others
from cleaners.chrome.others_within import others_within
from cleaners.chrome.overview_table import OVERVIEW, mark_overview
from cleaners.chrome.own_headings import (
    forget_first_of_works,
    forget_own_headings,
    forget_own_places,
    forget_running_titles,
    heads_abstract,
)
from cleaners.chrome.own_outline import keep_outline
from cleaners.chrome.own_parts import keep_parts
from cleaners.chrome.page_contents import mark_contents
from cleaners.chrome.page_marks import (
    PAGE_MARK,
    above_first_mark,
    find_marks_in_tree,
    find_page_heads,
    find_page_marks,
    find_slides,
    names_of_marks,
    pages_over_marks,
)
from cleaners.chrome.page_teasers import find_page_teasers
from cleaners.chrome.post_blocks import of_thread
from cleaners.chrome.posted_files import find_posted_files
from cleaners.chrome.questions import asked_above
from cleaners.chrome.ranked_members import find_ranked_members
from cleaners.chrome.read_again import read_again
from cleaners.chrome.refrain import forget_refrain, is_refrain
from cleaners.chrome.same_marks import find_same_marks
from cleaners.chrome.sections import mark_sections
from cleaners.chrome.site_notices import past_notices
from cleaners.chrome.summary_above import mark_summary_above
from cleaners.chrome.summary_below import mark_summary_below
from cleaners.chrome.summary_between_heads import mark_summary_between_heads
from cleaners.chrome.summary_in_head import mark_summary_in_head
from cleaners.chrome.tail import above_calls_and_keywords, tail_of_dump, tail_start
from cleaners.chrome.title_again import says_title_above
from cleaners.chrome.trailing import drop_trailing
from cleaners.chrome.within_text import mark_within
from cleaners.document import Drop, Line
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import Finding, Findings, Rules, is_title
from cleaners.facts.findings import find_in_lines
from cleaners.facts.head_lines import TOP
from cleaners.facts.own_tables import keep_columns, keep_tables
from cleaners.furniture.stamped import mark_stamped
from cleaners.rules.keys import key_of
from cleaners.rules.matcher import Matcher
from cleaners.rules.preview_words import SILENT, Shown
from cleaners.rules.rulebook import Rule
from cleaners.rules.vocabulary import topic_of

_STRANGERS: Final = 2  # notices and controls below a head that are passed
_WORDS: Final = 24  # characters of a line that is words of a site, wherever it stands
HEAD: Final = "head"
TAIL: Final = "tail"


class Sifted(NamedTuple):
    """Lines kept, lines dropped, and all findings in page order (those of kept lines left out).

    ``far`` holds findings in lines around the document that are far from its title; ``beside`` the lines dropped above
    and below the document, some of which no rule knows; ``shown`` what the site says of how much it shows.
    """

    kept: list[Line]
    drops: list[Drop]
    findings: list[Finding]
    far: Sequence[Finding] = ()
    beside: Sequence[Line] = ()
    shown: Shown = SILENT


def sift(
    lines: Sequence[Line],
    title: str | None,
    own: Matcher[Rule] | None = None,
    raw_title: str | None = None,
    site: str | None = None,
    *,
    flat: bool = False,
) -> Sifted:
    """Take out the lines that the site wrote or shows twice.

    Args:
        lines: the lines of a dump, or those of the main content of a tree.
        title: the title without site suffix.
        own: the site profile's own phrases.
        raw_title: the title with what the site put behind it.
        site: the site's registrable host.
        flat: a tree without boxes, whose lines tell by themselves what is the site's.
    """
    if is_refrain(lines):
        said = lines[: title is not None and key_of(lines[0].text) == key_of(title)]
        return Sifted(list(lines[len(said) :]), [Drop(line.number, TITLE_LINES, line.text) for line in said], [])
    found = find_in_lines(lines, title, own)
    for place, line in enumerate(lines[:TOP]) if title and raw_title else ():
        if line.text == raw_title:
            found.setdefault(place, Finding(TITLE, {}, line))
    is_dump = flat or not any(line.depth or line.tag not in OF_DUMPS for line in lines)
    own_lines = _find_more(lines, found, title, site, is_dump=is_dump)
    rules = mark_duplicates(lines, found, title)
    mark_folded(lines, found, rules)
    mark_introduced_summary(lines, rules)
    mark_stamped(lines, rules, raw_title)
    if is_dump:
        _mark_more_of_dump(lines, found, rules, title)
    else:
        mark_summary_between_heads(lines, found, rules)
    edges = site_edges(lines, found, _copies(rules), own_lines, title) if is_dump else Edges(0, len(lines), 0)
    head = below_edited(lines, found, max(head_end(lines, found, rules), edges.start))
    pages = pages_over_marks(lines, found) if is_dump else None
    if is_dump:
        head = _head_of_dump(lines, found, rules, head, title)
        head = min(head, pages.start) if pages else head
    else:
        head = above_office(lines, found, head)
    for place in range(head):
        rules.setdefault(place, found[place].rule.name if place in found else HEAD)
    mark_sections(lines, found, rules, edges)
    tail = min(tail_start(lines, found, rules, head, title), max(head, edges.stop))
    body = range(head, tail)
    tail = tail_of_dump(lines, found, body, pages) if is_dump else find_end(lines, found, body, is_dump=False)
    end = own_end(lines, found, rules, range(head, tail))
    own_lines.update(range(tail, end))
    tail = above_calls_and_keywords(lines, found, end, head) if is_dump else end
    tail = mark_summary_below(lines, found, rules, range(head, tail)) if is_dump else tail
    for place in range(tail, len(lines)):
        rules.setdefault(place, found[place].rule.name if place in found else TAIL)
    body = range(head, tail)
    told = [*find_interruptions(lines, found, body), *advertised(lines, found, body)]
    told += others_within(lines, found, body, title) if is_dump else ()
    rules.update(dict.fromkeys(told, INTERRUPTION))
    mark_within(lines, found, rules, body, title)
    keep_a_copy(lines, rules)
    if is_dump:
        _read_dump_again(lines, found, rules, own_lines, title)
    keep_only_text(lines, found, rules, (HEAD, TAIL))
    if not rules:
        return Sifted(list(lines), [], [])
    kept = [line for place, line in enumerate(lines) if place not in rules]
    drops = [Drop(lines[place].number, rules[place], lines[place].text) for place in sorted(rules)]
    outside = (*range(head), *range(tail, len(lines))) if not {HEAD, TAIL}.isdisjoint(rules.values()) else ()
    beside = [lines[place] for place in outside if rules.get(place) != OVERVIEW]
    return Sifted(kept, drops, of_thread([found[place] for place in sorted(found) if place in rules]), beside=beside)


def _mark_more_of_dump(lines: Sequence[Line], found: Findings, rules: Rules, title: str | None) -> None:
    """Mark what only structure tells in a tree: summaries, a list of contents, comments (in place)."""
    mark_summary_above(lines, found, rules)
    mark_contents(lines, found, rules)
    mark_summary_in_head(lines, found, rules)
    mark_comments(lines, found, rules)
    mark_overview(lines, found, rules)
    mark_journal_head(lines, found, rules, title)


def _read_dump_again(lines: Sequence[Line], found: Findings, rules: Rules, own: Set[int], title: str | None) -> None:
    """Mark what no rule knows (in place): by how lines read together, then by what is left below the text."""
    read_again(lines, found, rules, own)
    keep_a_copy(lines, rules, _WORDS)
    drop_below_others(lines, rules)
    drop_below_end(lines, found, rules)
    drop_islands(lines, found, rules)
    drop_counts_above(lines, found, rules)
    drop_trailing(lines, found, rules, topic_of(title), own)


def _find_more(
    lines: Sequence[Line], found: Findings, title: str | None, site: str | None, *, is_dump: bool
) -> set[int]:
    """Correct the findings (in place) by what stands near; return the places of lines known as the document's own."""
    parts = keep_parts(lines, found, title)
    own_headings = forget_own_headings(lines, found)
    own_lines = own_headings | keep_tables(lines, found) | parts
    find_notice_lists(lines, found)
    forget_lone_end(lines, found)
    forget_refrain(lines, found)
    own_lines |= forget_first_of_works(lines, found) | own_red_heads(lines, found)
    if is_dump:
        own_lines |= keep_outline(lines, found) | keep_columns(lines, found)
        own_lines |= {place for place, line in enumerate(lines) if line.tag == "pre"}
        forget_running_titles(lines, found, own_headings)
        forget_own_places(lines, found)
        find_page_teasers(lines, found)
        find_page_marks(lines, found)
        find_same_marks(lines, found)
        find_slides(lines, found)
        find_page_heads(lines, found, site)
        find_of_site(lines, found, title, site)
        for place in parts:  # right below what the site states, the first one is no title of its own either
            found.pop(place, None)
        find_posted_files(lines, found)
        find_ranked_members(lines, found)
        own_lines |= find_member_cards(lines, found) | find_pictured(lines, found, title)
        own_lines |= names_of_marks(lines, found) | cited_works(lines, found)
    else:
        find_marks_in_tree(lines, found, site)
        find_code_bars(lines, found)
    return own_lines


def _head_of_dump(lines: Sequence[Line], found: Findings, rules: Rules, head: int, title: str | None) -> int:
    """Return where the head of a dump ends: before the first page, behind notices and the title in other words."""
    head += ends_with_date(lines, found, head)
    head = past_underline(lines, found, head)
    head = min([head, *(at + 1 for at, one in found.items() if one.rule is PAGE_MARK)])
    if any(at in found and not is_title(found[at].rule) for at in range(head)):
        for _ in range(_STRANGERS):
            head = past_controls(lines, found, past_notices(lines, head, title))
        head = past_counts(lines, says_title_above(lines, head, title))
    head = above_number(lines, below_keywords(lines, found, asked_above(lines, found, head)))
    head = above_first_mark(lines, found, above_cover(lines, above_decree(lines, above_company(lines, found, head))))
    return head - heads_abstract(lines, found, rules, head - 1)


def _copies(rules: Rules) -> set[int]:
    return {place for place, rule in rules.items() if rule in (REPEATED, SUMMARY)}
