"""Facts that others' documents, readers, courses and menus state are not the document's."""

import pytest

from cleaners import clean

TITLE = "灯塔看守人须知"
BODY = (
    "看守人应当在日落前一刻钟点灯，日出后熄灯，并把点灯和熄灯的时刻记入日志，每月末送航标处备查。\n"
    "雾天不分昼夜都要鸣笛，每分钟一次，每次五秒，直到能见度恢复到二海里以上，方可停止并登记时间。\n"
    "灯器每天擦拭一次，擦拭时只用软布和酒精，不得用手触碰镜片，发现裂纹应当立即上报并换用备灯。\n"
)


def dump(above: str = "", below: str = "") -> bytes:
    return f"文库网\n{above}{TITLE}\n{BODY}{below}".encode()


@pytest.mark.parametrize(
    "page",
    [
        dump(below="全部评论(2)\n风中之烛\n粉丝 12 关注 30\n谢谢分享\n"),
        dump(below="最新评论\n风中之烛\n该用户很懒，什么也没留下\n"),
        dump(below="相关推荐\n雾笛维修记录\n浏览 300 下载 20\n"),
        dump(below="推荐课程\n航标员培训\n主讲：刘老师\n"),
    ],
)
def test_neither_readers_nor_courses_name_the_author(page: bytes) -> None:
    facts = clean(page).metadata
    assert (facts.author, facts.published, facts.access) == (None, None, None)


def test_a_member_is_known_by_what_stands_below_his_name() -> None:
    card = "评论\n0/150\n提交评论\nkanshou****\n2019/7/3 上传\n文档格式：\nDOC\n页数：3\n大小：29.50KB\n"
    facts = clean(dump(below=f"最新文档\n雾笛维修记录\n{card}")).metadata
    assert (facts.author, facts.published, facts.page_count) == ("kanshou****", "2019-07-03", 3)


@pytest.mark.parametrize(
    ("above", "category"),
    [
        ("首页>\n航海>\n航标管理\n", ("航海", "航标管理")),
        ("首页\n> 航海\n> 航标管理\n", ("航海", "航标管理")),
        ("更多>>\n全部>>\n上传者：青山\n", None),
        ("首页\n> 登录\n> 注册\n", None),
        ("首页\n手机版\n", None),
    ],
)
def test_a_path_has_steps_and_no_items_of_a_menu(above: str, category: tuple[str, ...] | None) -> None:
    assert clean(dump(above)).metadata.category == category


@pytest.mark.parametrize(("above", "access"), [("登录 注册 VIP会员\n", None), ("免费 VIP会员\n", "free")])
def test_an_item_of_a_menu_is_no_access(above: str, access: str | None) -> None:
    assert clean(dump(above)).metadata.access == access
