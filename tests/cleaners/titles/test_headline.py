"""The heading that a page shows, where its head words the title otherwise."""

from __future__ import annotations

import pytest

from cleaners.titles.headline import headline


@pytest.mark.parametrize(
    ("heading", "title", "shown"),
    [
        ("Best language apps, tested by experts", "Best apps to learn a language", True),
        ("芋头糕", "【芋头糕的做法步骤图】芋头糕怎么做好吃", True),
        ("Mobile UX Design: The Ultimate Guide", "Mobile UX Design", True),
        ("工作总结", "二〇二三年护士个人工作总结", False),
        ("范文网", "工作总结范文网精选十篇", False),
        ("Georgia Institute of Technology", "The Agency", False),
        ("渡口旧事[编辑]", "渡口旧事", False),
        ("早点摊上的一锅米茶", "江城晚报-早点摊上的一锅米茶", True),
        ("一种可刮泥的胶鞋", "CN2085100U 一种可刮泥的胶鞋 - 青苇专利", True),
        ("护理课件大全", "医学与护理学教学资料中心-护理课件大全", False),
    ],
)
def test_a_heading_that_says_the_same_in_other_words_is_the_title(heading: str, title: str, shown: bool) -> None:
    assert headline([heading], title, [title]) == (heading if shown else None)


def test_a_heading_behind_the_name_of_the_site_is_the_title() -> None:
    assert headline(["State of SEO in 2026"], "Leadfeeder", ["Leadfeeder | State of SEO in 2026"])


def test_one_of_several_headings_is_not() -> None:
    assert headline(["Best language apps", "More language apps"], "Best apps to learn a language", []) is None
