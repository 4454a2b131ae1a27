"""The word that marks where a text begins goes from its first line alone."""

from cleaners.chrome.body_label import without_body_label
from cleaners.document import Line


def test_the_word_goes_and_the_line_stays() -> None:
    lines, drops = without_body_label([Line("【正文】为帮助新人，", number=3), Line("【正文】一", number=4)])
    assert [line.text for line in lines] == ["为帮助新人，", "【正文】一"]
    assert [(drop.number, drop.text) for drop in drops] == [(3, "【正文】")]


def test_a_heading_of_the_text_stays() -> None:
    for text in ("【正文】", "【摘要】本文介绍", "正文字号为四号"):
        assert without_body_label([Line(text, number=0)])[1] == []
    assert without_body_label([]) == ([], [])
