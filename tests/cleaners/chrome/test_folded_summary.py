"""A block with the heading of a summary and controls that fold it is the site's, in whatever order they stand."""

from __future__ import annotations

import pytest

from cleaners import clean

HEAD = ["山区梯田灌溉渠系调查", "2021-05-06", "88次阅读", "VIP专享", "侵权投诉", "山区梯田灌溉渠系调查"]
BODY = [
    "梯田的渠系由村民自己维护，每年春耕以前清淤一次，秋收以后再修补被山水冲坏的渠岸。",
    "渠长由各户轮流担任，任期一年，管一本放水的账，谁家几时放水、放多久，都写在上面。",
    "遇到旱年，先保秧田，后保旱地，各户按人口分水，这个规矩已经传了七八代人。",
]
TEXT = "这份材料介绍一次田野调查的经过与所得，可供做乡土教材的老师参考。"
PAPER = ["摘要：" + BODY[0], "展开", "关键词：梯田；灌溉；渠系"]


@pytest.mark.parametrize(
    "block",
    [
        ["摘要:", "展开>>", "收起<<", TEXT],
        ["【摘要】", TEXT, "收起", "展开"],
        ["展开>>", "收起<<", "内容摘要：", TEXT],
        ["摘要：" + TEXT, "展开全文"],
        ["展开", "收起", "摘要：" + TEXT],
        ["摘要:", "展开>>", TEXT[:16], TEXT[16:], "收起<<"],
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_folded_block_becomes_the_summary(block: list[str], above: bool) -> None:
    delimited = block[-1] != TEXT or not above  # else only a line longer than the document's is surely the summary
    document = clean("\n".join([*HEAD, *block, *BODY] if above else [*HEAD, *BODY, *block]).encode())
    assert "摘要" not in document.text
    assert "展开" not in document.text
    assert document.text.endswith("\n".join(BODY))
    assert (document.metadata.summary == TEXT) is delimited


def test_an_empty_block_takes_no_line_of_the_document() -> None:
    document = clean("\n".join([*HEAD, "摘要:", "展开>>", "收起<<", *BODY]).encode())
    assert document.text == "\n".join(BODY)


def test_the_abstract_of_a_paper_stays_though_a_site_folds_it() -> None:
    assert PAPER[0] in clean("\n".join([*HEAD, *PAPER, *BODY[1:]]).encode()).text
