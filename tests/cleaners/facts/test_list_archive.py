"""Messages in archives of mailing lists."""

from __future__ import annotations

from cleaners.document import Line
from cleaners.facts.list_archive import archive_lines

ROW = "[Date Prev][Date Next][Thread Index]"
HEAD = [ROW, "From: Ida Lund <ida@fen.example>", "Subject: Otters", "Date: Mon, 3 Feb 2003 10:11:12 +0100"]


def places(text: list[str]) -> list[int]:
    """Return the places of the archive's lines; an empty string is a blank line."""
    lines = [Line(line, number=number) for number, line in enumerate(text) if line]
    return [lines[at].number for at, _ in archive_lines(lines)]


def test_lines_above_the_row_and_a_short_signature_are_the_lists() -> None:
    text = ["Fen list", *HEAD, "", "Two otters at the weir.", "--", "Ida Lund", "Fen office", ROW]
    assert sorted(places(text)) == [0, 1, 2, 3, 4, 7, 8, 9, 10]


def test_message_that_begins_with_labels_keeps_them() -> None:
    assert places([*HEAD, "", "Subject: Walk", "To: the weir, at noon"]) == [0, 1, 2, 3]
    assert places([*HEAD, "Date: 12 July", "Two otters at the weir."]) == [0, 1, 2, 3]


def test_message_that_goes_on_below_dashes_keeps_its_second_part() -> None:
    part = ["Two otters.", "--", "The second count was on Sunday, and it found none."]
    assert sorted(places([*HEAD, *part, ROW])) == [0, 1, 2, 3, 7]
    assert places([*HEAD, "Two otters.", "--", "Ida"]) == [0, 1, 2, 3]


def test_row_of_a_list_of_questions_is_no_archives() -> None:
    assert places(["Questions on otters", "[Main] [Prev] [Next]", "Subject: 1.1 What do they eat?"]) == []
