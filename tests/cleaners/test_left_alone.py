"""What looks like a site's words is the document's where nothing else on the page is a site's."""

from __future__ import annotations

import re

import pytest

from cleaners import clean

_PROSE = (
    "这座桥建在两村之间的河湾上，石料取自后山，桥墩用糯米浆砌筑。",
    "修桥的账目刻在桥头的碑上，捐款的人家一共有四十三户。",
)


@pytest.mark.parametrize(
    "own",
    [
        ("[1]《桥志》，第12页", "[2]《水利考》，第13页"),
        ("桥墩部分见附图。第1页", "桥面部分见附图。第2页"),
        ("延伸阅读", "拱圈", "拱圈是桥身受力的主要部分。", "桥墩", "桥墩是支承桥身的部分。"),
        ("（此处省略200字，详见全文）", "后来水渠改道，桥就很少有人走了。"),
        ("// 此处省略30行代码，完整源码请查看附录B", "后来水渠改道，桥就很少有人走了。"),
        ("【原文】桥成于丙子年冬。", "【译文】这座桥在丙子年的冬天建成。"),
        ("请在横线上填写合适的词：石料、、糯米浆和铁件。",),
    ],
)
def test_a_plain_document_stays_whole(own: tuple[str, ...]) -> None:
    lines = ("石桥小记", *_PROSE, *own)
    kept = clean("\n".join(lines).encode()).text.split("\n")
    assert kept == [*lines[1:]] or kept == [*lines]


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("机械设计手册 第3版", "机械设计手册 第3版"),
        ("高等数学 第7版：习题全解 - 晨光文库", "高等数学 第7版：习题全解"),
        ("劳动合同范本_劳动合同（兼职）", "劳动合同范本_劳动合同（兼职）"),
        ("秋水旧渡 第3版:文艺副刊", "秋水旧渡"),
        ("江东船坞:内部审计制度_江东船坞(600123)_公司公告", "江东船坞:内部审计制度"),
        ("护理操作考核卷..", "护理操作考核卷"),
        ("那些年我们一起修过的桥...", "那些年我们一起修过的桥..."),
    ],
)
def test_a_title_keeps_its_own_words(title: str, bare: str) -> None:
    page = f"<title>{title}</title><article>{''.join(f'<p>{text}</p>' for text in _PROSE * 3)}</article>"
    assert clean(page.encode()).metadata.title == bare


@pytest.mark.parametrize(
    "box",
    [
        "<p>二、报名方式</p><p>请各单位于5月5日前登录系统报名，报名免费，逾期不再受理。</p>",
        "<p>注意：喷药前请点击开关试机，发现漏液立即更换喷头。</p>",
        "<p>“我们村注册了合作社，会员都能享受免费的农机服务。”</p>",
        "<p>关于渡船的来历，可以参看下面的文章。</p><a href='/2'>《老渡口考》</a>",
    ],
)
def test_a_box_of_the_documents_own_stays_between_paragraphs(box: str) -> None:
    told = "".join(f"<p>{text}</p>" for text in _PROSE)
    page = f"<title>石桥小记</title><body><div class='t'><h1>石桥小记</h1>{told}<div class='k'>{box}</div>{told}</div>"
    assert re.sub("<[^>]*>", "", box.partition("</p>")[0]) in clean(page.encode()).text


def test_two_columns_of_a_layout_below_their_title_are_both_the_documents() -> None:
    cells = "".join(
        f"<td>{''.join(f'<p>{n}{text}</p>' for text in _PROSE * size)}</td>" for n, size in ((1, 3), (2, 2))
    )
    text = clean(f"<h1>石桥小记</h1><table><tr>{cells}</tr></table>".encode()).text
    assert "1" + _PROSE[0] in text and "2" + _PROSE[1] in text


def test_cards_that_end_in_counts_are_no_pages() -> None:
    cards = "".join(
        f"<div class='c'><p>第{n}题问的是{_PROSE[0]}</p><p>{_PROSE[1]}</p><p>正确选项</p><p>{n}</p></div>"
        for n in range(1, 6)
    )
    assert clean(f"<h1>石桥习题</h1><div class='q'>{cards}</div>".encode()).text.split("\n").count("正确选项") == 5


def test_a_table_of_placed_cells_is_read_by_its_rows() -> None:
    rows = [(f"申请人姓名及身份证号码{n}：", f"张三丰 32010119900101{n}") for n in range(8)]
    placed = "".join(
        f"<div style='position:absolute;top:{20 * at}px;left:{left}px'>{text}</div>"
        for at, row in enumerate(rows)
        for left, text in zip((60, 400), row, strict=True)
    )
    told = "".join(f"<p>{text}</p>" for text in _PROSE * 3)
    text = clean(f"<h1>登记表</h1><div>{told}<div class='pg'>{placed}</div></div>".encode()).text
    assert "号码0：张三丰" in text.replace(" ", "")


def test_entries_with_the_titles_words_are_no_running_heads() -> None:
    entries = (
        "[1] 卢川．石桥小记研究［J］．桥志，2018年第2期，45-49",
        "[2] 何岭．石桥小记研究．水利考，2019年第3期：12",
    )
    lines = ("石桥小记研究", *_PROSE * 3, "参考文献", *entries)
    assert clean("\n".join(lines).encode()).text.endswith("\n".join(entries))


def test_headings_in_turn_that_count_stay() -> None:
    lessons = [line for n in range(1, 7) for line in (f"{('复习课', '新授课')[n % 2]} {n}", *_PROSE * 5)]
    text = clean("\n".join(["石桥小记教学安排", *lessons]).encode()).text
    assert all(f"{('复习课', '新授课')[n % 2]} {n}" in text.split("\n") for n in range(1, 7))
