"""Numbers with which slides begin stand apart where they are as many as the viewer counts, each once."""

import pytest

from cleaners.document import Line
from cleaners.markup.slide_numbers import part_slide_numbers, without_doubled_numbers

HEAD = ("Starting a Tool Library", "1 of 3", "Recommended", "Seed Swap Basics")
SLIDES = ("1. Starting a Tool Library", "2. What we lend", "Ladders and drills", "3. What it cost")


def _parted(*texts: str) -> list[str]:
    return [line.text for line in part_slide_numbers([Line(text, number=at) for at, text in enumerate(texts)])]


def test_each_number_is_a_line() -> None:
    assert _parted(*HEAD, *SLIDES)[4:] == [
        *("1.", "Starting a Tool Library", "2.", "What we lend", "Ladders and drills", "3.", "What it cost"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        SLIDES,  # no viewer
        (*HEAD, *SLIDES, "4. What broke"),
        (*HEAD, "1. Ladders go back clean", *SLIDES[1:]),  # a list below another heading
        (*HEAD, *SLIDES[:2], "1. Ladders", *SLIDES[2:]),  # one of them has items
    ],
)
def test_other_lists_stay(texts: tuple[str, ...]) -> None:
    assert _parted(*texts) == [*texts]


def test_numbers_that_stand_twice_go_below_words_of_a_viewer() -> None:
    texts = ("No notes for slide", "1. 1. Ladders", "and drills", "2. 2. 4. What it cost", "3. 3.")
    kept, drops = without_doubled_numbers([Line(text, number=at) for at, text in enumerate(texts)])
    assert [line.text for line in kept] == [texts[0], "Ladders", "and drills", "4. What it cost"]
    assert [(drop.number, drop.text) for drop in drops] == [(1, "1. 1."), (3, "2. 2."), (4, "3. 3.")]


@pytest.mark.parametrize(
    "texts",
    [
        ("Rules of the shed", "1. 1. Ladders go back clean", "2. 2. Drills go back dry", "3. 3. Ask first"),
        ("No notes for slide", "1. 1. Ladders", "2. 2. Drills"),  # too few
        ("No notes for slide", "1. 1. Ladders", "2. 2. Drills", "4. 4. Saws"),
    ],
)
def test_numbers_of_items_that_an_author_numbered_stay(texts: tuple[str, ...]) -> None:
    assert without_doubled_numbers([Line(text) for text in texts]) == ([Line(text) for text in texts], [])
