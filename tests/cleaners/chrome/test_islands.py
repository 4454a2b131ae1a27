"""Lines in the midst of a site's boxes below a text go with them; what ends a document stays."""

from __future__ import annotations

import pytest

from cleaners.chrome.islands import ISLAND, drop_islands
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
