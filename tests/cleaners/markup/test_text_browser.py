"""Dumps of text browsers lose the numbers of their links, and nothing else."""

from __future__ import annotations

from cleaners.document import Line
from cleaners.markup.text_browser import LIST, NUMBER, without_link_numbers

TEXT = ["[1]首页 [2]散文", "正文引了一处[1]，又引了[9]。", "* [3]上一篇", "[adv.gif]", "(BUTTON) 搜索"]
TARGETS = ["References", "Visible links:", "1. http://a.example/", "2. http://a.example/2", "3. javascript:go()"]


def lines(texts: list[str]) -> list[Line]:
    return [Line(text, number=number) for number, text in enumerate(texts)]


def test_numbers_that_count_up_go_and_sources_stay() -> None:
    kept, drops = without_link_numbers(lines([*TEXT, *TARGETS]))
    assert [line.text for line in kept] == ["首页 散文", "正文引了一处[1]，又引了[9]。", "上一篇", "搜索"]
    assert [drop.text for drop in drops if drop.rule == LIST] == TARGETS
    assert [drop.text for drop in drops if drop.rule == NUMBER] == ["[1]", "[2]", "[3]", "[adv.gif]", "(BUTTON)"]


def test_a_paper_with_references_stays_as_it_is() -> None:
    paper = ["[1]说过", "References", "1. 甲，乙：论水。2001", "2. 丙：再论水。2003", "3. 丁：三论水。2005"]
    kept, drops = without_link_numbers(lines(paper))
    assert ([line.text for line in kept], drops) == (paper, [])
