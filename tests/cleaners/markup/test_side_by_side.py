"""What an author set side by side is one line: a short label and what stands right of it; a column is none."""

from __future__ import annotations

import pytest

from cleaners import clean

ANSWERS = [
    "粽叶纤维太长，属于其他垃圾，请投入灰色的桶。",
    "大骨头不易腐烂，属于其他垃圾，小骨头则相反。",
    "酸奶倒进水池，盒子冲洗干净以后可以回收。",
]
INTRODUCTION = "这几天大家问得最多的三个问题，我们请社区的志愿者一次答完，建议收藏。"
QUESTIONS = ["粽叶怎么扔？", "骨头怎么分？", "过期的酸奶呢？"]


def page_of(style: str) -> bytes:
    rows = "".join(
        f"<section><section style='{style}'><span>Q{number}</span></section>"
        f"<section style='{style}'><strong>{question}</strong></section></section><p>{answer}</p>"
        for number, (question, answer) in enumerate(zip(QUESTIONS, ANSWERS, strict=True), 1)
    )
    body = f"<h1>分类问答</h1><div><p>{INTRODUCTION}</p>{rows}</div>"
    return f"<html><meta charset=utf-8><body>{body}</body></html>".encode()


def test_a_label_and_its_heading_are_one_line() -> None:
    lines = clean(page_of("display: inline-block; vertical-align: middle")).text.splitlines()
    assert lines[1::2] == [f"Q{number} {question}" for number, question in enumerate(QUESTIONS, 1)]


@pytest.mark.parametrize("style", ["display: block", "display: inline-block; width: 100%"])
def test_boxes_below_each_other_stay_apart(style: str) -> None:
    assert clean(page_of(style)).text.splitlines()[1:3] == ["Q1", QUESTIONS[0]]
