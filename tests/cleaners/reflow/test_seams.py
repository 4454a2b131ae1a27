"""Spaces in a long line that are the ends of lines or paragraphs, and those that an author set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.document import Line
from cleaners.reflow import at_seams, reflow

PARAGRAPHS = (
    "一、编制目的",
    "为了在水位上涨时快速、有序地疏散沿河住户，减轻灾害造成的损失。本预案由河长办公室负责解释，各村遵照执行。",
    "二、组织机构",
    "（一）指挥组由镇长任组长，分管水利的副镇长任副组长。",
    "（二）抢险组由民兵和青年突击队组成，平时按照名册集中训练，汛期实行二十四小时值班。",
    "各村的转移路线应当事先勘察，夜间转移要有照明。老人和儿童优先，牲畜和财物不得耽误人员撤离。",
    "堤上的值班房备足干粮、药品和灯油，由专人登记发放。电话中断的时候改用铜锣和烽火，三声长两声短表示险情。",
)
TEXT = (
    "入夏以来，上游连降大雨，河水一日涨一尺，老堤上的獾洞又开始渗水。镇里连夜调来草袋和木桩，把险段分给各村看守。"
    "守堤的人三班倒换，马灯挂在柳树上，隔二十步一盏，远远看去像一串落在水边的星。到第四天夜里，雨停了，水位才慢慢退下去。"
    "退水以后，沿堤留下一条泥线，最高的地方离堤顶只有一拃。老人们说，上一回这样的水，还是光绪年间的事，那一年没有守住。"
)


def texts(*lines: str) -> list[str]:
    return [line.text for line in reflow([Line(text) for text in lines])]


def test_spaces_behind_sentences_and_headings_end_paragraphs() -> None:
    assert texts(" ".join(PARAGRAPHS)) == [*PARAGRAPHS]


@pytest.mark.parametrize("width", [20, 22, 24])
def test_spaces_at_one_distance_end_visual_lines(width: int) -> None:
    wrapped = " ".join(TEXT[at : at + width] for at in range(0, len(TEXT), width))
    assert [text.replace(" ", "") for text in texts(wrapped)] == [TEXT]


@pytest.mark.parametrize(
    "own",
    [
        "河段长约 3.2 公里，由 （二） 标段施工，见第 （三） 号图。" * 4,
        "守堤用的是 Honda 抽水机，一小时抽水 25 吨，配 Yamaha 发动机，油箱 12 升，与 Kubota 的可以互换零件。" * 3,
        "姓名 王大有 性别 男 年龄 四十二 籍贯 柳湾 职业 船工 电话 无 住址 村东 备注 会水 熟悉河道 夜间可以驾船" * 2,
        f"{TEXT}{TEXT}",
    ],
)
def test_spaces_that_an_author_set_end_nothing(own: str) -> None:
    assert len(texts(own)) == 1


def test_a_note_stays_with_its_sentence() -> None:
    noted = " ".join(f"{text} [{number}]" for number, text in enumerate(PARAGRAPHS[1::2], 1))
    assert not [line for line in texts(noted) if line.startswith("[")]


@given(st.lists(st.text("河堤水，。： （）一二1.、A\u3000", max_size=200), max_size=4))
def test_white_space_alone_changes(some: list[str]) -> None:
    lines = [Line(text) for text in some if text.strip()]
    parts = at_seams(lines)
    assert "".join("".join(line.text.split()) for line in parts) == "".join("".join(one.text.split()) for one in lines)
    assert at_seams([line for line in parts if len(line.text) < 120]) == [one for one in parts if len(one.text) < 120]
