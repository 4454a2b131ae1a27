"""What a document has below lines that can end one stays: other pieces, notes, questions, answers, lists of its own."""

from __future__ import annotations

import pytest

from cleaners import clean

ONE = "青水水库位于县城以北十二公里，控制流域面积三百平方公里，是一座以灌溉为主的中型水库，兼有防洪和养殖的作用。"
TWO = "水库管理处设有三个股，分别负责工程维护、调度和渔业，现有职工四十二人，其中技术人员十九人，都经过专门培训。"
END = "汛期每日观测水位两次，遇到大雨加密到每小时一次，观测记录由两人签字，当天送交调度室，年底装订成册备查。"
HEAD = ["首页", "登录", "水库的故事"]


def text_of(*lines: str) -> str:
    return clean("\n".join([*HEAD, *lines]).encode()).text


def test_the_last_piece_of_a_volume_stays() -> None:
    pieces = [line for at in range(4) for line in (f"第{at}篇", ONE, END + str(at), "责任编辑：张三", "打印本页")]
    text = text_of(*pieces)
    assert all(END + str(at) in text for at in range(4))


@pytest.mark.parametrize("mark", ["（完）", "- THE END -"])
@pytest.mark.parametrize("own", [["1.概括文章的主要内容。", "2.为什么要每日观测？"], ["【注释】", "①台账：登记簿。"]])
def test_questions_and_notes_below_an_end_stay(mark: str, own: list[str]) -> None:
    text = text_of(ONE, TWO, END, mark, "下载", "收藏", *own, "下载", "举报")
    assert all(line in text for line in own)


def test_a_list_with_days_in_the_midst_of_a_text_ends_nothing() -> None:
    entries = ["关于水库的批复", "2001-05-06", "关于渠道的批复", "2002-05-06"]
    assert END in text_of(ONE, TWO, "相关资料", *entries, END, ONE, "结论：应继续执行。", "下载", "收藏")


@pytest.mark.parametrize("answers", ["(1)(2)(4)", "（1）（3）", "[2][4]"])
def test_answers_in_brackets_are_no_pager(answers: str) -> None:
    assert answers.replace("（", "(")[1] in text_of(ONE, TWO, "答案", answers, "下载", "收藏", "版权所有")[-8:]


@pytest.mark.parametrize("numbers", [("12", "13"), ("7", "8"), ("101", "102")])
def test_numbers_of_chapters_are_no_counts(numbers: tuple[str, str]) -> None:
    text = text_of("2024-08-25 阅读 123", numbers[0], ONE, TWO, numbers[1], END, ONE, "下载", "收藏")
    assert text.split("\n")[0] == numbers[0]


def test_the_heading_of_an_annex_is_no_running_head() -> None:
    halves = [part for line in (ONE, TWO, END) for part in (line[:30], line[30:])]
    lines = [*halves[:4], "- 1 -", *halves[4:], "- 2 -", "附件：水库的故事", *halves[:2], "- 3 -", "下载"]
    assert "附件：水库的故事" in text_of(*lines).split("\n")


@pytest.mark.parametrize("heading", ["<h2>MySQL 复制</h2>", "<h2>运行</h2>", "<h3>Copy</h3>", "<p>Docker 运行</p>"])
def test_a_heading_over_code_is_no_bar(heading: str) -> None:
    page = f"<article><h1>教程</h1><p>{ONE}</p>{heading}<pre>a = 1\nb = 2</pre><p>{TWO}</p><p>{END}</p></article>"
    shown = heading[heading.index(">") + 1 : heading.rindex("<")]
    assert shown in clean(page.encode()).text.split("\n")
