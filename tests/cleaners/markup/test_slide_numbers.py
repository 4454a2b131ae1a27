"""Numbers with which slides begin stand apart where they are as many as the viewer counts, each once."""

import pytest

from cleaners.document import Line
from cleaners.markup.slide_numbers import part_page_numbers, part_slide_numbers, without_doubled_numbers

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
        ("No notes for slide", "1. 1. Ladders", "2. 1. Drills", "2. 2. Saws", "3. 3. Axes", "4. 4. Rope"),  # paragraphs
        ("Lecture slides", "1. 1. Ladders", "2. 2. Drills", "3. 3. Saws"),
    ],
)
def test_numbers_of_items_that_an_author_numbered_stay(texts: tuple[str, ...]) -> None:
    assert without_doubled_numbers([Line(text) for text in texts]) == ([Line(text) for text in texts], [])


LONG = "Ladders go back clean and dry, with both feet on, to the hook that has their number on it."


@pytest.mark.parametrize(("above", "parted"), [("Full text", True), ("Rules:", False)])
def test_numbers_in_brackets_stand_apart_right_below_words_for_the_whole_text(above: str, parted: bool) -> None:
    lines = [Line(text) for text in (above, *(f"({number}) {LONG}" for number in (1, 2, 3)), "Show more (9 pages)")]
    assert (len(part_page_numbers(lines)) > len(lines)) is parted
    items = [line._replace(text=line.text.replace(LONG, "Ask;")) for line in lines]
    assert part_page_numbers(items) == items
