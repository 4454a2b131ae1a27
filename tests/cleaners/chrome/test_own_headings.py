"""Headings that a document and a site both have: whose they are is told by what stands below."""

from __future__ import annotations

import pytest

from cleaners import clean

TITLE = "山区梯田灌溉渠系调查"
PROSE = "梯田的渠系由村民自己维护，每年春耕以前清淤一次，秋收以后再修补被山水冲坏的渠岸。"
END = "调查持续了两年，走访了十一个村子，记录渠道四十余条。"


@pytest.mark.parametrize(
    ("heading", "below", "stays"),
    [
        ("摘要", [PROSE, "关键词：梯田；灌溉；渠系", END], True),
        ("摘要", [PROSE, END], True),
        ("温馨提示", ["阅读本调查之前，请先对照书末的渠系图，图中红线为主渠，蓝线为支渠。", PROSE, END], True),
        ("注意事项：", ["1. 清淤之前先关上游的闸门。", "2. 渠岸松动的地方不得站人。", PROSE, END], True),
        ("温馨提示", ["1. 本站资源均由网友上传，下载前请预览。", "2. 本站不提供人工服务。", PROSE, END], False),
    ],
)
def test_a_heading_stays_where_the_text_below_is_its_own(heading: str, below: list[str], stays: bool) -> None:
    head = [TITLE, "2021-05-06", "88次阅读", "VIP专享", "侵权投诉", TITLE]
    document = clean("\n".join([*head, heading, *below]).encode())
    assert (heading.rstrip("：:") in document.text) is stays
    assert END in document.text
