"""The overview above a notice, and the tables that a document begins with."""

from __future__ import annotations

from cleaners.chrome.overview_table import OVERVIEW, mark_overview
from cleaners.document import Line

ROWS = [
    "项目名称\t敬老院洗衣设备采购",
    "采购单位\t南溪镇敬老院\t公告时间\t2022年09月14日",
    "预算金额\t19.8万元",
    "联系人：",
    "项目联系人\t罗工",
]
TEXT = ["项目概况", "敬老院洗衣设备采购的采购人是南溪镇敬老院，公告于2022年09月14日发布，预算19.8万元。"]


def marked(heading: str, rows: list[str], text: list[str]) -> int:
    rules: dict[int, str] = {}
    mark_overview([Line(line) for line in ["某公告", heading, *rows, *text]], {}, rules)
    return sum(rule == OVERVIEW for rule in rules.values())


def test_rows_that_the_notice_says_again_go_with_their_heading() -> None:
    assert marked("公告概要：", ROWS, TEXT) == len(ROWS) + 1


def test_a_table_that_says_more_and_one_under_another_heading_stay() -> None:
    assert marked("公告概要：", ROWS, ["项目概况", "各供应商应当在开标以前到现场踏勘。"]) == 0
    assert marked("项目信息", ROWS, TEXT) == 0
    assert marked("公告概要：", ROWS[:1], TEXT) == 0
