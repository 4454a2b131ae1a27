"""Who put a document up, or began a thread, by links to members' pages."""

from __future__ import annotations

from cleaners import clean
from cleaners.document import Drop, Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.finding import Finding
from cleaners.facts.members import first_post, member_named, poster_above

PAGE = '<a href="/u/7">水窖老孟</a><a href="/c/3">制度办法</a><a href="space-uid-12.html"><b>坡上人</b></a>'.encode()


def finding(line: Line) -> Finding:
    return Finding(LABELLED, {"published": "2022-08-19"}, line)


def test_a_name_beside_facts_that_leads_to_a_member_is_the_author() -> None:
    name, date = Line("水窖老孟", number=3), Line("2022-08-19 分享", number=4)
    found = member_named([name, date], [finding(date)], PAGE)
    assert found is not None
    assert found.facts == {"author": "水窖老孟"}


def test_a_word_that_leads_elsewhere_is_none() -> None:
    word, date = Line("制度办法", number=3), Line("2022-08-19 分享", number=4)
    assert member_named([word, date], [finding(date)], PAGE) is None


def test_a_name_far_from_facts_is_none() -> None:
    name, date = Line("水窖老孟", number=3), Line("2022-08-19 分享", number=9)
    assert member_named([name, date], [finding(date)], PAGE) is None


def test_a_thread_is_by_who_stands_over_its_first_post() -> None:
    stamp = Line("发表于 2021-3-4 20:11|只看该作者", number=9)
    found = first_post([stamp], [Line("坡上人", number=5)], PAGE)
    assert {fact: value for one in found for fact, value in one.facts.items()} == {
        "published": "2021-3-4 20:11",
        "author": "坡上人",
    }


def test_the_first_of_several_answers_says_nothing_of_the_question() -> None:
    assert first_post([Line("2021-3-4 回答", number=9)], [Line("坡上人", number=5)], PAGE) == []


def test_a_member_shown_beside_the_text_does_not_hide_who_put_it_up() -> None:
    text = "".join(
        f"<p>第{n}年，楼里的老人把台阶又量了一遍，记在门房的本子上，谁来问都翻给他看。</p>" for n in range(5)
    )
    page = (
        "<html><head><title>电梯加装纪实</title></head><body><div class='doc-head'><h1>电梯加装纪实</h1></div>"
        "<ul class='meta'><li>社区老秦 上传</li><li>2022.11.30</li><li>1.2MB</li><li>共16页</li></ul>"
        f"<div class='reader'>{text}</div><div class='side'>社区老秦 文档 218 粉丝 36</div></body></html>"
    )
    assert clean(page.encode()).metadata.author == "社区老秦"


def test_the_name_over_what_a_forum_counts_wrote_the_first_post_of_a_dump() -> None:
    card = [Drop(number, "poster", text) for number, text in enumerate(("河湾老谢", "当前离线", "21", "主题"), 20)]
    found = poster_above(card, start=30)
    assert found is not None
    assert found.facts == {"author": "河湾老谢"}
    assert poster_above(card, start=10) is None  # of a post below
    assert poster_above(card[:2], start=30) is None  # nothing is counted
    assert poster_above([], start=30) is None


def test_members_of_dumps_are_named_over_their_counts_and_the_button_to_follow_them() -> None:
    text = "秧田里的水要浅，浅到看得见泥；晒田要晒到开细缝，脚踩上去不沾。" * 3
    for card in (
        ["稻田老吴", "文档 112", "粉丝 1.3千"],
        ["稻田老吴", "已认证"],
        ["稻田老吴", "种了二十年水稻，会一点木工"],
    ):
        page = ["砚池文档", "水稻晒田技术要点.docx", *card, "+ 关注", "大小：5.12MB", "页数：3", text, "相关文档"]
        assert clean("\n".join(page).encode()).metadata.author == "稻田老吴"
