"""Rows of facts in other languages, and days before months in them."""

from __future__ import annotations

import pytest

from cleaners.facts.rows_abroad import row_abroad, with_plain_dates


@pytest.mark.parametrize(
    ("row", "facts"),
    [
        ("doc 41 trang Hải Hòa 08/03/2024 860", {"page_count": "41", "author": "Hải Hòa", "published": "2024-03-08"}),
        ("pdf 35 trang 12,5 MB 1.234 lượt xem", {"file_size": "12.5mb", "views": "1.234"}),
        ("Дата создания 18 мая 2015", {"published": "18 мая 2015"}),
        ("Страниц: 12, размер 1,2 Мб", {"page_count": "12", "file_size": "1.2 MB"}),
        ("60 visualizações40 páginas", {"views": "60", "page_count": "40"}),
        ("Добавил(а) на сайт: Перфилий.", {"author": "Перфилий"}),
    ],
)
def test_a_row_of_facts_is_read(row: str, facts: dict[str, str]) -> None:
    assert facts.items() <= (row_abroad(row) or {}).items()


@pytest.mark.parametrize("row", ["Xưởng may được thành lập năm 2004.", "Era il 1980 quando tornò", "共21页 2024-03-08"])
def test_a_sentence_states_nothing(row: str) -> None:
    assert row_abroad(row) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Publicado em 12/05/2019", "Publicado em 2019-05-12"),
        ("18.05.2015", "2015-05-18"),
        ("11/20/2011", "2011-11-20"),
        ("Posted 3/4/2019", "Posted 3/4/2019"),
        ("10/2019", "10/2019"),
    ],
)
def test_a_date_is_put_in_order_where_the_order_is_certain(text: str, plain: str) -> None:
    assert with_plain_dates(text) == plain
