"""A box that calls itself an advertisement goes; a text that speaks of one stays."""

from __future__ import annotations

import pytest

from cleaners import clean

POST = "<div class=post><p>{}，先拿热水烫三遍，再用旧牙刷把缝里的泥刷净，晾到半干上油。</p><p>{}</p></div>"
FIRST = POST.format("竹椅的榫头松了不要钉钉子", "油要薄，隔天再上一遍。")
LAST = POST.format("藤条断了可以用水泡软的新藤穿进去", "收口压在旧藤下面。")


def text_with(box: str) -> str:
    page = f"<html><meta charset=utf-8><title>竹椅修补</title><body><h1>竹椅修补</h1>{FIRST}{box}{LAST}</body></html>"
    return clean(page.encode()).text


@pytest.mark.parametrize(
    "box",
    [
        "<div class=x><p>实木摇椅限时八折</p><a href=/go>立即查看</a><span>广告</span></div>",
        "<div class=x><p>实木摇椅限时八折</p><p>推广</p></div>",
        "<div class=x><p>实木摇椅限时八折</p><p>查看详情广告</p></div>",
    ],
)
def test_a_box_that_calls_itself_an_advertisement_goes(box: str) -> None:
    text = text_with(box)
    assert "摇椅" not in text
    assert "油要薄" in text
    assert "收口压在" in text


def test_a_paragraph_that_speaks_of_one_stays() -> None:
    assert "不要信街边的广告" in text_with("<div class=x><p>买藤条去老街，不要信街边的广告</p></div>")
