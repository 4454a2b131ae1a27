"""What a site put in the middle of a paragraph, and what stands between two lines of a document."""

from __future__ import annotations

import pytest

from cleaners.chrome.interruptions import advertised, find_interruptions
from cleaners.document import Line
from cleaners.facts.findings import find_in_lines

WHOLE = ["看守站建成三十一年,北墙的灰皮掉了大半,雨季里接水。", "去年冬天台风过后,塔身的铁梯有四级松动,没有人敢上。"] * 2
FIRST, SECOND = "材料费两万一千元,人工由看守站自己出,不足的部分从油料费里", "调剂,年底一并报账。"


def taken(first: str, *between: str) -> list[str]:
    texts = [*WHOLE, first, *between, SECOND]
    lines = [Line(text, number=number) for number, text in enumerate(texts)]
    return [texts[place] for place in find_interruptions(lines, find_in_lines(lines, None), range(len(lines)))]


@pytest.mark.parametrize(
    "between",
    [
        ["当前为游客身份,登录后可复制文字", "立即登录"],
        ["此处展示广告,开通会员可去除"],
        ["——————推广——————", "论文发表 咨询客服"],
    ],
)
def test_words_of_sites_between_two_halves_go(between: list[str]) -> None:
    assert taken(FIRST, *between) == between


@pytest.mark.parametrize(
    ("first", "between"),
    [
        (FIRST, ["走动管理"]),
        (FIRST, ["登录"]),
        (FIRST, ["来自会员登录页的说明文字:"]),
        (f"{FIRST}支出。", ["当前为游客身份,登录后可复制文字"]),
        (f"◆ {FIRST}", ["当前为游客身份,登录后可复制文字"]),
    ],
    ids=["heading", "word", "lead-in", "whole", "item"],
)
def test_what_a_document_has_there_stays(first: str, between: list[str]) -> None:
    assert taken(first, *between) == []


def test_wrapped_lines_break_off_everywhere() -> None:
    lines = [
        Line(text, number=n) for n, text in enumerate([FIRST, FIRST, "当前为游客身份,登录后可复制", FIRST, SECOND])
    ]
    assert find_interruptions(lines, {}, range(5)) == []


HALF, REST = (
    "The ledgers show that the carters had noticed what the canal",
    "was saving their customers and asked for more.",
)


@pytest.mark.parametrize(
    ("texts", "gone"),
    [
        ([HALF, "Get answer to your question and much more", REST], [1]),
        ([HALF, "Get your free account", "Unlock document", REST], [1, 2]),
        ([HALF, "Coal and the canal", REST], []),  # a caption
        ([f"{HALF}.", "Get your free account", "Was it worth it?"], []),
        ([HALF, "Get your free account", "The canal froze for nine weeks."], []),
        (["A heading", "get your free account", REST], []),
    ],
)
def test_calls_between_two_halves_of_an_english_sentence_go(texts: list[str], gone: list[int]) -> None:
    lines = [Line(text, number=number) for number, text in enumerate(texts)]
    assert find_interruptions(lines, find_in_lines(lines, None), range(len(lines))) == gone


@pytest.mark.parametrize(
    ("texts", "gone"),
    [
        (["老葛坐下。", "广告", "年会小品不会写？海量剧本随心看", "立即下载", "小常站起来。"], [1, 2, 3]),
        (
            ["老葛坐下。", "广告", "他把这两个字念了一遍，又念了一遍，然后把报纸叠起来放回桌上，什么也没有说就走了。"],
            [],
        ),
        (["广告", "老葛坐下。", "小常站起来。", "胖婶进来。", "又出去。", "立即下载"], []),
    ],
)
def test_an_advertisement_goes_from_its_name_to_its_button(texts: list[str], gone: list[int]) -> None:
    lines = [Line(text, number=number) for number, text in enumerate(texts)]
    assert advertised(lines, find_in_lines(lines, None), range(len(lines))) == gone
