"""The control that unfolds a text goes from behind its last sentence, and from nowhere else."""

import pytest

from cleaners.chrome.fold_at_end import without_fold_at_end
from cleaners.document import Line


def _without(*texts: str) -> tuple[list[str], list[str]]:
    lines, drops = without_fold_at_end([Line(text, number=number) for number, text in enumerate(texts)])
    return [line.text for line in lines], [drop.text for drop in drops]


def test_the_control_goes() -> None:
    assert _without("一、总则。", "不得自行焊接。 展开阅读全文 >>") == (
        ["一、总则。", "不得自行焊接。"],
        ["展开阅读全文 >>"],
    )


@pytest.mark.parametrize(
    "texts",
    [
        ("请在课前阅读全文",),
        ("他说：“展开全文”",),
        ("先看摘要。再阅读全文，写下感想。",),
        ("不得焊接。展开全文", "二、附则。"),
        (),
    ],
)
def test_words_of_a_text_stay(texts: tuple[str, ...]) -> None:
    assert _without(*texts) == ([*texts], [])
