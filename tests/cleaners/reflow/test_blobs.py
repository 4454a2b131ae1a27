"""Exams and lists on one line, and what looks like their numbers."""

from __future__ import annotations

import pytest

from cleaners.document import Line
from cleaners.reflow import reflow

QUESTIONS = (
    "一、选择题（每题5分）",
    "1．堤身渗水时最先应当采取的措施是（ ）。",
    "A．开挖导渗沟 B．加高堤顶 C．抽干河水 D．撤离人员",
    "2．草袋装土不宜过满，一般以（ ）为宜。",
    "A．三成 B．五成 C．七成 D．十成",
    "3．下列植物中，最适合在堤坡栽种的是（ ）。",
    "A．杨树 B．狗牙根 C．芦苇 D．水稻",
)
PROSE = "这一带的土质疏松，遇水容易崩塌，修堤的时候要分层夯实，每层不超过三寸，夯到用铁钎扎不进去为止。" * 4


def texts(text: str) -> list[str]:
    return [line.text for line in reflow([Line(text)])]


def test_questions_and_their_options_in_one_line_are_parted() -> None:
    assert texts("".join(QUESTIONS) + PROSE)[:6] == [*QUESTIONS[:6]]


def test_the_first_of_a_list_stands_behind_its_heading() -> None:
    items = "1.备足草袋和木桩，堆放在堤顶。2.检查涵闸，清除闸前的杂物。3.安排好夜间值班，马灯加满油。"
    assert texts(f"{PROSE}五、汛前准备{items}")[1:] == [
        "1.备足草袋和木桩，堆放在堤顶。",
        "2.检查涵闸，清除闸前的杂物。",
        "3.安排好夜间值班，马灯加满油。",
    ]


@pytest.mark.parametrize(
    "own",
    [
        f"{PROSE}连接OA、OB、OC，三角形OAB、OBC、OCA的面积相等。",
        f"{PROSE}蔬菜含有维生素A、胡萝卜素、维生素B、叶酸、维生素C、钙和铁。",
        "The dike held all night. " * 14 + "See Fig. 1. The gauge at noon. Fig. 2. The gauge at dusk. Fig. 3. Dawn.",
    ],
)
def test_letters_and_figures_that_number_nothing_part_nothing(own: str) -> None:
    assert len(texts(own)) == 1
