"""The office that a page names as its source, and sources that wrote nothing."""

from __future__ import annotations

import pytest

from cleaners.document import Line
from cleaners.facts.source_office import is_of_others, source_office


def author(text: str, signed: str | None = None) -> str | None:
    found = source_office([Line("某县人民医院"), Line(text)], signed)
    return found.facts["author"] if found else None


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("发布日期：2022-08-16 来源：泌尿外科 浏览 2093", "泌尿外科"),
        ("来源：康复医学科", "康复医学科"),
        ("信息来源：县地方志编纂委员会办公室 阅读次数：371", "县地方志编纂委员会办公室"),
        ("发布时间：2023-09-11 ；来源：教务处 ；点击：[523]", "教务处"),
    ],
)
def test_an_office_is_the_author(text: str, office: str) -> None:
    assert author(text) == office


@pytest.mark.parametrize(
    "text",
    [
        "来源：临江晚报",
        "来源：互动百科",
        "来源：某某文学网",
        "来源：中华书局",
        "来源：县融媒体中心",
        "来源：国知局",
        "来源：网络",
        "2021-04-16 09:37 来源：某某周刊编辑部",
        "来源：某某网视听中心",
        "水的来源：一处",
    ],
)
def test_a_site_a_paper_and_a_publisher_are_not(text: str) -> None:
    assert author(text) is None


def test_nobody_is_where_a_text_says_whose_it_is() -> None:
    assert is_of_others([Line("保证水质合格。"), Line("（摘自《某某报》，有删改）")])
    assert is_of_others([Line("保证水质合格。"), Line("（作者：王某某，单位：某某医院）")])
    assert not is_of_others([Line("作者认为，水质应当合格。"), Line("以上意见请遵照执行。")])


def test_a_department_did_not_write_what_another_office_signs() -> None:
    assert author("来源：人事科", "某县中医院") is None
    assert author("来源：教务处", "某某学院教务处") == "教务处"
