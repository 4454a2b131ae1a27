"""Page numbers that run on from a page's last line go where they count up from 1, pages apart, and nowhere else."""

from cleaners.document import Line
from cleaners.furniture.glued_numbers import strip_glued_numbers


def _stripped(*texts: str) -> tuple[list[str], list[str]]:
    lines, drops = strip_glued_numbers([Line(text, number=number) for number, text in enumerate(texts)])
    return [line.text for line in lines], [drop.text for drop in drops]


def test_numbers_that_count_up_go() -> None:
    kept, gone = _stripped("写出步骤。（20分）第1页", "三、问答题", "第2页", "1、试比较", "并说明理由。 第 3 页")
    assert kept == ["写出步骤。（20分）", "三、问答题", "第2页", "1、试比较", "并说明理由。"]
    assert gone == ["第1页", "第 3 页"]


def test_pages_that_a_text_refers_to_stay() -> None:
    for texts in (
        ("注释见附录。第12页", "其余从略", "图版见后。第13页"),
        ("[1]《呐喊》，第1页", "下同", "[2]《彷徨》，第2页"),
        ("（一）总则。第1页", "（二）分则。第2页"),
        ("图版见附录。第1页",),
    ):
        assert _stripped(*texts) == ([*texts], [])
