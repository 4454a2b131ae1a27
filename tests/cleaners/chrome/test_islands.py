"""Lines in the midst of a site's boxes below a text go with them; what ends a document stays."""

from __future__ import annotations

import pytest

from cleaners.chrome.islands import ISLAND, drop_counts_above, drop_islands
from cleaners.document import Line
from tests.cleaners.chrome.below_text import BOXES, page, removed


@pytest.mark.parametrize("island", [["286"], ["蓝色水杯", "12"], ["1", "2", "3"]])
def test_words_and_counts_between_boxes_go(island: list[str]) -> None:
    lines, rules = page(*removed(*BOXES), *island, *removed(*BOXES))
    drop_islands(lines, {}, rules)
    assert [line.text for place, line in enumerate(lines) if rules.get(place) == ISLAND] == island


@pytest.mark.parametrize(
    "own",
    [
        ["青川县教育局", "2023年5月6日"],  # who signs, and when
        ["答案：略"],
        ["5. 纸船"],
        ["第一场", "第二场", "第三场", "第四场"],
    ],
)
def test_what_ends_a_document_stays(own: list[str]) -> None:
    lines, rules = page(*removed(*BOXES), *own, *removed(*BOXES))
    drop_islands(lines, {}, rules)
    assert ISLAND not in rules.values()


def test_what_stands_right_below_the_text_stays() -> None:
    lines, rules = page("王小川", *removed(*BOXES))
    drop_islands(lines, {}, rules)
    assert ISLAND not in rules.values()


def test_counts_that_stand_again_go_with_few_lines_between() -> None:
    lines, rules = page(
        *removed("有用"), "3", "0", *removed("保存", "下载"), "3", "0", *removed("有用"), "3", "0", *removed(*BOXES)
    )
    drop_islands(lines, {}, rules)
    assert [line.text for place, line in enumerate(lines) if rules.get(place) == ISLAND] == ["3", "0"] * 3


def test_bare_counts_above_a_text_go_between_lines_of_the_site() -> None:
    lines, rules = page()
    texts = ["[保存]", "0%", "[无用]", "12", "[打印]", "2024", "[举报]", *(line.text for line in lines)]
    lines = [Line(text.strip("[]"), number=at) for at, text in enumerate(texts)]
    rules = {at: "button" for at, text in enumerate(texts) if text[0] == "["}
    drop_counts_above(lines, {}, rules)
    assert [line.text for at, line in enumerate(lines) if rules.get(at) == ISLAND] == ["0%", "12"]
