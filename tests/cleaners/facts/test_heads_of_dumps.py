"""Heads of text copies as blogs, news, forums and viewers word them, and what of them states nothing."""

from __future__ import annotations

import textwrap

import pytest

from cleaners import clean
from cleaners.facts.access_at_top import access_at_top
from cleaners.facts.board_head import board_head
from cleaners.facts.official_account import account_card

BODY = [
    "去年冬天我们在河边住了一个月，每天早上都能看见打渔的船从雾里出来，船头站着一只鸬鹚。",
    "船家姓陆，六十多岁，话不多，收网的时候喜欢哼两句戏，说这条河从前有鲥鱼。",
    "后来开春涨水，船就不见了，岸上的人说他去了下游的镇子，在码头边上开了一家面馆。",
]
ENGLISH = [
    "The workshop stood at the end of a lane that nobody had paved, and in winter mud reached the sill of the door.",
    "Inside it was warm, because the stove was never allowed to go out, and because eleven people worked in it.",
    "When the last scythe maker in the valley closed, they turned to chairs, and then to nothing at all.",
]
TITLE = "河边的一个月"


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (["2021年01月02日08:08 河工日报"], {"published": "2021-01-02", "author": None}),
        (["陆离", "2021-03-04 江苏"], {"published": "2021-03-04", "author": "陆离"}),
        (["原创", "2021-03-04 10:22·江边夜话"], {"published": "2021-03-04", "author": "江边夜话"}),
        (["2019-03-04  [ 散文 ]"], {"published": "2019-03-04"}),
        (["五年级 2019-03-04 927字 陆小满"], {"published": "2019-03-04", "author": "陆小满"}),
        (["0.1 2019.03.04 12:33* 字数 1234 阅读 567评论 3喜欢 12"], {"published": "2019-03-04", "views": 567}),
        (["时间:2019.3.4"], {"published": "2019-03-04"}),
        (["原创 陆离 江边夜话", "2021-03-04 10:22"], {"published": "2021-03-04", "author": "陆离"}),
        (["馆友：陆离　取用：88　所需鲸币：5"], {"author": "陆离", "downloads": 88, "access": "paid"}),
        (["2020-11-12", "园丁 紫藤", "24张", "特权下载"], {"author": "紫藤", "page_count": 24, "access": "vip"}),
        (["檔案資訊：PDF・14 頁・1.9 MB", "點閱 52　下載 8"], {"doc_type": "pdf", "page_count": 14, "views": 52}),
        (["陆离 的书房", "2021-04-13 读过 1.6万"], {"author": "陆离", "views": 16000}),
        (["本报记者 陆离 通讯员 何青", "字号 大 中 小"], {"author": "陆离"}),
        (["时间: 作者:陆离 河边的一个月"], {"author": "陆离"}),
        (["2021-03-04", "12 页", "免费", "陆离 上传"], {"author": "陆离", "page_count": 12, "access": "free"}),
        (["上传日期 2021-03-04 | 已有345人阅读 | 免费下载"], {"views": 345, "access": "free"}),
        (["2021-03-04 收录", "翻看 345", "12 墨点"], {"published": "2021-03-04", "access": "paid"}),
    ],
)
def test_heads_of_chinese_sites(head: list[str], facts: dict[str, object]) -> None:
    record = clean("\n".join([TITLE, *head, *BODY]).encode(), not_after="2024-01-01").to_dict()
    assert {name: record[name] for name in facts} == facts
    assert (record["title"], record["text"].split("\n")) == (TITLE, BODY)


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (["1427 Words Dec 10th, 2015 6 Pages"], {"published": "2015-12-10", "page_count": 6}),
        (["Topics: Scythes Pages: 2 (786 words) Published: December 4, 2012"], {"page_count": 2}),
        (["Anna Berg", "Follow", "5 min read", "Jan 2, 2020"], {"author": "Anna Berg", "published": "2020-01-02"}),
        (["Anna Berg", "2015, Journal of Trades", "12 Views", "10 Pages"], {"author": "Anna Berg", "views": 12}),
        (["Published by Anna Berg Modified over 5 years ago"], {"author": "Anna Berg"}),
        (
            ["By Anna Berg", "Published 10:22 GMT, 3 March 2016 | Updated 11:00 GMT, 3 March 2016"],
            {"author": "Anna Berg"},
        ),
        (["Uploaded on July 3, 2020", "2 pages", "Free to read"], {"access": "free", "page_count": 2}),
        (["6 pages | PDF | 148 KB", "Available to members only"], {"access": "vip"}),
    ],
)
def test_heads_of_sites_abroad(head: list[str], facts: dict[str, object]) -> None:
    title = "The End of the Scythe Makers"
    record = clean("\n".join([title, *head, *ENGLISH]).encode(), not_after="2024-01-01").to_dict()
    assert {name: record[name] for name in facts} == facts
    assert (record["title"], record["text"].split("\n")) == (title, ENGLISH)


def test_the_names_over_an_essay_are_its_own() -> None:
    own = ["Anna Berg", "Mr. Ward", "English III", "4 December 2012"]
    row = "Topics: Scythes, Trades Pages: 2 (786 words) Published: December 4, 2012"
    text = clean("\n".join(["Scythes", row, *own, *ENGLISH]).encode()).text
    assert text.split("\n")[:4] == own


@pytest.mark.parametrize(
    ("line", "access"),
    [
        ("VIP 會員限定", "vip"),
        ("园长推荐·会员免费", "vip"),
        ("本卷限时免费", "free"),
        ("免费取阅", "free"),
        ("开通会员享免费下载", None),
        ("注册会员送免费下载券", None),
        ("免费师范生政策", None),
        ("3 墨点", "paid"),
        ("5个知识点", None),
    ],
)
def test_what_a_short_line_says_of_access(line: str, access: str | None) -> None:
    said = access_at_top(line)
    assert (said[0].access if said else None) == access


def test_a_day_on_which_a_rule_was_issued_counts_where_nothing_else_does() -> None:
    head = ["索引号：0143/2020-1", "主题分类：渔业", "成文日期：2020年03月04日", "发布日期：2020年03月09日"]
    assert clean("\n".join([*head, "河边渔业管理办法", *BODY]).encode()).metadata.published == "2020-03-09"
    head[3] = "有效性：有效"
    assert clean("\n".join([*head, "河边渔业管理办法", *BODY]).encode()).metadata.published == "2020-03-04"


def test_the_card_of_an_account_names_who_wrote() -> None:
    card = [TITLE, "原创 陆离 江边夜话", "江边夜话", "微信号 jiangbian", "功能介绍 每周说一条河"]
    assert dict(account_card(card)) == {1: {"author": "陆离"}, 2: {}, 3: {}, 4: {}}
    assert not dict(account_card([TITLE, "本机使用说明", "型号 X1", "功能介绍 风力三档"]))


def test_the_head_of_a_bulletin_board_says_who_and_when() -> None:
    head = ["作者 luli (陸離)", "看板 River", "標題 [散文] 河邊的一個月", "時間 Mon Mar  4 10:22:33 2019"]
    stated = dict(board_head(head))
    assert stated[3] == {"published": "Mar 4, 2019"}
    assert stated[2] == {"title": "[散文] 河邊的一個月"}
    assert not dict(board_head(["作者 陆离", "时间 2019年春", "地点 河边"]))


def test_a_newspapers_page_says_when_and_by_whom() -> None:
    head = ["第05版：副刊", "上一版 下一版", "2021年03月04日 星期四", TITLE, "□陆离"]
    document = clean("\n".join([*head, *BODY]).encode())
    assert (document.title, document.text.split("\n")) == (TITLE, BODY)
    assert (document.metadata.published, document.metadata.author) == ("2021-03-04", "陆离")


def test_pages_behind_a_title_count() -> None:
    document = clean("\n".join([f"{TITLE}（12页）", "2021-03-04 上传", *BODY]).encode())
    assert (document.title, document.metadata.page_count) == (TITLE, 12)


def test_a_labelled_person_of_the_documents_own_is_no_author() -> None:
    head = ["物业交接清单", "2019-03-04", "业主 陆离", "收费 免费"]
    assert clean("\n".join([*head, *BODY]).encode()).metadata.author is None


@pytest.mark.parametrize("width", [56, 72])
def test_the_first_line_of_wrapped_prose_is_no_title(width: int) -> None:
    source = "\n\n".join(line for text in ENGLISH for line in textwrap.wrap(text * 2, width))
    record = clean(source.encode()).to_dict()
    assert (record["title"], record["text"].split()) == (None, source.split())
