"""Badges read as values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.values import read_count, read_date, read_size


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("999+", 999),
        ("1.2万", 12000),
        ("1.2万次阅读", 12000),
        ("3千", 3000),
        ("1,204 views", 1204),
        ("2.5k", 2500),
        ("1亿", 100_000_000),
        ("14 页", 14),
        ("本日：2 本周：9 总计：88", 88),
        ("免费", None),
    ],
)
def test_counts(text: str, count: int | None) -> None:
    assert read_count(text) == count


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("16.53KB", 16927),
        ("311.37KB", 318843),
        ("2MB", 2097152),
        ("800 bytes", 800),
        ("1,024KB", 1048576),
        ("2 MiB", 2097152),
        ("311,37KB", None),
        ("无", None),
    ],
)
def test_sizes_are_in_units_of_1024(text: str, size: int | None) -> None:
    assert read_size(text) == size


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-06-11", "2024-06-11"),
        ("2023年5月6日", "2023-05-06"),
        ("2009-3-16", "2009-03-16"),
        ("2022/01/17 08:30", "2022-01-17"),
        ("20210402", "2021-04-02"),
        ("14-Mar-2018", "2018-03-14"),
        ("Mar 14, 2018", "2018-03-14"),
        ("2023-02-30", None),
        ("1989-12-31", None),
        ("昨天", None),
        ("3天前", None),
        ("2023 年 5 月 6 日", "2023-05-06"),
        ("2023年5月6号", "2023-05-06"),
        ("二〇二三年十二月二十一日", "2023-12-21"),
        ("二○一〇年十月二十日", "2010-10-20"),
        ("二〇二三年十三月一日", None),
        ("民國112年5月6日", "2023-05-06"),
        ("民国 99 年 5 月 6 日", "2010-05-06"),
        ("112-05-06", "2023-05-06"),
        ("7/5/2006 9:23:57 PM", "2006-07-05"),
        ("4/18/2011", "2011-04-18"),
        ("18/4/2011", "2011-04-18"),
        ("4/5/2011", None),  # in April or in May
        ("上次 2006 9:23:57", None),
    ],
)
def test_dates(text: str, day: str | None) -> None:
    assert read_date(text) == day


def test_numbers_that_no_page_means_are_none() -> None:
    assert read_count("9" * 5000) is None
    assert read_size("9" * 400 + "KB") is None
    assert read_date("2020" + " " * 100_000 + "x") is None


def test_a_date_after_the_page_was_saved_is_no_date() -> None:
    assert read_date("2024-06-12", "2024-06-11T23:00:00Z") is None
    assert read_date("2024-06-11", "2024-06-11T23:00:00Z") == "2024-06-11"


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_both_forms(day: date) -> None:
    assert read_date(day.isoformat()) == read_date(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    for value in (read_count(text), read_size(text)):
        assert value is None or value >= 0
    day = read_date(text)
    assert day is None or date.fromisoformat(day)
