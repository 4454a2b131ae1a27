"""Pages saved as Markdown: when a text is taken for one, and what its marks become."""

from __future__ import annotations

import pytest

from cleaners.markup.markdown import is_markdown, to_html

LINKS = "[首页](https://a.example/)\n[办法](/c/1)\n![图](https://a.example/1.png)\n"


@pytest.mark.parametrize("text", [LINKS, "## 一、看管\n轮流看管。\n## 二、修补\n当天报告。\n"])
def test_links_or_headings_make_a_text_markdown(text: str) -> None:
    assert is_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "# 只有一个井号\n正文[1](注)。\n",
        "[见附件](一)、[见附件](二)、[见附件](三)",
        LINKS + "[" * 20_000,
        LINKS + ">" * 50 + "深",
        LINKS + "\n".join("  " * depth + "* 层" for depth in range(60)),
        LINKS + "长" * 1_000_000,
    ],
    ids=["one-heading", "no-addresses", "open-brackets", "deep-quotes", "deep-lists", "long"],
)
def test_other_texts_and_hostile_ones_stay_what_they_are(text: str) -> None:
    assert not is_markdown(text)


def test_numbers_of_lists_stay_as_typed() -> None:
    assert "<li>3. 三" in to_html("3. 三\n4. 四\n")
    assert "<li>1) 一" in to_html("1) 一\n")


def test_indents_and_dashes_are_no_markup() -> None:
    html = to_html("    　　首行缩进\n\n标题\n---\n")
    assert "<pre>" not in html
    assert "<h2>" not in html


def test_each_line_stays_a_line() -> None:
    assert to_html("第一行\n第二行\n").count("<br") == 1
