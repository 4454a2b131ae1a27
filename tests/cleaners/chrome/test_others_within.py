"""Titles of other documents between two paragraphs, and what a text lists itself."""

from __future__ import annotations

import pytest

from cleaners.chrome.others_within import others_within
from cleaners.document import Line

ABOVE = "秋天的果园要先看天气再定采收的日子，雨前抢收的果子存不到年底，雨后三天再摘才稳妥。"
BELOW = "入库以前还要挑一遍，碰伤的、虫眼的、把子断了的都放在一边，先卖掉或者做成果酱，不能和好果子混在一起。"


def places(*between: str) -> list[int]:
    lines = [Line(text, number=number) for number, text in enumerate(("果园采收工作总结", ABOVE, *between, BELOW))]
    return others_within(lines, {}, range(len(lines)), "果园采收工作总结")


def test_titles_of_documents_below_a_heading_of_others_go() -> None:
    assert places("推荐阅读：", "果园管理工作计划", "2023年果品仓储合同") == [2, 3, 4]


@pytest.mark.parametrize(
    "between",
    [
        ("推荐阅读：", "《果树栽培》", "《家庭储藏》"),
        ("推荐阅读：", "海底两万里", "骆驼祥子"),
        ("推荐阅读：", "一、果园管理办法", "二、采收安全规定"),
        ("采收以后：", "果园管理工作计划", "2023年果品仓储合同"),
        ("推荐阅读：", "先读上一年的记录，再去地里看。"),
    ],
)
def test_books_items_and_sections_of_the_text_stay(between: tuple[str, ...]) -> None:
    assert places(*between) == []
