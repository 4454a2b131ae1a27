"""What readers wrote below a text in a dump: it goes, however long it is, and the document's own lines stay."""

from __future__ import annotations

from cleaners import clean

TEXT = [
    "搬到河边的第一个早晨",
    "窗下就是码头，天没亮就听见有人解缆绳。房东说这条河十年前还能行大船，如今只剩下运沙的小船和几只渡船。",
    "我把书桌挪到窗前，打算每天记一页，写写这条河，也写写在河上讨生活的人，写满一本再换下一本。",
]
COMMENTS = [
    "# re: 搬到河边的第一个早晨 2004-12-27 12:46 飞鸟",
    "写得好，我小时候就住在码头后面的巷子里，每天早上都是被船上的汽笛叫醒的，一晃三十年没有回去过了。",
    "# re: 搬到河边的第一个早晨 2004-12-27 12:53 寒星",
    "等着看第二页。去年我也搬到了河边，可惜窗户朝着马路，夜里只听见卡车，从来没有听见过船。",
    "# re: 搬到河边的第一个早晨 2004-12-27 13:07 王勇",
    "房东说得不对，十年前就没有大船了，闸口修好以后水一直很浅，大船都改走下游的新河道了。",
]


def text_of(lines: list[str]) -> list[str]:
    return clean("\n".join(lines).encode()).text.split("\n")


def test_comments_with_times_below_their_heading_go_even_where_they_are_longer() -> None:
    document = clean("\n".join([*TEXT, "发表于 2004年12月27日 12:40", "评论", *COMMENTS]).encode())
    assert TEXT[1] in document.text
    assert document.text.endswith(TEXT[2])
    assert [drop.text for drop in document.drops if drop.rule == "comments"][-6:] == COMMENTS


def test_times_below_another_heading_are_the_documents() -> None:
    entries = ["航行记录", "2004-12-27 12:46 离开北岸", "2004-12-27 12:53 过了闸口", "2004-12-27 13:07 靠上南岸。"]
    assert entries[1:] == text_of([*TEXT, *entries])[-3:]
