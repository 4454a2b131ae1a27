"""Text that has no size: what nobody sees, and what only closes gaps."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaners.markup.hidden import remove_popups
from cleaners.markup.lines import tree_lines


def texts(markup: str) -> list[str]:
    tree = LexborHTMLParser(f"<p>shown</p>{markup}<p>too</p>")
    return [line.text for line in tree_lines(tree, {}).lines]


@pytest.mark.parametrize(
    "markup",
    [
        "<span style='color:red;font-size:0'>x<br>y</span>",
        "<font style='font-size: 0px !important;'>x</font>",
        "<div style='font-size:0.0em'><!-- z -->x</div>",
        "<SPAN STYLE='FONT-SIZE: 0PX'>x</SPAN>",
        "<p style='font-size:12px;font-size:0'>x<p style='font-size:0'></p>",
    ],
)
def test_text_in_no_size_is_unseen(markup: str) -> None:
    assert texts(markup) == ["shown", "too"]


@pytest.mark.parametrize(
    "markup",
    [
        "<ul style='font-size:0'><li style='font-size:14px'>x</ul>",
        "<ul style='font-size:0px'><li class=a>x</ul>",
        "<div style='font-size:0'><p>x</div>",  # a style sheet may give any element a size
        "<p style='font-size:0.8em'>x</p>",
        "<p style='font-size:0;font-size:14px'>x</p>",
        "<p style='old-font-size:0'>x</p>",
    ],
)
def test_what_may_have_a_size_stays(markup: str) -> None:
    assert texts(markup) == ["shown", "x", "too"]


def test_a_paragraph_that_has_no_size_stays() -> None:
    paragraph = "这一年的工作是从修路开始的。" * 4
    assert texts(f"<p style='font-size:0'>{paragraph}</p>") == ["shown", paragraph, "too"]


def without_popups(markup: str) -> str:
    tree = LexborHTMLParser(markup)
    remove_popups(tree, markup.encode())
    return "".join(line.text for line in tree_lines(tree, {}).lines)


LINKS = "<a href=/1>轮班制度范本</a><a href=/2>制度汇编</a>"


def test_links_that_pop_up_over_a_word_are_unseen() -> None:
    assert (
        without_popups(f"<p>严守<span class=w>制度<span class=w-pop>{LINKS}</span></span>和规程。")
        == "严守制度和规程。"
    )


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>参见<span class=w>制度<span class=links>{LINKS}</span></span>和规程。",  # nothing says that it pops up
        f"<p>依据<span class=w>须知<span class=law-tooltip>{LINKS}</span></span>和规程。",  # which the links have not
        f"<p>参见<span class=w>制度<span class=popular>{LINKS}</span></span>和规程。",
        f"<p>参见<span class=w><span class=w-pop>{LINKS}</span></span>和规程。",  # over no word
        "<p>参见<span class=w>制度<span class=w-pop>（<a href=/1>轮班制度</a>）</span></span>和规程。",
    ],
)
def test_other_links_in_a_text_stay(markup: str) -> None:
    assert "轮班制度" in without_popups(markup)
