"""Lines that a site repeats within a text: a bar of controls under each question, a watermark on each page."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from cleaners.content.main_content import main_content
from cleaners.markup.lines import tree_lines

STEMS = [
    "一根竹竿插在池塘里,水面以上露出三尺,量一量水有多深。",
    "渡口的船每次载六人,二十三人过河,最少要走几趟。",
    "晒谷场长四十步,宽是长的一半,绕场一周走多少步。",
    "磨坊的水轮转五圈,石磨转两圈,石磨转三十圈时水轮转几圈。",
]


def kept(markup: str) -> list[str]:
    outline = tree_lines(LexborHTMLParser(markup), {})
    return [line.text for line, rule in zip(outline.lines, main_content(outline), strict=True) if not rule]


def exam(bar: str) -> str:
    parts = (f"<div><p>{n}.{stem}</p><div>{bar.format(n)}</div></div>" for n, stem in enumerate(STEMS, 1))
    return f"<body><div class='paper'>{''.join(parts)}</div></body>"


def test_a_bar_under_each_question_goes_whatever_differs_in_it() -> None:
    bar = "<span>题型{0}</span><span>已用1{0}次</span><span>纠错</span><a>查看解析</a><a>加入试题篮</a>"
    assert kept(exam(bar)) == [f"{n}.{stem}" for n, stem in enumerate(STEMS, 1)]


def test_what_an_author_repeats_under_each_question_stays() -> None:
    own = "<b>答案{}</b><i>竹竿</i><u>水面</u>"
    assert len(kept(exam(own))) == 2 * len(STEMS)


def pages(count: int, head: str) -> str:
    shown = (
        f"<div class='page' data-page-no='{n}'><div>{head}</div><p>{STEMS[n - 1] * 3}</p></div>"
        for n in range(1, count + 1)
    )
    return f"<body><div class='viewer'>{''.join(shown)}</div></body>"


def test_a_line_that_each_page_of_a_viewer_begins_with_goes() -> None:
    assert kept(pages(4, "松坡文档 songpo.example")) == [stem * 3 for stem in STEMS]
    assert "松坡文档 songpo.example" in kept(pages(2, "松坡文档 songpo.example"))
