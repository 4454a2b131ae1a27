"""Page numbers that run on from a page's last line go where they count up, and nowhere else."""

from cleaners.document import Line
from cleaners.furniture.glued_numbers import strip_glued_numbers


def _stripped(*texts: str) -> tuple[list[str], list[str]]:
    lines, drops = strip_glued_numbers([Line(text, number=number) for number, text in enumerate(texts)])
    return [line.text for line in lines], [drop.text for drop in drops]


def test_numbers_that_count_up_go() -> None:
    kept, gone = _stripped("写出主要步骤。（20分）第1页", "三、问答题", "第2页", "并说明理由。 第 3 页")
    assert kept == ["写出主要步骤。（20分）", "三、问答题", "第2页", "并说明理由。"]
    assert gone == ["第1页", "第 3 页"]


def test_a_page_that_a_text_refers_to_stays() -> None:
    assert _stripped("注释见附录，第12页", "图版见后。第40页") == (["注释见附录，第12页", "图版见后。第40页"], [])
    assert _stripped("注释见附录，第12页")[1] == []
