"""What a site repeats between the parts of a dump goes; what a document repeats stays."""

from __future__ import annotations

from cleaners.chrome.repeated_controls import repeated_controls

QUESTION = ["下列说法正确的是（ ）", "A.变大", "B.变小"]


def test_a_line_that_reads_like_a_site_s_each_time_goes() -> None:
    texts = [*QUESTION, "加入试题篮"] * 4
    odds = [-3.0, -3.0, -3.0, 0.6] * 4
    assert repeated_controls(texts, odds, [False] * 16) == {3, 7, 11, 15}


def test_three_times_takes_more() -> None:
    texts = [*QUESTION, "加入试题篮"] * 3
    assert repeated_controls(texts, [-3.0, -3.0, -3.0, 0.6] * 3, [False] * 12) == set()
    assert repeated_controls(texts, [-3.0, -3.0, -3.0, 1.1] * 3, [False] * 12) == {3, 7, 11}


def test_lines_that_always_stand_beside_one_that_went_go_with_it() -> None:
    texts = [
        text for number in (3, 14, 15) for text in ("正文一段。", f"难度：0.{number} 组卷：{number}次", "查看解析内容")
    ]
    removed = [False, False, True] * 3
    assert repeated_controls(texts, [-3.0, -1.5, 3.0] * 3, removed) == {1, 4, 7}  # and the same text above stays


def test_a_line_that_stands_elsewhere_too_keeps_its_place() -> None:
    texts = ["答：略。见书。", "查看解析内容", "正文"] * 3 + ["答：略。见书。", "正文二"] * 3
    removed = [False, True, False] * 3 + [False] * 6
    assert repeated_controls(texts, [-1.0] * len(texts), removed) == set()


def test_what_is_filled_in_stays() -> None:
    texts = ["所在单位意见和说明", "（盖章）    年  月  日"] * 4
    assert repeated_controls(texts, [-1.0, 2.0] * 4, [False] * 8) == set()
