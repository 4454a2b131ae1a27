"""The author that a head names, told from the site, its program and the number of an editor."""

from __future__ import annotations

import pytest

from cleaners.facts.metadata import may_be_author
from cleaners.facts.structured import structured_author
from cleaners.markup.head import Head


@pytest.mark.parametrize(
    ("stated", "title", "author"),
    [
        ("梁渡生", "渡口旧事_北岸网", "梁渡生"),
        ("北岸网", "渡口旧事-北岸网", None),
        ("北岸", "渡口旧事_北岸科技", None),
        ("阿渡", "渡口旧事 | 阿渡的杂货铺", "阿渡"),
        ("L_104485", "渡口旧事", None),
        ("name, email@example.org", "渡口旧事", None),
        ("大江网络科技有限公司", "渡口旧事", None),
    ],
)
def test_the_site_its_program_and_an_editors_number_are_no_author(stated: str, title: str, author: str | None) -> None:
    assert structured_author(Head(metas={"author": stated}), title) == author


@pytest.mark.parametrize("value", ['size="20"', "未知", "原创", "网络整理", "点击此处收藏本文"])
def test_what_templates_leave_in_the_place_of_an_author_is_none(value: str) -> None:
    assert not may_be_author(value)
