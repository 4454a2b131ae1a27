"""Lines in the midst of a site's boxes below a text go with them; what ends a document stays."""

from __future__ import annotations

import pytest

from cleaners.chrome.islands import ISLAND, drop_below_others, drop_islands, drop_trailing
from cleaners.document import Line
from cleaners.facts.finding import Rules

TEXT = ["纸船在河里漂得久不久，要看纸的吃水快慢，厚薄倒在其次。", "又试了涂一层蜡烛油，时间立刻延长到半小时以上。"]
BOXES = ["赞", "踩", "收藏", "举报"]


def page(*texts: str) -> tuple[list[Line], Rules]:
    """Return a dump of the text above some lines of which those in brackets are removed already."""
    lines = [Line(text.strip("[]"), number=number) for number, text in enumerate([*TEXT, *texts])]
    return lines, {place: "related" for place, text in enumerate([*TEXT, *texts]) if text[0] == "["}


def removed(*texts: str) -> tuple[str, ...]:
    return tuple(f"[{text}]" for text in texts)


@pytest.mark.parametrize("island", [["286"], ["蓝色水杯", "12"], ["1", "2", "3"]])
def test_words_and_counts_between_boxes_go(island: list[str]) -> None:
    lines, rules = page(*removed(*BOXES), *island, *removed(*BOXES))
    drop_islands(lines, {}, rules)
    assert [line.text for place, line in enumerate(lines) if rules.get(place) == ISLAND] == island


@pytest.mark.parametrize(
    "own",
    [
        ["青川县教育局", "2023年5月6日"],  # who signs, and when
        ["答案：略"],
        ["5. 纸船"],
        ["第一场", "第二场", "第三场", "第四场"],
    ],
)
def test_what_ends_a_document_stays(own: list[str]) -> None:
    lines, rules = page(*removed(*BOXES), *own, *removed(*BOXES))
    drop_islands(lines, {}, rules)
    assert ISLAND not in rules.values()


def test_what_stands_right_below_the_text_stays() -> None:
    lines, rules = page("王小川", *removed(*BOXES))
    drop_islands(lines, {}, rules)
    assert ISLAND not in rules.values()


def test_headlines_below_a_heading_of_others_go() -> None:
    lines, rules = page(*removed("赞", "踩", "推荐阅读", "更多", "登录"), "为什么湖水是蓝的", "河灯的做法", "2212")
    drop_below_others(lines, rules)
    assert min(rules) == len(TEXT) and len(rules) == len(lines) - len(TEXT)


def test_a_paragraph_below_such_a_heading_stays() -> None:
    lines, rules = page(
        *removed("赞", "踩", "推荐阅读", "更多", "登录"),
        "后来我们又折了二十只，放在另一段急流里，结果与前面说的一样，没有什么不同。",
    )
    before = dict(rules)
    drop_below_others(lines, rules)
    assert rules == before


def test_a_pager_at_the_end_goes() -> None:
    lines, rules = page("【1】【2】【3】", *removed(*BOXES))
    drop_trailing(lines, {}, rules, frozenset())
    assert rules[len(TEXT)] == ISLAND


def test_nothing_goes_from_a_text_without_a_site() -> None:
    lines, rules = page("【1】【2】【3】")
    drop_trailing(lines, {}, rules, frozenset())
    assert not rules
