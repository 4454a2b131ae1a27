"""Runs of text that a viewer places by coordinates."""

from __future__ import annotations

from cleaners import clean

LINES = [
    "为进一步规范校园快递管理，保障师生取件安全，",
    "后勤处决定自下月起调整南门快递站的营业时间。",
    "周一至周五上午八点半开门，晚上九点关门，周末",
    "推迟半小时开门。大件包裹请到北门仓库领取。",
]
ENGLISH = ["The gate opens at eight and", "closes at nine, on Sundays at", "noon. Ring the bell twice."]


def page(runs: list[str]) -> bytes:
    return f"<html><title>快递站通知</title><body><div class=v><div>{''.join(runs)}</div></div></body></html>".encode()


def run(text: str, top: int, left: int, unit: str = "px") -> str:
    style = f"position:absolute;left:{left}{unit};top:{top}{unit};font-size:20{unit}"
    return f"<span style='{style}'>{text}</span>"


def test_runs_are_read_by_line_and_from_left_to_right_whatever_their_order() -> None:
    runs = [
        run(text, 100 + 30 * row, 50 + 220 * column)
        for column in (1, 0)
        for row, line in reversed(list(enumerate(LINES)))
        for text in [line[11 * column : 11 * column + 11]]
    ]
    assert clean(page(runs)).text.replace("\n", "") == "".join(LINES)


def test_a_run_that_is_raised_a_little_belongs_to_its_line() -> None:
    runs = [run(line[:10], 100 + 30 * row, 50) + run(line[10:], 96 + 30 * row, 250) for row, line in enumerate(LINES)]
    assert clean(page(runs)).text.replace("\n", "") == "".join(LINES)


def test_words_keep_a_space() -> None:
    rows = [
        "".join(run(word, 100 + 30 * row, 50 + 90 * place) for place, word in enumerate(line.split()))
        for row, line in enumerate(ENGLISH)
    ]
    assert clean(page(rows)).text.replace("\n", " ") == " ".join(ENGLISH)


def test_few_placed_elements_are_no_typeset_page() -> None:
    runs = [run("客服", 10, 10), run("置顶", 10, 30), *(f"<p>{line}</p>" for line in LINES)]
    assert clean(page(runs)).text.replace("\n", "").endswith("".join(LINES))
