"""What lines of a site say of how much they show, in words that it chooses itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.package_data import read_table
from cleaners.rules.preview_words import says_part, says_whole

_WORDINGS = read_table("rules", "preview.toml")
_BEHIND = [(needs, pattern) for kind in ("part", "whole") for needs, *some in _WORDINGS[kind] for pattern in some]


@pytest.mark.parametrize(
    "text",
    [
        "试读页已读完",
        "试看页数已用完",
        "预览页数已达上限",
        "您已看完免费部分",
        "后面的内容请下载查看",
        "节选到此，完整版请开通会员",
        "附录、致谢仅购买后可见",
        "后续内容会员可见",
        "付6元开启",
        "请先支付学币后下载整卷",
        "图表及附录请见PDF原件",
    ],
)
def test_a_part_is_shown(text: str) -> None:
    assert says_part(text)
    assert not says_whole(text)


@pytest.mark.parametrize("text", ["▼ 全部内容加载完毕", "——识别结束——", "正文结束"])
def test_all_is_shown(text: str) -> None:
    assert says_whole(text)
    assert not says_part(text)


@pytest.mark.parametrize("text", ["活动内容请见附录", "他读完了免费的书", "请付款后再来", "我看完了全部内容"])
def test_other_lines_say_neither(text: str) -> None:
    assert not says_part(text)
    assert not says_whole(text)


@pytest.mark.parametrize(("needs", "pattern"), _BEHIND)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_nothing_is_said_without_the_characters_before_the_wording(
    data: st.DataObject, needs: str, pattern: str
) -> None:
    text = data.draw(st.from_regex(pattern))
    assert not set(needs).isdisjoint(text)
