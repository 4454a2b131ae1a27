"""A box whose own style keeps the ends of lines is read line by line; on a word the same style says nothing."""

from __future__ import annotations

from cleaners import clean

LINES = [
    "    本公司董事会及全体董事保证本公告内容不存在任何虚假记载、误导性陈述或者重",
    "大遗漏，并对其内容的真实性、准确性和完整性承担个别及连带责任。",
    "    一、本次购买理财产品的基本情况",
    "    公司于三月二日使用闲置资金人民币六千万元购买了银行的结构性存款产品，期限",
    "为九十二天，具体内容详见公司此前披露的公告。",
]
WHOLE = [
    "本公司董事会及全体董事保证本公告内容不存在任何虚假记载、误导性陈述或者重大遗漏，并对其内容的真实性、准确性和完整性承担个别及连带责任。",
    "一、本次购买理财产品的基本情况",
    "公司于三月二日使用闲置资金人民币六千万元购买了银行的结构性存款产品，期限为九十二天，具体内容详见公司此前披露的公告。",
]


def text_of(style: str) -> list[str]:
    text = "\n".join(LINES)
    page = f"<html><meta charset=utf-8><body><h1>公告</h1><div style='{style}'>{text}</div></body></html>"
    return clean(page.encode()).text.splitlines()


def test_lines_of_such_a_box_are_visual_lines() -> None:
    assert text_of("padding: 4px; white-space: pre-wrap;") == WHOLE
    assert text_of("white-space:pre-line") == WHOLE


def test_other_boxes_have_white_space_there() -> None:
    assert len(text_of("white-space: normal")) == 1
