"""A paragraph that a copy cut before a figure goes on in the next line; sections and amounts of a list stay."""

import pytest

from cleaners.document import Line
from cleaners.reflow.cut_figures import join_figures


def _joined(*texts: str) -> list[str]:
    return [line.text for line in join_figures([Line(text, broken=True, number=at) for at, text in enumerate(texts)])]


def test_a_figure_goes_on_behind_what_leads_to_it() -> None:
    assert _joined("一、背景截至去年底全区登记的老人达", "4.7万人，其中独居的约", "1.3万人，", "二、现状") == [
        *("一、背景截至去年底全区登记的老人达4.7万人，其中独居的约1.3万人，", "二、现状"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("二、现状分析的内容如下所列各项有", "2.1服务内容与需求错位"),
        ("本年度各项支出合计金额如下", "3.5万元"),
        ("共", "3.5万元"),
    ],
)
def test_sections_and_amounts_stay(texts: tuple[str, ...]) -> None:
    assert _joined(*texts) == [*texts]
