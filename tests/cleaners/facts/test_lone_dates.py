"""A date by the title of a page, above it or in an element for machines."""

from __future__ import annotations

from cleaners.document import Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import STAMP, Finding
from cleaners.facts.lone_dates import dated_address, first_floor, lone_date, sole_stamp
from cleaners.rules.rulebook import Rule

TITLE_LINE = Line("渡口旧事", tag="h1", number=5)


def told(*lines: Line, markup: bytes = b"") -> str | None:
    around = [Finding(TITLE, {}, TITLE_LINE)]
    around += [Finding(LABELLED, {"published": line.text}, line) for line in lines if line.text[0].isdigit()]
    found = lone_date(around, [*lines, TITLE_LINE], 9, markup)
    return found.facts["published"] if found else None


def test_a_date_right_above_the_title_is_the_documents() -> None:
    assert told(Line("2021-03-04", number=4)) == "2021-03-04"


def test_the_day_on_which_the_page_is_read_is_none() -> None:
    assert told(Line("2021-03-04 星期四", number=4)) is None


def test_a_date_far_above_the_title_is_none() -> None:
    assert told(Line("2021-03-04", number=1)) is None


def test_an_element_for_machines_states_the_date_that_its_line_only_hints_at() -> None:
    markup = b'<p>Asked <time datetime="2015-03-28T21:17">8 years ago</time></p>'
    assert told(Line("Asked 8 years ago", number=6), markup=markup) == "2015-03-28"
    assert told(Line("Ask a question", number=6), markup=markup) is None


def test_the_stamp_of_the_only_post_dates_it() -> None:
    rule = Rule("post-stamp", "certain")
    stamps = [Finding(rule, {}, Line(f"编辑于 2022-03-0{day} 23:14", number=30 + day)) for day in (1, 2)]
    found = lone_date(stamps[:1], [], 9, b"")
    assert found is not None
    assert found.facts == {"published": "2022-03-01"}
    assert lone_date(stamps, [], 9, b"") is None


def test_the_day_of_an_issue_is_the_one_that_its_address_names() -> None:
    top = [Line("北岸晚报", number=0), Line("2011年11月16日 星期三", number=1)]
    found = dated_address(top, "http://paper.beian.cn/html/2011-11/16/content_512.htm")
    assert found
    assert found.facts == {"published": "2011-11-16"}
    assert dated_address(top, "http://paper.beian.cn/html/2011-11/17/content_512.htm") is None


POST = Rule("post-stamp", "certain", between=True)


def stamped(*stamps: tuple[int, str], start: int = 0) -> str | None:
    found = sole_stamp([Finding(POST, {}, Line(text, number=number)) for number, text in stamps], start)
    return found.facts["published"] if found else None


def test_the_stamp_of_the_only_post_is_its_date() -> None:
    assert stamped((30, "编辑于 2021-04-12 09:30")) == "2021-04-12"
    assert stamped((30, "发表于 2021-04-12"), (60, "发表于 2021-04-13")) is None


def test_the_stamps_above_a_text_are_those_of_its_post() -> None:
    assert stamped((3, "发布于 2024-01-19 · 山东"), (60, "发布于 2024-02-01 · 河北"), start=9) == "2024-01-19"
    assert stamped((3, "发表于 2018-5-6 20:15"), (5, "本帖最后由 老谢 于 2018-5-7 编辑"), start=9) == "2018-05-06"
    assert stamped((3, "回复于 2024-01-19"), start=9) is None


def test_a_thread_is_of_the_day_of_its_first_floor() -> None:
    post, stamp = Line("榫头松了怎么修？"), Line("举报|1楼2022-10-16 08:12", mark=STAMP)
    found = first_floor([post, stamp, Line("上胶。"), Line("举报|2楼2022-10-17 09:00", mark=STAMP)])
    assert found
    assert found.facts == {"published": "2022-10-16"}
    assert first_floor([post, Line("举报|11楼2022-10-16 08:12", mark=STAMP)]) is None
    assert first_floor([post, stamp._replace(mark="")]) is None
