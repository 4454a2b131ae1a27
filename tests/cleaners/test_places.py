"""Signs looked for in all lines of a page at once."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cleaners.facts.badge_signs import may_have_badges, with_badges
from cleaners.facts.breadcrumb import STEPS
from cleaners.places import places_with

LINES = st.lists(st.text(alphabet=st.sampled_from("12页 />作者：阅读vip年-"), min_size=1, max_size=12), max_size=8)


@given(LINES)
def test_all_lines_at_once_show_what_each_shows(lines: list[str]) -> None:
    assert places_with(STEPS, lines) == {place for place, line in enumerate(lines) if STEPS.search(line)}
    assert with_badges(lines) == {place for place, line in enumerate(lines) if may_have_badges(line)}


def test_no_sign_is_read_over_the_end_of_a_line() -> None:
    assert places_with(re.compile(r"1\s?页"), ["第1", "页", "", "1 页"]) == {3}
