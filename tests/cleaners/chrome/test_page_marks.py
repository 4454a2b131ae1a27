"""Marks that a viewer sets on each page: numbers of slides, its address, words over a count of pages."""

from __future__ import annotations

import pytest

from cleaners import clean
from cleaners.chrome.page_marks import find_page_heads, find_page_marks
from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.facts.findings import find_in_lines

SLIDES = ["01", "消防栓我来认", "02", "今天要解决三个问题", "03", "门上的封条不是锁,一扯就断。"]


def marked(texts: list[str], host: str | None = None) -> list[str]:
    lines = [Line(text, number=number) for number, text in enumerate(texts)]
    found: Findings = find_in_lines(lines, None)
    find_page_marks(lines, found)
    find_page_heads(lines, found, host)
    return [texts[place] for place in sorted(found) if found[place].rule.marker]


@pytest.mark.parametrize(("kind", "marks"), [("PPTX格式", ["01", "02", "03"]), ("DOCX格式", [])])
def test_bare_numbers_are_marks_of_slides_only(kind: str, marks: list[str]) -> None:
    assert marked(["仓库消防课件", kind, "22页", "8.7M", *SLIDES]) == marks


def test_numbers_that_do_not_begin_as_slides_do_are_the_documents() -> None:
    assert marked(["仓库消防课件", "PPTX格式", "22页", "8.7M", *(text.lstrip("0") for text in SLIDES)]) == []


def test_the_sites_address_and_words_that_count_pages_stand_on_each_page() -> None:
    page = ["斗橱的抽屉应当前高后低。", "苇塘文档 weitang.example", "铜环不得镀铜。"]
    assert marked([*page, *page], "weitang.example") == ["苇塘文档 weitang.example"] * 2
    assert marked(page, "weitang.example") == []
    for sign in "/∕":
        heads = [f"药柜改造文件 1{sign}31", "一、抽屉", f"药柜改造文件 2{sign}31", "二、铜环"]
        assert marked(heads) == heads[::2]
    assert marked(["比例 1/3", "一、抽屉", "比例 1/3", "二、铜环"]) == []


def test_a_menu_above_the_first_mark_is_no_text_of_a_page_before_it() -> None:
    menu = "苇塘小站首页小学初中高中职教节日模板会员中心"
    slides = ["Slide 01", "班组长是谁", "Slide 02", "早会五分钟", "Slide 03", "走动管理"]
    assert marked([menu, "班组长培训", "PPT | 免费", "上传老师：厂长不在家", *slides]) == slides[::2]


@pytest.mark.parametrize(
    "mark", ["幻灯片{n}/18", "{n} of 7", "语文试题第{n}页（共6页）", "药柜 {n}/5 页", "第{n}张/共7张"]
)
def test_lines_alike_but_for_a_number_that_counts_up_to_a_total_are_marks_of_pages(mark: str) -> None:
    marks = [mark.format(n=n) for n in (1, 2, 3)]
    page = [
        marks[0],
        "一、抽屉用整块的杉木板,当前高后低。",
        marks[1],
        "二、铜环不得镀铜,也不得上漆。",
        marks[2],
        "三、药斗",
    ]
    assert clean("\n".join(["药柜改造", "5页 / 27KB", *page]).encode()).text.split("\n")[-3:] == page[1::2]
