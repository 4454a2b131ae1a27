"""The summary among a site's facts at the top of a dump, however it is headed and closed."""

from __future__ import annotations

import pytest

from cleaners import clean

HEAD = ["雨水桶安装手册", "2022-05-11", "96 浏览量", "860KB PDF", "立即下载"]
SUMMARY = "讲雨水桶的垫高、接管、过滤和冬季排空，附常见故障，适合社区花园的管理员照着做。"
TEXT = [
    "1 垫高",
    "雨水桶应当垫高四十厘米，龙头下面能放进一只喷壶，溢水管引到花坛里，不许对着墙根，以免冬天结冰胀裂墙皮。",
    "2 过滤",
    "进水口上方装两层网，上层拦树叶，下层拦泥沙，每次大雨以后都要取下来冲洗，堵住的网会让水从桶沿漫出来。",
    "3 排空",
    "第一次霜冻以前把桶里的水放完，龙头拧开，盖子虚掩，来年春天先用清水涮一遍再接管，旧水不得浇菜。",
]


@pytest.mark.parametrize(
    "between",
    [
        ["资源摘要：", SUMMARY],
        ["资源摘要：", SUMMARY, "雨水桶", "社区花园"],
        ["资源摘要：" + SUMMARY, "雨水桶", "社区花园"],
        ["资源摘要：", SUMMARY, "标签：", "雨水桶", "社区花园"],
        ["AI总结", "导出", "全文摘要", SUMMARY, "继续追问"],
    ],
)
def test_a_summary_goes_with_its_heading_and_what_closes_it(between: list[str]) -> None:
    document = clean("\n".join([*HEAD, *between, *TEXT]).encode())
    assert [line.text for line in document.lines] == TEXT
    assert document.metadata.summary == SUMMARY
    assert document.metadata.tags == (("雨水桶", "社区花园") if "社区花园" in between else None)
