"""What each line of a page states by itself, or with the line below: by the rules, then in words of any site."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from cleaners.document import Line
from cleaners.facts.badge_rows import SURE, badge_row
from cleaners.facts.badges import some_badges
from cleaners.facts.beside_title import names_other
from cleaners.facts.breadcrumb import STEPS, behind_path, is_open, is_path, may_be_paths
from cleaners.facts.finder import PHRASE_LIMIT, SHORT, TITLE, Finder, Said
from cleaners.facts.finding import BREADCRUMB, LABEL, LABEL_PAIR, LABELS, READERS, Finding, Findings, states
from cleaners.facts.head_lines import HEAD, TOP, alone_at_top, by_values, head_size, is_of_paper, once
from cleaners.facts.head_paths import from_home, leads_on, paths_above_facts, with_plain_steps
from cleaners.facts.labels import glued, label_starts
from cleaners.facts.line_pairs import COUNTED, value_below
from cleaners.facts.marked_items import behind_marks
from cleaners.facts.mixed_rows import facts_at
from cleaners.facts.plain_signs import with_label_joined, with_plain_signs
from cleaners.facts.rows_abroad import row_abroad, with_plain_dates
from cleaners.facts.run_on import read_labels, run_together
from cleaners.facts.stamps import stated_in
from cleaners.facts.told_by_value import read_labelled
from cleaners.lazily import lazily
from cleaners.rules.matcher import Matcher
from cleaners.rules.readers import counts_others
from cleaners.rules.rulebook import Rule, rulebook

_TWO_PARTIES = lazily(r"^([^\W\d_]{1,6}[:\uff1a]).*\s\1")  # 日期:____  日期:____, below a contract
_TAGGED = lazily(r"(?:本文|文章|文档|相关)?(?:标签|標籤|tags?)\s?[:：]", re.IGNORECASE)  # no document has tags


class PageLines(NamedTuple):
    """What is asked of a page's lines again and again.

    ``texts`` are the lines with plain signs, ``keys`` what they are compared by, ``steps`` the places of those that may
    be paths; facts in words of any site are read above ``head``.
    """

    lines: Sequence[Line]
    texts: list[str]
    keys: Sequence[str]
    finder: Finder
    known: Mapping[int, Said]
    steps: Set[int]
    head: int
    is_dump: bool


def prepare(lines: Sequence[Line], title: str | None, own: Matcher[Rule] | None) -> PageLines:
    """Return a page's lines as they are read.

    Args:
        lines: lines in page order.
        title: the page's title.
        own: the site profile's own phrases.
    """
    texts = [line.text for line in lines]
    is_dump = bool(lines) and not lines[0].tag
    if is_dump:
        plain = map(with_plain_dates, map(with_label_joined, map(with_plain_signs, texts[:TOP])))
        texts[:TOP] = map(with_plain_steps, plain)
    finder = Finder(title, own)
    keys = finder.keys(texts)
    known = finder.phrases(texts, keys)
    head = head_size(texts, known) if is_dump else HEAD
    return PageLines(lines, texts, keys, finder, known, may_be_paths(texts), head, is_dump)


def read_lines(page: PageLines, title: str | None) -> Findings:
    """Return what lines state by themselves, or with the line below: by the rules first, then in words of any site."""
    lines, texts, keys, _, known, steps, head, is_dump = page
    marked = behind_marks(texts, page.finder, HEAD)
    of_paper = is_dump and is_of_paper(texts)
    found: Findings = {}
    for place, line in enumerate(lines):
        text = texts[place]
        after = texts[place + 1] if place + 1 < len(lines) else ""
        if _TWO_PARTIES.search(text):
            continue
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
    return found


def _alone(text: str, found: Findings, place: int, *, of_paper: bool) -> Said | None:
    """Return what a line states that no row holds; no second day but right below the first."""
    dated = any("published" in one.facts for at, one in found.items() if at < place - 1)
    over, above = found.get(place - 2), found.get(place - 1)
    is_beside = above is not None and states(above)
    is_below = above is not None and above.rule is TITLE
    is_near = is_beside or (over is not None and states(over))
    return alone_at_top(
        text, is_beside=is_beside, is_near=is_near, is_below=is_below, is_dated=dated, of_paper=of_paper
    )


def _find_value(found: Findings, place: int, below: Line) -> None:
    """Find the value of a label that stands alone in the line above it, both in doubt as the label is."""
    line = found[place].line
    if value := value_below(line.text, below.text, at_top=True):
        found[place] = Finding(LABEL, value, line)
        found[place + 1] = Finding(LABEL, {}, below)


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
