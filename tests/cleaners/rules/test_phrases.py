"""Marker phrases: as people write them down, whatever the width, case and spaces of the page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.package_data import read_table
from cleaners.rules.keys import key_of, slice_of_key
from cleaners.rules.matcher import Matcher
from cleaners.rules.phrases import TITLE_SIGN, read_phrase
from cleaners.rules.rulebook import read_rules, rulebook

MATCHER = Matcher(
    [
        ("pages-left", ["已阅读{n}页,还剩{n}页未读"]),
        ("pages", ["共{page_count:n}页"]),
        ("views", ["{views:plus}"]),
        ("shared", ["由{author:name}上传"]),
        ("share", ["分享到:"]),
        ("price", ["售价:{price}"]),
        ("size", ["{file_size:size}"]),
        ("day", ["{published:date}"]),
        ("posted", ["{author:name}发布于{published:date}"]),
    ]
)


@pytest.mark.parametrize(
    ("line", "rule", "facts"),
    [
        ("已阅读5页,还剩15页未读", "pages-left", {}),
        ("已阅读 5 页，还剩 15 页未读", "pages-left", {}),
        ("共 21 页", "pages", {"page_count": "21"}),
        ("９９９＋", "views", {"views": "999+"}),
        ("1.2万", "views", {"views": "1.2万"}),
        ("售价：￥1.2万", "price", {}),
        ("由清溪书屋上传", "shared", {"author": "清溪书屋"}),
        ("分享到：", "share", {}),
        ("16.53 KB", "size", {"file_size": "16.53kb"}),
        ("1024字节", "size", {"file_size": "1024字节"}),
        ("2023年3月12日", "day", {"published": "2023年3月12日"}),
        ("2023-03-12T08:00Z", "day", {"published": "2023-03-12t08:00z"}),
        ("清溪书屋 发布于 2023-03-12", "posted", {"author": "清溪书屋", "published": "2023-03-12"}),
    ],
)
def test_a_line_is_found_in_every_width(line: str, rule: str, facts: dict[str, str]) -> None:
    assert MATCHER.find(key_of(line)) == (rule, facts)


@pytest.mark.parametrize(
    "line", ["共21页,每页两栏", "999", "我们分享到:", "已阅读几页,还剩几页未读", "发布于2023-03-12", ""]
)
def test_a_phrase_is_the_whole_line_or_nothing(line: str) -> None:
    assert MATCHER.find(key_of(line)) is None


@pytest.mark.parametrize("phrase", ["", "  ", "{pages}", "共{page_count:number}页", "{any}会员上传{name}"])
def test_a_phrase_that_cannot_be_read_says_so(phrase: str) -> None:
    with pytest.raises(ValueError, match="phrase"):
        read_phrase(phrase)


@given(st.text())
def test_a_key_of_a_key_is_the_key(text: str) -> None:
    assert key_of(key_of(text)) == key_of(text)


@given(st.text(alphabet=st.sampled_from("第12页共,，：: +万abc下载"), max_size=12))
def test_finding_never_fails_and_facts_come_from_the_line(text: str) -> None:
    key = key_of(text)
    found = MATCHER.find(key)
    assert found is None or all(value in key for value in found[1].values())


@given(st.lists(st.text(alphabet=st.sampled_from("第12共已阅读页,还剩未由上传享到: +万售价¥元分"), max_size=8)))
def test_no_line_that_matches_is_told_to_be_far_from_it(parts: list[str]) -> None:
    keys = [*parts, "共12页", "由" + "".join(parts) + "上传", "售价:12分", "分享到:"]
    assert {place for place, key in enumerate(keys) if MATCHER.find(key)} <= set(MATCHER.near(keys))


def test_a_part_of_a_key_is_given_as_the_line_shows_it() -> None:
    assert slice_of_key("由 Green Thumb 上传", "greenthumb") == "Green Thumb"


FILLED = {
    **{"n": "3", "count": "12", "plus": "999+", "price": "5元", "size": "3KB", "date": "2020-01-02", "type": "doc"},
    **{
        "kin": "相关",
        "works": "文档",
        "puts": "上传",
        "this": "本文档",
        "title": "幽径",
        "name": "甲乙",
        "any": "丙丁",
        "when": "3天前",
    },
}


def test_every_phrase_of_the_rules_finds_a_rule() -> None:
    words = read_table("rules", "things.toml")["words"]
    tables = [read_table("rules", f"{name}.toml") for name in ("badges", "chrome", "sections", "threads")]
    phrases = [phrase for table in tables for _, own in read_rules(table, words) for phrase in own]
    filled = {phrase: re.sub(r"\{(?:\w+:)?(\w+)\}", lambda hole: FILLED[hole[1]], phrase) for phrase in phrases}
    keys = {phrase: key_of(text).replace("幽径", TITLE_SIGN) for phrase, text in filled.items()}
    lost = [phrase for phrase, key in keys.items() if rulebook().matcher.find(key) is None]
    assert len(keys) > 3000
    assert lost == []
