"""Tags below a site's summary, and the beginning of a document that reads like them."""

from __future__ import annotations

import pytest

from cleaners.chrome.tags_below import tags_below
from cleaners.document import Line

SUMMARY = "讲雨水桶的安装、过滤和冬季排空，附常见故障，适合社区花园的管理员照着做。"
TEXT = "雨水桶应当垫高四十厘米，龙头下面能放进一只喷壶，溢水管引到花坛里，不许对着墙根。"


def places(*below: str) -> list[int]:
    lines = [Line(text, number=number) for number, text in enumerate((SUMMARY, *below))]
    return [*tags_below(lines, {}, 1)]


def test_words_that_the_summary_and_the_text_say_are_tags() -> None:
    assert places("雨水桶", "社区花园", "海绵城市", "雨水收集装置使用说明", "1 安装", TEXT) == [1, 2, 3, 4]
    assert places("雨水桶", "社区花园", "1 安装", TEXT) == [1, 2]


@pytest.mark.parametrize(
    "below",
    [
        ("安装", "过滤", "1 安装", TEXT, "2 过滤", TEXT),
        ("雨水桶", TEXT),
        ("四季", "晾晒", "霜降", TEXT),
        ("1 安装", TEXT),
    ],
)
def test_contents_headings_and_other_words_are_the_document_s(below: tuple[str, ...]) -> None:
    assert places(*below) == []
