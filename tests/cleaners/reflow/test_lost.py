"""Words in another face that the reader of a PDF set apart, and the holes that they left."""

from __future__ import annotations

import re

from cleaners.markup.lines import dump_lines
from cleaners.reflow import reflow
from cleaners.reflow.lost import cuts_at_holes, cuts_at_moved, holes
from cleaners.reflow.sides import Cut

PARAGRAPHS = [
    "渡口的值班员每天早晨点名，点完名以后再开第一班船，船上要有两个人，一个掌舵，一个看着乘客上下。"
    "开船以前运行 dawn 命令登记，收船以后用 dusk 命令再登记一次，两次的船号要对得上。",
    "摆渡的规矩是老一辈传下来的，船到河心不准站起来，牲口要另外坐一条船，下雨天先让老人和孩子上去。"
    "后来修了公路，过河的人少了，规矩还是照旧，新来的船工头一天就要把这些话背熟，背不熟的不准碰竹篙。",
    "码头的石阶一共有三十二级，最下面的七级常年泡在水里，长满了青苔，每年入秋水退下去的时候要刷一遍。"
    "刷石阶的活由两岸的人轮着干，单数的年份归东岸，双数的年份归西岸，谁家都不许推脱。",
    "值班员每隔半个小时到堤上看一次水，看完以后先运行 read-the-tide 命令读出水位，再把读数抄进当天的记录本，"
    "抄完由另一个人核对一遍，核对的人要在旁边签上自己的名字。",
    "水位超过警戒线的时候不能等到天亮，值班员马上用 ring-the-alarm 命令通知两岸的渡口，"
    "通知以后每隔十分钟再读一次水位，直到水退下去为止，读数一律用红笔写。",
    "渡口收到通知，先把船拢到岸边系好，系好运行 moor-all-boats 命令登记船号，登记完了才可以离开码头，"
    "人到堤上去帮着搬沙袋，沙袋不够就回镇上去借，借多少都要写一张条子。",
    "夜里风大，值班员不必一盏一盏地去点堤上的灯，用 light-the-lamps 命令就能把灯全部打开，"
    "天亮以后再从头到尾关掉，省下来的油记在账上，月底由另一个人去核对。",
]
COLUMNS = 76
WORDS = ["read-the-tide", "ring-the-alarm", "moor-all-boats", "light-the-lamps"]
_UNIT = re.compile(r" [a-z-]+ |.")
_GAP = re.compile(rf" (?:{'|'.join(WORDS)}) ")


def printed() -> str:
    """Set the paragraphs in lines, as the reader of a PDF gives them: words in another face stand below the page."""
    lines: list[str] = []
    for paragraph in PARAGRAPHS:
        line, width = "", 0
        for char in _UNIT.findall(paragraph):
            size = sum(1 if each.isascii() else 2 for each in char)
            if width + size > COLUMNS and char not in "，。":
                lines += _GAP.split(line)
                line, width = "", 0
            line, width = line + char, width + size
        lines += _GAP.split(line)
    return "\n".join([*lines, "", *WORDS[:3], "", *WORDS[3:]])


def test_a_page_with_words_set_apart_may_lack_some_behind_any_line() -> None:
    lines = dump_lines("先运行\n命令读出水位\n\ntide\n\n再抄进本子里\n\f灯由值班员打开\n天亮以后再关掉")
    assert holes(lines) == [6.0, 0.0, 0.0, 0.0, 0.0]
    assert not any(holes(dump_lines("  先运行\n命令读出水位\n\ntide\n")))
    assert not any(holes(dump_lines("first run it\nand read on\n\ntide\n")))


def test_what_stands_around_such_words_elsewhere_tells_where_one_is_missing() -> None:
    texts = ["由值班员运行", "命令来读水位", "先运行 read-the-tide 命令", "再抄进本子里"]
    assert cuts_at_holes(texts, [Cut.HAN] * 3, [6.0, 0.0, 6.0]) == [Cut.HOLE, Cut.HAN, Cut.MAY_LACK]
    assert cuts_at_holes(texts, [Cut.HAN] * 3, [0.0] * 3) == [Cut.HAN] * 3


def test_lines_go_on_over_the_holes_that_words_set_apart_left() -> None:
    read = [line.text for line in reflow(dump_lines(printed()))]
    assert read[: len(PARAGRAPHS)] == [_GAP.sub("", paragraph) for paragraph in PARAGRAPHS]


def test_a_word_that_was_moved_to_the_end_of_its_line() -> None:
    texts = ["开船以前运行          dawn-log", "命令登记", "渡口    值班", "甲 乙"]
    plain = [Cut.LATIN, Cut.HAN, Cut.HAN]
    assert cuts_at_moved(texts, plain, [False] * 4) == [Cut.MOVED, Cut.HAN, Cut.HAN]
    assert cuts_at_moved(texts, plain, [True] * 4) == plain
