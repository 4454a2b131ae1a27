"""Rows of labelled facts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.facts.badges import some_badges
from cleaners.facts.labels import read_row
from cleaners.facts.run_on import read_labels


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        (
            "上传人:清溪书屋 文档编号:2013 上传时间:2023-02-01 格式:DOCX 页数:8 大小:311.37KB",
            {
                "author": "清溪书屋",
                "published": "2023-02-01",
                "doc_type": "DOCX",
                "page_count": "8",
                "file_size": "311.37KB",
            },
        ),
        ("文档格式：DOC | 页数：5 | 浏览次数：86 |", {"doc_type": "DOC", "page_count": "5", "views": "86"}),
        ("- 大小:33.50KB", {"file_size": "33.50KB"}),
        ("上传时间\t2022-03-01", {"published": "2022-03-01"}),
        ("上传时间:2023-02-01 星期三 9:05", {"published": "2023-02-01 星期三 9:05"}),
        ("大小:1.2MB(1,258,291字节) 页数:共21页", {"file_size": "1.2MB(1,258,291字节)", "page_count": "共21页"}),
        ("资源格式:DOC 下载积分:10金币", {"doc_type": "DOC", "access_text": "10金币"}),
    ],
)
def test_rows(line: str, facts: dict[str, str]) -> None:
    row = read_row(line)
    assert row is not None
    assert row.facts == facts


@pytest.mark.parametrize(
    "line",
    [
        "日期:____年__月__日",
        "页数:论文不得少于8页,含图表。",
        "时间:3月12日上午8:30至11:00,学校东侧荒坡",
        "大小:以能容纳两人为宜",
        "作者应当保证稿件不侵犯他人的著作权",
        "我们的格式:DOC",
    ],
)
def test_a_document_s_own_words_are_no_row(line: str) -> None:
    assert read_row(line) is None


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("关键词:老井,修缮 2024-06-11 9 页", {"tags": "老井,修缮", "published": "2024-06-11", "page_count": "9"}),
        ("分类：写作 > 总结 | 16.53KB | 分享", {"category": "写作 > 总结", "file_size": "16.53kb"}),
        ("标签：100 个问题 2023 年真题", {"tags": "100 个问题 2023 年真题"}),
    ],
)
def test_badges_behind_a_value_of_any_words_are_no_part_of_it(line: str, facts: dict[str, str]) -> None:
    row = read_labels(line)
    assert row is not None
    assert row.facts == facts


@given(st.text(alphabet=st.sampled_from("页数大小:： |-上传时间20KB格式DOC\t。,"), max_size=40))
def test_values_stand_in_the_line(line: str) -> None:
    row = read_row(line) if line.strip() else None
    assert row is None or all(value in line for value in row.facts.values())


@pytest.mark.parametrize(
    ("line", "author"), [("作者 老李 2023-05-06", "老李"), ("作者 简介 下载", None), ("作者 老李", None)]
)
def test_a_fact_behind_it_makes_a_name_of_a_word_behind_a_label(line: str, author: str | None) -> None:
    found = {fact: value for entry in some_badges(line) for fact, value in entry.facts.items()}
    assert found.get("author") == author


def test_a_label_in_the_place_of_a_list_ends_the_reading_of_its_line() -> None:
    assert [entry.facts for entry in some_badges("2023-05-06 关键词:标签 9 页")][-1] == {"page_count": "9"}


@given(
    st.lists(
        st.sampled_from(["关键词:", "标签", "作者:", "作者", "9 页", "2023-05-06", "分类:标签", "由", "文/", "、"])
    )
)
def test_any_labels_in_any_order_are_read_to_the_end(words: list[str]) -> None:
    assert len(some_badges("".join(words))) + len(some_badges(" ".join(words))) <= 4 * len(words)
