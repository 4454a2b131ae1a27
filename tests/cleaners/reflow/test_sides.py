"""What stands on both sides of a seam, and how the words of a line stand."""

from __future__ import annotations

from cleaners.reflow.evidence import End
from cleaners.reflow.measure import Measure, with_words
from cleaners.reflow.sides import Case, Cut, Scripts, Spread, cases, cuts, run_together, scripts, spreads

CUT_AT_MARKS = ["《河工旧例》", "（抄本", "）", "、", "《堤务须知》", "，都收在馆里"]


def test_what_stands_at_a_seam_tells_how_a_line_was_taken_apart() -> None:
    assert cuts(["渡船每天", "开两班，由", "ferry.sh", "（新版", "）排定"]) == [
        Cut.HAN, Cut.LATIN, Cut.BRACKET, Cut.BRACKET,
    ]  # fmt: skip


def test_full_width_marks_that_meet_only_at_seams_share_their_room() -> None:
    lines = CUT_AT_MARKS * 4
    found = cuts(lines)[: len(CUT_AT_MARKS) - 1]
    assert found == [Cut.MARKS, Cut.BRACKET, Cut.MARKS, Cut.MARKS, Cut.MARKS]
    assert cuts([*lines, "（见《河工旧例》、《堤务须知》（抄本）。）" * 4])[: len(found)] == [Cut.BRACKET] * 5


def test_titles_below_each_other_are_not_taken_apart_at_their_marks() -> None:
    assert Cut.MARKS not in cuts([f"《渡口旧事·第{number}卷》" for number in range(20)])


def test_the_case_of_a_beginning_says_something_where_no_sentence_ends() -> None:
    lines = ["The ferry left", "at dawn.", "Nobody came", "Later 渡口", "the rain"]
    ends = [End.PHRASE, End.SENTENCE, End.PHRASE, End.PHRASE, End.PHRASE]
    assert cases(lines, ends) == [Case.LOWER, None, Case.UPPER, None]


def test_scripts_differ_where_one_line_alone_holds_han_characters() -> None:
    lines = [
        "渡口每天开两班船",
        "请用下面的命令查看",
        "ferry --list --all",
        "船次排在第一列里面",
        "短",
        "又是一行汉字文字",
    ]
    assert scripts(lines) == [Scripts.SAME, Scripts.OTHER, Scripts.OTHER, None, None]
    assert scripts(["all in letters here", "and here as well"]) == [None]


def test_justified_lines_are_loose_and_those_of_tight_letters_told_where_they_are_frequent() -> None:
    tight, even = "thewaterroseoverthedamatnight", "the water rose over the dam at night"
    assert spreads(["堤 上 的 人 都 走 了", even, "雨停了"]) == [Spread.LOOSE, None, None]
    assert spreads([tight, even, "雨停了"]) == [Spread.TIGHT, Spread.EVEN, None]


def test_words_of_a_tight_line_run_together_where_it_begins_with_more_letters_than_a_word() -> None:
    lines = [
        "thewaterroseoverthedamatnight",
        "whoever'skeepingthelogofthedam",
        "log of thedamandofthewater",
        "渡口的水涨了",
    ]
    assert run_together(lines, [Spread.TIGHT, Spread.TIGHT, Spread.TIGHT, None]) == [True, True, False, False]
    assert run_together(["internationalization of the log"], [Spread.EVEN]) == [False]


def test_words_that_run_together_need_the_room_of_a_common_word() -> None:
    measured = Measure([60.0, 31.0], [4.0, 29.0], [62.0], [5], [1.0, 1.0])
    assert with_words([measured], [False, True])[0].needs == [4.0, 9.0]
    assert with_words([measured], [False, False]) == [measured]
