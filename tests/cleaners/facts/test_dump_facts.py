"""Facts at the top of a text copy, as sites write them, and lines of a document that look alike."""

from __future__ import annotations

import pytest

from cleaners import clean

TITLE = "石桥村机房值班制度"
BODY = [
    "机房每日由两人值班，早班从六点到午后两点，晚班从午后两点到十点。",
    "值班的人开工之前先查织机的销钉与皮带，查过的织机挂上竹牌。",
    "织布的账当天记清，次日由另一班核对，差错超过三尺的当面说清。",
]


def read(*above: str) -> tuple[str | None, str | None, str]:
    document = clean("\n".join([*above, *BODY]).encode(), not_after="2024-01-01")
    return document.metadata.published, document.metadata.author, document.text


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("时间:2021-03-04 10:20:31 制度办法 我要投稿", None),
        ("时间:2021-03-04 10:20:31", None),
        ("2021-03-04 10:20何青", "何青"),
    ],
)
def test_the_time_of_day_tells_that_a_machine_wrote_the_line(line: str, author: str | None) -> None:
    assert read(TITLE, line) == ("2021-03-04", author, "\n".join(BODY))


def test_a_word_behind_a_time_that_begins_like_no_name_is_the_documents() -> None:
    assert read("石桥渡口日记", "2021-03-04 10:20雨转小雪")[2].startswith("2021-03-04 10:20")


def test_a_log_keeps_its_times() -> None:
    log = [f"2021-03-04 10:2{minute}:00 织机{minute}号停" for minute in range(6)]
    assert all(line in clean("\n".join([TITLE, *log]).encode()).text for line in log[1:])


def test_a_row_of_facts_below_a_subtitle_leaves_the_title() -> None:
    above = ["织布机重新响起来", "石桥村旧粮仓的新用处", "作者:何青 来源:山乡报", *BODY]
    assert clean("\n".join(above).encode()).title == above[0]


def test_a_row_of_facts_points_at_the_title_below_a_menu() -> None:
    above = ["首页资讯", "登录        电话咨询", TITLE, "发布日期:2021-03-04    文章来源:互联网", *BODY]
    document = clean("\n".join(above).encode())
    assert (document.title, document.text) == (TITLE, "\n".join(BODY))


def test_a_refrain_is_no_title() -> None:
    verse = ["Shuttle song", "Over and under the shuttle goes", "Morning light on the door", "Under and over"]
    lines = [verse[0], "", *verse[1:], verse[1], "Evening light on the floor"]
    assert clean("\n".join(lines).encode()).title == verse[0]


@pytest.mark.parametrize("words", [["织机", "值班", "制度"], ["织机 值班 制度"]])
def test_keywords_over_a_heading_of_the_site_are_tags(words: list[str]) -> None:
    document = clean("\n".join([TITLE, "页数：3", "- 关 键 词:", "-", *words, "- 资源描述:", *BODY]).encode())
    assert document.metadata.tags == ("织机", "值班", "制度")
    assert document.text == "\n".join(BODY)


def test_the_keywords_of_a_paper_are_its_own() -> None:
    document = clean(
        "\n".join([TITLE, "页数：3", "摘要:", BODY[0], "关键词:", "织机 值班", "1 引言", *BODY[1:]]).encode()
    )
    assert "关键词:\n织机" in document.text


def test_a_diary_without_a_title_keeps_its_first_date() -> None:
    diary = ["2021-03-04", BODY[0], "2021-03-05", BODY[1]]
    assert clean("\n".join(diary).encode()).text.split("\n") == diary


def test_two_numbers_side_by_side_are_not_one() -> None:
    facts = clean("\n".join([TITLE, "2021-3-4 8:05 999 16.53KB 14 页", "收藏", TITLE, *BODY]).encode()).metadata
    assert (facts.published, facts.views, facts.file_size, facts.page_count) == ("2021-03-04", 999, 16927, 14)


@pytest.mark.parametrize(
    ("rows", "facts"),
    [
        (["VIP5页27KBWORD可编辑"], {"access": "vip", "page_count": 5, "file_size": 27648, "doc_type": "word"}),
        (["青山老师2022-10-08上传"], {"author": "青山老师", "published": "2022-10-08"}),
        (["1894人看过212人下载"], {"views": 1894, "downloads": 212}),
        (["VIP 青山老师 2022-10-08"], {"access": "vip", "author": "青山老师", "published": "2022-10-08"}),
        (["5页 / 27KB", "41人觉得有用", "专业版限定"], {"page_count": 5, "access": "vip"}),
        (["5页 / 27KB", "VIP下载"], {"page_count": 5, "access": "vip"}),
        (["5页 / 27KB", "Premium document"], {"page_count": 5, "access": "vip"}),
        (["5页 / 27KB", "第 1 页，共 5 页"], {"page_count": 5, "author": None}),
    ],
)
def test_facts_that_a_copy_ran_together(rows: list[str], facts: dict[str, str | int | None]) -> None:
    record = clean("\n".join([TITLE, *rows, "2386人阅读", *BODY]).encode(), not_after="2024-01-01").to_dict()
    assert {fact: record[fact] for fact in facts} == facts


def test_short_words_with_slashes_between_above_a_title_are_its_path() -> None:
    rows = ["签立得合同库 合同 协议 登录", "合同/文化艺术/借展", TITLE, "5页 / 27KB", "2386人阅读"]
    assert clean("\n".join([*rows, *BODY]).encode()).metadata.category == ("合同", "文化艺术", "借展")
