"""Trees become lines: golden trees for every feature, then properties."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cleaners.document import Line
from cleaners.markup.elements import COMMENT, TEXT
from cleaners.markup.lines import dump_lines, tree_lines


def lines(markup: str) -> list[Line]:
    return tree_lines(LexborHTMLParser(markup), {}).lines


def texts(markup: str) -> list[str]:
    return [line.text for line in lines(markup)]


def tagged(markup: str) -> list[tuple[str, int, str]]:
    return [(line.tag, line.level, line.text) for line in lines(markup)]


def test_blocks_part_lines_and_inline_elements_do_not() -> None:
    markup = "<div>before<p>one <b>bold</b>\n <i>and</i> <a href=x>linked</a></p>after<section>inner</section></div>"
    assert tagged(markup) == [
        ("div", 0, "before"),
        ("p", 0, "one bold and linked"),
        ("div", 0, "after"),
        ("section", 0, "inner"),
    ]


def test_headings_carry_their_level() -> None:
    assert tagged("<h1>一</h1><h3>二 <small>三</small></h3>") == [("h1", 1, "一"), ("h3", 3, "二 三")]


def test_leading_ideographic_spaces_go() -> None:
    assert texts("<p>\u3000\u3000第一段\u3000张 三</p>") == ["第一段 张 三"]


def test_br_breaks_a_line_and_an_empty_one_leaves_a_gap_in_the_numbers() -> None:
    found = [(line.text, line.broken, line.number) for line in lines("<div>一<br>二<br><br>三</div><p>四</p>")]
    assert found == [("一", True, 0), ("二", True, 1), ("三", False, 3), ("四", False, 4)]


def test_lines_keep_the_sign_of_an_indent() -> None:
    found = lines(
        "<div>\u3000\u3000一<br>\n&nbsp;&nbsp;&nbsp;&nbsp;二<br>三<br>\u3000\u3000四</div><p>\u3000\u3000五</p>"
    )
    assert [(line.text, line.indent) for line in found] == [("一", 4), ("二", 4), ("三", 0), ("四", 4), ("五", 4)]


def test_a_dump_keeps_indents_and_its_form_feeds_part_pages() -> None:
    found = dump_lines("  一\n\u3000\u3000二\n三\n\f四\n")
    assert [(line.text, line.indent, line.page, line.number) for line in found] == [
        ("一", 2, 1, 0),
        ("二", 4, 1, 1),
        ("三", 0, 1, 2),
        ("四", 0, 2, 3),
    ]


@pytest.mark.parametrize(
    ("text", "tabs"),
    [
        ("站\t水位\n\t早\t晚\n东桥\t3.2\t3.3\n\t2.9\t2.8\n", [0, 1, 0, 1]),
        ("\t早\n东桥\t3.2\n西桥\t2.9\n", [1, 0, 0]),
        ("东桥\t东\t3.2\n\t\t2.9\n", [0, 2]),
        ("\t各站水位\n东桥\t3.2\n\n\t每天读两次。\n", [0, 0, 0]),  # set in by tabs
        ("\t早\n\n东桥\t3.2\n西桥\t2.9\n", [0, 0, 0]),
        ("\t早\t晚\n\t3.2\t3.3\n", [0, 0]),
        ("\t\t早\n东桥\t3.2\n", [0, 0]),
        ("\t各站的水位在下面这张表里，每天早晚各读一次。\n东桥\t3.2\n", [0, 0]),
    ],
)
def test_tabs_before_a_row_are_empty_cells_where_the_table_is_so_wide(text: str, tabs: list[int]) -> None:
    found = dump_lines(text)
    assert [len(line.text) - len(line.text.lstrip("\t")) for line in found] == tabs
    assert all(line.tag == "tr" for line in found if line.text[0] == "\t")


def test_pre_is_verbatim() -> None:
    markup = "<pre>\ndef f():\n    return  1\n\n\tend  \n</pre><p>x</p>"
    assert [(line.tag, line.text, line.broken) for line in lines(markup)] == [
        ("pre", "def f():", True),
        ("pre", "    return  1", True),
        ("pre", "\tend", False),
        ("p", "x", False),
    ]


def test_highlighted_code_keeps_its_indents() -> None:
    assert texts("<pre><span>if</span> x:\n<span>    </span><b>y</b></pre>") == ["if x:", "    y"]


def test_lists_nest() -> None:
    markup = "<ul><li>a<ol><li><p>b</p><p>c</p></li></ol></li><li><a href=x>d</a></li></ul>"
    assert tagged(markup) == [("li", 1, "a"), ("li", 2, "b"), ("p", 0, "c"), ("li", 1, "d")]


def test_quotes_definitions_and_captions_say_what_they_are() -> None:
    markup = (
        "<blockquote><p>q</p>r</blockquote><dl><dt>t</dt><dd>d</dd></dl><figure><figcaption>c</figcaption></figure>"
    )
    assert [(line.tag, line.text) for line in lines(markup)] == [
        ("blockquote", "q"),
        ("blockquote", "r"),
        ("dt", "t"),
        ("dd", "d"),
        ("figcaption", "c"),
    ]


def test_spans_that_add_up_from_row_to_row_end_at_the_widest_row() -> None:
    rows = "<tr><td colspan=9999 rowspan=9999>a</td><td>b</td></tr>" * 30
    assert max(text.count("\t") for text in texts(f"<table>{rows}</table>")) < 1010


def test_tables_of_data_are_rows_and_spans_leave_empty_cells() -> None:
    markup = """<table><caption>表一</caption>
      <tr><th rowspan=2>名</th><th colspan=2>数</th></tr>
      <tr><td>甲</td><td>乙<br>丙</td></tr>
      <tr><td></td><td><a href=x>1</a></td><td>2</td></tr></table>"""
    found = lines(markup)
    assert [(line.tag, line.text) for line in found] == [
        ("caption", "表一"),
        ("tr", "名\t数"),
        ("tr", "\t甲\t乙 丙"),
        ("tr", "\t1\t2"),
    ]
    assert len({line.box for line in found}) == 1
    assert found[3].links == pytest.approx(0.5)


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>menu</td><td><table><tr><td>text</td></tr></table></td></tr></table>",
        "<table><tr><td>menu</td><td>text</td></tr></table>",
        "<table><tr><td>menu</td></tr><tr><td>text</td></tr></table>",
    ],
)
def test_tables_that_only_lay_out_are_blocks(markup: str) -> None:
    assert tagged(markup) == [("div", 0, "menu"), ("div", 0, "text")]


def test_a_table_with_long_prose_in_its_cells_lays_out() -> None:
    prose = "这是一段很长的正文，" * 30
    markup = f"<table><tr><td>一</td><td>{prose}</td></tr><tr><td>二</td><td>{prose}</td></tr></table>"
    assert texts(markup) == ["一", prose, "二", prose]


def test_ruby_reads_on() -> None:
    assert texts("<p><ruby>漢<rt>hàn</rt></ruby>字</p>") == ["漢(hàn)字"]
    assert texts("<p><ruby>漢<rp>（</rp><rt>hàn</rt><rp>）</rp></ruby>字</p>") == ["漢（hàn）字"]


@pytest.mark.parametrize(
    "markup",
    [
        '<math alttext="x^2"><mi>x</mi></math>',
        '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math>',
        '<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation'
        ' encoding="application/x-tex">x^2</annotation></semantics></math></span>'
        '<span class="katex-html" aria-hidden="true"><span>x</span><span>2</span></span></span>',
        '<span class="MathJax_Preview">x2</span><span class="MathJax">x2</span><script type="math/tex">x^2</script>',
        '<img eeimg="1" alt="x^2" src=x>',
        '<span style="display: none"><math alttext="x^2"><mi>x</mi></math></span><img class="math-fallback" alt="x^2">',
    ],
)
def test_formulas_stand_once_as_their_source(markup: str) -> None:
    assert texts(f"<p>设 {markup} 为正</p>") == ["设 x^2 为正"]


def test_images_follow_the_line_they_stand_in() -> None:
    markup = '<p>before <img alt="a cat" src=x> after</p><img alt="  a  dog "><img src=y><img alt="">'
    assert [(line.tag, line.text) for line in lines(markup)] == [
        ("p", "before after"),
        ("img", "a cat"),
        ("img", "a dog"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<p hidden>x</p>",
        "<div style='color:red; DISPLAY : none'>x<p>y</p></div>",
        "<span style='visibility:hidden'>x</span>",
        "<script>x</script>",
        "<style>x</style>",
        "<template><p>x</p></template>",
        "<noscript><img alt=x><p>x</p></noscript>",
        "<select><option>x</select>",
        "<textarea>x</textarea>",
        "<svg><title>x</title><text>x</text></svg>",
        "<!-- x -->",
        "<dialog>x</dialog>",
    ],
)
def test_nothing_from_what_nobody_sees(markup: str) -> None:
    assert texts(f"<p>shown</p>{markup}<p>too</p>") == ["shown", "too"]


def test_a_hidden_block_that_holds_the_document_shows() -> None:
    body = "".join(f"<p>第{number}段，正文在脚本运行之后才显示出来。</p>" for number in range(20))
    markup = f"<h1>题</h1><div style='visibility: hidden'>{body}<p hidden>never</p></div><p hidden>广告</p>"
    assert len(texts(markup)) == 21


def test_a_hidden_custom_element_can_hold_the_document() -> None:
    assert texts(f"<my-reader hidden>{'正文的一句话，' * 30}</my-reader>") == ["正文的一句话，" * 30]


def test_link_share() -> None:
    shares = [line.links for line in lines("<p>abcd<a href=x>efgh</a></p><a href=x><div>x</div><div>y</div></a><p>z")]
    assert shares == [0.5, 1.0, 1.0, 0.0]


def test_siblings_share_a_box_and_know_their_depth() -> None:
    found = lines("<div><p>a</p><p>b</p></div><div>c</div><div>d</div>")
    assert found[0].box == found[1].box != found[2].box == found[3].box
    assert [line.depth for line in found] == [1, 1, 0, 0]


def test_boxes_tell_the_tree() -> None:
    outline = tree_lines(LexborHTMLParser("<div id=a><ul class=b><li>x</li></ul><p>y</p></div><div>z</div>"), {})
    assert outline.parents == [-1, 0, 1, 2, 0]
    assert [outline.attributes[holder] for holder in outline.holders] == [{}, {"id": "a"}, {}]


def test_marks_label_subtrees_innermost_first() -> None:
    tree = LexborHTMLParser("<p>a</p><div id=x>b<p>c <b id=y>d</b> e</p></div><table id=z><tr><td>f</table><p>g")
    marks = {
        node.mem_id: label
        for node, label in ((tree.css("#x")[0], "content"), (tree.css("#y")[0], "chrome"), (tree.css("#z")[0], "t"))
    }
    found = [(line.text, line.mark) for line in tree_lines(tree, marks).lines]
    assert found == [
        ("a", ""),
        ("b", "content"),
        ("c", "content"),
        ("d", "chrome"),
        ("e", "content"),
        ("f", "t"),
        ("g", ""),
    ]


def test_deep_nesting_needs_no_recursion() -> None:
    assert texts("<div>" * 5000 + "x" + "</div>" * 5000) == ["x"]


def test_a_page_without_a_body_has_no_lines() -> None:
    assert lines("<frameset><frame src=x></frameset>") == []


def test_the_parsers_numbers_are_what_the_walk_takes_them_for() -> None:
    body = LexborHTMLParser("text<!-- comment -->").body
    assert body is not None
    assert [node.tag_id for node in body.iter(include_text=True)] == [TEXT, COMMENT]


BLOCKS = ["p", "div", "br", "ul", "li", "table", "tr", "td", "th", "pre", "h2", "blockquote", "dl", "dt", "dialog"]
INLINES = ["span", "a", "b", "img", "ruby", "rt", "math", "script", "svg"]
TAGS = st.sampled_from(BLOCKS + INLINES)
PIECES = st.one_of(
    st.builds("<{}>".format, TAGS),
    st.builds("</{}>".format, TAGS),
    st.sampled_from(["<td colspan=3 rowspan=2>", '<img alt="x">', "<p hidden>", "<div style=display:none>", "\u3000"]),
    st.text(alphabet="ab 中文。\n\t<&\x00", max_size=8),
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markup_gives_lines_whose_characters_the_page_shows(markup: str) -> None:
    tree = LexborHTMLParser(markup)
    outline = tree_lines(tree, {})
    shown = iter("".join(tree.text().split()))
    assert len(outline.lines) == len(outline.holders)
    assert all(parent < number for number, parent in enumerate(outline.parents))
    assert [line.number for line in outline.lines] == sorted({line.number for line in outline.lines})
    for line in outline.lines:
        assert line.text.strip()
        assert "\n" not in line.text
        assert 0 <= line.links <= 1
        assert 0 <= line.box < len(outline.parents)
        if line.tag != "img":
            assert all(char in shown for char in line.text if not char.isspace() and char not in "()")


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_give_lines(data: bytes) -> None:
    assert isinstance(tree_lines(LexborHTMLParser(data), {}).lines, list)


def test_a_heading_that_is_a_link_to_itself_links_nothing() -> None:
    for markup, linked in (
        ("<h2 id='a'><a href='#a'>标题</a></h2>", 0.0),
        ("<h2 id='a'>\n<a href='/doc/1.html#a'>标题</a>\n</h2>", 0.0),
        ("<h2 id='a'><!-- 1 --><a href='#a'>标题</a></h2>", 0.0),
        ("<h2 id='a'><a href='#b'>标题</a></h2>", 1.0),
        ("<h2 id='a'><a href='/b.html'>标题</a></h2>", 1.0),
        ("<h2 id='a'>标题<a href='#a'>#</a></h2>", 1 / 3),
    ):
        assert [line.links for line in lines(markup)] == [linked]


@pytest.mark.parametrize(
    ("line", "is_row"),
    [
        ("2016.09—2020.06\t闽江学院\t视觉设计（本科）", True),
        ("A.\t纸船\tB.\t河灯", False),  # options
        ("第一条\t为了节约用水。", False),
        ("1\t\t2", False),
    ],
)
def test_a_line_of_three_cells_is_a_row(line: str, is_row: bool) -> None:
    lines = dump_lines(f"教育背景\n{line}\n主修课程：字体设计")
    assert (lines[1].tag == "tr") is is_row
