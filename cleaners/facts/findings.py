"""What the general rules find in lines, one by one; what becomes of the lines is decided in ``chrome``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaners.document import Line
from cleaners.facts.badge_rows import SURE, badge_row
from cleaners.facts.badges import VIEWS, some_badges, with_label_joined, with_plain_signs
from cleaners.facts.beside_title import beside_title, names_other
from cleaners.facts.board_head import board_head
from cleaners.facts.breadcrumb import STEPS, behind_path, is_open, is_path, joined_path, may_be_paths
from cleaners.facts.bylines import rows_at_top
from cleaners.facts.fact_table import fact_table
from cleaners.facts.fields import FIELDS
from cleaners.facts.finder import PHRASE_LIMIT, SHORT, TITLE, Finder, Said
from cleaners.facts.head_lines import HEAD, TOP, alone_at_top, by_values, head_size, is_of_paper, once
from cleaners.facts.head_paths import from_home, leads_on, paths_above_facts, with_plain_steps
from cleaners.facts.keyword_list import keyword_list, unmarked
from cleaners.facts.labels import glued, label_starts
from cleaners.facts.line_pairs import (
    COUNTED,
    counted_pairs,
    counts_between,
    member_pairs,
    price_pairs,
    stacked_labels,
    value_below,
)
from cleaners.facts.marked_items import FILE_NAME, behind_marks
from cleaners.facts.mixed_rows import facts_at
from cleaners.facts.official_account import account_card
from cleaners.facts.rows_abroad import row_abroad, with_plain_dates
from cleaners.facts.run_on import read_labels, run_together
from cleaners.facts.stamps import stamp_in, stated_in
from cleaners.facts.title_parts import (
    ISSUE,
    numbered_titles,
    second_titles,
    shorter_titles,
    stamped_date,
)
from cleaners.facts.told_by_value import read_labelled
from cleaners.lazily import lazily
from cleaners.rules.others import is_planted
from cleaners.rules.phrases import Matcher, key_of
from cleaners.rules.presented import find_presenting
from cleaners.rules.readers import counts_others
from cleaners.rules.rulebook import Rule, rulebook

_MEASURES = frozenset(("file_size", "page_count"))
_TAGGED = lazily(r"(?:本文|文章|文档|相关)?(?:标签|標籤|tags?)\s?[:：]", re.IGNORECASE)  # no document has tags

PLANTED = Rule("planted-words", "certain")
READERS = Rule("to-readers", "weak")
LABELS = Rule("labelled-facts", "certain")
LABEL_PAIR = Rule("labelled-facts", "badge")
LABEL = Rule("labelled-fact", "badge", ambiguous=True)
BREADCRUMB = Rule("breadcrumb", "badge")


class Finding(NamedTuple):
    """A line that a rule speaks of: the rule, the facts in it by name, and the line as shown."""

    rule: Rule
    facts: dict[str, str]
    line: Line


Findings = dict[int, Finding]
"""Findings by the place of their line in a list of lines."""

Rules = dict[int, str]
"""The rule by which a line is removed, by its place in a list of lines."""


def find_in_lines(lines: Sequence[Line], title: str | None, own: Matcher[Rule] | None = None) -> Findings:
    """Return what the rules found, by the place of the line in ``lines``.

    Args:
        lines: lines in page order.
        title: the page's title, so that phrases can speak of it; ``None`` where it is not known yet.
        own: the site profile's own phrases; they come before the general rules.
    """
    texts = [line.text for line in lines]
    is_dump = bool(lines) and not lines[0].tag
    if is_dump:
        plain = map(with_plain_dates, map(with_label_joined, map(with_plain_signs, texts[:TOP])))
        texts[:TOP] = map(with_plain_steps, plain)
    finder = Finder(title, own)
    keys = finder.keys(texts)
    known = finder.phrases(texts, keys)
    marked = behind_marks(texts, finder, HEAD)
    steps = may_be_paths(texts)
    head = head_size(texts, known) if is_dump else HEAD
    of_paper = is_dump and is_of_paper(texts)
    found: Findings = {}
    for place, line in enumerate(lines):
        text = texts[place]
        after = texts[place + 1] if place + 1 < len(lines) else ""
        if after and line.tag == "dt" and (value := value_below(text, after, alone=True)):
            found[place] = Finding(LABELS, value, line)
            found[place + 1] = Finding(LABELS, {}, lines[place + 1])
        elif (said := known.get(place) or _row(text, keys[place], place in steps)) and not (
            said[0] is LABEL and names_other(said[1], title)
        ):
            found[place] = Finding(*said, line)
            if place < TOP and said[0] is LABEL and text[-1] in ":\uff1a" and after:
                _find_value(found, place, lines[place + 1])
        elif place in found:
            continue
        elif place < TOP and is_dump and counts_others(text):
            found[place] = Finding(READERS, {}, line)
        elif place in marked:
            found[place] = Finding(*marked[place], line)
        elif text[-1] in ":\uff1a" and after and (value := value_below(text, after)):
            found[place] = Finding(LABELS, value, line)
            found[place + 1] = Finding(LABELS, {}, lines[place + 1])
        elif place < head and not line.tag and (abroad := row_abroad(text)):
            found[place] = Finding(LABEL_PAIR, abroad, line)
        elif place < (HEAD if line.tag else TOP) and (mixed := facts_at(text, is_near=place < HEAD)):
            more = by_values(text, texts) if not line.tag and place < head else {}
            found[place] = Finding(LABEL_PAIR, once(more, mixed), line)
        elif place < head and not line.tag and (row := by_values(text, texts)):
            found[place] = Finding(LABEL_PAIR, row, line)
        elif place < TOP and not line.tag and (some := read_labelled(text)):
            found[place] = Finding(LABEL if SURE.isdisjoint(some) else COUNTED, dict(some), line)
        elif place < TOP and not line.tag and (stated := glued(text)) is not None:
            found[place] = Finding(COUNTED, stated, line)
        elif place < head and not line.tag and (alone := _alone(text, found, place, of_paper=of_paper)):
            found[place] = Finding(*alone, line)
        elif place in steps and place < HEAD and not line.tag and (is_open(text) or leads_on(text, keys[:TOP])):
            found[place] = Finding(BREADCRUMB, {"category": text}, line)
    for place in () if not is_dump else paths_above_facts(texts[:head], {at for at, one in found.items() if one.facts}):
        found.setdefault(place, Finding(BREADCRUMB, {"category": from_home(texts[place], texts[:place])}, lines[place]))
    if title:
        _find_wrapped_title(lines, keys, found, key_of(title))
    if whole := joined_path(texts[:HEAD], {place for place in found if found[place].rule is BREADCRUMB}):
        found[whole.place] = Finding(BREADCRUMB, {"category": whole.text}, lines[whole.place])
        found[whole.place + 1] = Finding(BREADCRUMB, {}, lines[whole.place + 1])
    for place, one in found.items() if is_dump else ():
        if place and one.rule is BREADCRUMB and "category" in one.facts:
            one.facts["category"] = from_home(one.facts["category"], texts[:place])
    _count_between(lines, texts, found)
    for place, stated in fact_table(texts):
        found[place] = Finding(LABELS, stated, lines[place])
    _find_pairs(lines, texts, found)
    _find_stamp(lines, found)
    if is_dump:
        for place, stated in (*account_card(texts[:HEAD]), *board_head(texts)):
            found[place] = Finding(FIELDS, stated, lines[place])
        for place, stated in rows_at_top(texts[:TOP], {at: found[at].rule for at in found if at < TOP}):
            known_facts = found[place].facts if place in found else {}
            found[place] = Finding(FIELDS, stated | known_facts, lines[place])
    if title and is_dump:
        _find_below_title(lines, texts, keys, found, key_of(title))
    if lines and is_planted(texts[0]):
        found[0] = Finding(PLANTED, {}, lines[0])
    for place, rule, facts in find_presenting(lines, found.keys(), key_of(title or "")):
        found[place] = Finding(rule, facts, lines[place])
    for place, line in enumerate(lines[:TOP]):
        if line.text[-1] in ":\uff1a":
            _find_keywords(lines, found, place, finder)
    return found


def _alone(text: str, found: Findings, place: int, *, of_paper: bool) -> Said | None:
    """Return what a line states that no row holds; no second day but right below the first."""
    dated = any("published" in one.facts for at, one in found.items() if at < place - 1)
    above = found.get(place - 1)
    is_beside = above is not None and (bool(above.facts) or above.rule.access is not None)
    is_below = above is not None and above.rule is TITLE
    return alone_at_top(text, is_beside=is_beside, is_below=is_below, is_dated=dated, of_paper=of_paper)


def _find_wrapped_title(lines: Sequence[Line], keys: Sequence[str], found: Findings, title: str) -> None:
    """Find the title where it stands over two lines."""
    for place, (first, second) in enumerate(pairwise(keys[:TOP])):
        if first and title.startswith(first) and first + second == title and not {place, place + 1} & found.keys():
            found.update({at: Finding(TITLE, {}, lines[at]) for at in (place, place + 1)})


def _find_below_title(
    lines: Sequence[Line], texts: Sequence[str], keys: Sequence[str], found: Findings, title: str
) -> None:
    """Find below the title what belongs to it, and the journal's issue below the stamp; above it the path."""
    titles = {place for place in range(min(HEAD, len(lines))) if place in found and found[place].rule is TITLE}
    parts = second_titles([line.text for line in lines[:HEAD]], keys, titles, title)
    parts |= numbered_titles(keys, title, found.keys())
    found.update({place: Finding(TITLE, {}, lines[place]) for place in parts if place not in found})
    for place in titles:  # between two of them
        below = keys[place + 2] if place + 2 < len(keys) else ""
        again = place + 1 not in found and len(below) > 1 and title.startswith(below)
        if again and (stated := stamped_date(lines[place + 1].text)):
            found[place + 1] = Finding(LABEL_PAIR, {"published": stated}, lines[place + 1])
    parts = shorter_titles(keys, title, found.keys())
    found.update({place: Finding(TITLE, {}, lines[place]) for place in parts if place not in found})
    named = {place for place in found if place < TOP and is_title(found[place].rule)}
    in_words = {place for place, one in found.items() if one.rule.ambiguous and "年" in one.line.text}
    for one in beside_title(texts, named, {place: known.facts for place, known in found.items()}, in_words):
        found[one.place] = Finding(BREADCRUMB if one.is_path else COUNTED, one.facts, lines[one.place])
    for place in range(1, min(HEAD, len(lines))):
        if place - 1 in found and "published" in found[place - 1].facts and ISSUE.fullmatch(lines[place].text):
            found.setdefault(place, Finding(COUNTED, {}, lines[place]))


def _find_keywords(lines: Sequence[Line], found: Findings, place: int, finder: Finder) -> None:
    """Find the keywords below their label, and the site's heading that ends them."""
    words = keyword_list(lines, place)
    if words is None:
        return
    below = lines[words.stop]
    heading = finder.phrase(unmarked(below.text))
    if heading is None or heading[0].strength == "badge":
        return
    tags = " ".join(lines[at].text for at in words if len(lines[at].text) > 1)
    found[place] = Finding(LABEL_PAIR, {"tags": tags}, lines[place])
    found.update({at: Finding(LABEL_PAIR, {}, lines[at]) for at in words})
    found[words.stop] = Finding(*heading, below)


def _find_value(found: Findings, place: int, below: Line) -> None:
    """Find the value of a label that stands alone in the line above it, both in doubt as the label is."""
    line = found[place].line
    if value := value_below(line.text, below.text, at_top=True):
        found[place] = Finding(LABEL, value, line)
        found[place + 1] = Finding(LABEL, {}, below)


def _find_stamp(lines: Sequence[Line], found: Findings) -> None:
    """Find the line at the top with the time at which a machine put the document up; a log has many such lines."""
    stamps = [
        (place, stamp)
        for place, line in enumerate(lines[:HEAD])
        if not (place in found and found[place].rule is LABELS) and (stamp := stamp_in(line.text))
    ]
    if len(stamps) != 1:
        return
    ((place, facts),) = stamps
    entries = some_badges(lines[place].text)
    if place in found and not (found[place].rule is LABEL or (found[place].rule.ambiguous and len(entries) > 1)):
        return
    found[place] = Finding(LABEL_PAIR, stated_in(entries) | facts, lines[place])


def _find_pairs(lines: Sequence[Line], texts: Sequence[str], found: Findings) -> None:
    """Find facts that stand in two lines at the top, the word and the number."""
    for place, rule, price in price_pairs(texts[:HEAD], found.keys()):
        found[place] = Finding(rule, {"access_text": price}, lines[place])
        found[place + 1] = Finding(rule, {}, lines[place + 1])
    known = {place for place, finding in found.items() if finding.facts or finding.rule is TITLE}
    if lines and not lines[0].tag:
        stacked = [*stacked_labels(texts[:TOP], found.keys()), *member_pairs(texts[:TOP], found.keys())]
        pairs = [*stacked, *counted_pairs(texts[:TOP], known)]
        for place, facts in pairs:
            found.setdefault(place, Finding(COUNTED, facts, lines[place]))


def _count_between(lines: Sequence[Line], texts: Sequence[str], found: Findings) -> None:
    """Find the bare number between a date and a size or pages, each a line: there a site says how many have read."""
    dated = [place for place, one in found.items() if one.rule.ambiguous and "published" in one.facts]
    measured = {place for place, one in found.items() if not one.rule.marker and not _MEASURES.isdisjoint(one.facts)}
    for at in counts_between(texts, dated, measured, found.keys()):
        found[at] = Finding(VIEWS, {"views": lines[at].text}, lines[at])


def is_title(rule: Rule) -> bool:
    """Tell whether a rule finds the title: alone, or as the name of the file."""
    return rule is TITLE or rule.name == FILE_NAME


def _row(text: str, key: str, has_step: bool) -> Said | None:
    """Read what is no single phrase: labelled facts, several phrases in a row, a breadcrumb."""
    if len(text) > PHRASE_LIMIT:
        return None
    if has_step and (behind := behind_path(text)):
        way, below = behind
        return BREADCRUMB, stated_in(some_badges(below)) | {"category": way}
    labelled = text[0] in label_starts()
    if labelled and (row := read_labels(text) or run_together(text)):
        if row.labels == 1 and STEPS.search(row.facts.get("category", "")):
            return BREADCRUMB, {"category": text.replace("\t", ":")}
        alone = row.labels == 1 and SURE.isdisjoint(row.facts) and not _TAGGED.match(text)
        return LABEL if alone else LABELS if row.typed > 1 else LABEL_PAIR, row.facts
    may_be_badges = len(text) <= SHORT and key and (labelled or rulebook().matcher.may_begin(key))
    if may_be_badges and (facts := badge_row(text)):
        return facts
    if has_step and is_path(text):
        return BREADCRUMB, {"category": text}
    return None
