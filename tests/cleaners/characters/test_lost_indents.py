"""Question marks that a copy has for indents go; those with which a line begins otherwise stay."""

from __future__ import annotations

import pytest

from cleaners.characters.lost_indents import without_lost_indents
from cleaners.document import Line


def test_marks_at_the_beginnings_of_paragraphs_are_indents() -> None:
    lines = [Line("各村委会："), Line("??一、清淤"), Line("??河道自桥头清起。"), Line("????（一）分段包干。")]
    kept = without_lost_indents(lines)
    assert [(line.text, line.indent) for line in kept] == [
        *(("各村委会：", 0), ("一、清淤", 4), ("河道自桥头清起。", 4), ("（一）分段包干。", 4)),
    ]


def test_a_paragraph_behind_another_one_gets_its_own_line() -> None:
    lines = [Line("????河道清淤今日开工。 ????村民自带铁锹。 ????完工后分段验收。")]
    assert [line.text for line in without_lost_indents(lines)] == [
        *("河道清淤今日开工。", "村民自带铁锹。", "完工后分段验收。"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("??他没来", "??怎么会"),
        ("真的????你再说一遍", "什么??他昨天就走了", "不会吧??他答应过的"),
        ("??甲", "??乙", "??丙", "以上三个字在原稿里看不清，只好先空着，等找到底本再补。"),
    ],
)
def test_other_marks_stay(texts: tuple[str, ...]) -> None:
    lines = [Line(text) for text in texts]
    assert without_lost_indents(lines) == lines
