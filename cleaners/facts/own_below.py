"""Facts below a text that are the document's own among those of others: its page has them in one place alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.finding import Finding, has_label, is_title, shows_label
from cleaners.facts.lists_of_others import LIST, blocks_of
from cleaners.lazily import lazily

_PAIRS: Final = 6  # ... of labels above their values, with one between that states no fact of a record: 上传地址, 山东
_FACTS_BELOW: Final = 12  # lines below a title
_OF_READERS: Final = "comments"
_OF_DOWNLOAD: Final = lazily("下[载載]|所需|需要|消耗|扣除")
_DOWNLOAD: Final = frozenset(("下载", "下載"))
_IN_MONEY: Final = lazily(r"[¥￥]\s?\d|\d\s?元")
_PUT_UP_BY: Final = lazily(r"(?:上[传傳]|分享|[贡貢][献獻]|提供|[发發][布佈])[者人]?\s?[:：]")


def below_title(below: Sequence[Finding]) -> list[Finding]:
    """Return the facts below the title where a page has that behind the text, as the heading of all it says of it."""
    at = next((one.line.number for one in below if is_title(one.rule) and one.line.level), None)
    return [one for one in below if at is not None and at <= one.line.number <= at + _FACTS_BELOW]


def labelled_block(below: Sequence[Finding]) -> list[Finding]:
    """Return the facts that stand together, some labelled, hardly one twice, where one place alone has so many."""
    blocks = blocks_of(one for one in below if one.facts)
    blocks = [block for block in blocks if sum(has_label(one.rule) for one in block) >= LIST]
    stated = [[fact for one in block for fact in one.facts] for block in blocks]
    whole = [block for block, facts in zip(blocks, stated, strict=True) if len(facts) - 1 <= len({*facts}) > LIST]
    return whole[0] if len(whole) == 1 else []


def only_block(below: Sequence[Finding]) -> list[Finding]:
    """Return the facts that stand together, three or more, some with labels, where only one place has them."""
    blocks = blocks_of((one for one in below if one.facts or one.rule.access), _PAIRS)
    labelled = [block for block in blocks if sum(one.rule is LABELLED for one in block) > 1]
    whole = [block for block in labelled if len({fact for one in block for fact in one.facts}) >= LIST]
    return whole[0] if len(whole) == 1 else []


def sole_uploader(below: Sequence[Finding]) -> list[Finding]:
    """Return who is labelled as having put the document up, in the column beside it: nobody else is named there."""
    named = [one for one in below if "author" in one.facts]
    whole = len({one.facts["author"] for one in named}) == 1 and all(map(names_uploader, named))
    return [one for one in named if one.facts.keys() == {"author"}] if whole else []


def sole_price(outer: Sequence[Finding]) -> list[Finding]:
    """Return the price of a download, said so, that is the only one there; lists of others have several.

    Behind a heading of others it counts where it stands outside of what that heads, in no list.
    """
    prices = [one for one in outer if one.rule.access == "paid" and _is_of_download(one)]
    if len({one.line.number for one in prices}) != 1:
        return []
    line = prices[0].line
    others = (one.line for one in outer if one.rule.to not in ("", "notices") and one.rule.name != _OF_READERS)
    heads = [head for head in others if head.number < line.number]
    return prices if not heads or _is_outside(line, heads[-1]) else []


def _is_of_download(finding: Finding) -> bool:
    """Tell whether a line names a price as that of a download: behind a label, or in money on the button."""
    text = finding.line.text
    named = _OF_DOWNLOAD.match(text)
    priced = named is not None and named[0] in _DOWNLOAD and _IN_MONEY.search(text) is not None
    return priced or (named is not None and shows_label(finding))


def _is_outside(line: Line, head: Line) -> bool:
    """Tell whether a line stands outside of the box that a heading stands in, and is no item."""
    return bool(line.tag) and line.tag not in ("li", "tr", "dd") and line.depth <= head.depth and line.box != head.box


def names_uploader(finding: Finding) -> bool:
    """Tell whether the line of a finding says who put the document up: 上传者：."""
    return _PUT_UP_BY.search(finding.line.text) is not None
