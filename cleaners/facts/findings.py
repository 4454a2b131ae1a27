"""What lines of a page state, alone and together; what becomes of the lines is decided in ``chrome``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from cleaners.document import Line
from cleaners.facts.badge_rows import behind_author
from cleaners.facts.badges import VIEWS, some_badges
from cleaners.facts.barred_rows import barred_rows
from cleaners.facts.beside_title import beside_title
from cleaners.facts.board_head import board_head
from cleaners.facts.breadcrumb import joined_path
from cleaners.facts.bylines import POET, named_twice, rows_at_top
from cleaners.facts.fact_table import fact_table
from cleaners.facts.fields import FIELDS
from cleaners.facts.finder import TITLE, Finder
from cleaners.facts.finding import BREADCRUMB, LABEL, LABEL_PAIR, LABELS, PLANTED, Finding, Findings, is_title
from cleaners.facts.font_sizes import font_sizes
from cleaners.facts.head_lines import HEAD, TOP
from cleaners.facts.head_paths import from_home, paths_over_lines
from cleaners.facts.icon_rows import icon_rows
from cleaners.facts.keyword_list import keyword_list, titles_with_keywords, unmarked
from cleaners.facts.line_pairs import (
    COUNTED,
    count_among,
    counted_pairs,
    counts_between,
    member_pairs,
    price_pairs,
    stacked_labels,
)
from cleaners.facts.line_readings import PageLines, prepare, read_lines
from cleaners.facts.list_archive import ARCHIVE, archive_lines
from cleaners.facts.official_account import account_called, account_card, blogger_card
from cleaners.facts.printed_thread import printed_head
from cleaners.facts.shared_words import forget_shared_words
from cleaners.facts.stamps import stamp_in, stated_in
from cleaners.facts.tag_lines import tag_lists
from cleaners.facts.title_parts import (
    ISSUE,
    WITH_DAY,
    machine_stamp,
    numbered_titles,
    second_titles,
    shorter_titles,
    stamped_date,
)
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.matcher import Matcher
from cleaners.rules.others import is_planted
from cleaners.rules.presented import find_presenting
from cleaners.rules.rulebook import Rule
from cleaners.rules.strangers import is_prose
from cleaners.rules.vocabulary import site_share

_OVER = 4  # lines of a title
_PAIR = 2  # lines
_OF_MEMBERS = frozenset(("粉丝", "粉絲", "获赞", "獲讚", "Followers"))
_OPENING = frozenset("【[〔")
_BRACKETED = lazily(r"(?:[【\[〔][^【】\[\]〔〕]{2,8}[】\]〕]\s*){2,}")
_IN_BRACKETS = lazily(r"[^【】\[\]〔〕\s]+")
_OF_SITE = 0.5  # share of words of sites in a control that no rule knows
_MEASURES = frozenset(("file_size", "page_count"))


def find_in_lines(lines: Sequence[Line], title: str | None, own: Matcher[Rule] | None = None) -> Findings:
    """Return what the rules found, by the place of the line in ``lines``.

    Args:
        lines: lines in page order.
        title: the page's title, so that phrases can speak of it; ``None`` where it is not known yet.
        own: the site profile's own phrases; they come before the general rules.
    """
    page = prepare(lines, title, own)
    texts, keys, is_dump = page.texts, page.keys, page.is_dump
    found = read_lines(page, title)
    _find_bracketed(page, found)
    if title:
        _find_wrapped_title(lines, keys, found, key_of(title))
    _find_paths(page, found)
    _count_between(lines, texts, found)
    for place, stated in fact_table(texts):
        found[place] = Finding(LABELS, stated, lines[place])
    for over, stated in barred_rows(texts) if is_dump else ():
        row = [at for at in over if not (at in found and found[at].rule.access)]
        found.update({at: Finding(LABELS, stated if at == row[0] else {}, lines[at]) for at in row})
    for place, stated in icon_rows(texts[:TOP]) if is_dump else ():
        found[place] = Finding(LABELS, stated, lines[place])
    for place in font_sizes(texts) if is_dump else ():
        found[place] = Finding(COUNTED, {}, lines[place])
    _find_pairs(lines, texts, found)
    _find_stamp(lines, found)
    if is_dump:
        _find_heads(lines, texts, found)
        found.update({at: Finding(ARCHIVE, stated, lines[at]) for at, stated in archive_lines(lines)})
    else:
        _find_poet(lines, found)
    if title and is_dump:
        _find_below_title(lines, texts, keys, found, key_of(title))
    if is_dump:
        _find_tags(lines, texts, found, title)
    if lines and is_planted(texts[0]):
        found[0] = Finding(PLANTED, {}, lines[0])
    for place, rule, facts in find_presenting(lines, found.keys(), key_of(title or "")):
        known = found[place].facts if place in found else {}
        found[place] = Finding(rule, {**facts, **known}, lines[place])
    for place, line in enumerate(lines[:TOP]):
        if line.text[-1] in ":\uff1a":
            _find_keywords(lines, found, place, page.finder)
    for place in titles_with_keywords(texts[:TOP], found) if is_dump else ():
        found[place] = Finding(TITLE, {}, lines[place])
    forget_shared_words(lines, found)
    _part_names(found)
    _forget_counts_of_members(texts, found)
    _forget_out_of_place(lines, found)
    return found


def _forget_counts_of_members(texts: Sequence[str], found: Findings) -> None:
    """Take bare numbers above what a site counts for a member for no readers: 18.6万 above 粉丝."""
    for place in [at for at, one in found.items() if one.rule.company and "views" in one.facts]:
        if place + 1 < len(texts) and texts[place + 1] in _OF_MEMBERS:
            found[place] = found[place]._replace(facts={})


def _forget_out_of_place(lines: Sequence[Line], found: Findings) -> None:
    """Take what sites say only above a text, or below one, out of the findings where prose stands on the wrong side."""
    for place in [at for at, one in found.items() if one.rule.above or one.rule.below]:
        if any(map(is_prose, lines[:place] if found[place].rule.above else lines[place + 1 : place + 2])):
            del found[place]


def _find_bracketed(page: PageLines, found: Findings) -> None:
    """Find rows of controls, each in brackets of its own: ``【发表评论】【打印此文】【关闭窗口】``."""
    for place, text in enumerate(page.texts):
        if place in found or text[0] not in _OPENING or not _BRACKETED.fullmatch(text):
            continue
        words = _IN_BRACKETS.findall(text)
        phrases = [page.finder.phrase(word) for word in words]
        said = next(filter(None, phrases), None)
        told = (phrase or site_share(word) >= _OF_SITE for word, phrase in zip(words, phrases, strict=True))
        if said and all(told):
            found[place] = Finding(said[0], {}, page.lines[place])


def _part_names(found: Findings) -> None:
    """Part names from the badges that a copy has run together with them: ``上传者：老李2021-04-193页418次阅读``."""
    for place, one in found.items():
        if facts := behind_author(one.facts.get("author", "")):
            found[place] = one._replace(facts=one.facts | facts)


def _find_tags(lines: Sequence[Line], texts: Sequence[str], found: Findings, title: str | None) -> None:
    """Find the tags of a dump; a type of file, which rules know, can be one."""
    others = {place for place, one in found.items() if one.facts.keys() != {"doc_type"} or one.rule.access}
    for over, tags in tag_lists(texts, others, title):
        found.update({at: Finding(LABEL_PAIR, {"tags": tags} if at == over.start else {}, lines[at]) for at in over})


def _find_paths(page: PageLines, found: Findings) -> None:
    """Join paths over two lines, and let those of dumps begin below the site's home."""
    lines, texts = page.lines, page.texts
    if whole := joined_path(texts[:HEAD], {place for place in found if found[place].rule is BREADCRUMB}):
        found[whole.place] = Finding(BREADCRUMB, {"category": whole.text}, lines[whole.place])
        found[whole.place + 1] = Finding(BREADCRUMB, {}, lines[whole.place + 1])
    for steps, path in paths_over_lines(texts[:TOP]) if page.is_dump else ():
        found.update(
            {at: Finding(BREADCRUMB, {"category": path} if at == steps.start else {}, lines[at]) for at in steps}
        )
    for place, one in found.items() if page.is_dump else ():
        if place and one.rule is BREADCRUMB and "category" in one.facts:
            one.facts["category"] = from_home(one.facts["category"], texts[:place])


def _find_poet(lines: Sequence[Line], found: Findings) -> None:
    """Find who wrote a poem, and when, right below the title, but for pictures: ``王维〔唐代〕``."""
    shown = [place for place in range(min(_OVER + _PAIR, len(lines))) if lines[place].tag != "img"]
    for title, place in pairwise(shown):
        if title in found and is_title(found[title].rule) and place not in found:
            if poet := POET.fullmatch(lines[place].text):
                found[place] = Finding(FIELDS, {"author": poet["then"] or poet["name"]}, lines[place])
            return


def _find_heads(lines: Sequence[Line], texts: Sequence[str], found: Findings) -> None:
    """Find the heads of accounts and boards, and rows by which a text was put up, at the top of a dump."""
    head = texts[:HEAD]
    heads = (*account_card(head), *account_called(texts), *blogger_card(head), *board_head(texts), *printed_head(head))
    for place, stated in heads:
        found[place] = Finding(FIELDS, stated, lines[place])
    for place, stated in named_twice(head):
        found[place] = Finding(FIELDS, stated, lines[place])
    for place, stated in rows_at_top(texts[:TOP], {at: found[at].rule for at in found if at < TOP}):
        known_facts = found[place].facts if place in found and "none" not in stated else {}
        day = {"published": stated["published"]} if "published" in stated else {}  # of several, the one with a label
        found[place] = Finding(FIELDS, stated | known_facts | day, lines[place])


def _find_wrapped_title(lines: Sequence[Line], keys: Sequence[str], found: Findings, title: str) -> None:
    """Find the title where it stands over several lines."""
    for place, first in enumerate(keys[:TOP]):
        if not first or first == title or not title.startswith(first):
            continue
        for stop in range(place + 2, place + 1 + _OVER):
            over = range(place, min(stop, len(keys)))
            if not keys[over[-1]]:
                break  # too long for a title, and for a key
            if "".join([keys[at] for at in over]) == title and all(_may_be_title(found.get(at)) for at in over):
                found.update({at: Finding(TITLE, {}, lines[at]) for at in over})


def _may_be_title(known: Finding | None) -> bool:
    return known is None or is_title(known.rule)


def _find_below_title(
    lines: Sequence[Line], texts: Sequence[str], keys: Sequence[str], found: Findings, title: str
) -> None:
    """Find below the title what belongs to it, and the journal's issue below the stamp; above it the path."""
    for place, text in enumerate(texts[:HEAD]):
        if (dated := WITH_DAY.fullmatch(text)) and key_of(dated[1]) == title:
            found[place] = Finding(TITLE, {"published": dated[2]}, lines[place])
    titles = {place for place in range(min(HEAD, len(lines))) if place in found and found[place].rule is TITLE}
    parts = second_titles([line.text for line in lines[:HEAD]], keys, titles, title)
    parts |= numbered_titles(keys, title, found.keys())
    found.update({place: Finding(TITLE, {}, lines[place]) for place in parts if place not in found})
    for place in titles:  # below one of them
        below = keys[place + 2] if place + 2 < len(keys) else ""
        if place + 1 >= len(lines) or place + 1 in found:
            continue
        again = len(below) > 1 and title.startswith(below)
        text = lines[place + 1].text
        if stated := stamped_date(text) if again else _lone_stamp(lines, text):
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


def _lone_stamp(lines: Sequence[Line], text: str) -> str | None:
    """Return the date of a stamp that is the only one at the top: a log has many."""
    stated = machine_stamp(text)
    return stated if stated and sum(machine_stamp(line.text) is not None for line in lines[:TOP]) == 1 else None


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
    for place, rule, price in [*price_pairs(texts[:TOP], found.keys())]:
        if place >= HEAD and not {place - 1, place + _PAIR} <= found.keys():
            continue  # a table of the document's own
        found[place] = Finding(rule, {"access_text": price}, lines[place])
        found[place + 1] = Finding(rule, {}, lines[place + 1])
    known = {place for place, finding in found.items() if finding.facts or finding.rule is TITLE}
    if lines and not lines[0].tag:
        stacked = [*stacked_labels(texts[:TOP], found.keys()), *member_pairs(texts[:TOP], found.keys())]
        pairs = [*stacked, *counted_pairs(texts[:TOP], known)]
        for place, facts in pairs:
            found.setdefault(place, Finding(COUNTED, facts, lines[place]))
        for place, facts in _stacked_below(texts, known):
            found[place] = Finding(COUNTED, facts, lines[place])  # no button: 下载 over 1.2万


def _stacked_below(texts: Sequence[str], known: Set[int]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of labels over their values at the end of a dump, below the document."""
    start = max(TOP, len(texts) - TOP)
    for place, facts in stacked_labels(texts[start:], {at - start for at in known}):
        yield start + place, facts


def _count_between(lines: Sequence[Line], texts: Sequence[str], found: Findings) -> None:
    """Find the bare number between a date and a size or pages, each a line: there a site says how many have read.

    In a dump also the one number anywhere among badges that say all else of a file.
    """
    dated = [place for place, one in found.items() if one.rule.ambiguous and "published" in one.facts]
    measured = {place for place, one in found.items() if not one.rule.marker and not _MEASURES.isdisjoint(one.facts)}
    for at in counts_between(texts, dated, measured, found.keys()):
        found[at] = Finding(VIEWS, {"views": lines[at].text}, lines[at])
    badges = {at: one for at, one in found.items() if at < TOP and (one.facts or one.rule.access)}
    if not dated or not measured or lines[0].tag or any("views" in one.facts for one in badges.values()):
        return
    told = {at: {*one.facts, *(("access",) if one.rule.access else ())} for at, one in badges.items()}
    if (count := count_among(texts, told)) is not None:
        found[count] = Finding(VIEWS, {"views": lines[count].text}, lines[count])
