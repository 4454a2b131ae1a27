"""Front matter above a text: the program's own, and that of others."""

from collections.abc import Callable

import pytest

from cleaners import clean
from cleaners.document import Document, Line, Metadata
from cleaners.front_matter import read_front_matter
from output.markdown import render_markdown
from output.text import render_text

TEXT = "第一章 总则\n河堤上的树由各村分段照看,每段立牌写明树种和棵数。\n第二章 照看\n春天补种,夏天浇水,秋天修枝。\n"


def test_a_file_of_its_own_gives_the_same_document() -> None:
    page = f"护堤林管理办法\nVIP专免\n2021-04-06\n18.2KB\n5 页\n护堤林管理办法\n{TEXT}"
    once = clean(page.encode(), url="https://example.org/doc/7.html")
    again = clean(render_text(once).encode())
    for key in ("id", "url", "title", "published", "page_count", "file_size", "access", "text", "sha256"):
        assert again.to_dict()[key] == once.to_dict()[key]
    assert {drop.rule for drop in again.drops} == {"front-matter"}


PAGE = f"""<html><head><title>护堤林管理办法-资料网</title>
<meta name="keywords" content="护堤林,machine reading"></head><body>
<div class="path"><a href="/">首页</a> &gt; <a href="/l">林业</a> &gt; <a href="/l/d">堤防</a></div>
<h1>护堤林管理办法</h1><ul class="facts"><li>2021-04-06</li><li>999+</li><li>VIP专免</li><li>5 页</li></ul>
<div class="doc"><h2>第一章 *总则*</h2><p>{TEXT.splitlines()[1] * 4}</p>
<p>[1] 见 snake_case 与 &lt;b&gt; 的写法，共 3 种。</p>
<ol><li>春天补种</li><li>夏天浇水</li></ol><table><tr><td>树种</td><td>棵|数</td></tr><tr><td>柳</td><td>120</td></tr></table>
<pre>a = [1]
    b = a * 2</pre><p>3. 秋天修枝，冬天刷白，来年清明前后再按牌子点一遍数。</p><img src="a.png" alt="示意图">
<p>还剩2页未读，继续阅读</p></div></body></html>"""


@pytest.mark.parametrize("render", [render_text, render_markdown])
def test_a_file_of_its_own_keeps_every_fact_whatever_its_format(render: Callable[[Document], str]) -> None:
    once = clean(PAGE.encode(), url="https://example.org/doc/7.html")
    assert (once.metadata.views_text, once.metadata.tags) == ("999+", ("护堤林", "machine reading"))
    assert once.metadata.category and once.metadata.access_text and once.complete is False
    again = clean(render(once).encode())
    changed = [key for key, value in once.to_dict().items() if again.to_dict()[key] != value]
    assert changed == ["dropped"]


def test_a_changed_file_in_markdown_is_cleaned() -> None:
    written = render_markdown(clean(PAGE.encode()))
    assert clean(written.encode()).metadata.views_text == "999+"
    changed = clean(written.replace("秋天修枝", "秋天剪枝").encode())
    assert "秋天剪枝" in changed.text
    assert changed.to_dict()["sha256"] not in written


def test_a_clean_text_keeps_lines_that_look_like_chrome_or_wrapped() -> None:
    lines = ["收藏", "姓名\t性别", "    print(1)", "他说到一半就走了", "留下半句话", "举报"]
    once = Document(lines=tuple(map(Line, lines)), metadata=Metadata(title="访客登记"))
    again = clean(render_text(once).encode())
    assert (again.title, again.text) == (once.title, once.text)
    assert "举报" not in clean(render_text(once).replace("一半", "门口").encode()).text


def test_a_text_below_somebody_elses_front_matter_is_cleaned() -> None:
    assert clean(f"---\ntitle: 护堤林\n---\n收藏\n{TEXT}\n收藏\n举报\n".encode()).text == TEXT.rstrip()


def test_what_others_write_is_read_too() -> None:
    facts, count = read_front_matter("---\r\ntitle: '一封信'\r\ndate: 2020-02-02\r\ndraft: false\r\n---\r\n正文。\r\n")
    assert (facts, count) == ({"title": "一封信", "published": "2020-02-02"}, 5)


@pytest.mark.parametrize(
    "text",
    ["---\n正文的第一行。\n---\n", "--- \ntitle: x\n---\n", "title: x\n---\n", "---\ntitle: x\n", "---\n---\n", ""],
)
def test_other_rules_of_dashes_are_none(text: str) -> None:
    assert read_front_matter(text) == ({}, 0)
