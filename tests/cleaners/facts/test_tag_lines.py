"""Tags that a dump shows a line each."""

from __future__ import annotations

import pytest

from cleaners.facts.tag_lines import tag_lists


@pytest.mark.parametrize(
    ("texts", "known", "tags"),
    [
        (["标签：", "水库", "管护", "分类: 农业"], set(), ["水库 管护"]),
        (["浏览 20", "标签", "水库", "管护", "评论(0)"], {0}, ["水库 管护"]),
        (["友链", "标签", "水库", "管护", "评论(0)"], set(), []),  # an item of a menu
        (["标签：", "水库", "管护", "第一节 总则在这里"], set(), []),  # the document may begin so
        (["标签：", "下载", "收藏", "分享: 微博"], set(), []),
        (["#水库", "#管护#", "正文"], set(), ["水库 管护"]),
        (["#水库 #管护", "正文"], set(), ["水库 管护"]),
        (["#1 号泵房", "正文"], set(), []),
        (["关键词：", "水库", "管护", "1 引言"], set(), []),  # of a paper
    ],
)
def test_a_few_words_below_their_label_or_with_their_sign_are_tags(
    texts: list[str], known: set[int], tags: list[str]
) -> None:
    assert [found for _, found in tag_lists(texts, known)] == tags


def test_searches_made_of_the_title_are_tags() -> None:
    texts = ["下载", "相关搜索", "水库", "管护", "当前位置："]
    assert [found for _, found in tag_lists(texts, {0, 4}, "水库管护工作总结")] == ["水库 管护"]
    assert [*tag_lists(texts, {0, 4}, "泵站管护工作总结")] == []  # what others looked for
