"""A text that says one line over and over keeps it as often as it says it."""

from __future__ import annotations

import pytest

from cleaners import clean


@pytest.mark.parametrize("line", ["风吹过山岗", "下载", "今天的天气很好。", "over and over"])
@pytest.mark.parametrize("count", [3, 50, 501])
def test_one_line_over_and_over_is_no_sites(line: str, count: int) -> None:
    document = clean("\n".join([line] * count).encode())
    assert [kept.text for kept in document.lines] == [line] * (count - (document.title == line))


def test_a_text_begins_with_a_refrain() -> None:
    verse = ["风吹过山岗"] * 9 + ["那一年我们还没有学会告别。", "山岗上的草已经黄了三回。"]
    document = clean("\n".join(verse).encode())
    assert document.title == "风吹过山岗"
    assert [kept.text for kept in document.lines] == verse[1:]


def test_lines_of_a_page_that_stand_fifty_times_are_not_doubled() -> None:
    page = f"<title>山岗</title><h1>山岗</h1><div>{'<p>风吹过山岗，云也吹过山岗</p>' * 50}</div>"
    document = clean(page.encode(), content_type="text/html; charset=utf-8")
    assert len(document.lines) == 50
