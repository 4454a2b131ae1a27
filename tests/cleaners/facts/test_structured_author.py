"""The author that a head names, told from the site, its program and the number of an editor."""

from __future__ import annotations

import pytest

from cleaners import clean
from cleaners.facts.authors import may_be_author
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
        ("lenovo", "渡口旧事", None),
        ("微软用户", "渡口旧事", None),
    ],
)
def test_the_site_its_program_and_an_editors_number_are_no_author(stated: str, title: str, author: str | None) -> None:
    assert structured_author(Head(metas={"author": stated}), title) == author


@pytest.mark.parametrize("value", ['size="20"', "编号ZD-77120", "未知", "原创", "网络整理", "点击此处收藏本文"])
def test_what_templates_leave_in_the_place_of_an_author_is_none(value: str) -> None:
    assert not may_be_author(value)


def test_what_a_site_counts_behind_a_name_is_no_part_of_it() -> None:
    head = ["渡船点检课件", "上传者：沈渡生 作品 112 粉丝 2048", "PPT", "7页", "5.86MB"]
    text = [f"第{n}条缆绳在启航以前由值班船工逐股检查，发现断丝的当场更换，不得带病启航。" for n in "一二三四"]
    assert clean("\n".join([*head, *text]).encode()).metadata.author == "沈渡生"


def test_keywords_that_microdata_states_are_tags_though_the_text_has_none_of_them() -> None:
    words = "给排水,物业管理,老旧小区"
    head = f"<meta charset=utf-8><title>水压为什么早晚不一样</title><meta name=keywords content='{words}'>"
    item = "<article itemscope itemtype='https://schema.org/Article'>{}<p>早上七点和晚上八点，龙头里的水细得像线，半夜却冲得手疼。</article>"
    stated = item.format(f"<meta itemprop=keywords content='{words}'>")
    assert clean(f"{head}{stated}".encode()).metadata.tags == ("给排水", "物业管理", "老旧小区")
    assert clean(f"{head}{item.format('')}".encode()).metadata.tags is None
