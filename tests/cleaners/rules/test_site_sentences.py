"""Sentences of a site beside a text: notices to readers, what an editor offers, slogans."""

from __future__ import annotations

import pytest

from cleaners.chrome.site_notices import gives_notice, is_slogan
from cleaners.facts.line_pairs import counted_pairs, stacked_labels
from cleaners.rules.presented import presents
from cleaners.rules.vocabulary import topic_of


@pytest.mark.parametrize(
    "text",
    [
        "本文档来自网络整理，如有侵权请及时联系，我们将立即删除！",
        "==本文为word格式，下载后可方便编辑和修改！",
        "This document was uploaded by a member. Report it to us under the DMCA.",
    ],
)
def test_a_line_that_speaks_of_the_file_in_two_ways_is_a_notice(text: str) -> None:
    assert gives_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "本须知由村委会印发，任何人未经书面授权请勿转载。",
        "版权不清的地方文献，图书馆不提供复制。",
        "The ferry was uploaded with sacks of grain before dawn.",
    ],
)
def test_a_documents_sentence_is_no_notice(text: str) -> None:
    assert not gives_notice(text)


def test_words_of_the_topic_give_no_notice() -> None:
    text = "读者在线预览以前应当阅读版权声明。"
    assert gives_notice(text)
    assert not gives_notice(text, topic_of("图书馆版权与预览服务办法"))


def test_an_editor_offers_a_text_and_wishes_readers_well() -> None:
    assert presents("开春以后要给果树剪枝。以下是小编为大家收集的剪枝要点，希望对您有所帮助。")
    assert not presents("以上意见是我站技术员在各村看过以后写的，仅供参考。")
    assert not presents("下面我给大家介绍剪枝用的三种工具。")


def test_a_slogan_begins_with_the_name_of_a_site() -> None:
    assert is_slogan("百草教育网，面向全国教师的备课资料网站")
    assert not is_slogan("全县农村公路网，是三年里修起来的。")


def test_labels_over_values_need_two_of_their_kinds() -> None:
    texts = ["格式", "docx", "科目", "语文", "文件大小", "86.2KB"]
    facts = dict(stacked_labels(texts, frozenset()))
    assert [facts[at] for at in (0, 2, 4)] == [{"doc_type": "docx"}, {}, {"file_size": "86.2KB"}]
    assert not dict(stacked_labels(["科目", "语文", "格式", "docx"], frozenset()))


def test_counters_count_below_a_line_of_the_site_only() -> None:
    texts = ["修补渔网", "浏览", "612", "范文", "1000"]
    assert dict(counted_pairs(texts, frozenset({0})))[1] == {"views": "612"}
    assert not dict(counted_pairs(["分值", "阅读", "40", "写作", "60"], frozenset()))
