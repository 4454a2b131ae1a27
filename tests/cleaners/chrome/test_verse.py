"""A text of short lines without marks, between a site's facts and its lines on other documents."""

from __future__ import annotations

from cleaners import clean

HEAD = [
    "短诗集 登录 注册",
    "首页",
    "现代诗",
    "古体诗",
    "短诗集 > 现代诗 > 渡口",
    "渡口",
    "作者：陈渡 时间：2013-04-17 人气：5402",
]
VERSE = [
    "船还没有来",
    "芦苇先白了头",
    "一只水鸟把影子",
    "放进黄昏的口袋",
    "摆渡的人坐在石阶上",
    "修一支用旧的桨",
    "他说等你把行李放下",
    "河就窄了",
]
FOOT = ["喜欢 (128)不喜欢 (2)", "上一首：九月的站台", "下一首：给一棵没有名字的树", "作者简介"]
ABOUT = "陈渡，八〇后，现居江北，业余写诗，作品散见于地方报刊。"


def test_verse_is_the_text_though_the_only_sentence_speaks_of_its_author() -> None:
    assert clean("\n".join([*HEAD, *VERSE, *FOOT, ABOUT]).encode()).text.split("\n") == VERSE


def test_a_long_text_below_short_lines_is_the_text() -> None:
    text = [
        f"第{n}年的渡口没有多少变化，船还是那条船，桨换过两回，摆渡的人还是坐在石阶上等人。" for n in "一二三四五六"
    ]
    document = clean("\n".join([*HEAD, *VERSE, *FOOT, *text]).encode())
    assert set(text) <= set(document.text.split("\n"))
