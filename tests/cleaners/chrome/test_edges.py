"""Where a site's lines end in a dump, weighed by its words and by what stands around them."""

from __future__ import annotations

import pytest

from cleaners.chrome.edges import site_edges
from cleaners.document import Line
from cleaners.facts.findings import find_in_lines
from cleaners.rules.vocabulary import site_share

SITE = ["☰", "河岸文集", "海报制作须知", "资料类别: 手册", "上传会员: 渡船", "资料大小: 45 KB", "阅读原文"]
TEXT = ["制作海报以前先想清楚三件事。", "写给谁看", "贴在哪里", "看的人会停留多久,字要多大才看得见。"]
BELOW = ["— 已加载全部内容 —", "登录后发表评论", "举报本文档", "更多精彩内容 >>"]


def edges(texts: list[str]) -> list[str]:
    lines = [Line(text, number=number) for number, text in enumerate(texts)]
    body = site_edges(lines, find_in_lines(lines, None))
    return texts[body.start : body.stop]


@pytest.mark.parametrize(
    ("above", "below"),
    [(SITE, BELOW), (SITE, []), ([], BELOW), (SITE * 3, BELOW * 3)],
    ids=["both", "top", "end", "long"],
)
def test_lines_of_a_site_are_told_from_the_text_between(above: list[str], below: list[str]) -> None:
    assert edges([*above, *TEXT, *below]) == TEXT


def test_text_alone_is_left_alone() -> None:
    assert edges(TEXT) == TEXT
    assert edges([]) == []


@pytest.mark.parametrize(
    "own",
    [
        ["一、页面元素", "登录", "注册", "找回密码", "验证码", "以上元素由前端组统一实现,样式见附件。"],
        ["文印室价目", "黑白打印", "0.2元", "彩色打印", "1元", "大批量请提前一天预约,节假日照常营业。"],
        ["各单位要认真落实,确保按期完成。", "附件:责任清单", "市教育局", "2024年6月18日"],
        ["作者:林晓峰", "关键词:潮汐;渡口", "摘要:记一次调查", "渡口在入海的地方,潮水一天来两次。"],
        ["问:怎样下载文件?", "答:登录以后点击下载按钮,再选择保存的位置就可以了。"],
    ],
    ids=["a specification", "a price list", "a notice", "a paper", "questions"],
)
def test_a_document_made_of_words_of_sites_keeps_them(own: list[str]) -> None:
    assert edges(own) == own
    assert edges([*SITE, *own, *BELOW])[-1] == own[-1]


def test_what_stands_above_a_title_is_the_site_s_whatever_its_words_are() -> None:
    above = ["青苇少儿艺术", "欢迎来到青苇少儿艺术!", "青苇少儿艺术(苇塘画室)陪孩子画下第一笔!"]
    lines = [Line(text) for text in [*above, "水彩入门笔记", "作者:佚名  来源:苇塘画室", *TEXT]]
    assert site_edges(lines, find_in_lines(lines, "水彩入门笔记")).start == len(above) + 2
    assert site_edges(lines, find_in_lines(lines, None)).start == 0


def test_a_section_with_the_title_of_its_document_takes_no_text_above_it_along() -> None:
    said = ["上传用户: 渡船 | 浏览 12 次", "下载到本地,更方便阅读", "版权归原作者,如有侵权请联系客服删除", "继续阅读"]
    head = ["水彩入门笔记", *said]
    texts = [*head, *TEXT[:1] * 3, "水彩入门笔记", *TEXT]
    lines = [Line(text) for text in texts]
    assert site_edges(lines, find_in_lines(lines, "水彩入门笔记"), title="水彩入门笔记").start == len(head)


def test_a_heading_over_other_documents_ends_the_text_whatever_a_site_says_below_it() -> None:
    text = TEXT * 4
    foot = ["大家也在找", "海报配色速查表", "青苇文档只存放和展示,别的请走右上角的通道", "青ICP备00000001号"]
    assert edges([*SITE, *text, *foot]) == text
    assert edges([*SITE, *text, "大家也在找", *text]) == [*text, "大家也在找", *text]


def test_the_share_of_a_site_s_words() -> None:
    assert site_share("下载文档") == 1
    assert site_share("DOWNLOAD") == 1
    assert site_share("downloading") == 0
    assert 0.2 < site_share("请各单位下载使用") < 0.6
    assert site_share("12,5") == 0
