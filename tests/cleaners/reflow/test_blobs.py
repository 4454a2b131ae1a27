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


OUTLINE = (
    "1 绪论",
    "1.1 研究背景堤防年久失修，汛期屡出险情。",
    "1.2 研究内容本文分析渗流与加固两个方面。",
    "2 渗流计算",
    "2.1 模型取三个断面建模，边界按最高水位给定。",
    "2.2 参数由室内试验测得。",
    "3 人员安排由两个小组轮流值守。",
)


def test_chapters_numbered_by_figures_are_told_by_their_sections() -> None:
    assert texts("".join(OUTLINE) + PROSE)[:6] == [*OUTLINE[:6]]


def test_a_figure_that_begins_a_sentence_is_no_chapter() -> None:
    own = "".join(OUTLINE[:2]) + "2 处险情发生在去年。" + "".join(OUTLINE[2:])
    assert texts(own + PROSE)[1] == OUTLINE[1] + "2 处险情发生在去年。"


@pytest.mark.parametrize(
    "own",
    [
        "试验分三组。1 号池放水1.5 米。2 号池放水2.1 米。3 号池放水3.1 米。4 号池不放水。",
        "GB/T 1.1—2020的规定，GB/T 1.2—2020的规定。20 cm深处含水量为3.1 克。",
        "1 甲方负责土方。2 乙方负责石方。3 丙方负责运输。",
    ],
)
def test_figures_without_sections_part_nothing(own: str) -> None:
    assert len(texts(own + PROSE)) == 1


def test_works_are_listed_behind_their_heading() -> None:
    works = ["参考文献", "[1]钱一山.堤防渗流[J].水利,2004(3):5-9.", "[2]孙木.加固[M].1998.", "[3]李圩.护坡[D].2011."]
    assert texts(PROSE + "".join(works))[1:] == works
    assert len(texts(PROSE + "参考文献[1]和[2]都有记载，[3]则没有。")) == 1
