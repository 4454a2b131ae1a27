"""What stands behind a title, and how it is written: the site's doing only where the page shows so."""

import pytest

from cleaners import clean
from cleaners.document import Line
from cleaners.titles.in_capitals import in_own_case

PROSE = [
    "渡口每日清晨六点开船，傍晚七点收船，逢大雾、大风停航，停航的牌子挂在码头东侧的木桩上。",
    "船到江心不得站立，孩子要坐在大人里侧；活禽须装笼，农药和汽油一律不得上船，违者请下船。",
    "以下几条是船工们自己议定的，写在船舱里，望大家照着做，不要争抢，船钱在船头的木箱里自付。",
]


@pytest.mark.parametrize("title", ["文字处理教程 打印", "小学语文教学 朗读", "论文写作格式 修改"])
def test_a_word_of_the_title_that_buttons_have_stays(title: str) -> None:
    page = clean("\n".join([title, title.split()[0], *PROSE, "上一页", "下一页", "返回顶部"]).encode())
    assert page.title == title and title.split()[0] in page.text


def test_a_heading_with_the_sign_of_a_note_stays() -> None:
    head = ["首页 > 诗文", "渡口夜泊", "上传人：小明 文档编号：123456 上传时间：2020-03-04", "渡口夜泊①", "无名氏"]
    assert "渡口夜泊①" in clean("\n".join([*head, *PROSE, "注释：", "①夜泊：夜里停船。"]).encode()).text


def test_a_line_in_small_letters_is_no_title() -> None:
    title = "ANNUAL REPORT OF THE HARBOUR"
    assert in_own_case(title, [Line("annual report of the harbour")]) == title
    assert in_own_case(title, [Line("Annual Report of the Harbour")]) == "Annual Report of the Harbour"
