"""Facts behind the name of an icon are read where several lines begin with it and labels are known."""

import pytest

from cleaners.facts.icon_rows import icon_rows


def test_facts_behind_one_icon_are_read() -> None:
    texts = ["Cooling of a Kettle", "subject Pages 4", "subject Words 1120", "subject Authors Nell Abery, Tomas Quill"]
    assert [*icon_rows(texts)] == [(1, {"page_count": "4"}), (2, {}), (3, {"author": "Nell Abery, Tomas Quill"})]


@pytest.mark.parametrize(
    "texts",
    [
        ["subject Pages 4", "subject Authors Nell Abery"],  # two
        ["verb Pages 4", "verb Words 1120", "verb Date 2019-03-04"],  # no icon
        ["see Pages 4", "see Rivers near the mill", "see Chapter 9"],  # one label
        ["subject Pages 4", "Words", "subject Words 1120", "subject Authors Nell Abery"],  # not together
    ],
)
def test_other_lines_are_not(texts: list[str]) -> None:
    assert not [*icon_rows(texts)]
