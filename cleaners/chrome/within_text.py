"""Chrome between the head and the tail of a page: what certain rules know, clusters of weak ones, what is between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from cleaners.chrome.answerers import ANSWERS_HEAD
from cleaners.chrome.between_posts import between_posts
from cleaners.chrome.telling import SITE_HEAD, heads_again
from cleaners.document import Line
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import STAMP, Finding, Findings, Rules
from cleaners.furniture.stamped import stamped_words
from cleaners.lazily import lazily
from cleaners.places import runs
from cleaners.rules.strangers import SENTENCE, STRANGER_WIDTH
from cleaners.rules.vocabulary import site_share, topic_of

BETWEEN: Final = "between"
_CLUSTER: Final = 5
_MANY: Final = 12  # weak words in a row that need no better sign of a site
_OFTEN: Final = 3
_LINKED: Final = 0.8
_CONTROL: Final = 4  # characters of a word that stands between two of the site's, and elsewhere again
_MOSTLY: Final = 0.6  # share of a site's words in a line between two of the site's that is one, too
_OF_LISTS: Final = frozenset(("page_count", "file_size", "doc_type"))
_DIGITS: Final = lazily(r"\d+")
_LETTER: Final = lazily(r"[^\W_]")


def mark_within(lines: Sequence[Line], found: Findings, rules: Rules, body: range, title: str | None) -> None:
    """Mark chrome between head and tail in ``rules`` (in place).

    That is what certain rules know, clusters of weak ones, weak ones that are links, what stands between two of them.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        body: the places between head and tail.
        title: the title without site suffix.
    """
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
    _mark_between(lines, found, rules, body)


def _mark_between(lines: Sequence[Line], found: Findings, rules: Rules, body: range) -> None:
    """Mark the title put over what follows, and what stands between two lines of the site."""
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
    if not _LETTER.search(text):
        return True
    bare = text.rstrip(":：")  # 推荐度：
    return len(text) <= STRANGER_WIDTH and not SENTENCE.search(bare) and site_share(_DIGITS.sub("", text)) >= _MOSTLY


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
