"""Blocks between the posts of a thread in a text dump: who wrote a post, his rank, his posts, above its time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cleaners.document import Line
from cleaners.facts.finding import STAMP, Finding, Findings, has_label, is_title
from cleaners.facts.head_lines import dated_line
from cleaners.lazily import lazily
from cleaners.rules.cards import is_of_card
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import Rule
from cleaners.rules.strangers import is_prose, is_stranger
from cleaners.rules.vocabulary import site_share
from cleaners.values import AGO

POSTER: Final = Rule("poster", "weak", between=True)
FLOOR: Final = Rule(STAMP, "certain", between=True)
_OF_FILES: Final = frozenset(("page_count", "access_text"))
_OF_SITES: Final = 0.6  # share of a site's words in a row of controls
_PAIR: Final = 2
_AMONG_LABELS: Final = 3  # lines
_STATED_OF_FILE: Final = frozenset(("doc_type", "file_size", "page_count", "downloads", "views"))
_LONGEST: Final = 60  # characters of a stamp
_MOST: Final = 3  # lines that no rule knows, above the time of a post
_TOP: Final = 40  # lines in which a thread begins
DAY: Final = lazily(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
"""The day in the time of a post."""
_FLOOR: Final = lazily(  # 1楼  阿土伯  2018-05-20 13:05
    r"(?:\d{1,4}\s?[楼樓#F]|#\d{1,4}|[沙发發板凳地板]{2}|第\s?\d{1,4}\s?[楼樓])\s+(?:[^\s:：]{2,16}\s+)?"
    r"\S{0,4}(?:19|20)\d\d[-/.年]"
)
_SIGNED: Final = lazily(  # reed42   OP   2018-05-20 13:05:20 +08:00   ♥ 3
    r"\S{2,20}(?:\s+\S{1,8})?\s+(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*[+-]\d\d:?\d\d)?"
    r"(?:\s+\W{0,3}\s?\d{0,5})?"
)
_COUNTED: Final = lazily(  # • 灰尘 2019-11-03 2
    r"[•·]?\s?\S{1,20}\s+(?:19|20)\d\d-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d\d)?\s+(\d{1,4})\s?[楼樓#]?"
)
_AGO: Final = lazily(AGO)
CONTROL: Final = "post-control"
REPLY_TO: Final = frozenset(("Reply to", "In reply to", "回复给", "回覆給"))
"""The link to answer a post, where whom stands below it, in a line of its own."""
_ROW: Final = lazily(r"[•·]?\s?(?:[《〈]|(?i:v|ver|rev)?[\d.]+\s)")  # of a list of books, versions or numbers
_COUNTED_ENDS: Final = frozenset("0123456789楼樓#")
_FLOORS: Final = 3
_AGED: Final = lazily(r"#(\d{1,4})\s?\S{1,20}\s?[•·|]\s?(\S[^•·|]{0,12})")
_VOTES: Final = 4  # lines above a post's stamp among which the votes of the one before are
_JOINED: Final = lazily(r"注[册冊]|加入|(?:最[后後近]|上次)(?:登|[访訪])|(?i:joined|registered)")
_FIELD: Final = lazily(  # 等级：游民, 帖子 40
    r"[^\W\d_]{2,4}(?:\s?[:：]\s?[^\W_]{1,8}(?:\s[^\W\d_]{1,3})?|\s\d[\d,]*)$"
)


class _Block(NamedTuple):
    """The lines above the time of a post: those that no rule knows, from the top, and whether controls end them."""

    stamp: int
    unknown: list[int]
    is_closed: bool


def of_thread(findings: list[Finding], told: Sequence[Finding] | None = None) -> list[Finding]:
    """Return findings without pages and prices where they are a thread's: those are its pager's and its members'.

    Args:
        findings: some of what was found in a page.
        told: the findings that tell a thread, if they are others.
    """
    if not any(one.rule is POSTER for one in (findings if told is None else told)):
        return findings
    labelled = {fact for one in findings if has_label(one.rule) for fact in one.facts}
    if labelled >= _OF_FILES:
        return findings  # a file's, with comments below
    return [one for one in findings if not one.rule.access and _OF_FILES.isdisjoint(one.facts)]


def find_posts(lines: Sequence[Line], found: Findings) -> None:
    """Find who wrote the posts of a thread, and what the site says of them, in ``found`` (in place).

    Args:
        lines: lines in page order.
        found: what the rules found in them.
    """
    _find_posters_named(lines, found)
    _find_signed(lines, found)
    _find_floors(lines, found)
    _find_ages(lines, found)
    _find_counted(lines, found)
    _find_replied(lines, found)
    title = min((at for at in found if is_title(found[at].rule) and at < _TOP), default=-1)
    stamps = [at for at in range(title + 1, len(lines)) if _is_stamp(lines, found, at)]
    followed = {at - 1 for at in stamps}
    apart = [at for at in stamps if at + 1 < len(lines) and at not in followed]
    if len(apart) < _PAIR:
        return
    for at in apart:
        if at not in found and _FLOOR.match(lines[at].text):
            found[at] = Finding(FLOOR, {}, lines[at])
    blocks = [_block(lines, found, at) for at in apart]
    told = [block for block in blocks if block.unknown]
    controlled = any(block.is_closed for block in told[1:]) or any(_is_sure(found.get(one.stamp)) for one in told)
    if len(told) < _PAIR or not controlled:
        return  # a chat that the document quotes has names over times as well, and no controls
    least = min(len(block.unknown) for block in told)
    first = _opening(lines, found, told[0])
    for block in told:
        names = block.unknown if block.is_closed else block.unknown[-least:]
        owner = next((at for at in names if site_share(lines[at].text) < _OF_SITES), None)
        for at in names:
            stated = found[at].facts if at in found and block is blocks[0] else {}
            facts = {"author": lines[at].text} if at == owner and block is first else stated
            found[at] = Finding(POSTER, facts, lines[at])
    for block in told:
        known = found.get(block.stamp)
        day = DAY.search(lines[block.stamp].text) if block is first else None
        facts = {"published": day[0]} if day else known.facts if known and block is blocks[0] else {}
        rule = known.rule if known and known.rule.between else POSTER
        found[block.stamp] = Finding(rule, facts, lines[block.stamp])
    for at in range(told[0].stamp, len(lines)):  # of cards that a rule's line cuts in two
        if at not in found and is_of_card(lines, at):
            found[at] = Finding(POSTER, {}, lines[at])


def _find_posters_named(lines: Sequence[Line], found: Findings) -> None:
    """Find lines that are the name of somebody whom the stamp of a post names: what the site says of him is there."""
    names = {one.facts["author"] for one in found.values() if one.rule.between and "author" in one.facts}
    for at, line in enumerate(lines) if len(names) > 1 else ():
        if at not in found and line.text in names:
            found[at] = Finding(POSTER, {}, line)


def _find_signed(lines: Sequence[Line], found: Findings) -> None:
    """Find lines that are a name and a time and nothing else, two of them or more, and the floors alone above them."""
    signed = [at for at, line in enumerate(lines) if len(line.text) <= _LONGEST and _SIGNED.fullmatch(line.text)]
    if len(signed) < _PAIR or not any(after > at + 1 for at, after in pairwise(signed)):
        return
    for floor, at in enumerate(signed, 1):
        facts = found[at].facts if at in found and floor == 1 else {}
        found[at] = Finding(FLOOR, facts, lines[at])
        if at and lines[at - 1].text == str(floor):
            found[at - 1] = Finding(FLOOR, {}, lines[at - 1])


def _find_floors(lines: Sequence[Line], found: Findings) -> None:
    """Find a name, how long ago, and the number of the post in a line each, above posts that are counted up."""
    floors: list[int] = []
    for at in range(2, len(lines) - 1):
        if lines[at].text == str(len(floors) + 1) and _AGO.fullmatch(key_of(lines[at - 1].text)):
            floors.append(at)
    if len(floors) < _FLOORS:
        return
    for at in floors:
        above = [at, at - 1, *([at - 2] if is_stranger(lines[at - 2]) else [])]
        found.update({place: Finding(FLOOR if place == at else POSTER, {}, lines[place]) for place in above})


def number_of_aged(text: str) -> int | None:
    """Return the number of a post whose line has its number, a name and its age: ``#2 N • 3 年前``."""
    stamp = _AGED.fullmatch(text) if text[0] == "#" and len(text) <= _LONGEST else None
    return int(stamp[1]) if stamp and _AGO.fullmatch(key_of(stamp[2])) else None


def _find_ages(lines: Sequence[Line], found: Findings) -> None:
    """Find lines that are number, name and age of a post, counted up, and the votes above each."""
    ages: list[int] = []
    for at, line in enumerate(lines):
        if number_of_aged(line.text) == len(ages) + 1:
            ages.append(at)
    if len(ages) < _PAIR:
        return
    for at in ages:
        found[at] = Finding(POSTER, {}, lines[at])
    ends = [*ages[1:], min((at for at in range(ages[-1] + 1, len(lines)) if at in found), default=len(lines))]
    for end in ends:
        for at in range(end - 1, max(ages[0], end - 1 - _VOTES), -1):
            if lines[at].text.isdecimal():
                found[at] = Finding(FLOOR, {}, lines[at])


def _find_counted(lines: Sequence[Line], found: Findings) -> None:
    """Find lines that are name, day and number of a reply, counted up from 2, and their number above the first.

    A control stands beside each, and no other line has that form: registers have such rows, too.
    """
    replies: list[int] = []
    for at, line in enumerate(lines):
        if len(line.text) <= _LONGEST and line.text[-1] in _COUNTED_ENDS and (stamp := _COUNTED.fullmatch(line.text)):
            if int(stamp[1]) != len(replies) + _PAIR or _ROW.match(line.text):
                return
            replies.append(at)
    if len(replies) < _PAIR or any(after == at + 1 for at, after in pairwise(replies)):
        return  # rows of a list
    if any(found.keys().isdisjoint((at - 1, at + 1)) for at in replies):
        return
    for at in replies:
        found[at] = Finding(FLOOR, {}, lines[at])
    if (above := replies[0] - 1) in found and found[above].rule.to:
        found[above] = Finding(POSTER, {}, lines[above])


def _find_replied(lines: Sequence[Line], found: Findings) -> None:
    """Find the link to answer a post and the name of who wrote it, a line each below the post: ``Reply to``, ``N``."""
    links = [
        at
        for at, (line, below) in enumerate(pairwise(lines))
        if line.text in REPLY_TO and is_stranger(below) and below.text not in REPLY_TO
    ]
    if len(links) < _PAIR or not all(after > at + _PAIR for at, after in pairwise(links)):
        return  # none, or a list of members
    if not any(one.rule.name == CONTROL for one in found.values()):
        return  # letters to a paper, each to somebody
    for at in links:
        found.update({place: Finding(POSTER, {}, lines[place]) for place in (at, at + 1)})


def _opening(lines: Sequence[Line], found: Findings, first: _Block) -> _Block | None:
    """Return the block of the first post if nothing else says who began the thread, and the title stands above it."""
    if first.stamp > _TOP or any("author" in one.facts for one in found.values()):
        return None
    titles = [at for at in found if is_title(found[at].rule) and at < first.stamp]
    between = range(max(titles) + 1, first.unknown[0]) if titles else ()
    return first if titles and not any(at not in found and is_prose(lines[at]) for at in between) else None


def _is_sure(finding: Finding | None) -> bool:
    return finding is not None and finding.rule.between


def has_day_of_post(text: str) -> bool:
    """Tell whether a line has a day that is not the one on which a member joined or was last seen."""
    return DAY.search(text) is not None and not _JOINED.match(text)


def _is_stamp(lines: Sequence[Line], found: Findings, at: int) -> bool:
    """Tell whether a line is the time of a post: said so, with the time of day, or a day below a name and controls."""
    text = lines[at].text
    if not has_day_of_post(text) or _is_of_file(found, at):
        return False
    if _is_sure(found.get(at)) or _FLOOR.match(text):
        return True
    if is_prose(lines[at]):
        return False
    if len(text) <= _LONGEST and dated_line(text):
        return at not in found or found[at].rule.strength != "weak"
    below_name = at > 1 and at - 1 not in found and is_stranger(lines[at - 1])
    is_day = at in found and found[at].rule.ambiguous
    return below_name and is_day and any(_is_sure(found.get(at - back)) for back in range(_PAIR, _PAIR + _MOST))


def _is_of_file(found: Findings, at: int) -> bool:
    """Tell whether a line states a day among labels of a file, above and below it; below a post's time is its text."""
    beside = [found[place] for place in (at - 1, at, at + 1) if place in found and has_label(found[place].rule)]
    return len(beside) == _AMONG_LABELS and any(not _STATED_OF_FILE.isdisjoint(one.facts) for one in beside)


def _block(lines: Sequence[Line], found: Findings, stamp: int) -> _Block:
    """Return the block above the time of a post."""
    unknown: list[int] = []
    strangers = 0
    at = stamp - 1
    while at >= 0 and strangers <= _MOST:
        is_field = _is_field(lines, at)
        if at in found and (is_title(found[at].rule) or (unknown and not is_field)):
            break
        if at not in found and not is_stranger(lines[at]):
            break
        if at not in found or is_field:
            unknown.insert(0, at)
            strangers += not is_field
        at -= 1
    while strangers > _MOST:
        strangers -= not _is_field(lines, unknown.pop(0))
    return _Block(stamp, unknown, at in found)


def _is_field(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    return _FIELD.match(text) is not None or _JOINED.match(text) is not None or is_of_card(lines, at)
