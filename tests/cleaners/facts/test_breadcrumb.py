"""Paths from the site's home to the document."""

from __future__ import annotations

import pytest

from cleaners import clean
from cleaners.facts.breadcrumb import is_path, leads_to_text, read_path


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("首页 > 办公文档 > 公文写作 > 正文", ("办公文档", "公文写作")),
        ("当前位置：首页 » 政务 » 汇报材料", ("政务", "汇报材料")),
        ("首页 › 农业 › 春茶采摘技术要点", ("农业",)),
        ("首页 > 春茶采摘技术要点", None),
        ("春茶采摘技术要点", None),
        ("所在栏目 农业 > 茶叶", ("农业", "茶叶")),
        ("所在位置农业 → 茶叶", ("农业", "茶叶")),
        ("首页 >> 农业 >> 2005茶人", ("农业", "2005茶人")),
        ("首页 > 农业 > 茶叶 > 课件信息", ("农业", "茶叶")),
        ("农业 > 茶叶 > 已解决问题", ("农业", "茶叶")),
        ("首页 / 农业 / 茶叶 / 浏览文档", ("农业", "茶叶")),
        ("首页 > 农业 > 当前页", ("农业",)),
    ],
)
def test_paths(text: str, path: tuple[str, ...] | None) -> None:
    assert read_path(text, "春茶采摘技术要点") == path


def test_a_comparison_in_the_text_is_no_path() -> None:
    assert is_path("首页 > 农业")
    assert not is_path("支出 > 预算 > 上年同期")


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("当前位置：首页 > 农业 > 茶叶", True),
        ("农业 > 茶叶 > 正文", True),
        ("所属分类：农业 > 茶叶", False),
        ("Category: Crafts > Walls", False),
    ],
)
def test_a_field_with_a_category_does_not_lead_to_the_text(text: str, leads: bool) -> None:
    assert leads_to_text(text) is leads


def test_a_row_of_counts_is_no_path() -> None:
    assert read_path("阿明的个人博客 / 37 / 0 / 创建于 11个月前", "蒜苗发黄怎么办") is None


def test_a_channel_that_the_page_title_has_before_the_site_is_no_home() -> None:
    stated = "春茶采摘技术要点_种植经验_北岸网 - Powered by Discuz!"
    assert read_path("种植经验 > 绿茶", "春茶采摘技术要点", stated) == ("种植经验", "绿茶")
    assert read_path("北岸网 > 种植经验 > 绿茶", "春茶采摘技术要点", stated) == ("种植经验", "绿茶")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("您的当前位置：新闻中心 > 武汉", True),
        ("首页 - 新闻动态", True),
        ("首页 - 新闻 - 体育 - 财经", False),
        ("英国 >", False),
    ],
)
def test_lines_around_a_document_that_are_paths(text: str, *, told: bool) -> None:
    assert is_path(text, around=True) is told


def test_items_of_a_list_with_a_sign_behind_each_are_one_path() -> None:
    steps = "".join(f"<li><a href='/{n}'>{step}</a> ></li>" for n, step in enumerate(["留学攻略", "英国", "日记感受"]))
    text = "".join(f"<p>第{n}年的冬天来得早,码头上的人把船都拖上了岸,用油布一层层盖好。</p>" for n in range(5))
    page = f"<title>码头上的冬天</title><ul>{steps}</ul><h1>码头上的冬天</h1><div>{text}</div>"
    assert clean(page.encode()).metadata.category == ("留学攻略", "英国", "日记感受")


HOME, FIRST, SECOND = "<a href='/'>首页</a>", "<a href='/c'>初中物理</a>", "<a href='/c/8'>八年级上册</a>"
ITEMS = f"<li>{HOME}</li><li>{FIRST}</li><li>{SECOND}</li>"


@pytest.mark.parametrize(
    ("markup", "path"),
    [
        (f"<div class='x7'>{HOME}<i>/</i>{FIRST}<i>/</i>{SECOND}</div>", True),
        (f"<ol class='breadcrumb'>{ITEMS.replace('<li>', '<li class=breadcrumb-item>')}</ol>", True),
        (f"<nav aria-label='面包屑'><ol>{ITEMS.replace('</li><li>', '</li><li>/</li><li>')}</ol></nav>", True),
        (f"<ol>{ITEMS}</ol>", True),
        (f"<ul>{ITEMS.replace('初中物理', '最新上传').replace('八年级上册', '热门下载')}</ul>", False),  # a menu
    ],
)
def test_steps_that_boxes_part_are_a_path(markup: str, path: bool) -> None:
    text = "浮力的大小等于它排开的液体所受的重力，这就是阿基米德原理，实验时先测物重，再测浸没时的示数。" * 3
    page = (
        f"<div class='top'>题海网</div>{markup}<h1>浮力单元练习</h1><div class='doc'><p>{text}</p><p>{text}</p></div>"
    )
    expected = ("初中物理", "八年级上册") if path else None
    assert clean(page.encode()).metadata.category == expected
