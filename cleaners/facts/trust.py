"""How far findings around a document are this document's: near its title and text, far off, or others'.

Far off three things do harm, and are left out: lists of other documents, with a size or a date each; whatever follows a
heading such as 相关推荐; badges that stand alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final, NamedTuple

from cleaners.document import Drop, Line
from cleaners.facts.access_notices import is_access_notice
from cleaners.facts.badges import LABELLED
from cleaners.facts.finding import BREADCRUMB, STAMP, Finding, has_label, is_title
from cleaners.lazily import lazily
from cleaners.rules.others import heads_others
from cleaners.rules.vocabulary import site_share
from cleaners.values import TYPES

_NEAR: Final = 3
_PAIRS: Final = 6  # ... of labels above their values, with one between that states no fact of a record: 上传地址, 山东
_FACTS_BELOW: Final = 12  # lines below a title
_LINKED: Final = 0.9
_LINKED_TITLE, _LONG_ENOUGH = 0.3, 16  # share of links and characters of a line with another document's title and facts
_OF_FILES: Final = frozenset(("page_count", "file_size", "doc_type"))
_BESIDE: Final = 6  # lines below a text
_COUNTS: Final = frozenset(("views", "views_text", "downloads"))
_FREE: Final = frozenset(("免费", "免費", "Free"))
_MENU_WORDS: Final = frozenset(("VIP", "会员", "VIP会员", "会员服务", "会员中心", "VIP专区", "开通会员", "开通VIP"))
_LIST: Final = 3  # lines that state the same fact, differently, are a list of documents
_OTHER: Final = re.compile(rf"\.(?:{TYPES})\s+\S{{2,8}}$|登[录錄入]|注[册冊]", re.IGNORECASE)  # another file; a menu
_LABEL: Final = re.compile("[:：]")
_OF_SITE: Final = 0.35  # share of a site's words in a line that offers this document
_FIELD: Final = re.compile(r"[^\W\d_]{2}\s?[:：]")
_OF_READERS: Final = "comments"
_OF_OTHERS: Final = "related"
_ITEMS: Final = 6  # of a list of others above the text, below its heading
_OF_DOWNLOAD: Final = lazily("下[载載]|所需|需要|消耗|扣除")
_BAR: Final = lazily(r"[¥￥]?\s?\d[\d.]*\s?[^\W\d_]{0,4}\s(?:立即|[马馬]上)?下[载載]")  # 15积分 立即下载
_COUNT: Final = lazily(r"\dk\b")  # 18.4k, of anything; sizes are in capitals
_ATTACHED: Final = lazily(
    r"(?:相[关關](?:附件|[档檔]案)|附件(?:列表)?|[檔档]案下[载載])[:：]?"
)  # other files of the page
_PUT_UP_BY: Final = lazily(r"(?:上[传傳]|分享|[贡貢][献獻]|提供|[发發][布佈])[者人]?\s?[:：]")
_PUT_UP: Final = lazily("上[传傳载載]|分享|[贡貢][献獻]")
_TAKES: Final = re.compile("下[载載]")
_THIS: Final = re.compile("[本此该該](?:文[档檔]|模板|[资資]料|文件)")  # a line that speaks of the document
_OF_PAGE: Final = lazily("[本此该該](?:[页頁]面?|文)")
_COMMENTS: Final = lazily(
    r"(?:用[户戶]|[网網]友|[读讀][者友]|全部|最新|[热熱][门門]|精彩|文[档檔])?(?:[评評][论論价價]|[点點][评評]|留言|[跟回]帖)(?:[区區]|列表)?"
    r"(?:\s?[(（]?\s?共?\s?\d+\s?[条條]?\s?[)）]?|\s?[(（][^()（）]{8,60}[)）])?[:：]?|(?i:comments|reviews)(?:\s?\(\d+\))?[:：]?"
)
_NO_COMMENTS: Final = lazily(r"\D0\D?$|\D0\s?[条條]")
_COURSES: Final = lazily(  # 精品课程推荐
    r"(?:精品|[热熱][门門]|推[荐薦]|相[关關]|名[师師]|优[质質惠]|精[选選]|特色|免费|好)(?:[辅輔][导導]|培[训訓]|直播)?(?:[课課]程?|[网網][课課]|班[次型])(?:推[荐薦])?[:：]?"
    r"|(?:[课課]程|[网網][课課]|[辅輔][导導]|班[次型])推[荐薦][:：]?"
)
_OF_COURSES: Final = 8  # lines below such a heading


class Trusted(NamedTuple):
    """Findings by how far what they state is this document's: those near title and text, and those far off."""

    near: list[Finding]
    far: list[Finding]


def by_trust(inside: Sequence[Finding], around: Sequence[Finding], start: int, end: int) -> Trusted:
    """Part all findings: from the title to the text and in the text, in this order; and around them.

    Args:
        inside: findings in lines that the document lost.
        around: findings in lines outside of it.
        start: number of the document's first line.
        end: number of its last line.
    """
    inside = _without_choice(_without_menu(inside))
    titles = [one.line for one in (*inside, *around) if is_title(one.rule) and one.line.number < start]
    titles = [line for line in titles if line.tag != "img"] or titles
    top = max([line.number for line in titles], default=start)
    near = [one for one in (*inside, *around) if top <= one.line.number < start]
    outer = [one for one in around if not top <= one.line.number < start and not _names_other(one, end)]
    outer = [one for one in outer if not (one.line.number < top and _is_item(one))]
    first = min([line.number for line in titles], default=0)
    away = [one for one in inside if not top <= one.line.number < start]
    # In a dump, lists of others above the title come after what stands below it.
    away.sort(key=lambda one: not one.line.tag and one.line.number < first)
    return Trusted(
        [*sorted(near, key=_number), *_without_counted_lists(_without_dated_lists(away), end)],
        _in_company(list(_unlisted(_before_lists(outer, start), start))),
    )


def _is_item(one: Finding) -> bool:
    """Tell whether a line is an item of a site's menu, of what it gives away: a link in a list, and nothing else."""
    return one.line.text in _FREE and one.line.tag == "li" and one.line.links == 1 and not one.facts


def _names_other(one: Finding, end: int) -> bool:
    """Tell whether a line below the text states facts of a file beside a link to it: another document's title."""
    line = one.line
    linked = line.number > end and _LINKED_TITLE <= line.links < 1 and len(line.text) >= _LONG_ENOUGH
    linked = linked and _LABEL.search(line.text) is None and site_share(line.text) < _OF_SITE  # 大小：311KB 立即下载
    return linked and bool(one.facts) and one.facts.keys() <= _OF_FILES | _COUNTS


def _without_menu(inside: Sequence[Finding]) -> list[Finding]:
    """Return the findings without ``VIP`` as an item of a dump's menu: above the title and all that states anything.

    ``免费`` is one as well, but right above.
    """
    stating = (one for one in inside if is_title(one.rule) or (one.facts and not _is_menu(one.line.text)))
    first = min([one.line.number for one in stating], default=0)
    return [
        one
        for one in inside
        if one.line.tag
        or one.line.number >= first
        or not (_is_menu(one.line.text) or (one.line.text in _FREE and one.line.number < first - 1))
    ]


def _without_choice(inside: Sequence[Finding]) -> list[Finding]:
    """Return the findings without types that stand line by line, in a dump: what a site turns files into."""
    typed = [one for one in inside if [*one.facts] == ["doc_type"] and not has_label(one.rule)]
    kinds = {one.line.number: one.facts["doc_type"].lower().strip(".") for one in typed}
    chosen = {at for at in kinds if any(kinds.get(beside, kinds[at]) != kinds[at] for beside in (at - 1, at + 1))}
    return [one for one in inside if one.line.tag or one.line.number not in chosen]


def _is_menu(text: str) -> bool:
    """Tell whether a line is items of a menu with a place for members among them: ``登录 注册 VIP会员``."""
    words = text.split()
    if _MENU_WORDS.isdisjoint(words) or (len(words) > 1 and not any(map(_OTHER.search, words))):
        return False  # 免费 VIP会员
    return all(word in _MENU_WORDS or site_share(word) == 1 for word in words)


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
    findings = _without_courses(_without_attached(findings, below), below)
    first = min((line.number for line in below if heads_others(line.text)), default=None)
    if first is None:
        return findings
    far = [one for one in findings if one.line.number >= first]
    own = [*_below_title(far), *_labelled_block(far)]
    return [
        one
        for one in findings
        if one.line.number < first or not one.facts or one.facts.keys() - _of_others(one) or one in own
    ]


def _without_attached(findings: Sequence[Finding], lines: Sequence[Line | Drop]) -> list[Finding]:
    """Return the findings without type and size, said without a label, of what is attached below a heading of that."""
    first = min((line.number for line in lines if _ATTACHED.fullmatch(line.text)), default=None)
    if first is None:
        return list(findings)
    return [one for one in findings if one.line.number <= first or not _is_bare_badge(one)]


def _is_bare_badge(one: Finding) -> bool:
    """Tell whether a finding states type, size or pages of a file without a label."""
    return bool(one.facts) and one.facts.keys() <= _OF_FILES and _FIELD.search(one.line.text) is None


def _of_others(one: Finding) -> Set[str]:
    """Return the facts that are not the document's below a heading of others: those of files, a lone day."""
    alone = one.rule.ambiguous and _is_bare_day(one)
    return _OF_FILES | {"published"} if alone else _OF_FILES


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
    return one.facts.keys() == {"published"} and _FIELD.search(one.line.text) is None


def _without_courses(findings: Sequence[Finding], lines: Sequence[Line | Drop]) -> list[Finding]:
    """Return the findings without who teaches the courses that a site offers, and at which price."""
    heads = [line.number for line in lines if _COURSES.fullmatch(line.text)]
    return [
        one
        for one in findings
        if not one.facts.keys() <= {"author", "access_text"}
        or _PUT_UP_BY.search(one.line.text)
        or not any(0 < one.line.number - head <= _OF_COURSES for head in heads)
    ]


def _number(finding: Finding) -> int:
    return finding.line.number


def _in_company(outer: Sequence[Finding]) -> list[Finding]:
    """Return the findings without lone badges: far off, a date or a size by itself says nothing of a document."""
    told = [one.line.number for one in outer if one.facts or one.rule.access or one.rule.notice]
    outer = [one for one in outer if not (one.rule.access and _OTHER.search(one.line.text))]
    outer = [one for one in outer if not (_is_bare_badge(one) and _COUNT.search(one.line.text))]
    price = _sole_price(outer)
    return [
        one
        for one in outer
        if one.rule in (LABELLED, BREADCRUMB)
        or is_access_notice(one)
        or _THIS.search(one.line.text)
        or not (one.rule.ambiguous or one.rule.access or not _OF_FILES.isdisjoint(one.facts))
        or one in price
        or (one.rule.access == "paid" and one.line.tag == "div" and _BAR.match(one.line.text))
        or (one.rule.access == "vip" and _TAKES.search(one.line.text) and not one.line.links)
        or (one.rule.access == "paid" and sum(other.line.number == one.line.number for other in outer) > 1)  # 下载 (¥5)
        or sum(abs(one.line.number - number) <= _NEAR for number in told) > 1
    ]


def _before_lists(outer: Sequence[Finding], start: int) -> Iterator[Finding]:
    """Yield the findings that do not stand behind the document, or as items above it, under a heading of others."""
    heads = [one for one in outer if one.line.number > start and one.rule.to not in ("", "notices")]
    ends = [one.line.number for one in heads if one.rule.to != "end" or one.line.links < _LINKED]  # 查看评论
    end = min(ends, default=None)
    below = [one for one in outer if end is not None and one.line.number >= end]
    beside = [one for one in below if end is not None and one.line.number > end + _NEAR]
    block = [*_only_block(below), *_below_title(below), *_sole_uploader(beside), *_sole_price(outer)]
    above = [one.line.number for one in outer if one.line.number < start and one.rule.name == _OF_OTHERS]
    for one in outer:
        if one.line.tag == "li" and any(0 < one.line.number - head <= _ITEMS for head in above):
            continue
        own = one.facts.keys() <= _COUNTS and _OF_PAGE.match(one.line.text) is not None
        if end is None or one.line.number < end or one.rule.notice or one.rule.whole or one in block or own:
            yield one


def _sole_price(outer: Sequence[Finding]) -> list[Finding]:
    """Return the price of a download, said so, that is the only one there; lists of others have several."""
    prices = [one for one in outer if one.rule.access == "paid" and _FIELD.search(one.line.text)]
    if len(prices) != 1 or not _OF_DOWNLOAD.match(prices[0].line.text):
        return []
    others = (one for one in outer if one.rule.to not in ("", "notices") and one.rule.name != _OF_READERS)
    return [] if any(one.line.number < prices[0].line.number for one in others) else prices


def _below_title(below: Sequence[Finding]) -> list[Finding]:
    """Return the facts below the title where a page has that behind the text, as the heading of all it says of it."""
    at = next((one.line.number for one in below if is_title(one.rule) and one.line.level), None)
    return [one for one in below if at is not None and at <= one.line.number <= at + _FACTS_BELOW]


def _without_dated_lists(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings away from title and text without the days of a list of others: three or more that stand alone."""
    dated = [one for one in findings if one.rule.ambiguous and one.facts.keys() == {"published"}]
    lists = (block for block in _blocks(dated) if len({one.line.text for one in block}) >= _LIST)
    listed = {one.line.number for block in lists for one in block}
    return [one for one in findings if one.line.number not in listed]


def _without_counted_lists(findings: Sequence[Finding], end: int) -> list[Finding]:
    """Return findings away from title and text without the readers that a list of others counts, line by line.

    Args:
        findings: those of lines above the title and below the text.
        end: number of the document's last line; right below it stand its own counts.
    """
    far = [one for one in findings if one.facts and one.facts.keys() <= _COUNTS and _number(one) > end + _BESIDE]
    listed = set()
    for fact in ("views", "downloads"):
        counts = [one for one in far if fact in one.facts]
        if len({one.line.text for one in counts}) >= _LIST:
            listed |= set(map(_number, counts))
    return [one for one in findings if _number(one) not in listed or not one.facts or not one.facts.keys() <= _COUNTS]


def _blocks(findings: Iterable[Finding], apart: int = _NEAR) -> list[list[Finding]]:
    """Return findings in their order, those few lines apart together."""
    blocks: list[list[Finding]] = []
    for one in findings:
        if blocks and one.line.number - blocks[-1][-1].line.number <= apart:
            blocks[-1].append(one)
        else:
            blocks.append([one])
    return blocks


def _labelled_block(below: Sequence[Finding]) -> list[Finding]:
    """Return the facts that stand together, some labelled, hardly one twice, where one place alone has so many."""
    blocks = _blocks(one for one in below if one.facts)
    blocks = [block for block in blocks if sum(has_label(one.rule) for one in block) >= _LIST]
    stated = [[fact for one in block for fact in one.facts] for block in blocks]
    whole = [block for block, facts in zip(blocks, stated, strict=True) if len(facts) - 1 <= len({*facts}) > _LIST]
    return whole[0] if len(whole) == 1 else []


def _only_block(below: Sequence[Finding]) -> list[Finding]:
    """Return the facts that stand together, three or more, some with labels, where only one place has them."""
    blocks = _blocks((one for one in below if one.facts or one.rule.access), _PAIRS)
    labelled = [block for block in blocks if sum(one.rule is LABELLED for one in block) > 1]
    whole = [block for block in labelled if len({fact for one in block for fact in one.facts}) >= _LIST]
    return whole[0] if len(whole) == 1 else []


def _sole_uploader(below: Sequence[Finding]) -> list[Finding]:
    """Return who is labelled as having put the document up, in the column beside it: nobody else is named there."""
    named = [one for one in below if "author" in one.facts]
    whole = len({one.facts["author"] for one in named}) == 1 and all(_PUT_UP_BY.search(one.line.text) for one in named)
    return [one for one in named if one.facts.keys() == {"author"}] if whole else []


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
