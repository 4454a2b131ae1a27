"""Sizes of type in lines of their own below their label are the site's; the words alone are not."""

from cleaners.facts.font_sizes import font_sizes


def test_sizes_below_their_label_are_found() -> None:
    assert [*font_sizes(["通知", "字号：", "大", "中", "小", "各村："])] == [1, 2, 3, 4]
    assert [*font_sizes(["通知", "【字体：", "大", "|", "小", "】"])] == [1, 2, 3, 4, 5]


def test_words_without_the_label_stay() -> None:
    for texts in (["通知", "大", "中", "小"], ["字号：五号", "大"], ["字号：", "各村："], ["字体"]):
        assert [*font_sizes(texts)] == []
