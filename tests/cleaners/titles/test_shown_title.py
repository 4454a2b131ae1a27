"""The title that a page shows, where its head names the site or says more than the document's title."""

from __future__ import annotations

import pytest

from cleaners.document import Line
from cleaners.titles.shown_title import shown_title

TEXT = [
    Line("渡口的石阶一共五十七级，水涨到哪一级，老船工看一眼就报得出来，三十年里他每天早晚各记一次水位。"),
    Line("本子起初是船票的背面，后来是学生用剩的作业本，河道志的后半部差不多就是照着这些本子写的。"),
]


@pytest.mark.parametrize(
    ("above", "stated", "title"),
    [
        (["老船工和他的水位本子"], "欢迎光临〖北岸读书会〗", "老船工和他的水位本子"),
        (["老船工和他的水位本子", "2006-04-12 作者：梁渡生"], "新闻动态", "老船工和他的水位本子"),
        (["老船工和他的水位本子"], None, "老船工和他的水位本子"),
        (["关于我们", "在线留言"], "欢迎光临〖北岸读书会〗", None),
        (["老船工和他的水位本子"], "老船工和他的水位本子", None),
        (["水位本子"], "老船工三十年记下的水位", None),
    ],
)
def test_the_line_above_is_the_title_where_the_text_knows_its_words_and_not_those_of_the_head(
    above: list[str], stated: str | None, title: str | None
) -> None:
    lines = [Line(text, number=place) for place, text in enumerate(above)]
    assert shown_title(lines, TEXT, [], stated, [stated] if stated else []) == title


@pytest.mark.parametrize(
    ("shown", "stated", "title"),
    [
        ("老船工和他的水位本子", "今日渡口--老船工和他的水位本子", "老船工和他的水位本子"),
        ("老船工和他的水位本子", "(99+ 封私信) 老船工和他的水位本子 - 答问", "老船工和他的水位本子"),
        ("老船工和他的水位本子", "老船工和他的水位本子 河道处", "老船工和他的水位本子"),
        ("老船工和他的水位本子", "老船工和他的水位本子（上）", None),
        ("石阶", "渡口石阶 - 北岸", None),
    ],
)
def test_a_line_that_is_most_of_the_stated_title_shows_where_it_begins_and_ends(
    shown: str, stated: str, title: str | None
) -> None:
    assert shown_title([Line(shown)], TEXT, [], stated, [stated]) == title


def test_both_halves_of_a_title_over_two_lines_count() -> None:
    above = [Line("老船工和他的水位本子"), Line("——河道志里的后半部", number=1)]
    stated = "老船工和他的水位本子——河道志里的后半部"
    assert shown_title(above, TEXT, [], stated, [f"{stated}_北岸网"]) is None


def test_a_heading_tells_where_a_stated_title_was_cut_off_by_a_quotation_mark() -> None:
    heading = '老船工的"水位本子"如今进了河道志'
    assert shown_title([], TEXT, [heading], "老船工的", ["老船工的", f"{heading}_北岸网"]) == heading


def test_a_heading_that_goes_on_behind_the_name_of_the_office_is_the_title() -> None:
    heading = Line("江北水产研究所召开渡口水位座谈会", tag="h5", level=5)
    assert shown_title([heading], TEXT, [], "江北水产研究所", ["江北水产研究所"]) == heading.text


def test_a_table_of_facts_between_title_and_text_does_not_hide_it() -> None:
    rows = [f"第{name}项：\t无" for name in "一二三四五六七八九十甲乙丙丁"]
    above = [Line(text, number=place) for place, text in enumerate(["老船工和他的水位本子", *rows])]
    assert shown_title(above, TEXT, [], "河道文献下载站", ["河道文献下载站"]) == "老船工和他的水位本子"


def test_a_field_tells_which_part_of_the_stated_title_is_the_documents() -> None:
    above = [Line("法规名称：\t渡口水位记录办法"), Line("发布日期：\t2006年4月12日", number=1)]
    stated = "渡口水位记录办法-全文浏览-江北县法规检索"
    assert shown_title(above, TEXT, [], stated, [stated]) == "渡口水位记录办法"


def test_numbered_headings_of_sections_are_no_titles() -> None:
    headings = ["原文", "水位一", "船工的本子记下三十年水位", "河道志"]
    assert shown_title([], TEXT, headings, "Dukou", ["Dukou"]) is None
