"""What the site shows twice, and what becomes of a copy when the other one goes too."""

from __future__ import annotations

from cleaners.chrome.duplicates import REPEATED, keep_a_copy
from cleaners.document import Line

SLIDE = ["第一讲 织机的部件", "机身、综框、筘座和卷布辊各有各的用处"]
TEXT = "机身用一棵树的木料，综框要轻，筘座要稳，卷布辊要圆。"


def test_a_copy_stays_where_the_other_one_was_taken_for_the_sites() -> None:
    lines = [Line("".join(SLIDE)), *map(Line, SLIDE), Line(TEXT)]
    rules = {0: "head", 1: REPEATED, 2: REPEATED}
    keep_a_copy(lines, rules)
    assert rules == {0: "head"}


def test_a_copy_goes_where_the_other_one_stays() -> None:
    lines = [Line("收藏"), *map(Line, SLIDE), Line(TEXT), Line("".join(SLIDE) + "...")]
    rules = {0: "button", 4: REPEATED}
    keep_a_copy(lines, rules)
    assert rules == {0: "button", 4: REPEATED}
