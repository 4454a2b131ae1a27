"""Facts below a text under a heading of others: of their files, of readers who comment, of courses on sale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from typing import Final

from cleaners.document import Drop, Line
from cleaners.facts.attachments import without_those_attached
from cleaners.facts.finding import BREADCRUMB, COUNTS, OF_FILES, STAMP, Finding, is_title, shows_label
from cleaners.facts.own_below import below_title, labelled_block, names_uploader
from cleaners.lazily import lazily
from cleaners.rules.others import heads_others

_PUT_UP: Final = lazily("上[传傳载載]|分享|[贡貢][献獻]")
_COMMENTS: Final = lazily(
    r"(?:用[户戶]|[网網]友|[读讀][者友]|全部|最新|[热熱][门門]|精彩|文[档檔])?(?:[评評][论論价價]|[点點][评評]|留言|[跟回]帖)(?:[区區]|列表)?"
    r"(?:\s?[(（]?\s?共?\s?\d+\s?[条條]?\s?[)）]?|\s?[(（][^()（）]{8,60}[)）])?[:：]?|(?i:comments|reviews)(?:\s?\(\d+\))?[:：]?"
)
_NO_COMMENTS: Final = lazily(r"\D0\D?$|\D0\s?[条條]")
_COURSES: Final = lazily(  # 精品课程推荐
    r"(?:精品|[热熱][门門]|推[荐薦]|相[关關]|名[师師]|优[质質惠]|精[选選]|特色|免费|好)(?:[辅輔][导導]|培[训訓]|直播)?(?:[课課]程?|[网網][课課]|班[次型])(?:推[荐薦])?[:：]?"
    r"|(?:[课課]程|[网網][课課]|[辅輔][导導]|班[次型])推[荐薦][:：]?"
)
_THREADS: Final = lazily(r"(?i)(?:similar|related) threads")
_LISTS: Final = "prose"  # how far a section of other documents goes
_LISTED: Final = OF_FILES | COUNTS | {"access_text"}
_WORDS: Final = "badge-words"
_SEVERAL: Final = 2
_OF_COURSES: Final = 8  # lines below such a heading


def before_others(findings: Sequence[Finding], lines: Sequence[Line | Drop], end: int) -> list[Finding]:
    """Return the findings without those of files and lone days below a heading of others, however it is worded.

    Args:
        findings: what was found in lines that are not the document's.
        lines: these lines.
        end: number of the document's last line.
    """
    last = max([one.line.number for one in findings if one.facts], default=0)
    below = [line for line in lines if end < line.number <= last]
    findings = _without_comments(findings, below, end)
    findings = _without_threads(_without_courses(without_those_attached(findings, below), below), below)
    first = min((line.number for line in below if heads_others(line.text)), default=None)
    if first is None:
        return findings
    far = [one for one in findings if one.line.number >= first]
    own = [*below_title(far), *labelled_block(far)]
    return [
        one
        for one in findings
        if one.line.number < first or not one.facts or one.facts.keys() - _of_others(one) or one in own
    ]


def without_listed_above(findings: Sequence[Finding], start: int) -> list[Finding]:
    """Return findings without what entries of a list of others above the text state alike: ``免费下载`` twice.

    Below the title, where it stands again, they are of this document; below the text such a list has entries alike.

    Args:
        findings: what was found in the lines that a dump lost.
        start: number of the document's first line.
    """
    heads = [one.line.number for one in findings if one.rule.to == _LISTS]
    head = min(heads, default=start)
    again = max((at for at in heads if at > start), default=None)
    if head >= start or any(is_title(one.rule) and head < one.line.number < start for one in findings):
        return list(findings)
    listed = [one for one in findings if head < one.line.number < start and one.facts and one.facts.keys() <= _LISTED]
    times = Counter(one.rule.name for one in listed)
    listed += [one for one in findings if again is not None and one.line.number > again]
    return [one for one in findings if one not in listed or times[one.rule.name] < _SEVERAL]


def without_topic(around: Sequence[Finding], known: Sequence[Finding], start: int) -> list[Finding]:
    """Return findings without who read the topic above the title, where each work has the count of its words.

    Args:
        around: what lines around the text state.
        known: what was found in the lines that a dump lost.
        start: number of the document's first line.
    """
    words = [one.line.number for one in known if one.rule.name == _WORDS]
    if len(words) < _SEVERAL or not words[0] < start < words[-1]:
        return list(around)
    title = max((one.line.number for one in known if is_title(one.rule) and one.line.number < words[0]), default=0)
    return [one for one in around if one.line.number >= title or not one.facts or one.facts.keys() - COUNTS]


def _of_others(one: Finding) -> Set[str]:
    """Return the facts that are not the document's below a heading of others: those of files, a lone day."""
    alone = one.rule.ambiguous and _is_bare_day(one)
    return OF_FILES | {"published"} if alone else OF_FILES


def _without_comments(findings: Sequence[Finding], lines: Sequence[Line | Drop], end: int) -> list[Finding]:
    """Return the findings without those who wrote something below a text, and when: readers."""
    heads = (line for line in lines if _COMMENTS.fullmatch(line.text) and not _NO_COMMENTS.search(line.text))
    first = min((line.number for line in heads), default=None)
    findings = [one for one in findings if one.line.number <= end or not _is_stamp(one)]
    if first is None:
        return findings
    return [
        one
        for one in findings
        if one.line.number <= first or not _is_bare_day(one) or _PUT_UP.search(one.line.text)  # 2019/7/3 上传
    ]


def _is_stamp(one: Finding) -> bool:
    """Tell whether a finding states who put up a post, and when."""
    return one.rule.name == STAMP and one.facts.keys() >= {"author", "published"}


def _is_bare_day(one: Finding) -> bool:
    """Tell whether a finding states no more than a day, without a label."""
    return one.facts.keys() == {"published"} and not shows_label(one)


def _without_threads(findings: Sequence[Finding], lines: Sequence[Line | Drop]) -> list[Finding]:
    """Return the findings without when other threads were begun, and how many read them; the path of this one stays."""
    first = min((line.number for line in lines if _THREADS.fullmatch(line.text)), default=None)
    return [one for one in findings if first is None or one.line.number < first or one.rule is BREADCRUMB]


def _without_courses(findings: Sequence[Finding], lines: Sequence[Line | Drop]) -> list[Finding]:
    """Return the findings without who teaches the courses that a site offers, and at which price."""
    heads = [line.number for line in lines if _COURSES.fullmatch(line.text)]
    return [
        one
        for one in findings
        if not one.facts.keys() <= {"author", "access_text"}
        or names_uploader(one)
        or not any(0 < one.line.number - head <= _OF_COURSES for head in heads)
    ]
