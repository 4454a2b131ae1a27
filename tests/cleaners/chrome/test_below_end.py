"""What stands below the line that ends a text goes where most of it is the site's, and stays elsewhere."""

from __future__ import annotations

import pytest

from cleaners.chrome.below_end import BELOW, drop_below_end
from cleaners.document import Line
from cleaners.facts.finding import STAMP, Rules

PARAGRAPH = "水库位于县城以北十二公里，控制流域面积三百平方公里，是一座以灌溉为主的中型水库，兼有防洪的作用。"
SHORT = ["大坝加固工程开工", "渠道清淤完成", "灌区用水协会成立", "护林员上岗", "鱼苗投放", "泵站检修"]


def dropped(texts: list[str], known: set[int], rule: str = "button") -> Rules:
    """Return the rules after the end was looked for; those of ``known`` places went already."""
    rules: Rules = dict.fromkeys(known, rule)
    drop_below_end([Line(text, number=at) for at, text in enumerate(texts)], {}, rules)
    return rules


@pytest.mark.parametrize("end", ["[责任编辑：章一禾 PK155]", "责编：小川", "热门评论 10条", "全部评论"])
def test_all_goes_below_the_editor_or_comments_where_some_of_it_is_known(end: str) -> None:
    texts = [PARAGRAPH, PARAGRAPH, end, *SHORT, "分享", "回复", "举报", "首页"]
    rules = dropped(texts, {9, 10, 11, 12})
    assert all(place in rules for place in range(2, len(texts)))
    assert rules.keys().isdisjoint({0, 1})


def test_pieces_of_a_volume_have_an_editor_each() -> None:
    piece = [PARAGRAPH, PARAGRAPH, "责任编辑：张三", "打印本页", "关闭"]
    assert BELOW not in dropped(piece * 4, {3, 4, 8, 9, 13, 14, 18, 19}).values()


def test_nothing_goes_below_an_editor_where_the_lines_are_unknown() -> None:
    assert BELOW not in dropped([PARAGRAPH, PARAGRAPH, "责任编辑：张三", *SHORT, *SHORT], {14}).values()


def test_a_heading_of_others_ends_a_text_where_it_and_half_of_the_lines_below_are_known() -> None:
    texts = [PARAGRAPH, PARAGRAPH, "猜你喜欢", *SHORT, "分享", "回复", "举报", "首页", "登录", "注册"]
    assert dropped(texts, {2, *range(9, 15)})[3] == BELOW
    assert BELOW not in dropped(texts, set(range(9, 15))).values()


def test_a_card_in_mid_text_ends_nothing() -> None:
    texts = [PARAGRAPH, PARAGRAPH, "相关阅读", "鱼苗投放", "泵站检修", PARAGRAPH[:34] + "。", *SHORT, *["分享"] * 12]
    assert 5 not in dropped(texts, {2, 3, *range(12, 24)})


def test_posts_of_a_thread_have_no_end() -> None:
    texts = ["老周 2020-01-02 10:00", PARAGRAPH, "全部评论", *SHORT, "分享", "回复", "举报", "首页"]
    assert BELOW not in dropped(texts, {0, 9, 10, 11, 12}, STAMP).values()


@pytest.mark.parametrize(("said", "goes"), [("章一禾 2019-03-04 10:12", True), ("该栏按赞数显示评论", False)])
def test_text_below_a_heading_of_comments_is_theirs_where_one_says_when(said: str, goes: bool) -> None:
    texts = [PARAGRAPH, PARAGRAPH, "最热评论", said, PARAGRAPH, *["分享"] * 8]
    assert (dropped(texts, {2, *range(5, 13)}).get(4) == BELOW) is goes
