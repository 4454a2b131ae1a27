"""The document's last lines where they look like the site's."""

from __future__ import annotations

import pytest

from cleaners import clean
from cleaners.chrome.last_lines import signs_off

HEAD = ["渡口游船票价一览", "2021-07-02", "88次阅读", "45KB", "渡口游船票价一览"]
PLACES = [
    ["一、沿江渡", "船票原价：12元", "客服电话：5550101"],
    ["二、芦苇荡", "船票原价：20元", "客服电话：5550102"],
    ["三、湖心岛", "船票原价：35元", "客服电话：5550103"],
]
PROSE = [
    "渡口每日清晨六点开船，傍晚七点收船，逢大雾、大风停航，停航的牌子挂在",
    "码头东侧的木桩上，请过江的乡亲先看牌子再排队。船到江心不得站立，孩子",
    "要坐在大人里侧；活禽须装笼，农药和汽油一律不得上船。以下几条是船工们",
    "自己议定的，写在船舱里，望大家照着做，不要争抢。船钱在船头的木箱里自",
    "付，零钱自找，多给的充作修船的钱，账目每月贴在渡口，谁都可以去看一看",
    "修船的日子另行告示，由村委会和船工一同商定，写在码头的牌子上，望乡亲",
]


def dumped(*blocks: list[str]) -> str:
    return clean("\n".join([*HEAD, *(line for block in blocks for line in block)]).encode()).text


def test_labels_that_the_document_has_before_are_its_own_at_its_end() -> None:
    assert "船票原价：35元\n客服电话：5550103" in dumped(*PLACES)


def test_labels_that_stand_below_the_document_alone_are_the_sites() -> None:
    assert "5550103" not in dumped(PROSE, ["互相转告。", "客服电话：5550103", "客服QQ：5550104"])


@pytest.mark.parametrize(
    ("last", "below", "whole"),
    [
        ("这份须知由村委会印发，村里的学校也各贴一张，任何人未经村委会的书面授", "权请勿转载。", True),
        ("这份须知由村委会印发，村里的学校也各贴一张，照着做（作者是渡口的义务", "评论员）", True),
        ("这份须知由村委会印发，村里的学校也各贴一张，望各村的乡亲们互相转告。", "请勿转载。", False),
        ("这份须知由村委会印发，村里的学校也各贴一张，望各村的乡亲们互相转告给", "下载本站客户端", False),
    ],
)
def test_a_sentence_broken_at_the_wrap_goes_on(last: str, below: str, whole: bool) -> None:
    assert (below in dumped(PROSE, [last, below])) is whole


def test_what_stands_below_the_number_of_pages_left_is_the_sites_even_under_a_short_text() -> None:
    text = [
        "乡村祠堂的再利用",
        "祠堂是村里体量最大的公共建筑，宗族活动式微以后，多数常年锁着门，只在祭祖的几天打开。",
        "每周开门三天以上的祠堂，屋面和木构的保存状况都明显更好，与当年投资的多少关系不大。",
    ]
    below = ["试读结束，购买后可看全部71页", "引用格式", "方舟. 乡村祠堂的再利用——以浙西五村为例[D]. 浙西学院, 2018."]
    document = clean("\n".join([*text, *below]).encode())
    assert document.text.endswith(text[-1])
    assert [drop.text for drop in document.drops][-3:] == below


@pytest.mark.parametrize(
    "text", ["戊戌年三月改定于听泉楼", "2019年10月修订", "甲午年正月初五写于灯下", "2021年冬至完稿"]
)
def test_a_writer_signs_off_with_a_day_or_season(text: str) -> None:
    assert signs_off(text)


@pytest.mark.parametrize(
    "text",
    ["2020年工作完成情况汇报", "2023年公司法修订解读", "2018年毕业论文完成", "2019年教案修改稿", "2022年宪法修订版"],
)
def test_titles_of_other_documents_are_no_sign_off(text: str) -> None:
    assert not signs_off(text)
