"""Dumps with a line for each inline element, and those that only look so."""

from __future__ import annotations

import pytest

from cleaners.markup.lines import dump_lines
from cleaners.markup.runs import join_runs

TORN = (
    "全年共修补堤段",
    "12",
    "处，投入劳力",
    "3400",
    "余人次，完成土方",
    "18.5%",
    "；其中“",
    "青年突击队",
    "”承担了三分之一。",
    "柳湾",
    "、棠梨两村合修的新闸",
    "“",
    "丰收闸",
    "”",
    "已经放水。",
)


def joined(*lines: str) -> list[str]:
    return [line.text for line in join_runs(dump_lines("\n".join(lines)))]


def test_figures_and_marks_go_back_to_their_sentences() -> None:
    assert joined(*TORN) == [
        "全年共修补堤段12处，投入劳力3400余人次，完成土方18.5%；其中“青年突击队”承担了三分之一。",
        "柳湾、棠梨两村合修的新闸“丰收闸”已经放水。",
    ]


def test_a_table_of_figures_and_badges_beside_such_a_text_stay() -> None:
    beside = ("999+", "阅读", "6", "页", "堤段", "长度", "东堤", "1250", "40.5", "西堤", "983", "36.9")
    assert joined(*TORN, *beside)[-len(beside) :] == [*beside]


@pytest.mark.parametrize(
    "own",
    [
        ("句号", "。", "表示陈述句末尾的停顿", "逗号", "，", "表示句子内部的停顿", "顿号", "、", "表示并列"),
        ("风从北方来", "，带着雪的消息", "你站在站台上", "，像一棵树", "火车开了", "，各自生锈"),
        ("河水一日涨一尺，老堤上的獾洞又开始渗水，镇里连夜调来草袋和木", "、桩把险段分给各村看守。") * 4,
    ],
)
def test_other_lines_that_begin_with_marks_stay(own: tuple[str, ...]) -> None:
    assert joined(*own) == [*own]
