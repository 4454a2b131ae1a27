"""The last page that a document numbers, and of how many."""

from __future__ import annotations

import pytest

from cleaners.document import Drop
from cleaners.furniture.last_page import LastPage, last_page, marks_page


@pytest.mark.parametrize(
    ("texts", "rule", "last"),
    [
        (["第1页 共16页", "第2页 共16页", "第3页 共16页"], "page-marker", LastPage(3, 16)),
        (["Page 1 of 9", "Page 2 of 9"], "page-number", LastPage(2, 9)),
        (["- 1 -", "- 2 -", "- 3 -"], "page-number", LastPage(3)),
        (["Ashdown 1", "Ashdown 2"], "running-head", LastPage(2)),
        (["KQ-200 手册 第 1 页", "KQ-200 手册 第 2 页"], "page-marker", LastPage(2)),
        (["57", "58"], "page-number", LastPage(2)),  # a part of something larger
        (["1", "3"], "page-number", LastPage()),
        (["1/2", "1/3"], "page-number", LastPage()),
        (["You are on page 1 of 3"], "page-position", LastPage()),  # where the reader is
        (["1 / 1"], "page-number", LastPage(1, 1)),
        (["7"], "page-number", LastPage()),
        (["1", "2"], "related", LastPage()),
        ([], "", LastPage()),
    ],
)
def test_numbers_that_count_up_tell_how_many_pages_there_are(texts: list[str], rule: str, last: LastPage) -> None:
    assert last_page([Drop(number, rule, text) for number, text in enumerate(texts)]) == last


def test_numbers_below_pages_tell_more_than_running_heads() -> None:
    drops = [Drop(0, "running-head", "卷 1"), Drop(1, "page-number", "1/2"), Drop(2, "running-head", "卷 2")]
    assert last_page([*drops, Drop(3, "page-number", "2/2")]) == LastPage(2, 2)


@pytest.mark.parametrize(
    ("rule", "text", "marks"),
    [
        ("page-number", "3", True),
        ("side-block", "第 2 页，共 3 页", True),
        ("side-block", "2/3", True),
        ("side-block", "12", False),
        ("side-block", "登录", False),
        ("related", "第 2 页，共 3 页", False),
    ],
)
def test_a_box_beside_a_page_may_say_which_it_is(rule: str, text: str, marks: bool) -> None:
    assert marks_page(Drop(0, rule, text)) is marks
