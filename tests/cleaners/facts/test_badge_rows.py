"""Rows of badges that a copy has run together, with the name of a member at either end."""

from __future__ import annotations

import pytest

from cleaners.facts.badge_rows import badge_row


@pytest.mark.parametrize(
    ("row", "author", "pages"),
    [
        ("馆员小杜2021-04-19212.4KB共3页418次阅读36次下载免费", "馆员小杜", "3"),
        ("会员专享DOCX31.5KB9页2.6万阅读青山笔耕", "青山笔耕", "9"),
    ],
)
def test_a_name_beside_badges_is_the_author(row: str, author: str, pages: str) -> None:
    said = badge_row(row)
    assert said is not None
    assert (said[1]["author"], said[1]["page_count"]) == (author, pages)


@pytest.mark.parametrize("row", ["第三章2021年4月19日的会议共3页", "考途教研组5621人已练习", "老李2021-04-19"])
def test_few_badges_beside_words_are_no_row(row: str) -> None:
    said = badge_row(row)
    assert said is None or "author" not in said[1]
