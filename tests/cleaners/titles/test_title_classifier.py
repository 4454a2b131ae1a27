"""Which line of a page saved as lines is its title, where rules that go by single signs take another one or none."""

from __future__ import annotations

import pytest

from cleaners import clean
from cleaners.markup.lines import dump_lines
from cleaners.titles.title_classifier import more_likely

PROSE = [
    "八月十日晚上十点，水位涨到警戒线以上二十厘米，老陆把两盏马灯挂在闸房门口，给下游三个村子各打了一遍电话。",
    "镇里派来的四名队员和他轮流守夜，两个小时换一班，谁也没有脱过雨衣，闸房里的灯一直亮到天明。",
    "十二日清晨，水位退到警戒线以下，队员们把沙袋一只一只码回仓库，才各自回家。",
]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            [
                "首页 > 河务要闻 > 综合",
                "三县联合疏浚青石河下游河道",
                "发布日期: 2021-03-05",
                "信息来源: 青石县水务局、沙洲县水务局等",
                "字号: [大] [中] [小] [打印]",
                "汛期将至，三县水务部门各自排定了清淤的船只和人手，三月起分段动工。",
                "青石县水务局",
                "青石县水务局派出两条挖泥船，从老闸口往下清到石板桥，四月底以前完工。",
            ],
            "三县联合疏浚青石河下游河道",
        ),
        (
            [
                "野渡 › 路书 › 徒步",
                "精华",
                "沿青石河走两天一夜的记录（附水源点）",
                "8,642 次围观 | 27 个回应",
                "只看楼主",
                "按热度",
                "按时间",
                "收藏帖子",
                "背锅人  [楼主]",
                "Lv6 领队 帖子 482",
                "主楼",
                "2021-11-08 22:17 来自iPhone客户端",
            ],
            "沿青石河走两天一夜的记录（附水源点）",
        ),
    ],
)
def test_a_title_is_told_by_how_it_reads_and_what_is_around_it(head: list[str], title: str) -> None:
    document = clean("\n".join([*head, *PROSE, "分享：", "为你推荐", "版权所有 苇河水情网"]).encode())
    assert document.title == title
    assert title not in document.text


@pytest.mark.parametrize(
    ("odds", "title", "taken"),
    [
        ({0: -2.0, 1: 2.0}, "苇河水情网", "守闸人的夜晚"),  # far more likely
        ({0: 0.5, 1: 2.0}, "苇河水情网", "守闸人的夜晚"),  # theirs is called as a site is
        ({0: 1.8, 1: 2.0}, "苇河水情网", "苇河水情网"),  # hardly surer than the rules
        ({0: -9.0, 1: -3.0}, "苇河水情网", "苇河水情网"),  # none is likely
        ({0: -2.0, 1: 2.0}, None, "守闸人的夜晚"),
        ({0: -2.0, 1: -0.5}, None, None),
        ({0: -2.0, 1: 2.0}, "守闸人", "守闸人"),  # the line has it, with more
        ({0: -2.0, 1: 2.0}, "苇河水情网的闸", "苇河水情网的闸"),  # put together by a rule
        ({}, None, None),
    ],
)
def test_the_rules_title_gives_way_to_a_far_more_likely_one(
    odds: dict[int, float], title: str | None, taken: str | None
) -> None:
    assert more_likely(dump_lines("苇河水情网\n守闸人的夜晚"), odds, title) == taken


def test_a_title_that_is_no_sites_name_needs_far_more() -> None:
    assert more_likely(dump_lines("雨后的芦苇荡\n守闸人的夜晚"), {0: 0.5, 1: 2.0}, "雨后的芦苇荡") == "雨后的芦苇荡"


@pytest.mark.parametrize("office", ["苇河晚报", "苇河水利局", "苇河律师事务所"])
def test_no_name_of_an_office_wins_over_a_title(office: str) -> None:
    assert more_likely(dump_lines(f"{office}\n守闸人的夜晚"), {0: 3.0, 1: -1.0}, "守闸人的夜晚") == "守闸人的夜晚"


def test_a_bare_text_is_given_no_title() -> None:
    assert clean("\n".join(["守闸人的夜晚", *PROSE]).encode()).title is None
