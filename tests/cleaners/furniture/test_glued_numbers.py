"""Page numbers that run on from a page's last line go where they count up from 1, pages apart, and nowhere else."""

from cleaners.document import Line
from cleaners.furniture.glued_numbers import strip_dashed_within, strip_glued_numbers, strip_numbers_within


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


LONG = "去年秋天试种期间有三十六户报名，其中老年人占七成以上，收成大多送给了邻居，来往比从前多了不少，" * 2


def _within(*texts: str) -> tuple[list[str], list[str]]:
    lines, drops = strip_numbers_within([Line(text, number=number) for number, text in enumerate(texts)])
    return [line.text for line in lines], [drop.text for drop in drops]


def test_numbers_within_paragraphs_go() -> None:
    kept, gone = _within(f"送给邻第1页共9页居。{LONG}可第 2 页，共 9 页以接水", "完")
    assert kept == [f"送给邻居。{LONG}可以接水", "完"] and gone == ["第1页共9页", "第 2 页，共 9 页"]


def test_what_a_text_says_of_pages_stays() -> None:
    for texts in (
        ("在第1页共2页处签名，在第2页共2页处盖章",),
        (f"答题卡第1页共4页填姓名。{LONG}试卷第2页共6页填考号",),
        (f"从第3页共9页起。{LONG}到第4页共9页止",),
        ("只印第1页共9页的内容",),
    ):
        assert _within(*texts) == ([*texts], [])


def _dashed(*texts: str) -> tuple[list[str], list[str]]:
    lines, drops = strip_dashed_within([Line(text, number=number) for number, text in enumerate(texts)])
    return [line.text for line in lines], [drop.text for drop in drops]


def test_numbers_between_dashes_go_from_a_long_line() -> None:
    kept, gone = _dashed(f"{LONG * 4}送给邻居。 - 1 - 二、收成 {LONG}可以接水。 - 2 - 三、打算 再种一年。")
    assert kept == [f"{LONG * 4}送给邻居。 二、收成 {LONG}可以接水。 三、打算 再种一年。"]
    assert gone == ["- 1 -", "- 2 -"]


def test_differences_and_scores_stay() -> None:
    for text in (
        f"{LONG * 5}结果为 3 - 1 - 2 。",
        f"{LONG * 5}比分 - 1 - 平，后来 - 2 - 平。",
        f"{LONG * 5}。 - 4 - 五、",
    ):
        assert _dashed(text) == ([text], [])


def test_numbers_of_parts_stay_where_the_first_stands_near_the_beginning() -> None:
    for start in ("", "第一幕 ", "四季 作者：某某 "):
        text = f"{start}- 1 - 春天来了。{LONG * 5}。 - 2 - 夏天到了。{LONG * 5}"
        assert _dashed(text) == ([text], [])
