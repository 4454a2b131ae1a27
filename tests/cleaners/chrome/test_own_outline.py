"""Headings that part a text, numbered or with a sign before each, are the document's own."""

from cleaners.chrome.own_outline import outline
from cleaners.markup.lines import dump_lines

TEXT = "这一段讲的是山里的旧路，走的人少了，草就长了起来，下雨以后更难认出来。"


def places(*texts: str) -> set[int]:
    return outline(dump_lines("\n".join(texts)))


def test_headings_with_a_sign_before_each_part_a_text() -> None:
    assert places("▍起因", TEXT, "▍经过", TEXT, "▍总结", TEXT) == {0, 2, 4}


def test_lines_of_a_list_with_signs_part_nothing() -> None:
    assert places("★热门", "★推荐", "★最新", TEXT) == set()


def test_signs_of_several_kinds_are_no_outline() -> None:
    assert places("★热门", TEXT, "◆推荐", TEXT, "★最新", TEXT) == set()
