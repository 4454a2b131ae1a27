"""Facts in the lines around the document: what stands there is the site's, so that words no rule knows do no harm.

Three things do harm, and are left out: lists of other documents, with a size or a date each; whatever follows a heading
such as 相关推荐; numbers that no word explains.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final, NamedTuple

from cleaners.document import Line
from cleaners.facts.access_at_top import access_at_top
from cleaners.facts.access_notices import is_access_notice
from cleaners.facts.badges import LABELLED, some_badges, with_badges
from cleaners.facts.breadcrumb import CRUMBS, STEP, is_path, may_be_paths
from cleaners.facts.finder import Finder, Said
from cleaners.facts.finding import BREADCRUMB, Finding, is_title
from cleaners.facts.label_columns import facts_by_column, is_head
from cleaners.facts.labels import TYPED, bare_label, fits, label_ends
from cleaners.facts.member_card import COUNTED, STANDING
from cleaners.facts.names import FULL_NAME, HELD, IN_CAPITALS
from cleaners.facts.run_on import read_labels
from cleaners.facts.tag_lines import TAGS
from cleaners.facts.told_by_value import names_author
from cleaners.lazily import lazily
from cleaners.rules.others import heads_others
from cleaners.rules.phrases import Matcher, key_of
from cleaners.rules.rulebook import Rule
from cleaners.rules.vocabulary import site_share

_LONGEST: Final = 160
_LABEL: Final = 8
_LONG_LABEL: Final = 14  # of one in Latin letters, with its value in the next element
_NEAR: Final = 3
_FACTS: Final = 4  # lines between the name of who put the document up and the button to follow
_FACTS_BELOW: Final = 12  # lines below a title
_LABELLED: Final = re.compile("[:\uff1a]")
_LINKED: Final = 0.9
_OF_FILES: Final = frozenset(("page_count", "file_size", "doc_type"))
_DECORATION: Final = "-—–=*~～·•◆■▌|【】[] "
_PLAIN: Final = frozenset(("name", "type"))  # kinds of values that do not tell by themselves that they are facts
_LIST: Final = 3  # lines that state the same fact, differently, are a list of documents
_SIGN: Final = re.compile("[0-9:\uff1aVv免付\t>›»＞→]")  # without any of them a longer line states nothing
_SENTENCE: Final = re.compile("[。！？；]")
_NAME: Final = lazily(r"(?![\d.]+$)[\w*.·@-]{2,16}")
_MEMBER: Final = lazily(r"\S+(?: [^\s\d]{2,6} ?\d[\d.,]*[万千wkKW+]*[篇份人个]?)+")  # 弱电老兵 文档 731 粉丝 81
_OF_SITES: Final = 0.4  # share of a site's words that makes a word the site's
_TAKES: Final = re.compile("下[载載]")
_THIS: Final = re.compile("[本此该該](?:文[档檔]|模板|[资資]料|文件)")  # a line that speaks of the document
_ASIDE: Final = lazily(r"(?i)\w{3}\s?[(（]\d{1,4}\s?(?:pages?|pp?|slides|[页頁张張])[)）]$")
_PAGER: Final = lazily("[上下][一1]?[页頁]|[尾末][页頁]|(?i:next|prev)")
_DOER: Final = lazily(r"(?:^|\s)(?P<label>[^\W\d_]{2,5})[:：]\s?(?P<name>[^\W\d_][\w·.*-]{1,11})(?=\s|$)")
_BEFORE_LABEL: Final = lazily(r"\s*\uff1b\s*(?=[^\W\d_]{2,6}[:：])")
_NEXT: Final = lazily(r"\s(?:[单單]位|机构|機構|[学學]校|部[门門]|年[级級]|[专專][业業]|班[级級]|[来來]源)\s")
_WORDS: Final = lazily(r"[^\s·•|｜]+")
_SHORT_LINE: Final = 40  # characters
_DIGIT: Final = lazily(r"\d")


def find_around(
    lines: Sequence[Line], title: str | None, own: Matcher[Rule] | None = None, raw_title: str | None = None
) -> list[Finding]:
    """Return what lines outside of a document state, in page order; several findings a line.

    Args:
        lines: the lines, their inline pieces parted by spaces.
        title: the page's title.
        own: the site profile's own phrases.
        raw_title: the title with what the site put behind it, its name.
    """
    if not lines:
        return []
    finder = Finder(title, own)
    site = key_of(raw_title or "").replace(key_of(title or ""), "")
    found: list[Finding] = []
    texts = [line.text for line in lines]
    for place, text in enumerate(texts):
        if text[0] in _DECORATION:
            texts[place] = text.strip(_DECORATION) or text
        if "\uff1b" in text and len(text) <= _LONGEST:
            texts[place] = _BEFORE_LABEL.sub(" ", texts[place])  # 上传会员：T；浏览次数：3
    known = finder.phrases(texts, finder.keys(texts))
    signs, steps = with_badges(texts), may_be_paths(texts)
    ends = label_ends()
    head = ""  # the row of labels above
    labelled: dict[int, Set[str]] = {}  # what the label above a line names
    for place, (text, line) in enumerate(zip(texts, lines, strict=True)):
        leads = line.links > _LINKED and place not in signs and not line.level and not line.mark
        if leads and (place not in known or not is_title(known[place][0])):
            continue  # most lines around a document lead elsewhere and state nothing
        if line.tag == "blockquote" and place in known:
            continue  # who wrote what a post quotes
        if line.tag != "dt" and (said := known.get(place)):
            if said[0].ambiguous and place and lines[place - 1].tag == "dt" and not bare_label(texts[place - 1]):
                continue  # 申请日, below it a day
            below_name = said[0].named or (not line.tag and _is_second_below(texts, place, said[0], title))
            if below_name and (name := _name_above(lines, place, found)):
                found.append(name)
            stated: Sequence[Said] = [said]
            if place in labelled and said[1] and labelled[place].isdisjoint(said[1]):
                continue  # Views, below it 1.1K
        elif len(text) > _LONGEST:
            continue
        else:
            told = place in signs or place in steps or line.mark
            above, head = head, ""
            if "\t" in text and is_head(text):
                head = text
                continue
            if above and (by_column := facts_by_column(above, text)):
                found.append(Finding(LABELLED, by_column, line))
                continue
            if "\u5458" in text or "\u54e1" in text:  # 会员
                found += [Finding(rule, facts, line) for rule, facts in _access_in(text)]
            if not (told or text[-1] in ends or " " in text[:_LABEL] or "\t" in text):
                continue
            stated = _below_label(lines, place, text, found) if len(text) <= _LONG_LABEL and text[-1] in ends else ()
            labelled = {place + 1: stated[0][1].keys()} if stated else labelled
            stated = stated or _in_line(text, line, site, has_sign=place in signs, has_step=place in steps)
        if len(stated) > 1 and not any("author" in facts for _, facts in stated) and (doer := _doer_in(text)):
            stated = [*stated, (LABELLED, {"author": doer})]
        if stated:
            shown = line if text == line.text else line._replace(text=text)
            found += [Finding(rule, facts, shown) for rule, facts in stated]
    return found


def _is_second_below(texts: Sequence[str], place: int, rule: Rule, title: str | None) -> bool:
    """Tell whether a line says when the document was put up, one line below the title: its member stands between."""
    dated = rule.name == "badge-date-said" and not texts[place][0].isdigit()
    return bool(dated and title and place > 1 and texts[place - 2].startswith(title))


def _name_above(lines: Sequence[Line], place: int, before: Sequence[Finding]) -> Finding | None:
    """Return the author: a word that no rule knows, above the button to follow its owner or the facts over that."""
    facts = {one.line.number for one in before if one.facts or one.rule is LABELLED}
    at = place - 1
    while at >= 0 and place - at <= _FACTS and (lines[at].number in facts or _is_of_card(lines[at].text)):
        at -= 1
    if at < 0 or any(one.line.number == lines[at].number for one in before):
        return None
    if at and _says_of_member(lines[at], lines[at - 1], before):
        at -= 1  # below it, what he says of himself
    line = lines[at]
    name = line.text.partition(" ")[0] if _MEMBER.fullmatch(line.text) else line.text
    if not (_NAME.fullmatch(name) or IN_CAPITALS.fullmatch(name)) or site_share(name) >= _OF_SITES:
        return None
    if (
        at > 1
        and not line.tag
        and any(is_title(one.rule) and one.line.number == lines[at - 2].number for one in before)
    ):
        above = lines[at - 1].text  # right below the title, what he is between it and the button
        if _NAME.fullmatch(above) and site_share(above) < _OF_SITES:
            name, line = above, lines[at - 1]
    return Finding(LABELLED, {"author": name}, line)


def _says_of_member(line: Line, above: Line, before: Sequence[Finding]) -> bool:
    """Tell whether a line below a name is what a member says of himself."""
    if line.tag:
        return not line.links and _leads_to_member(above, before)
    return len(line.text) <= _SHORT_LINE and not _NAME.fullmatch(line.text) and _may_be_member(above, before)


def _is_of_card(text: str) -> bool:
    return text in _DECORATION or COUNTED.fullmatch(text) is not None or STANDING.fullmatch(text) is not None


def _leads_to_member(line: Line, before: Sequence[Finding]) -> bool:
    """Tell whether a line is nothing but a link with a name that no rule knows."""
    return line.links > _LINKED and _may_be_member(line, before)


def _may_be_member(line: Line, before: Sequence[Finding]) -> bool:
    known = any(one.line.number == line.number for one in before)
    return not known and _NAME.fullmatch(line.text) is not None and site_share(line.text) < _OF_SITES


def _below_label(lines: Sequence[Line], place: int, text: str, before: Sequence[Finding]) -> Sequence[Said]:
    """Return what the element behind a label states.

    A value of any words counts where a colon, the element or a further label and value show that the one is a label.
    """
    label = bare_label(text) if place + 1 < len(lines) else None
    if label is None or label.fact == "none":
        return ()
    value = lines[place + 1].text.strip()
    sure = (
        label.kind in TYPED
        or text[-1] in ":\uff1a"
        or (text.isascii() and " " in text)
        or lines[place].tag == "dt"
        or (place + 2 < len(lines) and bare_label(lines[place + 2].text))
        or (place > 1 and before and before[-1].rule is LABELLED and before[-1].line.number == lines[place - 2].number)
    )
    if sure and value and len(value) <= _LONGEST and fits(label, value) and not bare_label(value):
        return [(LABELLED, {label.fact: value})]
    return ()


def _in_line(text: str, line: Line, site: str, *, has_sign: bool, has_step: bool) -> Sequence[Said]:
    """Return what a line states that is no phrase."""
    if line.mark == CRUMBS:
        return [(BREADCRUMB, {"category": text})]
    if line.mark == TAGS:
        return [(LABELLED, {"tags": text})]
    if named := _named(text):
        return [(LABELLED, named)]
    if not (has_sign or "\t" in text) or _SENTENCE.search(text):
        signed = (has_step and (len(text) <= _LABEL or _SIGN.search(text) or " / " in text)) or " - " in text[:_LABEL]
        is_way = signed and is_path(text, around=True, site=site)
        return [(BREADCRUMB, {"category": text})] if is_way else []
    row = read_labels(text)
    if has_step and is_path(text) and not (row and row.typed) and not _LABELLED.search(STEP.split(text)[-1]):
        return [(BREADCRUMB, {"category": text})]
    if row:
        return [(LABELLED, row.facts)]
    if line.links > _LINKED and _ASIDE.search(text):
        return []  # Quick start manual (4 pages)
    stated = some_badges(text)
    if stated and _PAGER.search(text):
        return [one for one in stated if "page_count" not in one.facts]  # the site's pages
    return stated


def _doer_in(text: str) -> str | None:
    """Return who put a document up by a label in a row of facts that says so in words of its own: ``递表人：小米``."""
    found = (doer for doer in _DOER.finditer(text) if doer["label"] == "原创" or names_author(doer["label"]))
    return next((doer["name"] for doer in found), None)


def _access_in(text: str) -> Iterator[Said]:
    """Yield what words of a short line say of who may read: ``初二 · 物理 会员专享``."""
    words = _WORDS.findall(text) if len(text) <= _SHORT_LINE else ()
    for word in words if len(words) > 1 else ():
        if ("员" in word or "員" in word) and (said := access_at_top(word)):
            yield said


def _named(text: str) -> dict[str, str] | None:
    """Read a label with its value behind a space: ``上传者 青山老师``, ``格式 docx``."""
    if text.find(" ", 1, _LABEL) < 0:
        return None
    first, _, value = text.partition(" ")
    label = bare_label(first) if value else None
    if label is None or label.kind not in _PLAIN | TYPED or first[-1] in ":\uff1a" or not fits(label, value):
        return None
    value = value.replace(HELD, " ")
    if label.fact == "author" and (behind := _NEXT.search(value)):
        value = value[: behind.start()]
    if label.kind == "name" and first.isascii() and not FULL_NAME.fullmatch(value):
        return None  # Author image
    return None if " " in value and _DIGIT.search(value) else {label.fact: value}


class Trusted(NamedTuple):
    """Findings by how far what they state is this document's: those near title and text, and those far off."""

    near: list[Finding]
    far: list[Finding]


def by_trust(inside: Sequence[Finding], around: Sequence[Finding], start: int) -> Trusted:
    """Part all findings: from the title to the text and in the text, in this order; and around them.

    Args:
        inside: findings in lines that the document lost.
        around: findings in lines outside of it.
        start: number of the document's first line.
    """
    titles = [one.line for one in (*inside, *around) if is_title(one.rule) and one.line.number < start]
    titles = [line for line in titles if line.tag != "img"] or titles
    top = max([line.number for line in titles], default=start)
    near = [one for one in (*inside, *around) if top <= one.line.number < start]
    outer = [one for one in around if not top <= one.line.number < start]
    return Trusted(
        [*sorted(near, key=_number), *(one for one in inside if not top <= one.line.number < start)],
        _in_company(list(_unlisted(_before_lists(outer, start), start))),
    )


def before_others(findings: Sequence[Finding], lines: Sequence[Line], end: int) -> list[Finding]:
    """Return the findings without those of files below a heading of other documents, however it is worded.

    Args:
        findings: what was found in lines that are not the document's.
        lines: these lines.
        end: number of the document's last line.
    """
    last = max([one.line.number for one in findings if one.facts], default=0)
    below = [line.number for line in lines if end < line.number <= last and heads_others(line.text)]
    if not below:
        return list(findings)
    first = min(below)
    own = _below_title([one for one in findings if one.line.number >= first])
    return [
        one
        for one in findings
        if one.line.number < first or not one.facts or one.facts.keys() - _OF_FILES or one in own
    ]


def _number(finding: Finding) -> int:
    return finding.line.number


def _in_company(outer: Sequence[Finding]) -> list[Finding]:
    """Return the findings without lone badges: far off, a date or a size by itself says nothing of a document."""
    told = [one.line.number for one in outer if one.facts or one.rule.access or one.rule.notice]
    return [
        one
        for one in outer
        if one.rule in (LABELLED, BREADCRUMB)
        or is_access_notice(one)
        or _THIS.search(one.line.text)
        or not (one.rule.ambiguous or one.rule.access or not _OF_FILES.isdisjoint(one.facts))
        or (one.rule.access == "vip" and _TAKES.search(one.line.text) and not one.line.links)
        or (one.rule.access == "paid" and sum(other.line.number == one.line.number for other in outer) > 1)  # 下载 (¥5)
        or sum(abs(one.line.number - number) <= _NEAR for number in told) > 1
    ]


def _before_lists(outer: Sequence[Finding], start: int) -> Iterator[Finding]:
    """Yield the findings that do not stand behind the document under a heading of other documents."""
    heads = [one for one in outer if one.line.number > start and one.rule.to not in ("", "notices")]
    ends = [one.line.number for one in heads if one.rule.to != "end" or one.line.links < _LINKED]  # 查看评论
    end = min(ends, default=None)
    below = [one for one in outer if end is not None and one.line.number >= end]
    block = [*_only_block(below), *_below_title(below)]
    for one in outer:
        if end is None or one.line.number < end or one.rule.notice or one.rule.whole or one in block:
            yield one


def _below_title(below: Sequence[Finding]) -> list[Finding]:
    """Return the facts below the title where a page has that behind the text, as the heading of all it says of it."""
    at = next((one.line.number for one in below if is_title(one.rule) and one.line.level), None)
    return [one for one in below if at is not None and at <= one.line.number <= at + _FACTS_BELOW]


def _only_block(below: Sequence[Finding]) -> list[Finding]:
    """Return the facts that stand together, three or more, some with labels, where only one place has them."""
    blocks: list[list[Finding]] = []
    for one in below:
        if not (one.facts or one.rule.access):
            continue
        if blocks and one.line.number - blocks[-1][-1].line.number <= _NEAR:
            blocks[-1].append(one)
        else:
            blocks.append([one])
    labelled = [block for block in blocks if sum(one.rule is LABELLED for one in block) > 1]
    whole = [block for block in labelled if len({fact for one in block for fact in one.facts}) >= _LIST]
    return whole[0] if len(whole) == 1 else []


def _unlisted(outer: Iterable[Finding], start: int) -> Iterator[Finding]:
    """Yield the findings that do not stand in one of several lines alike, nor in a line that lists several values.

    Above the document several facts of its own stand together, and count whatever lists state elsewhere.
    """
    some = list(outer)
    in_line: dict[tuple[int, str], set[str]] = defaultdict(set)
    for one in some:
        for fact, value in () if is_access_notice(one) else one.facts.items():
            in_line[one.line.number, fact].add(value)
    values: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    for one in some:
        for fact in one.facts:
            if len(stated := in_line[one.line.number, fact]) < _LIST:
                values[one.line.tag, one.line.depth, fact] |= stated
    above = [(one.line.number, fact) for one in some if one.line.number < start for fact in one.facts]
    for one in some:
        number = one.line.number
        near = {fact for at, fact in above if 0 < abs(at - number) <= _NEAR} if number < start else set()
        if len(near - one.facts.keys()) > 1 or all(
            len(in_line[one.line.number, fact]) < _LIST and len(values[one.line.tag, one.line.depth, fact]) < _LIST
            for fact in one.facts
        ):
            yield one
