"""Titles of text copies among the other lines that a site has above a text."""

from __future__ import annotations

import pytest

from cleaners import clean
from cleaners.document import Line
from cleaners.titles.marked_title import dated_title

PROSE = [
    "The bell was cast in the yard behind the foundry, in a pit that took nine men a week to dig.",
    "Nobody rang it before the frost, since the founder held that young bronze should rest through one summer.",
    "When the day came, half of the valley stood on the bank and heard nothing but a dull stroke.",
    "The founder took his hat off, walked around the bell twice, and had it lowered by the width of a hand.",
    "Then it rang as it has rung since, and the children ran home to say that it had found its voice.",
]


def test_a_long_line_that_heads_the_text_again_is_the_title() -> None:
    title = "How the Bell of Saint Orsola Found Its Voice in the Third Year"
    menu = ["Log In", "Sign Up", "more", "About", "Careers", "We're Hiring!", "Help Center", "less"]
    page = [*menu, title, "Ada Quill", "412 views", "9 pages", "Download free PDF", title, *PROSE]
    assert clean("\n".join(page).encode()).metadata.title == title


def test_titles_under_a_heading_of_others_are_none() -> None:
    others = [
        "相关文档推荐",
        "乡镇供水站上半年工作总结",
        "4页",
        "1.1万人阅读",
        "农村水窖改造实施方案汇报",
        "7页",
        "2.3万人阅读",
    ]
    own = ["青石沟饮水工程建设情况的报告", "VIP", "9页", "320人阅读", "收藏", "分享"]
    text = [
        "青石沟饮水工程去年三月开工，十一月通水，解决了两个村三百多户的吃水问题。",
        "工程从后山的泉眼引水，铺设管道四千二百米，建蓄水池三座，配套水表三百一十块。",
    ]
    record = clean("\n".join(["某某文档网", "登录", *others, *own, *text]).encode())
    assert (record.metadata.title, record.metadata.page_count) == ("青石沟饮水工程建设情况的报告", 9)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["青石县水务局", "关于农村饮水工程建设情况的报告"], "青石县水务局关于农村饮水工程建设情况的报告"),
        (["2021—2022学年度第二学期期中检测", "七年级地理试题"], "2021—2022学年度第二学期期中检测七年级地理试题"),
        (["水窖记", "——写给后来的看水人"], "水窖记——写给后来的看水人"),
        (["合同编号：SX-2019-007", "", "水窖看护合同书"], "水窖看护合同书"),
    ],
)
def test_a_bare_text_may_set_its_title_in_lines(lines: list[str], title: str) -> None:
    text = [
        "第一条 看护的范围是村北的三口水窖和两百米管道，以及窖口的铁盖和井台。",
        "第二条 看护人每月查看两次，入冬以前把管道里的水放空。",
    ]
    assert clean("\n".join([*lines, *text]).encode()).metadata.title == title


def test_days_run_into_the_titles_of_a_list() -> None:
    text = [
        "泉眼守护队的规则有三年没有改过，今年春天大家坐在一起，把每一条又念了一遍，觉得可以再用三年。",
        "念完以后，最年长的那位把本子合上，说水只要还在流，规矩就不会旧。",
    ]
    lists = ["泉眼守护队巡查规则(试行)2021-03-04", "泉眼守护队值班规则(修订)2022-05-06"]
    assert clean("\n".join([*lists, *text]).encode()).metadata.published is None


@pytest.mark.parametrize(
    ("above", "below", "is_title"),
    [
        (["公司公告"], ["青禾股份有限公司监事会议事规则"], True),
        (["公司公告"], ["青禾镇农户增收情况"], False),
        (["关于成立监事会的通知"], ["青禾股份有限公司监事会议事规则"], False),
    ],
)
def test_day_run_into_a_title_is_above_the_same_heading(above: list[str], below: list[str], is_title: bool) -> None:
    lines = [Line(text) for text in (*above, "青禾农机:监事会议事规则2023-06-14", *below)]
    assert (dated_title(lines) is not None) is is_title
