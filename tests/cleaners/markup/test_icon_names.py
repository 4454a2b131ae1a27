"""Names of icons in the place of icons, and words and lists that are none."""

from __future__ import annotations

import pytest

from cleaners.document import Line
from cleaners.markup.icon_names import without_icons


def lines_of(*texts: str) -> list[Line]:
    return [Line(text, number=number) for number, text in enumerate(texts)]


def test_names_of_icons_go_beside_the_words_of_a_site() -> None:
    lines = lines_of("visibility", "412 views", "arrow_forward", "download Download PDF", "chevron_right", "Terms")
    kept, drops = without_icons(lines)
    assert [line.text for line in kept] == ["412 views", "Download PDF", "Terms"]
    assert [drop.text for drop in drops] == ["visibility", "arrow_forward", "download", "chevron_right"]


@pytest.mark.parametrize(
    "texts",
    [
        ("visibility", "412 views", "description", "3 pages", "link"),
        ("some_function", "another_name", "check", "returns nothing"),
        ("Icons that we use", "arrow_forward", "chevron_right", "expand_more", "check", "close"),
        ("user_name", "file_size", "description", "link"),
    ],
)
def test_common_words_other_names_and_lists_of_icons_stay(texts: tuple[str, ...]) -> None:
    kept, drops = without_icons(lines_of(*texts))
    assert [line.text for line in kept] == [*texts]
    assert drops == []


def test_the_last_word_of_a_paragraph_stays() -> None:
    paragraph = "When the road was closed for a week nobody could say what was wrong with the"
    kept, _ = without_icons(lines_of("arrow_forward", "chevron_right", paragraph, "link", "between the two towns."))
    assert [line.text for line in kept] == [paragraph, "link", "between the two towns."]
