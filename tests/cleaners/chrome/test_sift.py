"""What the site wrote goes, what the document says stays: the same words in both places."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaners import clean

PROSE = [
    "采摘标准以一芽一叶初展为宜,芽叶长度在两厘米半左右,采时用拇指和食指轻轻提起。",
    "鲜叶进厂后应当立即摊放,厚度不超过三厘米,时间为四至六小时,中间翻动一次。",
    "杀青的锅温掌握在两百度上下,先高后低,抖闷结合,约五分钟后起锅。",
]
TITLE = "春茶采摘技术要点"


def cleaned(*lines: str) -> str:
    return clean("\n".join(lines).encode()).text


@pytest.mark.parametrize("word", ["侵权投诉", "下载", "微信", "相关文章", "免责声明", "2024", "1958-09-01", "评论"])
def test_a_word_of_the_site_between_paragraphs_is_the_document_s_own(word: str) -> None:
    assert cleaned(TITLE, "2022-04-08", TITLE, *PROSE[:2], word, PROSE[2]) == "\n".join([*PROSE[:2], word, PROSE[2]])


@pytest.mark.parametrize("word", ["侵权投诉", "下载", "微信", "海报", "收藏", "999+", "VIP专免", "12次阅读"])
def test_the_same_word_among_badges_or_behind_the_text_is_the_site_s(word: str) -> None:
    assert cleaned(TITLE, "2022-04-08", word, TITLE, *PROSE) == "\n".join(PROSE)
    assert cleaned(TITLE, "2022-04-08", TITLE, *PROSE, "举报", word) == "\n".join(PROSE)


@pytest.mark.parametrize("marker", [f"{TITLE}_第3页", "第3页 / 共21页", "已阅读5页，还剩15页未读"])
def test_page_markers_and_reading_counts_go_wherever_they_stand(marker: str) -> None:
    assert cleaned(TITLE, "21页", TITLE, PROSE[0], marker, *PROSE[1:]) == "\n".join(PROSE)


@pytest.mark.parametrize(
    "copy", ["".join(PROSE)[:60] + "...", "".join(PROSE)[:60] + "…", TITLE + "".join(PROSE)[:60] + "..."]
)
def test_the_summary_that_repeats_the_document_goes_and_the_fullest_copy_stays(copy: str) -> None:
    assert cleaned(TITLE, "2022-04-08", TITLE, *PROSE, "摘要:", copy) == "\n".join(PROSE)
    assert cleaned(TITLE, "2022-04-08", "摘要:", copy, TITLE, *PROSE) == "\n".join(PROSE)


def test_a_paragraph_that_the_document_repeats_stays() -> None:
    signed = ["甲方(签字):", "日期:____年__月__日"]
    form = [PROSE[0], *signed, PROSE[1], *signed, PROSE[0], PROSE[2]]
    assert cleaned(TITLE, "2022-04-08", TITLE, *form) == "\n".join(form)


MARKS = """
下载;微信;相关推荐;温馨提示;999+;2022-04-08;3页;页数:5;作者:竹林;摘要:;评论;一、概况;VIP;2.5元;DOC;快捷下载
1、本站文档下载后不支持退换。;第1页 / 共3页;首页 > 农业;上传人:竹林 大小:3KB
"""
LINES = st.lists(st.sampled_from([TITLE, *PROSE, *re.split("[;\n]", MARKS.strip())]), max_size=25)


@settings(max_examples=300)
@given(LINES)
@example(["1、本站文档下载后不支持退换。", *["上传人:竹林 大小:3KB"] * 3])
def test_nothing_is_lost_and_nothing_invented(lines: list[str]) -> None:
    lines = [*lines, PROSE[0]]
    document = clean("\n".join(lines).encode())
    shown = "".join("".join(lines).split())
    kept = "".join("".join([document.text, *(drop.text for drop in document.drops)]).split())
    assert sorted(kept) == sorted(shown)
    facts = document.metadata
    for number in (facts.page_count, facts.views, facts.downloads):
        assert number is None or str(number) in re.findall(r"\d+", "\n".join(lines))
    for fact in (facts.title, facts.author, facts.views_text, facts.access_text, *(facts.category or ())):
        assert fact is None or fact in "\n".join(lines)
    assert facts.published in (None, "2022-04-08")
    assert [drop.number for drop in document.drops] == sorted(drop.number for drop in document.drops)
