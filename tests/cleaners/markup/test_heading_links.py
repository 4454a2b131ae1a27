"""Links behind headings: the site's where several end alike, the document's where each says something else."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaners.markup.heading_links import RULE, without_heading_links
from cleaners.markup.lines import tree_lines


def read(*headings: str) -> tuple[list[str], list[str]]:
    body = "".join(f"<h2>{heading}</h2><p>河边的老柳树又发了新芽。</p>" for heading in headings)
    outline, drops = without_heading_links(found := tree_lines(LexborHTMLParser(body), {}), range(len(found.rows)))
    assert all(drop.rule == RULE for drop in drops)
    return [row[0] for row in outline.rows if row[2]], [drop.text for drop in drops]


@pytest.mark.parametrize(
    ("tail", "shown"),
    [
        ("<a href='/e'>¶</a>", "¶"),
        (" <a href='#x'>#</a> ", "#"),
        ("<span>[</span><a href='/e'>编辑</a><span>]</span>", "[编辑]"),
        ("<span>[<a href='/e'>edit</a>]</span>", "[edit]"),
    ],
)
def test_signs_and_words_in_brackets_go_from_two_headings(tail: str, shown: str) -> None:
    assert read(f"春天{tail}", f"秋天{tail}") == (["春天", "秋天"], [shown, shown])


def test_a_single_heading_keeps_its_link() -> None:
    assert read("春天<a href='/e'>¶</a>", "秋天") == (["春天¶", "秋天"], [])


def test_a_bare_word_goes_where_most_headings_have_it() -> None:
    top = " <a href='#top'>回到开头</a>"
    assert read(f"春天{top}", f"夏天{top}", f"秋天{top}", "冬天")[0] == ["春天", "夏天", "秋天", "冬天"]
    assert read(f"春天{top}", f"夏天{top}", "秋天", "冬天")[1] == []


def test_links_that_differ_and_headings_that_are_links_stay() -> None:
    assert read("一、<a href='/1'>柳树</a>", "二、<a href='/2'>杨树</a>")[1] == []
    assert read("<a href='/1'>柳树<b>(图)</b></a>", "<a href='/2'>杨树<b>(图)</b></a>")[1] == []


def test_words_that_are_no_link_stay() -> None:
    assert read("柳树<b>(上)</b>", "杨树<b>(上)</b>")[1] == []


def test_a_word_in_brackets_goes_from_three_lines_and_a_note_stays() -> None:
    articles = ["第一条 古井归全体居民所有。", "第二条 井栏不得移动。", "第三条 取水不得使用水泵。"]

    def taken(tail: str, count: int) -> list[str]:
        found = tree_lines(
            LexborHTMLParser("".join(f"<p>{text}<a href='/x'>{tail}</a></p>" for text in articles[:count])), {}
        )
        return [drop.text for drop in without_heading_links(found, range(len(found.rows)))[1]]

    assert taken("【关联】", 3) == ["【关联】"] * 3
    assert taken("关联(3)", 3) == ["关联(3)"] * 3
    assert taken("【关联】", 2) == []
    assert taken("[1]", 3) == []


def test_words_with_a_count_behind_the_sentence_of_each_article_go_where_they_hold_a_link() -> None:
    articles = "".join(f"<div>第{n}条 井圈不得移动。<a>法条联想</a><i>案例 {n}</i></div>" for n in range(1, 5))
    found = tree_lines(LexborHTMLParser(articles), {})
    outline, drops = without_heading_links(found, range(len(found.rows)))
    assert [row[0] for row in outline.rows] == [f"第{n}条 井圈不得移动。" for n in range(1, 5)]
    assert [drop.text for drop in drops] == [f"法条联想案例 {n}" for n in range(1, 5)]
