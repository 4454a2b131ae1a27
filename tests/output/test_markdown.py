"""Markdown: the markup that lines stand for, and text that stays text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
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


def listed(markup: str) -> str:
    """Return the list of a page in Markdown, without what stands around it."""
    prose = "<p>这是一段正文，说明水库的调度办法，共有几处要注意的地方，请各站遵照执行。</p>" * 2
    written = render_markdown(clean(f"<html><body><h1>水库</h1>{prose}{markup}{prose}</body></html>".encode()))
    again = clean(written.encode())
    assert render_markdown(again).split("---\n\n", 1)[1] == written.split("---\n\n", 1)[1]
    return written.split("遵照执行。\n")[2].rpartition("\n\n")[0].strip("\n")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>甲站<li>乙站</ol>", "1. 甲站\n2. 乙站"),
        ("<ol start=4><li>甲站<li>乙站</ol>", "4. 甲站\n5. 乙站"),
        ("<ol reversed><li>甲站<li>乙站</ol>", "2. 甲站\n1) 乙站"),
        ("<ol reversed start=9><li>甲站<li>乙站</ol>", "9. 甲站\n8) 乙站"),
        ("<ol start=x><li>甲站<li value=7>乙站<li>丙站</ol>", "1. 甲站\n7) 乙站\n8) 丙站"),
        ("<ol start=-1><li>甲站<li>乙站<li>丙站</ol>", "- 甲站\n0. 乙站\n1. 丙站"),
        ("<ol><li>甲站<li><li>丙站</ol>", "1. 甲站\n3) 丙站"),
        ("<ol><li>甲站<li hidden>乙站<li>丙站</ol>", "1. 甲站\n2. 丙站"),
        ("<ol><li>甲站</ol><ol><li>乙站</ol>", "1. 甲站\n1) 乙站"),
        ("<ol style='list-style: none'><li>甲站</ol>", "- 甲站"),
        ("<ol type=A><li>甲站<li>乙站</ol>", "- 甲站\n- 乙站"),
        ("<ol type=i><li>甲站</ol>", "- 甲站"),
        ("<ol style='list-style: inside Lower-Alpha'><li>甲站</ol>", "- 甲站"),
        ("<ol type=a style='list-style-type:decimal'><li>甲站</ol>", "1. 甲站"),
        ("<ol type=1><li>甲站</ol>", "1. 甲站"),
        ("<ul style='list-style-type: decimal'><li value=3>甲站</ul>", "3. 甲站"),
        ("<ul><li value=3>甲站</ul>", "- 甲站"),
        ("<ol><li>甲站<ul><li>一号闸<li>二号闸</ul><li>乙站</ol>", "1. 甲站\n   - 一号闸\n   - 二号闸\n2. 乙站"),
        ("<ul><li>甲站<ol><li>一号闸</ol></ul>", "- 甲站\n  1. 一号闸"),
        ("<ul><li>甲站<ol start=2><li>二号闸<li>三号闸</ol></ul>", "- 甲站\n\n  2. 二号闸\n  3. 三号闸"),
    ],
)
def test_lists_are_numbered_as_the_page_shows_them(markup: str, expected: str) -> None:
    assert listed(markup) == expected


def test_a_number_that_was_typed_stands_once() -> None:
    items = ("1. 巡查", "二、值守", "（三）检修", "④ 归档", "5.5 米水位", "第六条 附则")
    expected = "- 1\\. 巡查\n- 二、值守\n- （三）检修\n- ④ 归档\n5. 5.5 米水位\n- 第六条 附则"
    assert listed(f"<ol>{''.join(f'<li>{item}</li>' for item in items)}</ol>") == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<ol start=10><li><p>巡查两次。</p><p>记入簿册。</p></li><li><p>归档。</p></li></ol>",
            "10. 巡查两次。\n\n    记入簿册。\n\n11. 归档。",
        ),
        ("<ul><li>巡查<br>值守</li><li>检修</li></ul>", "- 巡查\n\n  值守\n\n- 检修"),
        (
            "<ul><li>巡查<ul><li><p>东堤</p><p>西堤</p></li></ul>值守</li></ul>",
            "- 巡查\n  - 东堤\n\n    西堤\n\n  值守",
        ),
        ("<ul><li>巡查<pre>a\n\nb</pre></li></ul>", "- 巡查\n\n  ```\n  a\n\n  b\n  ```"),
        (
            "<ul><li>水位<table><tr><td>东桥<td>3.2<tr><td>西桥<td>2.9</table></li></ul>",
            "- 水位\n\n  | 东桥 | 3.2 |\n  | --- | --- |\n  | 西桥 | 2.9 |",
        ),
    ],
)
def test_what_goes_on_in_an_item_stays_in_it(markup: str, expected: str) -> None:
    assert listed(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li><h3>巡查</h3><p>每天两次。</p><li><h3>归档</h3></ol>", "1. 巡查\n\n   每天两次。\n\n2. 归档"),
        ("<ol><li><div><p>巡查</p></div><li><div><div>归档</div></div></ol>", "1. 巡查\n2. 归档"),
        ("<ol><li><div><p>巡查</p><ul><li><div>东堤</div></ul></div></ol>", "1. 巡查\n   - 东堤"),
        ("<ol><li><pre>a = 1</pre><p>巡查</p></ol>", "```\na = 1\n```\n\n1. 巡查"),
    ],
)
def test_an_item_is_numbered_whatever_element_its_first_line_stands_in(markup: str, expected: str) -> None:
    assert listed(markup) == expected


def test_images_in_cells_do_not_part_a_table() -> None:
    rows = "<tr><td>东桥<td><img alt=一><td>3.2<tr><td>西桥<td><img alt=二><td>2.9"
    table = "| 东桥 |  | 3.2 |\n| --- | --- | --- |\n| 西桥 |  | 2.9 |"
    assert listed(f"<table>{rows}</table>") == f"{table}\n\n![一]()\n\n![二]()"


def test_quotations_of_one_element_are_one() -> None:
    assert listed("<blockquote><p>甲</p><p>乙</p></blockquote><blockquote>丙</blockquote>") == "> 甲\n>\n> 乙\n\n> 丙"
    assert listed("<ul><li>甲<blockquote><p>乙</p><p>丙</p></blockquote></ul>") == "- 甲\n\n  > 乙\n  >\n  > 丙"


def test_brackets_that_begin_an_item_are_no_box_to_tick() -> None:
    assert listed("<ul><li>[ ] 未办<li>[1] 已办<li>[x] 在办</ul>") == "- \\[ ] 未办\n- [1] 已办\n- \\[x] 在办"


def test_what_stands_in_an_item_that_lost_its_first_line_is_in_no_other() -> None:
    lines = [Line("甲", tag="li", level=1, items=(3,)), Line("乙", tag="p", items=(4,)), Line("丙", tag="p")]
    assert body(*lines) == "- 甲\n\n乙\n\n丙\n"


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


ITEMS = st.builds(
    Line,
    words.map(lambda text: " ".join(text.split()) or "x"),
    tag=st.sampled_from(["li", "li", "p", "tr", "pre", "h2"]),
    level=st.integers(1, 3),
    items=st.lists(st.integers(1, 4), max_size=3, unique=True).map(tuple),
    ordinal=st.none() | st.integers(-1, 4) | st.just(10**9),
)


@example([Line("#", tag="h2", level=1)])
@given(st.lists(ITEMS, min_size=1, max_size=8))
def test_markdown_reads_every_line_of_lists_and_no_other(lines: list[Line]) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(body(*lines))
    found = [
        token.content if token.type == "fence" else "".join(child.content for child in token.children or [])
        for token in tokens
        if token.type in ("inline", "fence")
    ]
    assert "".join("".join(found).split()) == "".join("".join(line.text.split()) for line in lines)


@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=4))
def test_markdown_reads_rows_as_one_table_with_all_cells(rows: list[list[str]]) -> None:
    lines = [Line("\t".join(" ".join(cell.split()) for cell in row), tag="tr", box=1) for row in rows]
    tokens = MarkdownIt("commonmark").enable("table").parse(body(*lines))
    assert tokens[0].type == "table_open" and tokens[-1].type == "table_close"
    cells = ["".join(c.content for c in token.children or []) for token in tokens if token.type == "inline"]
    width = max(len(row) for row in rows)
    expected = [cell.strip() for line in lines for cell in (line.text.split("\t") + [""] * width)[:width]]
    assert cells == expected
