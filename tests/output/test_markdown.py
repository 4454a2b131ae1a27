"""Markdown: the markup that lines stand for, and text that stays text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cleaners import clean
from cleaners.document import Line
from output.markdown import escape, render_markdown
from tests.output.documents import document


def body(*lines: Line) -> str:
    return render_markdown(document(*lines)).split("---\n\n", 1)[1]


def test_headings_paragraphs_and_images() -> None:
    assert body(
        Line("河道巡查办法", tag="h1", level=1),
        Line("第一条 巡查每周两次。", tag="p"),
        Line("分工 #1#", tag="h2", level=2),
        Line("水文站 [示意]", tag="img"),
    ) == ("# 河道巡查办法\n\n第一条 巡查每周两次。\n\n## 分工 #1\\#\n\n![水文站 \\[示意\\]]()\n")


def test_nested_lists() -> None:
    lines = [
        Line("上游", tag="li", level=1),
        Line("水闸", tag="li", level=2),
        Line("3. 泵站", tag="li", level=2),
        Line("下游", tag="li", level=1),
    ]
    assert body(*lines) == "- 上游\n  - 水闸\n  - 3\\. 泵站\n- 下游\n"


def test_rows_of_one_box_make_one_table() -> None:
    lines = [
        Line("站名\t水位|米", tag="tr", box=4),
        Line("东桥\t3.2\t高", tag="tr", box=4),
        Line("月份", tag="tr", box=9),
    ]
    assert body(*lines) == ("| 站名 | 水位\\|米 |  |\n| --- | --- | --- |\n| 东桥 | 3.2 | 高 |\n\n| 月份 |\n| --- |\n")


def test_code_keeps_its_empty_lines() -> None:
    page = b"<html><body><p>A level shows the slope.</p><pre>a = 1\n\n\nb = 2\n</pre></body></html>"
    assert "```\na = 1\n\n\nb = 2\n```" in render_markdown(clean(page))


def test_code_is_fenced_and_verbatim() -> None:
    lines = [
        Line("def level():", tag="pre", box=2, broken=True),
        Line("    return '```'", tag="pre", box=2),
        Line("x = 1", tag="pre", box=3),
    ]
    assert body(*lines) == "````\ndef level():\n    return '```'\n````\n\n```\nx = 1\n```\n"


def test_a_page_cannot_end_its_front_matter_or_reach_the_terminal() -> None:
    text = render_markdown(document("正文\x1b[31m红", title='引号"与\n---\n换行\x1b]0;x\x07'))
    assert text.splitlines()[:3] == ["---", 'id: "' + document("正文\x1b[31m红").id + '"', 'source: "pages/one.html"']
    assert 'title: "引号\\"与\\n---\\n换行\\u001b]0;x\\u0007"' in text
    assert "\x1b" not in text and "\x07" not in text


words = st.text(st.sampled_from('ab1 23.)(*_[]<>`#+-=~&;!|\\中文:/"'), min_size=1, max_size=24)


@given(words)
def test_markdown_reads_an_escaped_line_as_just_that_line(text: str) -> None:
    text = " ".join(text.split()) or "x"
    tokens = MarkdownIt("commonmark").enable("strikethrough").parse(escape(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == text


@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=4))
def test_markdown_reads_rows_as_one_table_with_all_cells(rows: list[list[str]]) -> None:
    lines = [Line("\t".join(" ".join(cell.split()) for cell in row), tag="tr", box=1) for row in rows]
    tokens = MarkdownIt("commonmark").enable("table").parse(body(*lines))
    assert tokens[0].type == "table_open" and tokens[-1].type == "table_close"
    cells = ["".join(c.content for c in token.children or []) for token in tokens if token.type == "inline"]
    width = max(len(row) for row in rows)
    expected = [cell.strip() for line in lines for cell in (line.text.split("\t") + [""] * width)[:width]]
    assert cells == expected
