"""Lines that no rule knows go where they read as a site's, and a document alone keeps all of its own."""

from __future__ import annotations

import pytest

from cleaners import clean
from cleaners.chrome.line_classifier import log_odds
from cleaners.chrome.line_shapes import shape_of, words_of_line
from cleaners.chrome.read_again import READS_SO, chrome_of
from cleaners.rules.boosted_trees import read_trees

HEAD = ["社区首页 > 乡土见闻 > 老手艺", "柳条筐还有人编", "沙洲一号	2009-04-11 19:32:08 楼主"]
TEXT = [
    "村西头的老周编了四十年柳条筐，年轻时一天能编六个，现在眼睛花了，两天才收一个底。",
    "他说柳条要在清明前割，太早了脆，太晚了皮硬，割下来泡在河湾里，等皮自己松开再剥。",
    "去年镇上的超市不再收他的筐，他就把筐挂在自家院墙上，谁喜欢谁拿走，留下几个鸡蛋也行。",
    "今年春天来了两个学设计的学生，住了半个月，走的时候带走三十个筐底和一本画满图的本子。",
]
CONTROLS = "分享 收藏 回复 举报"
FOOT = [
    "共有回帖1个	< 首页 |前页| 1 | 后页 | 末页>",
    "称呼：	游客 登录 | 注册| 找回口令",
    "回帖内容：",
    "注意：请先阅读[社区公约]",
    "苇荡网 © 2009 保留一切权利 沪ICP证000033号",
    "姊妹站点： 渔港站 | 茶山站 | 竹海站 | 盐田站 | 更多站点",
]


def test_what_reads_as_a_site_s_around_a_text_goes_and_is_listed() -> None:
    document = clean("\n".join([*HEAD, *TEXT, CONTROLS, *FOOT]).encode())
    assert document.text.split("\n") == TEXT
    listed = [drop.text for drop in document.drops if drop.rule == READS_SO]
    assert listed
    assert set(listed) <= {CONTROLS, *FOOT}


def test_the_same_lines_stay_where_nothing_says_that_a_site_stands_around_them() -> None:
    lines = [*TEXT, "回帖内容：", "姊妹站：渔港站和茶山站"]
    assert clean("\n".join(lines).encode()).text.split("\n") == lines


@pytest.mark.parametrize(
    ("odds", "removed", "gone"),
    [
        ([4, 2, -4, -4, 1, 4], [False] * 6, [0, 1, 5]),  # both ends
        ([3, -4, 1, -4, 2.5, -4, -4], [False] * 7, [0, 4]),  # within, only what surely is
        ([-4, -4, 2, 0.6, 4], [False] * 5, [2, 3, 4]),  # a line in doubt goes with those around it
        ([-4, -4, 3, 0.2, 4], [False] * 5, [2, 4]),  # unless it reads as much as the document's
        ([-4, -4, 1.9], [False] * 3, []),  # too little
        ([5, 5, -4, -4], [True, False, False, False], [1]),
        ([4, 4], [False] * 2, [0, 1]),
        ([5, 4, 0.9, 1.7, 0.4, 4, 5], [False] * 7, [0, 1, 5, 6]),  # verses and slides read more like a site than prose
        ([4, 4, -4, 0.9, -4, 1.7, 4], [False] * 7, [0, 1, 5, 6]),
        ([1.2, 0.9, 1.4, 1.1], [False] * 4, []),  # no two kinds of lines
        ([0.5, -4, 0.5], [False] * 3, []),
        ([], [], []),
    ],
)
def test_lines_at_the_ends_go_together(odds: list[float], removed: list[bool], gone: list[int]) -> None:
    assert [*chrome_of(["相关话题"] * len(odds), odds, removed)] == gone


def test_a_sentence_within_the_text_goes_by_more_than_a_word() -> None:
    texts = ["浪大的时候缆绳绕在石桩上，半个月就磨断。", "看过的人很多，说得真好。", "回复", "套一段轮胎皮就行了。"]
    assert [*chrome_of(texts, [-4, 2.5, 2.5, -4], [False] * 4)] == [2]


def test_a_site_s_words_read_so_and_prose_does_not() -> None:
    texts = [*HEAD, *TEXT, CONTROLS, *FOOT]
    removed = [text in HEAD or text == CONTROLS for text in texts]
    odds = log_odds(texts, removed, {1})
    assert max(odds[len(HEAD) : len(HEAD) + len(TEXT)]) < -1
    assert sum(odds[-len(FOOT) :]) > len(FOOT)


def test_trees_are_read_as_they_are_written() -> None:
    trees = read_trees("0.5\n0:2 :1 1:0 :-1 :-2\n:0.25\n")
    assert [trees.ask(numbers) for numbers in ([1, 9], [3, 0], [3, 1])] == [1.75, -0.25, -1.25]


def test_a_shape_is_the_same_for_other_words_and_numbers() -> None:
    assert shape_of("上传时间：2023-05-06") == shape_of("修订日期：2019-11-30")
    assert {"label", "date"} <= {*shape_of("上传时间：2023-05-06")}
    assert shape_of("上传时间：2023-05-06") != shape_of("那一年的五月六日，天还没有亮，船就开了。")
    assert words_of_line("共12页") == words_of_line("共340页")


def test_a_form_keeps_its_fields_though_they_read_like_a_menu() -> None:
    fields = [
        "姓名",
        "性别",
        "□男 □女",
        "出生年月",
        "民族",
        "文化程度",
        "联系电话",
        "现住址",
        "健康状况",
        "□良好 □一般",
    ]
    rest = [
        "意向岗位",
        "□秩序引导",
        "□物资分发",
        "承诺人签字：",
        "（盖章）",
        "填表说明：本表一式两份，用黑色签字笔填写，字迹工整。",
    ]
    head = [
        "模板多多",
        "找模板",
        "简历",
        "合同",
        "表格",
        "登录",
        "首页 / 表格 / 志愿者报名登记表",
        "志愿者报名登记表",
        "DOCX",
        "免费",
    ]
    foot = ["下载Word版", "相似模板", "员工入职登记表", "会议签到表", "在线编辑", "粤ICP备20000000号"]
    text = clean("\n".join([*head, *fields, *rest, *foot]).encode()).text.split("\n")
    assert {*fields, *rest} - {*text} == set()
