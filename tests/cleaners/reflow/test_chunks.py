"""Chunks of a site are joined, and its numbers go; the author's numbers stay."""

from __future__ import annotations

from cleaners.document import Line
from cleaners.reflow.chunks import join_chunks

LONG = "全年为七十岁以上老人上门理发一千二百人次，送餐三万一千份，新开设的日间照料室可以同时接待二十位老人"


def joined(*texts: str) -> tuple[list[str], list[str]]:
    lines, drops = join_chunks([Line(text, broken=True, number=number) for number, text in enumerate(texts)])
    return [line.text for line in lines], [drop.text for drop in drops]


def test_chunks_that_hold_items_are_joined_and_the_items_stay() -> None:
    items = ("1、代办证照五百一十件。", "2、上门修水管三百余户。", f"3、调解纠纷四十八件，{LONG}，成功率达到")
    texts, numbers = joined(f"1、{LONG}，自启用以来没有", f"2、空过一天。{LONG}。", *items, f"3、九成以上。{LONG}。")
    assert numbers == ["1、", "2、", "3、"]
    assert texts == [
        f"{LONG}，自启用以来没有空过一天。{LONG}。",
        *items[:2],
        f"{items[2]}九成以上。{LONG}。",
    ]


def test_items_of_an_author_alone_stay() -> None:
    items = (f"1、{LONG}。", f"2、{LONG}。", f"3、{LONG}。")
    assert joined(*items) == (list(items), [])


def test_an_author_s_numbers_below_code_are_no_chunks() -> None:
    code = "string path = Name(one);    //只取文件的名称和拓展名image.jpg"
    texts = [part for n in (1, 2, 3, 4) for part in (f"{n}、第{n}种办法", code)]
    lines = [Line(text, "pre" if text == code else "", number=at) for at, text in enumerate(texts)]
    assert join_chunks(lines) == (lines, [])
