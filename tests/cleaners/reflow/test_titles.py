"""Numbered headings that wrap at a width of their own."""

from __future__ import annotations

from cleaners.markup.lines import dump_lines
from cleaners.reflow import reflow
from cleaners.reflow.numbering import numbering_levels

BODY = (
    "堤上的石阶年年被水冲刷，棱角早已磨平。守堤的人换了三代，每一代都在石缝里补过灰浆，补过的地方颜色深浅不一，远远看去像一幅旧地图。"
    "到了枯水的月份，石阶下面露出一段木桩，据说是最早修堤时打下的，至今没有腐烂。"
)
TITLES = [
    "1.1 怎样在汛期到来之前检查河堤上的裂缝和渗水点",
    "1.2 守堤人的分工",
    "1.3 夜间巡查时需要带在身边的照明器具和记录本册",
    "1.4 沙袋怎样堆放",
    "1.5 把抢险物资从仓库运到堤上的三条路线各有长短",
    "1.6 退水以后要做的事和每年秋天都要做的两次测量",
    "1.7 交接",
]


def lines_of(text: str, width: int) -> list[str]:
    return [text[place : place + width] for place in range(0, len(text), width)]


def document(width: int) -> list[str]:
    return [line for title in TITLES for line in (*lines_of(title, width), *lines_of(BODY, 32), *lines_of(BODY, 32))]


def test_headings_in_a_larger_face_are_joined_at_the_wrap_that_they_share() -> None:
    found = [line.text for line in reflow(dump_lines("\n".join(document(20))))]
    assert [text for text in found if text in TITLES] == TITLES


def test_headings_that_end_anywhere_stay_apart_from_short_lines_below() -> None:
    short = [
        "1.1 渡口",
        "1.2 石阶与木桩",
        "1.3 守堤的三代人",
        "1.4 灰浆的颜色怎样看",
        "1.5 枯水的月份里堤下露出什么",
        "1.6 旧地图",
    ]
    lines = [line for title in short for line in (title, "摘自旧志", *lines_of(BODY, 32))]
    found = [line.text for line in reflow(dump_lines("\n".join(lines)))]
    assert set(short) <= set(found)


def test_numbers_of_a_table_are_no_titles() -> None:
    rows = ["81.6 25.0% 91.7% 96", "76.3 31.3% 77.1% 100", "78.9 37.5% 81.3% 99", "72.4 16.7% 75.0% 94"]
    lines = [line for row in rows for line in (row, "周", *lines_of(BODY, 32), *lines_of(BODY, 32))]
    found = [line.text for line in reflow(dump_lines("\n".join(lines)))]
    assert set(rows) <= set(found)


def test_levels_of_numbers_are_told_apart() -> None:
    found = numbering_levels(["1.2 堤", "1.2.3 石阶", "第二章 渡口", "第二节 渡口", "渡口"])
    assert found == [
        ("nested 1", "1", 2), ("nested 2", "1.2", 3), ("chapter 章", "", 2), ("chapter 节", "", 2), None,
    ]  # fmt: skip
