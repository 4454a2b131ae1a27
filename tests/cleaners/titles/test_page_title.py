"""Titles without what sites hang behind them, and without losing what is theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import clean
from cleaners.titles.bare_title import bare_title


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("春茶采摘技术要点 - 豆丁网", "春茶采摘技术要点"),
        ("春茶采摘技术要点-金锄头文库", "春茶采摘技术要点"),
        ("春茶采摘技术要点.docx_免费下载_某某文档网", "春茶采摘技术要点"),
        ("春茶采摘技术要点.doc", "春茶采摘技术要点"),
        ("【原】春茶采摘技术要点", "春茶采摘技术要点"),
        ("[推荐]春茶采摘技术要点", "春茶采摘技术要点"),
        ("春茶采摘技术要点(8页珍藏版)", "春茶采摘技术要点"),
        ("春茶采摘技术要点(8頁).doc", "春茶采摘技术要点"),
        ("春茶采摘技术要点（共32张幻灯片）", "春茶采摘技术要点"),
        ("春茶采摘技术要点（免费下载）", "春茶采摘技术要点"),
        ("春茶采摘技术要点（试行）", "春茶采摘技术要点（试行）"),
        ("《春茶采摘技术要点》全文免费在线阅读", "春茶采摘技术要点"),
        ("《《荷塘月色》第二课时教案》在线阅读", "《荷塘月色》第二课时教案"),
        ("春茶采摘技术要点(3)\ue004", "春茶采摘技术要点(3)"),
        ("《背影》和《故乡》读后感", "《背影》和《故乡》读后感"),
        ("春茶采摘技术要点.doc免费下载", "春茶采摘技术要点"),
        ("春茶采摘技术要点 word文档免费下载", "春茶采摘技术要点"),
        ("春茶采摘技术要点.docx.pdf", "春茶采摘技术要点"),
        ("[DOC] 春茶采摘技术要点（免费）", "春茶采摘技术要点"),
        ("Convert PDF to Word", "Convert PDF to Word"),
        ("A Handbook for Gardens | PDF", "A Handbook for Gardens"),
        ("2021-2022学年工作计划", "2021-2022学年工作计划"),
        ("GB/T 1.1-2020 标准化工作导则", "GB/T 1.1-2020 标准化工作导则"),
        ("中俄-蒙古边境贸易", "中俄-蒙古边境贸易"),
        ("", None),
    ],
)
def test_bare_titles(stated: str, title: str | None) -> None:
    assert bare_title(stated) == title


def test_a_heading_that_the_page_shows_tells_where_the_title_ends() -> None:
    assert bare_title("春茶采摘技术要点 - 山里人家", shown=["春茶采摘技术要点"]) == "春茶采摘技术要点"


def test_the_site_s_own_name_is_no_part_of_the_title() -> None:
    assert bare_title("春茶采摘技术要点 - 山里人家", is_site="山里人家".__eq__) == "春茶采摘技术要点"


@given(st.text(max_size=60))
def test_a_title_is_made_of_what_was_stated(stated: str) -> None:
    title = bare_title(stated)
    assert title is None or title in " ".join(stated.split())


def test_a_sentence_with_a_half_width_stop_is_no_title() -> None:
    prizes = "洗衣液\n20积分\n毛巾\n10积分\n保温杯\n50积分\n雨伞\n30积分\n"
    page = f"为鼓励居民参与志愿服务,制定本目录.\n{prizes}兑换时间为每周六上午9点至11点,凭积分卡兑换,当场有效.\n"
    assert clean(page.encode()).title is None


def test_prose_at_the_top_of_a_file_is_no_title() -> None:
    lines = [
        "第一条 图书室每周一至周五下午开放,寒暑假期间每周三开放",
        "一次,法定节假日闭馆。读者凭借书证借书,每次限借三册,借",
        "期三十天。",
    ]
    assert clean("\n".join(lines).encode()).title is None


@pytest.mark.parametrize(
    "first",
    ["甲方（出租方）：石桥村委会", "一九三七年八月十四日", "项目概况", "撑篙的老人坐在船头", "石府办发〔2022〕15号"],
)
def test_the_first_line_of_a_text_that_lost_its_title_stays(first: str) -> None:
    text = f"{first}\n渡口在石桥村东头，每天早晚各开一班。\n船工要先看水，再解缆绳。"
    document = clean(text.encode())
    assert (document.title, document.text) == (None, text)


@pytest.mark.parametrize(
    ("first", "below"),
    [
        ("石桥村渡口管理办法（试行）", "为了渡口的安全，制定本办法。"),
        ("石桥村的渡口", "\n渡口在石桥村东头，每天早晚各开一班。"),
        ("石桥村的渡口", "一、船和船工"),
        ("A Ferry for the Village", "The ferry leaves twice a day, in the morning and in the evening."),
    ],
)
def test_the_first_line_of_a_plain_text_is_its_title_where_it_shows(first: str, below: str) -> None:
    document = clean(f"{first}\n{below}\n船工要先看水，再解缆绳。".encode())
    assert (document.title, document.text) == (first, f"{below.strip()}\n船工要先看水，再解缆绳。")


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (
            "Download Notes on Weirs\n\nTranscript\nNotes on Weirs\nA weir slows the water down before it falls.",
            "Notes on Weirs",
        ),
        ("行政 导航\n公司文书管理制度\n编辑:物业经理人2017-04-26\n第一条 文书由专人收发。", "公司文书管理制度"),
        (
            "梯田灌溉经验(专业3篇)\n渠系由村民维护，每年清淤。\n梯田灌溉经验篇一\n春耕以前要清淤一次。",
            "梯田灌溉经验(专业3篇)",
        ),
    ],
)
def test_titles_of_text_copies_under_words_of_a_site(page: str, title: str) -> None:
    assert clean(page.encode()).metadata.title == title


def test_lines_without_end_that_say_nothing_of_a_title_hide_none_that_follow_and_raise_nothing() -> None:
    text = "渡口在石桥村东头，每天早晚各开一班。\n船工要先看水，再解缆绳。"
    few, many = (clean(("没有找到结果\n" * count + f"石桥村渡口管理办法\n{text}").encode()) for count in (3, 3000))
    assert few.title == "石桥村渡口管理办法"
    assert few.text == many.text.removeprefix("石桥村渡口管理办法\n") == text


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            ["河工晚报", "2023年08月04日", "上一版 下一版", "旧渡口", "二百张旧船票", "□记者 陆离 通讯员 何青"],
            "二百张旧船票",
        ),
        (["书房首页 我的书房", "小喇叭：关于整顿标题的公告", "[原创] 渡口的钥匙", "陆离 的书房"], "渡口的钥匙"),
        (
            ["书房首页 我的书房", "小喇叭：关于整顿标题的公告", "渡口的老钥匙", "陆离 的书房", "2018-08-02 读过 947"],
            "渡口的老钥匙",
        ),
        (["分类: 渡口", "下游九处渡口停航 河工处:水位回落之后分批恢复,摆渡船改走上游"], None),
        (["课件站", "《渡口》教学课件", "PPTX", "15张", "2016-09-28", "【幻灯片1】", "渡口"], "《渡口》教学课件"),
        (
            ["渡口网首页 新闻 视频", "新华社北京10月17日电 题:渡口上的新船——来自下游的观察"],
            "渡口上的新船——来自下游的观察",
        ),
        (["渡口旧事", "文档属性", "名称 渡口旧事", "格式 doc", "文件大小 54.0KB"], "渡口旧事"),
    ],
)
def test_titles_of_text_copies_by_what_stands_beside_them(head: list[str], title: str | None) -> None:
    text = "渡口在村子的下游，水浅的时候，人可以踩着石头过去，水深的时候要等摆渡的船，"
    text += "船一天只走四趟，误了就得绕到上游的桥上去，雨天走不得，雪天更走不得。"
    found = clean("\n".join([*head, text, text.replace("渡口", "老桥")]).encode()).title
    assert found == (title or head[-1])


def test_a_line_with_which_the_run_on_text_right_below_it_begins_is_the_title() -> None:
    blob = "春茶采摘技术要点水寨茶站目录1.什么时候采2.采什么样的芽3.怎样装篓春茶从惊蛰后第一场雨开始采," * 2
    notice = "申明敬告: 本站不保证该用户上传的文档完整性,不预览、不比对内容而直接下载产生的反悔问题本站不予受理。"
    page = f"- 2022-08-16 发布 |\n- 37.5 KB |\n- 97页\n{notice}\n文档介绍\n春茶采摘技术要点\n{blob}"
    document = clean(page.encode(), content_type="text/plain")
    assert document.metadata.title == "春茶采摘技术要点"
    assert document.text == blob


def test_a_logo_is_no_title_and_a_line_shows_where_the_title_ends() -> None:
    text = "".join(f"<p>集市逢五逢十,第{n}排摊位卖农具,买主多是城边的菜农。</p>" for n in range(6))
    page = (
        "<title>浅谈北方小城集市的变迁-区域经济-拾穗论文苑</title>"
        f"<body><img alt='拾穗论文苑'><div><font>浅谈北方小城集市的变迁</font></div><div>{text}</div></body>"
    )
    assert clean(page.encode()).metadata.title == "浅谈北方小城集市的变迁"


def test_the_board_behind_a_title_is_a_step_of_the_path_above() -> None:
    text = "".join(f"<p>集市逢五逢十,第{n}排摊位卖农具,买主多是城边的菜农。</p>" for n in range(6))
    page = (
        "<title>浅谈北方小城集市的变迁(页 1) - 学术前沿 - 北岸论坛 - Powered by Discuz! Archiver</title>"
        f"<body><div>北岸论坛 » 学术前沿 » 集市</div><div>2006-5-29 09:07 高山流水</div><div>{text}</div></body>"
    )
    found = clean(page.encode()).metadata
    assert (found.title, found.author) == ("浅谈北方小城集市的变迁", "高山流水")


@pytest.mark.parametrize("offer", ["免费下载", "在线阅读", "下载", "免费在线阅读"])
def test_what_a_site_offers_behind_a_title_goes_where_the_page_shows_the_title_without_it(offer: str) -> None:
    line = "<p>渡口的石阶一共五十七级，水涨到第{}级，老船工看一眼就报得出来，早晚各记一次。</p>"
    text = "".join(line.format(n) for n in range(4))
    page = f"<title>老船工和他的水位本子{offer}-北岸文库</title><h2>老船工和他的水位本子</h2><div class=t>{text}</div>"
    assert clean(f"<html><meta charset=utf-8>{page}</html>".encode()).title == "老船工和他的水位本子"
