"""Who put a document up is told by a card beside it; a list of members tells nobody."""

from __future__ import annotations

import pytest

from cleaners import clean

TEXT = "".join(
    f"<p>{line}</p>"
    for line in (
        "车库入口的挡水板由夜班保安在橙色预警发布后一小时内装好，沙袋码到第二级台阶的高度。",
        "排水泵每周五下午试运行十分钟，记录电流和水位，发现异响立即报修，不得带病过夜。",
        "积水超过二十厘米时，中控室通知车主挪车，并在坡道口设专人引导，车辆只出不进。",
    )
)
CARD = "<div class=u><b>{name}</b><span>文档 208 · 粉丝 1.1千</span><button>+ 关注</button></div>"


def author_beside(card: str, head: str = "") -> str | None:
    page = (
        "<html><meta charset=utf-8><title>地下车库防汛预案 - 知页文库</title><body><h1>地下车库防汛预案</h1>"
        f"<div class=i><span>9页</span> <span>412.7KB</span></div>{head}<div class=t>{TEXT}</div>"
        f"<aside>{card}<h4>看了又看</h4><ul><li><a href=/1>消防演练方案</a></li></ul></aside></body></html>"
    )
    return clean(page.encode()).metadata.author


@pytest.mark.parametrize(
    "card",
    [
        CARD.format(name="临江一号岗"),
        "<dl><dt>临江一号岗</dt><dd>课件 43</dd><dd>获赞 1.2k</dd></dl><a class=gz>关注TA</a>",
        "<h3>上传教师</h3><p>临江一号岗</p><p>贡献试卷 64 份</p><a>TA的全部试卷</a>",
        "<p>临江一号岗</p><p><i>Lv6</i>认证作者</p><dl><dt>文档</dt><dd>1247</dd><dt>粉丝</dt><dd>386</dd></dl><a>+关注</a>",
        "<p>临江一号岗</p><p>分享于2019-01-08 09:32:25.0</p><p>关注</p>",
        "<h3>作者详情</h3><p>临江一号岗</p><p>认证创作者</p>",
        "<h3>上傳者</h3><p>临江一号岗</p><p>文檔：64</p><p>被讚 3 次</p><a>發私信</a>",
    ],
)
def test_a_name_over_what_is_counted_for_a_member_is_the_author(card: str) -> None:
    assert author_beside(card) == "临江一号岗"


def test_a_name_first_in_a_row_that_ends_in_a_control_is_the_author() -> None:
    row = "<div><span>临江一号岗</span><span>2021年8月29日上传</span><a class=f>关注</a></div>"
    assert author_beside("", head=row) == "临江一号岗"


@pytest.mark.parametrize(
    "card",
    [
        CARD.format(name="临江一号岗") + CARD.format(name="柳溪小筑"),  # members of whom none is told apart
        "<b>临江一号岗</b><a>关注</a>",  # nothing is counted
        "<b>推荐作者</b><span>粉丝 12</span><a>关注</a>",  # a heading
        "<span>粉丝 12</span><a>关注</a>",
    ],
)
def test_what_is_no_card_of_one_member_tells_nobody(card: str) -> None:
    assert author_beside(card) is None
