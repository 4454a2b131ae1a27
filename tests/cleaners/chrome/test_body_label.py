"""The word that marks where a text begins goes from its first line, unless its parts have such words as well."""

from cleaners.chrome.body_label import without_body_label
from cleaners.document import Drop, Line


def _without(*texts: str) -> tuple[list[str], list[str]]:
    lines, drops = without_body_label([Line(text, number=number) for number, text in enumerate(texts)])
    return [line.text for line in lines], [drop.text for drop in drops]


def test_the_word_goes_and_the_line_stays() -> None:
    assert _without("【正文】为帮助新人，", "现小结如下。") == (["为帮助新人，", "现小结如下。"], ["【正文】"])


def test_words_of_the_text_stay() -> None:
    for texts in (
        ("【正文】",),
        ("【摘要】本文介绍",),
        ("正文字号为四号",),
        ("【正文】学而时习之", "【译文】学习并且"),
        (),
    ):
        assert _without(*texts) == ([*texts], [])


def test_the_word_of_a_cell_goes_where_the_title_has_one_too() -> None:
    lines = [Line("范文 天还没有亮。", number=3), Line("灯挂得很高。", number=4)]
    kept, drops = without_body_label(lines, [Drop(2, "file-name", "标题 渡口的灯")])
    assert [line.text for line in kept] == ["天还没有亮。", "灯挂得很高。"] and [drop.text for drop in drops] == [
        "范文"
    ]
    assert without_body_label(lines, [Drop(2, "head", "渡口的灯")]) == (lines, [])
