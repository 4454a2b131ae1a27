"""Which lines the site wrote: general rules together with position, repetition and neighbourhood.

A page is a head (title, badges, buttons), the document, and a tail (summary, notices, related documents). Rules that
are certain count anywhere; words that a document could have as well count only in the head, the tail, or a cluster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cleaners.chrome.answerers import ANSWERS_HEAD
from cleaners.chrome.below_end import drop_below_end
from cleaners.chrome.between_posts import between_posts
from cleaners.chrome.calls import above_calls, offered_again, past_controls
from cleaners.chrome.code_bars import find_code_bars
from cleaners.chrome.comments import mark_comments
from cleaners.chrome.doubled import DOUBLED
from cleaners.chrome.duplicates import REPEATED, TITLE_LINES, keep_a_copy, mark_duplicates
from cleaners.chrome.edges import Edges, site_edges
from cleaners.chrome.end_marks import find_end
from cleaners.chrome.folded_summary import SUMMARY, mark_folded
from cleaners.chrome.head_end import (
    OF_DUMPS,
    above_decree,
    above_number,
    below_keywords,
    ends_with_date,
    head_end,
    past_counts,
)
from cleaners.chrome.interruptions import INTERRUPTION, advertised, find_interruptions
from cleaners.chrome.islands import drop_islands
from cleaners.chrome.last_lines import forget_lone_end, own_end
from cleaners.chrome.of_site import find_of_site
from cleaners.chrome.only_text import keep_only_text
from cleaners.chrome.others_below import dated_list, drop_below_others, teased_list
from cleaners.chrome.own_headings import forget_own_headings, forget_running_titles, heads_abstract
from cleaners.chrome.own_outline import keep_outline
from cleaners.chrome.page_contents import mark_contents
from cleaners.chrome.page_marks import (
    PAGE_MARK,
    find_marks_in_tree,
    find_page_heads,
    find_page_marks,
    find_slides,
    pages_over_marks,
)
from cleaners.chrome.post_blocks import of_thread
from cleaners.chrome.questions import asked_above
from cleaners.chrome.read_again import read_again
from cleaners.chrome.refrain import forget_refrain, is_refrain
from cleaners.chrome.sections import mark_sections
from cleaners.chrome.site_notices import gives_notice, is_notice, past_notices
from cleaners.chrome.summary_above import mark_summary_above
from cleaners.chrome.summary_in_head import mark_summary_in_head
from cleaners.chrome.telling import SITE_HEAD, heads_again, offers_others
from cleaners.chrome.title_again import says_title_above
from cleaners.chrome.trailing import drop_trailing
from cleaners.document import Drop, Line
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import LABEL_PAIR, STAMP, Finding, Findings, Rules, is_title
from cleaners.facts.findings import find_in_lines
from cleaners.facts.keyword_list import ends_with_list, list_above, unmarked
from cleaners.facts.own_tables import keep_columns, keep_tables
from cleaners.furniture.stamped import mark_stamped, stamped_words
from cleaners.lazily import lazily
from cleaners.places import runs
from cleaners.rules.around import counts_answers
from cleaners.rules.phrases import Matcher, key_of
from cleaners.rules.preview_words import SILENT, Shown
from cleaners.rules.rulebook import Rule
from cleaners.rules.strangers import SENTENCE, STRANGER_WIDTH, is_stranger
from cleaners.rules.vocabulary import site_share, topic_of

_STRANGERS = 2
_CLUSTER = 5
_OFTEN = 3
_LINKED = 0.8
_DIGITS = lazily(r"\d+")
_BRIEF = 120  # characters of a notice at the end
_MANY = 12  # weak words in a row that need no better sign of a site
HEAD = "head"
TAIL = "tail"
BETWEEN = "between"
_CONTROL = 4  # characters of a word that stands between two of the site's, and elsewhere again
_LETTER = lazily(r"[^\W_]")
_MOSTLY = 0.6  # share of a site's words in a line between two of the site's that is one, too
_ITS_OWN = lazily(
    r"[本此该該](?:报告|報告|表|公司|食谱|书|書|刊|手册|规程|标准|办法|院|所|中心|研究|指南|须知)"
)  # speaks of itself
_WORDS = 24  # characters of a line that is words of a site, wherever it stands
_OF_LISTS = frozenset(("page_count", "file_size", "doc_type"))


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
) -> Sifted:
    """Take out the lines that the site wrote or shows twice.

    Args:
        lines: the lines of a dump, or those of the main content of a tree.
        title: the title without site suffix.
        own: the site profile's own phrases.
        raw_title: the title with what the site put behind it.
        site: the site's registrable host.
    """
    if is_refrain(lines):
        said = lines[: title is not None and key_of(lines[0].text) == key_of(title)]
        return Sifted(list(lines[len(said) :]), [Drop(line.number, TITLE_LINES, line.text) for line in said], [])
    found = find_in_lines(lines, title, own)
    if title and raw_title and lines and lines[0].text == raw_title:
        found.setdefault(0, Finding(TITLE, {}, lines[0]))
    is_dump = not any(line.depth or line.tag not in OF_DUMPS for line in lines)
    own_lines = _find_more(lines, found, title, site, is_dump=is_dump)
    rules = mark_duplicates(lines, found, title)
    mark_folded(lines, found, rules)
    if is_dump:
        mark_stamped(lines, rules)
        mark_summary_above(lines, found, rules)
        mark_contents(lines, found, rules)
        mark_summary_in_head(lines, found, rules)
        mark_comments(lines, found, rules)
    edges = site_edges(lines, found, _copies(rules), own_lines, title) if is_dump else Edges(0, len(lines), 0)
    head = max(head_end(lines, found, rules), edges.start)
    pages = pages_over_marks(lines, found) if is_dump else None
    if is_dump:
        head = _head_of_dump(lines, found, rules, head, title)
        head = min(head, pages.start) if pages else head
    for place in range(head):
        rules.setdefault(place, found[place].rule.name if place in found else HEAD)
    mark_sections(lines, found, rules, edges)
    tail = min(_tail_start(lines, found, rules, head, title), max(head, edges.stop))
    body = range(head, tail)
    tail = _tail_of_dump(lines, found, body, pages) if is_dump else find_end(lines, found, body, is_dump=False)
    end = own_end(lines, found, rules, range(head, tail))
    own_lines.update(range(tail, end))
    tail = _above_calls(lines, found, end, head) if is_dump else end
    for place in range(tail, len(lines)):
        rules.setdefault(place, found[place].rule.name if place in found else TAIL)
    body = range(head, tail)
    told = [*find_interruptions(lines, found, body), *advertised(lines, found, body)]
    rules.update(dict.fromkeys(told, INTERRUPTION))
    _mark_body(lines, found, rules, body, title)
    keep_a_copy(lines, rules)
    if is_dump:
        read_again(lines, found, rules, own_lines)
        keep_a_copy(lines, rules, _WORDS)
        drop_below_others(lines, rules)
        drop_below_end(lines, found, rules)
        drop_islands(lines, found, rules)
        drop_trailing(lines, found, rules, topic_of(title))
    keep_only_text(lines, found, rules, (HEAD, TAIL))
    if not rules:
        return Sifted(list(lines), [], [])
    kept = [line for place, line in enumerate(lines) if place not in rules]
    drops = [Drop(lines[place].number, rules[place], lines[place].text) for place in sorted(rules)]
    beside = [*lines[:head], *lines[tail:]] if not {HEAD, TAIL}.isdisjoint(rules.values()) else ()
    return Sifted(kept, drops, of_thread([found[place] for place in sorted(found) if place in rules]), beside=beside)


def _find_more(
    lines: Sequence[Line], found: Findings, title: str | None, site: str | None, *, is_dump: bool
) -> set[int]:
    """Correct the findings (in place) by what stands near; return the places of lines known as the document's own."""
    own_lines = forget_own_headings(lines, found) | keep_tables(lines, found)
    forget_lone_end(lines, found)
    forget_refrain(lines, found)
    if is_dump:
        own_lines |= keep_outline(lines, found) | keep_columns(lines, found)
        own_lines |= {place for place, line in enumerate(lines) if line.tag == "pre"}
        forget_running_titles(lines, found)
        find_page_marks(lines, found)
        find_slides(lines, found)
        find_page_heads(lines, found, site)
        find_of_site(lines, found, title, site)
    else:
        find_marks_in_tree(lines, found, site)
        find_code_bars(lines, found)
    return own_lines


def _head_of_dump(lines: Sequence[Line], found: Findings, rules: Rules, head: int, title: str | None) -> int:
    """Return where the head of a dump ends: before the first page, behind notices and the title in other words."""
    head += ends_with_date(lines, found, head)
    head = min([head, *(at + 1 for at, one in found.items() if one.rule is PAGE_MARK)])
    if any(at in found and not is_title(found[at].rule) for at in range(head)):
        for _ in range(_STRANGERS):
            head = past_controls(lines, found, past_notices(lines, head, title))
        head = past_counts(lines, says_title_above(lines, head, title))
    head = above_number(lines, below_keywords(lines, found, asked_above(lines, found, head)))
    head = above_decree(lines, head)
    return head - heads_abstract(lines, found, rules, head - 1)


def _tail_of_dump(lines: Sequence[Line], found: Findings, body: range, pages: range | None) -> int:
    """Return where the tail of a dump begins: at a mark that ends the text, a list of others; behind the last page."""
    stop = min(find_end(lines, found, body), dated_list(lines, found, body), teased_list(lines, body))
    return max(stop, pages.stop) if pages else stop


def _above_calls(lines: Sequence[Line], found: Findings, tail: int, head: int) -> int:
    """Return where the text of a dump ends above calls on readers and the site's keywords, which become findings."""
    tail = offered_again(lines, above_calls(lines, found, tail, head), head)
    words = list_above(lines, tail)
    if words is None:
        return tail
    for at in words:
        said = unmarked(lines[at].text) if at == words[-1] else ""
        tags = {"tags": said} if len(said.split()) > 1 else {}
        found[at] = Finding(LABEL_PAIR, tags, lines[at])
    return min(tail, words.start)


def _copies(rules: Rules) -> set[int]:
    return {place for place, rule in rules.items() if rule in (REPEATED, SUMMARY)}


def _tail_start(lines: Sequence[Line], found: Findings, rules: Rules, head: int, title: str | None) -> int:
    start, strangers = len(lines), 0
    topic = topic_of(title)
    for place in range(len(lines) - 1, head - 1, -1):
        if rules.get(place) == DOUBLED:
            continue
        finding = found.get(place)
        known = place in rules or (finding and not finding.rule.ambiguous and finding.rule is not TITLE)
        text = lines[place].text
        told = is_notice(text) or (
            len(text) <= _BRIEF and gives_notice(text, topic) and not (lines[place].tag and _ITS_OWN.search(text))
        )
        if known or told or ends_with_list(lines, place, start) or offers_others(lines[place]) or counts_answers(text):
            start, strangers = place, 0
        elif strangers == _STRANGERS or not is_stranger(lines[place]):
            break
        else:
            strangers += 1
    return start


def _mark_body(lines: Sequence[Line], found: Findings, rules: Rules, body: range, title: str | None) -> None:
    """Mark chrome between head and tail: certain rules, clusters of weak ones, weak ones that are links."""
    often = _repeated(lines, found, body)
    heads = heads_again(lines, found, body)
    for place in body:
        if lines[place].mark == STAMP:
            known = found.get(place)
            rules.setdefault(place, known.rule.name if known and known.rule.name == ANSWERS_HEAD else STAMP)
    for place in stamped_words(lines, body, topic_of(title)):
        rules.setdefault(place, BETWEEN)
    for run in runs([place for place in body if place in rules or (place in found and found[place].rule is not TITLE)]):
        sure = any(place in rules or _is_certain(found[place]) for place in run)
        told = len(run) >= _CLUSTER and any(place in rules or _tells(found[place]) for place in run)
        for place in run:
            if place in rules:
                continue
            rule = found[place].rule
            if rule.ambiguous and place == run[0] and "年" in lines[place].text:  # a date that ends the document
                continue
            linked = (lines[place].links >= _LINKED and rule.strength == "weak") or (lines[place].tag and rule.folds)
            cluster = told or len(run) >= _MANY or (sure and not rule.ambiguous)
            again = rule.name == SITE_HEAD and place in heads
            if _is_certain(found[place]) or linked or cluster or again or place in often:
                rules[place] = rule.name
    titles = [lines[place].text for place in range(body.start) if place in found and found[place].rule is TITLE]
    twice = {text for text, count in Counter(titles).items() if count > 1}
    times = Counter(line.text for line in lines if len(line.text) <= _CONTROL)
    for place in body:
        again = not lines[place].tag and lines[place].text in twice
        if (place - 1 in rules or again) and place in found and found[place].rule is TITLE:
            rules.setdefault(place, TITLE.name)  # put over what follows, or anywhere
        elif (
            place not in rules
            and place - 1 in rules
            and place + 1 in rules
            and (
                _is_between(lines[place].text)
                or ({place - 1, place + 1} <= found.keys() and times[lines[place].text] > 1)
            )
        ):
            if rules[place - 1] == rules[place + 1] == STAMP:
                continue  # a post stands there, however short
            rules[place] = BETWEEN


def _is_between(text: str) -> bool:
    """Tell whether a line that stands between two of the site's is made of its words, or of signs."""
    return not _LETTER.search(text) or (
        len(text) <= STRANGER_WIDTH and not SENTENCE.search(text) and site_share(_DIGITS.sub("", text)) >= _MOSTLY
    )


def _tells(finding: Finding) -> bool:
    """Tell whether a finding is more than a word that a document could list as well: a badge, a notice, a section."""
    return finding.rule.strength != "weak" or bool(finding.facts)


def _repeated(lines: Sequence[Line], found: Findings, body: range) -> set[int]:
    """Return the places of controls and time stamps that stand several times, as between the posts of a thread."""
    if lines and not lines[0].tag:
        return between_posts(lines, found, body)
    if not any(place in body and lines[place].tag and _repeats(found[place]) for place in found):
        return set()
    places = [place for place in sorted(found) if lines[place].tag and _repeats(found[place])]
    words = {
        place: rule.name if (rule := found[place].rule).between else _DIGITS.sub("0", lines[place].text)
        for place in places
    }
    counts = Counter(words.values())
    return {place for place in places if place in body and counts[words[place]] >= _OFTEN}


def _repeats(finding: Finding) -> bool:
    """A time of day is a site's; a date alone can be the heading of a chronicle, and prices or sizes are a list's."""
    rule = finding.rule
    if rule is TITLE or rule.access or rule.to or not _OF_LISTS.isdisjoint(finding.facts):
        return False
    return not rule.ambiguous or ":" in finding.line.text


def _is_certain(finding: Finding) -> bool:
    return finding.rule.strength == "certain" and finding.rule is not TITLE
