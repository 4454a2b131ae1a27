"""Headlines below a heading of other documents are the site's, whatever stands in them; paragraphs are not."""

from __future__ import annotations

from cleaners.chrome.others_below import drop_below_others
from tests.cleaners.chrome.below_text import TEXT, page, removed


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
