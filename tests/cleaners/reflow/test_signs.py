"""Signs by which lines of a text dump are told: a site's words in other wordings, a document's outline and tables."""

from __future__ import annotations

import pytest

from cleaners import clean
from cleaners.chrome.own_outline import outline
from cleaners.document import Line
from cleaners.facts.findings import find_in_lines
from cleaners.facts.inline_pieces import parted
from cleaners.facts.mixed_rows import facts_among_words
from cleaners.facts.own_tables import keep_tables
from cleaners.markup.lines import dump_lines
from cleaners.rules.others import heads_others, introduces, is_planted
from cleaners.titles.marked_title import title_in_markers

PROSE = "渠系由村民自己维护，每年春耕以前清淤一次，秋收以后再修补被山水冲坏的渠岸。"


@pytest.mark.parametrize(
    "line",
    [
        "猜你还想看",
        "看过的人还在看",
        "下载本文的人还看了",
        "同类热门推荐",
        "本周热门课件排行",
        "店铺推荐",
        "為您推薦的文件",
    ],
)
def test_headings_over_other_documents_are_known_however_they_are_worded(line: str) -> None:
    assert heads_others(line)


@pytest.mark.parametrize("line", ["参考书目", "一、热门专业介绍", "相关人员的职责", "推荐人意见", "最新研究进展与展望"])
def test_headings_of_documents_are_none(line: str) -> None:
    assert not heads_others(line)


def test_a_list_of_planted_words_is_known_and_a_list_of_a_document_is_not() -> None:
    assert is_planted("国产精品在线视频,亚洲成人av免费观看,日韩欧美电影,久久久精品视频 ?")
    assert is_planted("无码人妻在线播放_欧美日韩中文字幕_亚洲av免费视频_国产在线视频")
    assert not is_planted("成人教育、在线视频、亚洲电影、国产精品四类课程的选课说明")
    assert not is_planted("关于打击“国产精品”“无码”等有害信息的通知,各县区网信办,各直属单位,各互联网企业")


def test_an_editors_introduction_is_known_and_an_authors_is_not() -> None:
    assert introduces("以下是小编为大家整理的工作总结，希望对大家有所帮助。")
    assert not introduces("本文整理了近三年的水文资料，分析了渠系的损耗。")


def test_numbered_headings_over_text_are_an_outline_and_a_numbered_list_is_none() -> None:
    headings = ["1 概述", PROSE, "2 登录", PROSE, "3 下载文档", PROSE]
    assert outline([Line(text) for text in headings]) == {0, 2, 4}
    assert outline([Line(text) for text in ["1 登录", "2 注册", "3 下载"]]) == set()


def test_a_table_that_lists_files_is_the_documents_and_one_of_facts_is_not() -> None:
    listed = dump_lines("名称\t页数\t大小\n名册\t12页\t35KB\n账本\t8页\t22KB\n")
    found = find_in_lines(listed, None)
    assert keep_tables(listed, found) == {0, 1, 2}
    assert not found
    facts = dump_lines("格式\tdocx\t页数\t12\n大小\t35KB\t下载\t8\n浏览\t99\t评分\t5\n")
    assert keep_tables(facts, find_in_lines(facts, None)) == set()


def test_the_marks_of_two_pages_tell_the_title() -> None:
    assert title_in_markers(dump_lines("Upload: ann\nPage 1: On Weirs\nA weir\nPage 2: On Weirs\nB")) == "On Weirs"
    assert title_in_markers(dump_lines("Page 1: On Weirs\nA weir\nPage 2: On Dams\nB")) is None


def test_a_button_names_the_title_where_a_line_above_says_it() -> None:
    assert title_in_markers(dump_lines('Protected\n目 錄\nN/A\nShare "目 錄"\nCopied!')) == "目 錄"
    assert title_in_markers(dump_lines('On Weirs\nShare "the weir" with a friend\nDownload "setup.exe"')) is None


def test_facts_parted_by_bars_are_read_in_other_languages() -> None:
    row = "Enviado por Ana Ruiz • 15 de Marzo de 2021 • Ensayo • 2.077 palabras (9 Páginas) • 74 Visitas"
    facts = facts_among_words(row)
    assert facts is not None
    assert facts["author"] == "Ana Ruiz"
    assert facts["page_count"] == "9"
    assert facts["views"] == "74"


def test_addresses_stamped_on_each_page_go() -> None:
    stamp = "更多资料请访问 www.example.com"
    pages = "\n".join([f"{PROSE}\n{stamp}"] * 3)
    document = clean(f"梯田灌溉调查\n页数：3\n大小：20KB\n{pages}\n".encode())
    assert stamp not in document.text
    assert [drop.rule for drop in document.drops].count("stamped") == 3


def test_a_price_in_two_lines_is_one() -> None:
    document = clean(
        f"梯田灌溉调查.doc\n编号:12    大小:35KB    上传时间:2020-04-20\n8\n金币\n资源描述:\n{PROSE}\n".encode()
    )
    assert (document.metadata.access, document.metadata.access_text) == ("paid", "8金币")
    assert document.text == PROSE


def test_a_line_that_ends_like_a_sentence_is_no_row_of_badges() -> None:
    assert parted("大小3MB页数12", ("大小", "3MB", "页数", "12")) == "大小 3MB 页数 12"
    assert parted("大小3MB页数12。", ("大小", "3MB", "页数", "12。")) == "大小3MB页数12。"
