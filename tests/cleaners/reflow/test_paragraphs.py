"""Hard-wrapped lines become paragraphs: golden cases of common kinds of document, then what holds for any input."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.document import Line
from cleaners.markup.lines import dump_lines
from cleaners.reflow import join_chunks, reflow, turn_pages
from cleaners.reflow.evidence import End, ends_in_context, line_end
from cleaners.reflow.joining import Joiner
from cleaners.reflow.layout import layouts
from cleaners.reflow.rows import table_rows
from cleaners.reflow.signs import Shift, hanging_lines, running_at_margin, shifts
from cleaners.reflow.starts import STRONG, start_weights


def dump(texts: list[str]) -> list[Line]:
    return [Line(text, broken=True, number=number) for number, text in enumerate(texts) if text]


def wrap(paragraphs: list[str], columns: int, indent: int = 2) -> list[str]:
    """Set paragraphs in lines of so many Han characters, first lines shorter by an indent that the text then loses."""
    lines: list[str] = []
    for paragraph in paragraphs:
        room, line, width = 2 * (columns - indent), "", 0
        for char in paragraph:
            size = 1 if char.isascii() else 2
            if width + size > room and char not in tuple("，。、；：！？”》）"):
                lines.append(line)
                room, line, width = 2 * columns, "", 0
            line += char
            width += size
        lines.append(line)
    return lines


def texts_of(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


NOTICE = [
    "关于做好汛期安全工作的通知",
    "各村民委员会，各直属单位：",
    "入汛以来，本县连续出现强降雨过程，部分河道水位接近警戒线，个别山塘出现渗漏。为保障群众生命财产安全，现就有关事项通知如下。",
    "一、落实巡查责任",
    "各单位要安排专人每日巡查河堤、山塘和低洼路段，发现险情立即上报，并做好记录备查。巡查人员离岗必须有人接替，不得出现空档。",
    "二、备足抢险物资",
    "镇仓库要在本月底前补齐沙袋、水泵、照明设备和救生衣，登记造册，明确保管人员。",
    "附件：抢险物资清单",
    "清水镇人民政府",
    "2023年6月8日",
]
CONTRACT = [
    "房屋租赁合同",
    "甲方：王平",
    "乙方：李强",
    "第一条 甲方将坐落于本市东湖路十八号的房屋出租给乙方居住使用，房屋建筑面积为八十六平方米，附属设施见交接清单。",
    "第二条 租赁期限为两年，自交付之日起计算。期满后乙方要求续租的，应当提前一个月书面通知甲方，双方另行签订合同。",
    "第三条 乙方应当按月支付租金，逾期超过十五日的，甲方有权解除合同并收回房屋，由此造成的损失由乙方承担。",
]
EXAM = [
    "一、选择题",
    "1.在一个标准大气压下，把一块质量为二百克的冰放入装有足量热水的保温容器中，待冰全部熔化以后，容器中水的温度将会",
    "A.升高",
    "B.降低",
    "C.先升高后降低",
    "D.保持不变",
    "2.某同学用天平测量一块不规则金属的质量，又用量筒和细线测出它的体积，根据测得的数据计算密度，结果偏大，可能的原因是",
    "A.读数时视线偏低",
    "B.金属块上沾有水滴",
    "C.天平没有调平就开始使用",
    "D.量筒里的水太少",
    "3.下列关于声音传播的说法中，与实验现象相符而且能够解释为什么在月球上的宇航员只能依靠无线电设备进行交谈的一项是",
    "A.真空不能传声",
    "B.月球上没有空气阻力",
]
DIALOGUE = [
    "天色渐渐暗下来，渡口只剩下一条小船。老人把缆绳解开，又慢慢系上，好像在等什么人从对岸的山路上走过来似的。",
    "“还等吗？”孩子问。",
    "“再等一会儿。”老人望着河面说，“你爹说今天回来，就一定会回来，他从小到大没有骗过我一次，这一回也不会。”",
    "那天夜里下起了雨，雨点打在芦苇叶上沙沙地响，老人把蓑衣披在孩子身上，自己站在船头，一动不动地望着对岸的那一点灯火。",
    "灯火越来越近，终于听见有人在喊渡船，声音被风吹得断断续续，可是老人一下子就听出来了，连忙弯下腰去摸竹篙，手抖得厉害。",
    "孩子不再说话，抱着膝盖坐在船头，听水一下一下拍着船板，听了很久，直到对岸亮起一点灯火，才猛地站了起来。",
]
EXAM += [
    text.replace("一、选择题", "二、判断题").replace("1.", "4.").replace("2.", "5.").replace("3.", "6.")
    for text in EXAM
]
KINDS = {"notice": NOTICE, "contract": CONTRACT, "exam": EXAM, "dialogue": DIALOGUE}


@pytest.mark.parametrize("columns", [22, 29, 36])
@pytest.mark.parametrize("kind", KINDS)
def test_wrapped_documents_come_back_as_their_paragraphs(kind: str, columns: int) -> None:
    paragraphs = KINDS[kind]
    assert texts_of(reflow(dump(wrap(paragraphs, columns)))) == paragraphs


@pytest.mark.parametrize("kind", KINDS)
def test_half_width_marks_of_an_archive_do_not_hide_the_wrap(kind: str) -> None:
    halved = str.maketrans("，：；？！", ",:;?!")
    lines = [line.translate(halved) for line in wrap(KINDS[kind], 29)]
    assert texts_of(reflow(dump(lines))) == [paragraph.translate(halved) for paragraph in KINDS[kind]]


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_that_is_not_wrapped_comes_out_unchanged(kind: str) -> None:
    assert texts_of(reflow(dump(KINDS[kind]))) == KINDS[kind]


def test_a_paragraph_cut_by_a_page_is_joined_over_it() -> None:
    first, rest = NOTICE[4][:36], NOTICE[4][36:]
    lines = wrap([*NOTICE[:4], first, rest, *NOTICE[5:]], 29)
    assert texts_of(reflow(dump(lines))) == NOTICE


ENGLISH = [
    "Chapter 2. The water supply of a small town",
    "The town took its water from two wells until the summer of the great drought, when both of them ran dry within "
    "a week and carts had to bring barrels from the river, which was eleven miles away over a poor road.",
    "A committee was formed at once. It heard the engineer, who had measured the springs in the hills, and the miller, "
    "who feared for his wheel, and it decided after long debate that a reservoir should be built above the quarry.",
    "Costs",
    "Nobody had expected that the money would be found so soon: the bank lent half of it, the county gave a third, and "
    "the remainder was collected from house to house by the two schoolteachers during the following winter.",
]


@pytest.mark.parametrize("columns", [60, 72, 90])
def test_english_paragraphs_are_joined_with_spaces(columns: int) -> None:
    lines = [line for paragraph in ENGLISH for line in textwrap.wrap(paragraph, columns, break_on_hyphens=False)]
    assert texts_of(reflow(dump(lines))) == ENGLISH


def test_hyphens_of_the_wrap_are_undone_and_those_of_compounds_stay() -> None:
    lines = [
        "A well-known engineer was asked to inspect the reservoir and report on its condi-",
        "tion before the committee met again in the autumn. He did so with the help of his",
        "assistants, and he wrote a long and careful report, which praised the work of well-",
        "known builders of the valley and named the few places where the wall had to be men-",
        "ded before the frost came.",
    ]
    joined = " ".join(texts_of(reflow(dump(lines))))
    assert "its condition before" in joined
    assert "of well-known builders" in joined
    assert "be mended before" in joined


PROSE = [
    "河口的渔村到了秋天格外安静，男人们把网晾在木架上，女人们坐在门前补衣裳，孩子们沿着堤岸追赶迟归的鸭群。",
    "老人说，从前这里有一座石桥，桥头种着两棵银杏，每逢集市，四乡的人都要从桥上经过，把稻米、布匹和陶器挑到对岸去卖。",
    "后来上游修了水库，河道改了方向，石桥也就慢慢荒废了，只剩下几根长满青苔的桥墩，还立在芦苇中间，提醒人们它曾经的热闹。",
    "村里的学校只有一位老师，他教算术，也教唱歌，下雨的时候背着低年级的学生蹚过小溪，很多年以后，还有人写信回来感谢他的好意。",
]


def test_pieces_of_a_line_that_a_reader_of_pdfs_took_apart_are_joined() -> None:
    lines = wrap(PROSE * 2, 24)
    torn = []
    for place, line in enumerate(lines):
        torn += [line[:9], line[9:]] if place % 4 == 1 and len(line) > 14 else [line]
    assert len(torn) > len(lines) + 3
    assert texts_of(reflow(dump(torn))) == PROSE * 2


def test_lines_that_a_reader_of_pdfs_made_one_at_a_hyphen_are_joined_on_both_sides() -> None:
    lines = [line for paragraph in ENGLISH for line in textwrap.wrap(paragraph, 62)]
    place = next(i for i, line in enumerate(lines) if line in textwrap.wrap(ENGLISH[1], 62)) + 1
    word, _, rest = lines[place + 1].partition(" ")
    glued = f"{lines[place]}{word} {rest}"  # the last word and the next line's first one were one, with a hyphen
    expected = [paragraph.replace(f"{lines[place]} {word}", f"{lines[place]}{word}") for paragraph in ENGLISH]
    assert texts_of(reflow(dump([*lines[:place], glued, *lines[place + 2 :]]))) == expected


def test_holes_in_running_text_are_no_columns() -> None:
    lines = wrap(PROSE * 2, 30)
    holed = [
        line[: 9 + place] + " " * 9 + line[9 + place :] if place % 3 == 1 else line for place, line in enumerate(lines)
    ]
    found = ["".join(text.split()) for text in texts_of(reflow(dump(holed)))]
    assert found == PROSE * 2


def test_items_that_begin_alike_stay_apart_though_they_are_full() -> None:
    items = [
        f"申请人应当提交{thing}的原件和复印件各一份供登记机关当场核对"
        for thing in ("身份证明", "财产权属", "婚姻登记", "收入状况")
    ]
    texts = [*PROSE, *items]
    columns = max(len(item) for item in items)
    assert texts_of(reflow(dump(wrap(texts, columns, 0)))) == texts


FULL = "本品仅供成年人使用请放在儿童不能接触的地方并且避光保存"
FOLLOWED = {
    "labels of a paper": [f"{FULL[:18]}；农村学校；阅读", "中图分类号：G632", PROSE[0]],
    "labels in brackets": [FULL, "【成份】每片含主药十毫克", "【规格】每盒二十四片", "【有效期】二年"],
    "a line drawn": [FULL[:27], "-" * 54, "回执单", PROSE[0]],
    "a label before digits": [f"电话：05710000{'0' * 36}", "地　址：城东路八号", PROSE[1]],
    "quoted mail": [f"> {FULL[:26]}", f"> {FULL[:26]}来", f"> {FULL[1:26]}", f"> {FULL[2:20]}。", PROSE[3]],
}


@pytest.mark.parametrize("kind", FOLLOWED)
def test_full_lines_without_a_mark_do_not_go_on_in_what_never_goes_on(kind: str) -> None:
    texts = [*PROSE, *FOLLOWED[kind], *PROSE[:2]]
    lines = wrap(texts, 27, 0)
    squeezed = ["".join(text.split()) for text in texts]
    assert ["".join(text.split()) for text in texts_of(reflow(dump(lines)))] == squeezed


def test_a_blank_that_the_wrap_cut_is_one() -> None:
    form = f"乙方因承包渡口的需要，向甲方借款{'_' * 24}元，期限为十二个月，到期一次还清。"
    texts = [*PROSE, form, f"签订地点：{'_' * 14}", "____年____月____日"]
    assert texts_of(reflow(dump(wrap(texts, 22, 0)))) == texts


def test_cells_behind_wide_gaps_are_a_row_and_a_spaced_label_is_none() -> None:
    rows = ["姓名：方一鸣\u3000\u3000性别：男", "2011—2015\u3000\u3000江东理工大学\u3000本科"]
    assert layouts(rows) == [True, True]
    assert (
        layouts(["【成\u3000\u3000份】本品每毫升含甘草流浸膏", "目\u3000\u3000录", "答案：（\u3000\u3000）"])
        == [False] * 3
    )


def test_verse_keeps_its_lines() -> None:
    verse = ["春眠不觉晓，", "处处闻啼鸟。", "夜来风雨声，", "花落知多少。"] * 3
    assert texts_of(reflow(dump(verse))) == verse


def test_verse_without_marks_keeps_its_lines() -> None:
    verse = ["河面上落满了柳絮", "船家收起了竹篙", "谁在对岸喊了一声", "晚风把它吹得很薄", "灯一盏一盏地亮了"] * 4
    assert texts_of(reflow(dump(verse))) == verse


def test_sentences_cut_at_their_commas_are_joined_up_to_their_end() -> None:
    sentences = [sentence + "。" for text in (*NOTICE, *DIALOGUE) for sentence in text.split("。") if "，" in sentence]
    plain = [sentence for sentence in sentences if not set("“”？：") & set(sentence)]
    pieces = [piece for sentence in plain for piece in sentence.replace("，", "，\n").split("\n")]
    assert texts_of(reflow(dump(pieces))) == plain


def test_indents_that_a_dump_kept_part_paragraphs_that_end_at_the_full_width() -> None:
    paragraphs = [NOTICE[2], NOTICE[4], NOTICE[6]] * 2
    exact = [text[: len(text) - len(text) % 20 - 3] + "。" for text in paragraphs]  # the last line is full
    lines = [line for text in exact for line in textwrap.wrap("\u3000\u3000" + text, 20, drop_whitespace=False)]
    assert texts_of(reflow(dump_lines("\n".join(lines)))) == exact


def test_blank_lines_part_paragraphs_that_end_at_the_full_width() -> None:
    exact = [text[: len(text) - len(text) % 20 - 1] + "。" for text in [NOTICE[2], NOTICE[4], NOTICE[6]] * 2]
    blocks = ["\n".join(textwrap.wrap(text, 20)) for text in exact]
    assert texts_of(reflow(dump_lines("\n\n".join(blocks)))) == exact


@pytest.mark.parametrize(
    "lines",
    [
        ["时间：六月十五日上午", "地点：公司三楼会议室", "主持人：陈志刚", "记录：刘芳"],
        ["甲方（盖章）：________", "代表人（签字）：________", "日期：____年__月__日"],
    ],
)
def test_labels_stay_apart(lines: list[str]) -> None:
    wrapped = wrap(NOTICE[2:7] * 2, 29)
    assert texts_of(reflow(dump([*wrapped, *lines])))[-len(lines) :] == lines


def test_articles_that_prose_refers_to_begin_no_paragraph() -> None:
    paragraph = "违反前款规定的，由主管部门依照本条例第十五条、第十六条的规定处理，情节严重的，并处罚款，直到改正为止。"
    lines = [
        "违反前款规定的，由主管部门依照本条例",
        "第十五条、第十六条的规定处理，情节严",
        "重的，并处罚款，直到改正为止。",
    ]
    assert texts_of(reflow(dump(lines * 4))) == [paragraph] * 4


def test_slides_tables_and_code_keep_their_lines() -> None:
    slides = ["年度总结", "• 完成指标", "• 存在不足", "• 明年计划", "谢谢观看"]
    table = ["姓名\t部门\t得分", "王平\t财务\t92", "李强\t人事\t88", "赵敏\t研发\t95"]
    code = ["def area(radius):", "    return 3.14 * radius ** 2;", "for r in (1, 2, 3):", "    print(area(r));"]
    for lines in (slides, table, code):
        assert texts_of(reflow(dump(lines))) == lines


def test_a_line_of_code_set_in_by_spaces_keeps_its_place() -> None:
    code = "    return 3.14"
    assert texts_of(reflow(dump([*wrap(NOTICE, 29), code])))[-2:] == ["2023年6月8日", code]


def test_marked_up_paragraphs_rows_and_headings_are_left_alone() -> None:
    wrapped = wrap(NOTICE, 29)
    for tag in ("tr", "pre", "h2"):
        lines = [Line(text, tag=tag, box=1, broken=True) for text in wrapped]
        assert reflow(lines) == lines
    paragraphs = [Line(text, tag="p", box=number) for number, text in enumerate(NOTICE * 3)]
    assert reflow(paragraphs) == paragraphs


def test_one_element_a_visual_line_is_joined_where_the_whole_page_shows_it() -> None:
    lines = [Line(text, tag="p", box=number) for number, text in enumerate(wrap(NOTICE * 2, 29))]
    assert texts_of(reflow(lines)) == NOTICE * 2


def test_a_blob_is_split_before_headings_that_count_up() -> None:
    filler = "本单位按照上级部署认真开展各项工作，取得了明显成效，得到群众好评。" * 5
    blob = f"现将情况汇报如下。一、主要做法{filler}二、存在问题{filler}三、下步打算{filler}"
    assert [text[:2] for text in texts_of(reflow([Line(blob, tag="p")]))] == ["现将", "一、", "二、", "三、"]
    unsure = blob.replace("三、", "其他")
    assert texts_of(reflow([Line(unsure, tag="p")])) == [unsure]


def test_chunks_that_a_site_cut_are_joined_and_its_numbers_dropped() -> None:
    text = "".join(NOTICE[2:7]) * 3
    chunks = [f"{place // 70 + 1}、{text[place : place + 70]}" for place in range(0, len(text), 70)]
    lines, drops = join_chunks(dump(chunks))
    assert "".join(texts_of(lines)) == text
    assert [drop.text for drop in drops] == [f"{number}、" for number in range(1, len(chunks) + 1)]
    inline, drops = join_chunks(dump([" ".join(chunks)]))
    assert "".join(texts_of(inline)) == text
    assert len(drops) == len(chunks)


def test_the_numbering_of_an_author_stays() -> None:
    items = [f"{number}、{text}" for number, text in enumerate([NOTICE[2], NOTICE[4], NOTICE[6], NOTICE[2]], 1)]
    lines = dump(items)
    assert join_chunks(lines) == (lines, [])


WORDS = st.text(alphabet="这是一段文字的内容，。、:“”()abcdef -.1234567890\t#\u00ad", min_size=1, max_size=40)
LINES = st.lists(st.one_of(WORDS, st.text(min_size=1, max_size=30), st.sampled_from(wrap(NOTICE, 29))), max_size=40)
TAGS = st.sampled_from(["", "p", "div", "li", "tr", "pre", "h2"])


def squeezed(lines: list[Line]) -> str:
    return "".join("".join(line.text.split()) for line in lines)


@settings(max_examples=150)
@given(LINES, TAGS, st.booleans())
def test_joining_and_splitting_change_white_space_and_wrap_hyphens_only(
    texts: list[str], tag: str, broken: bool
) -> None:
    lines = [Line(text, tag=tag, broken=broken, number=number) for number, text in enumerate(texts) if text.strip()]
    before, after = squeezed(lines), squeezed(reflow(lines))
    if before != after:
        hyphens = str.maketrans("", "", "-‐\u00ad")
        assert before.translate(hyphens) == after.translate(hyphens)
        assert len(before) > len(after)


@settings(max_examples=150)
@given(LINES, TAGS, st.booleans())
def test_reflow_of_reflowed_lines_changes_nothing(texts: list[str], tag: str, broken: bool) -> None:
    lines = [Line(text, tag=tag, broken=broken, number=number) for number, text in enumerate(texts) if text.strip()]
    once = reflow(lines)
    assert reflow(once) == once


@pytest.mark.parametrize("columns", [18, 24, 31, 40])
@pytest.mark.parametrize("kind", KINDS)
def test_reflowed_text_read_again_stays_as_it_is(kind: str, columns: int) -> None:
    once = texts_of(reflow(dump(wrap(KINDS[kind] * 2, columns))))
    assert texts_of(reflow(dump_lines("\n".join(once)))) == once


def test_lists_between_long_paragraphs_show_no_wrap() -> None:
    items = ["清理源代码目录，保留补丁", "构建源代码软件包，签名", "构建二进制软件包，检查", "上传到服务器，等待回复"]
    lines = [*DIALOGUE, *items, *DIALOGUE, *items]
    assert texts_of(reflow(dump(lines))) == lines


def pages_of(tag: str, boxes: bool) -> list[Line]:
    """Paragraphs that are not wrapped, on pages that end in the middle of one."""
    lines: list[Line] = []
    for page in range(1, 4):
        parts = [PROSE[(page + 2) % 4][24:]] if page > 1 else []
        parts += [PROSE[page % 4], PROSE[(page + 1) % 4], *([PROSE[(page + 3) % 4][:24]] if page < 3 else [])]
        lines += [Line(text, tag, box=page if boxes else 0, number=len(lines) + i) for i, text in enumerate(parts)]
    return lines


def test_paragraphs_cut_by_a_page_are_joined_where_nothing_is_wrapped() -> None:
    joined = texts_of(reflow(pages_of("p", boxes=True)))
    assert set(joined) == set(PROSE)
    assert len(joined) == 8


def test_a_heading_that_ends_a_page_of_wrapped_lines_stays_alone() -> None:
    heading = "守渡人的职责：巡查、点灯与记录"
    pages = ["\n".join([*wrap(PROSE, 26), heading]), "\n".join(wrap(PROSE[::-1], 26))]
    assert texts_of(reflow(dump_lines("\f".join(pages)))) == [*PROSE, heading, *PROSE[::-1]]


def test_a_marker_of_the_site_between_pages_is_no_blank_line() -> None:
    lines = [line._replace(number=2 * line.number) for line in pages_of("", boxes=False)]
    markers = [line.number + 1 for line in lines if len(line.text) == 24]
    assert set(texts_of(reflow(turn_pages(lines, markers)))) == set(PROSE)
    assert texts_of(reflow(lines)) == texts_of(lines)


def test_slides_that_break_off_stay_apart() -> None:
    slides = [f"{text[:20]}，下一步再议" for text in PROSE]
    lines = [Line(text, "p", box=page, page=page, number=page) for page, text in enumerate(slides, 1)]
    assert reflow(lines) == lines


@pytest.mark.parametrize("mark", ["第{}条 ", "{}、", "（{}）", "{1}."])
def test_a_document_on_one_line_is_split_where_its_numbering_counts_up(mark: str) -> None:
    items = [
        mark.format(numeral, number) + text
        for number, (numeral, text) in enumerate(zip("一二三四", PROSE, strict=True), 1)
    ]
    assert texts_of(reflow(dump(["".join(items)]))) == items
    assert texts_of(reflow(dump(["办法如下：" + "".join(items[1:])]))) == ["办法如下：" + "".join(items[1:])]


def test_articles_behind_the_heading_of_their_chapter_begin_a_line() -> None:
    law = ["第一章 总则", f"第一条 {PROSE[0]}", f"第二条 {PROSE[1]}", "第二章 附则", f"第三条 {PROSE[2]}"]
    assert texts_of(reflow(dump(["".join(law)]))) == law


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("见 http://example.org/docs/gui", "de/part-2.html 一页", "http://example.org/docs/guide/part-2.html"),
        ("全年共支出1,23", "4,567元", "1,234,567元"),
        ("全年共支出12", "34万元", "1234万元"),
        ("公开的 Docu", "ment 对象，Document 有三个方法", "公开的 Document 对象"),
        ("in the years 1949", "1950 and 1951", "1949 1950"),
        ("see http://example.org/docs", "for all of them", "docs for"),
    ],
)
def test_what_a_wrap_tore_is_closed(left: str, right: str, whole: str) -> None:
    assert whole in Joiner([left, right]).join((left, right))


def test_a_paragraph_of_megabytes_is_joined_in_time_that_grows_with_it() -> None:
    lines = ["the quick grey fox jumps over lazy dogs and brews no potions"] * 4_000
    begun = time.process_time()
    assert Joiner(lines).join(lines).count(" ") == 12 * len(lines) - 1
    assert time.process_time() - begun < 2  # a search from the beginning at each seam took twenty seconds


def test_one_paragraph_longer_than_a_line_of_a_page_shows_no_wrap() -> None:
    long = f"{PROSE[0]}{PROSE[1][:-1]}，{PROSE[2][:20]}"
    texts = [PROSE[3], long, "其他问题可以联系图书馆的值班人员", "祝大家周末愉快"]
    assert texts_of(reflow(dump(texts))) == texts


def test_elements_that_tear_words_at_one_width_are_visual_lines_though_most_end_sentences() -> None:
    items = [f"{number}.第{number}批物资由镇仓库统一保管。" for number in range(1, 21)]
    document = [*CONTRACT, *items]
    lines = [Line(text, "p", number=number) for number, text in enumerate(wrap(document, 24))]
    assert texts_of(reflow(lines)) == document


def test_two_torn_elements_are_visual_lines_in_a_short_notice() -> None:
    notice = [NOTICE[1], NOTICE[2], NOTICE[8], NOTICE[9]]
    lines = [Line(text, "p", number=number) for number, text in enumerate(wrap(notice, 24))]
    assert texts_of(reflow(lines)) == notice


def test_paragraphs_and_items_that_break_off_now_and_then_are_no_visual_lines() -> None:
    items = [
        "河堤绿化工程招标公告及附件",
        "关于调整公交七路线路的说明与示意图下载",
        "图书馆新书目录（第三季度）",
        "镇志编纂办公室征集老照片",
    ]
    texts = [*PROSE, *items, *CONTRACT, *NOTICE]
    lines = [Line(text, "p", number=number) for number, text in enumerate(texts)]
    assert reflow(lines) == lines


def test_letters_set_apart_by_justification_are_as_wide_as_others() -> None:
    paragraphs = [*PROSE, *CONTRACT[3:], *NOTICE[2:7]]
    lines = wrap(paragraphs, 24)
    spaced = [" ".join(text) if number % 3 == 1 else text for number, text in enumerate(lines)]
    assert ["".join(text.split()) for text in texts_of(reflow(dump(spaced)))] == [
        "".join(text.split()) for text in paragraphs
    ]


def test_a_bracket_that_closes_on_a_line_of_its_own_belongs_to_the_sentence_before() -> None:
    before, after = wrap(PROSE, 24), wrap([*CONTRACT[3:], *NOTICE[2:7]], 24)
    lines = [*before, "（河口的渡船每天只开两班。", "）", *after]
    assert "（河口的渡船每天只开两班。）" in texts_of(reflow(dump(lines)))


def test_items_that_differ_in_their_first_word_stay_apart() -> None:
    names = ["buzz", "rex", "bo", "hamm", "slink", "potato", "woody"]
    items = [f"{name}（Demo {number}.0）是片中的一个玩具，" for number, name in enumerate(names)]
    lines = [*wrap(PROSE, 24), *items, *wrap(PROSE, 24)]
    assert set(items) <= set(texts_of(reflow(dump(lines))))


def test_points_of_a_question_follow_it_over_the_wrap() -> None:
    question = "6.请结合全文内容，说说最后一段在文章中有什么作用，并谈谈你的理解？（4分）"
    lines = [*wrap(EXAM, 24), question[:-4], question[-4:], *wrap(PROSE, len(question) - 4, 0)]
    assert question in texts_of(reflow(dump(lines)))


def test_the_number_of_a_source_belongs_to_the_sentence_before_it_and_a_list_of_works_stays() -> None:
    sentence = "渡口的水文记录从民国二十一年一直记到了今年春天，中间只断过两次。"
    works = ["[1]沙洲县水利志", "[2]渡口旧闻录", "[3]春汛与渡船"]
    lines = [*wrap(PROSE, 24), *wrap([sentence], len(sentence), 0), "[17]", *wrap(PROSE, len(sentence), 0), *works]
    texts = texts_of(reflow(dump(lines)))
    assert f"{sentence}[17]" in "".join(texts)
    assert not any(text.startswith("[17]") for text in texts)
    assert texts[-3:] == works


WIDTH = 21
LETTERS = [
    "镇上的邮局搬过三次家，最早在老桥西头，后来搬到粮站隔壁，去年又搬进了新街的小楼。",
    "说起这座小楼，大家都夸窗户开得好，坐在里面写信的时候，抬头就能看见对岸的山和渡船。",
    "父亲当了三十年邮递员，他说路再远也要把信送到人手里，这句话我一直记到今天没有忘记。",
    "母亲总是在灯下等他回来，桌上的饭菜热了又凉，凉了又热，从来没有听她抱怨过一句话。",
]


def test_sources_alone_on_a_line_belong_to_the_sentence_before_them() -> None:
    lines = wrap([*LETTERS, *LETTERS], 20, 0)
    lines.insert(2, "[3][4]")
    assert texts_of(reflow(dump(lines)))[0] == LETTERS[0] + "[3][4]"


def test_a_list_of_works_counts_over_the_lines_between() -> None:
    works = [f"[{n}] 周立群，何山．丘陵山区茶园机械化管理现状[J]．茶业通报，2019，41({n})：55．" for n in (1, 2, 3)]
    assert texts_of(reflow(dump(wrap([*LETTERS, *works], 20, 0))))[-3:] == works


def test_a_bracket_to_fill_in_follows_its_question() -> None:
    question = "动脉中流的都是动脉血，静脉中流的都是静脉血。"
    lines = [*wrap(LETTERS, len(question), 0), question, "（ ）", "近视眼可以矫正。（ ）"]
    assert question + "（ ）" in texts_of(reflow(dump(lines)))


def test_a_heading_as_wide_as_the_page_stays_alone_where_paragraphs_kept_their_indent() -> None:
    heading = "以变应变守了三十年渡口的老邮局一家人"  # with the indent as wide as the page
    set_in = [heading, *LETTERS, *LETTERS]
    lines = [line for text in set_in for line in textwrap.wrap("\u3000\u3000" + text, 20, drop_whitespace=False)]
    assert texts_of(reflow(dump_lines("\n".join(lines)))) == set_in


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("we copied it.2", End.SENTENCE),
        ("就此作罢。12", End.SENTENCE),
        ("as in Fig.2", End.PHRASE),
        ("version 1.2", End.PHRASE),
        ("正式启动。[3][5-7]", End.SENTENCE),
        ("正式启动。 [3]", End.SENTENCE),
        ("先生这样说。〔１３〕", End.SENTENCE),
        ("再来一次〔1〕", End.PHRASE),
        ("于是写下去——", End.COLON),
        ("he said “no.”", End.SENTENCE),
        ("水鸟能量学研究进展[J].", End.PHRASE),
        ("数据库系统[EB/OL]．", End.PHRASE),
        ("»Er liegt da ganz gut.«", End.SENTENCE),
        ("到了一九九", End.PHRASE),
        ("其中：", End.COLON),
        ("渡船每日两班。（班次见附表(一)）", End.SENTENCE),
        ("The boats are kept dry. (See the log of the yard.)", End.SENTENCE),
        ("渡船每日两班（班次见附表(一)）", End.PHRASE),
        ("the third edition, rev. 2. (1984)", End.PHRASE),
        ("the last boat is yours :-)", End.SENTENCE),
        ("（班次见下:)", End.COLON),
    ],
)
def test_ends_of_lines(text: str, end: End) -> None:
    assert line_end(text) == end


@pytest.mark.parametrize(
    ("text", "after", "end"),
    [
        ("ropes, oars, nets etc.", "The keeper counts them", End.SENTENCE),
        ("ropes, oars, nets etc.", "are counted daily", End.PHRASE),
        ("→ https://example.org/tides", "渡口每天看水位", End.SENTENCE),
        ("→ https://example.org/ti", "des/today.html", End.PHRASE),
    ],
)
def test_ends_that_the_next_line_tells(text: str, after: str, end: End) -> None:
    assert ends_in_context([text, after])[0] == end


def test_a_speech_that_ends_a_sentence_at_the_full_width_goes_on() -> None:
    speech = "老人接过茶碗说：“渡口修了三回，一回比一回结实。头一回是木桩，第二回是条石，第三回才用上水泥。”"
    lines = wrap([*LETTERS, speech], 24, 0)
    assert any(line.endswith("结实。") for line in lines)
    assert texts_of(reflow(dump(lines))) == [*LETTERS, speech]


def test_how_long_paragraphs_are_tells_whether_a_full_first_line_is_one() -> None:
    first, rest = (
        "渡船靠岸的时候天已经黑了，岸边的灯还亮着。",
        "摆渡的老人把缆绳系好，提着马灯送客人上坡，再回来收拾船板。",
    )
    assert len(first) == WIDTH
    long = [LETTERS[0] + LETTERS[1], LETTERS[2] + LETTERS[3], first + rest] * 4
    assert texts_of(reflow(dump(wrap(long, WIDTH, 0)))) == long
    short = ["他说明天还来。", first, "大家都点头答应。", first[:-4] + "一盏灯。"] * 6
    assert texts_of(reflow(dump(wrap(short, WIDTH, 0)))) == short


def test_more_of_a_text_is_read_where_its_beginning_does_not_tell_whether_first_lines_are_set_in() -> None:
    items = [f"第{number}号渡船停在{'东西南北'[number % 4]}岸码头" for number in range(195)]
    lines = [*items, *wrap(EXAM[-3:], 22, indent=0), *wrap(EXAM * 5, 22)]
    assert texts_of(reflow(dump(lines))) == [*items, *EXAM[-3:], *EXAM * 5]


def test_a_phrase_that_stands_elsewhere_goes_on_over_a_line_cut_short() -> None:
    cut = ["县里请来几位外地师傅教年轻人修补渡船，", "学徒们跟着几位外地", "师傅走了三个村子，回来都能独自上工。"]
    assert len(reflow(dump([*wrap(LETTERS, 20, 0), *cut]))) == len(LETTERS) + 1


def test_a_long_line_alone_in_a_short_document_is_followed_by_a_title() -> None:
    prose = "年前的货船都已经离港，码头上只剩下看守仓库的老人和他的黄狗，过了年再来装货吧"
    assert texts_of(reflow(dump([prose, "第二天的日记", "天晴，风小。"]))) == [prose, "第二天的日记", "天晴，风小。"]
    assert len(reflow(dump([prose, "，那时候水也涨了。", "天晴，风小。"]))) == 2


def test_lines_of_elements_are_known_by_the_sentences_that_end_within_those_that_break_off() -> None:
    menu = ["招牌菜", "雪菜烧黄鱼一条 128元", "葱油梭子蟹两只 96元", "农家菜", "土鸡煲半只 88元", "咸肉蒸春笋 38元"]
    note = (
        "本店所有水产都在当天从渔船上采购，售完为止。预订宴席请至少提前一天。有忌口或者对海鲜过敏的客人，请在点菜的时候告诉服务员。"
        "院子里的鱼塘水深一米六左右。随行的老人和孩子请务必看护好。停车场在灯塔公园东门的对面。本店可以代叫代驾，请勿酒后驾驶车辆。"
    )
    lines = [Line(text, tag="div", number=number) for number, text in enumerate([*wrap([note], 26), *menu])]
    assert texts_of(reflow(lines)) == [note, *menu]


STOCK = [
    ("编号", "名称", "单位", "账面", "实盘", "备注"),
    ("0103001", "移动式输送机", "台", "12", "12", "其中两台正在维修"),
    ("0103002", "清理筛", "台", "4", "4", "年内更换过滤网"),
    ("0103005", "轴流风机", "台", "36", "35", "雷击烧毁一台"),
    ("0104011", "电子测温电缆", "套", "18", "18", "二〇二一年更换"),
    ("0201003", "编织麻袋", "条", "26000", "25860", "自然损耗"),
]


@pytest.mark.parametrize("gap", ["  ", " ", "\t", "\u3000\u3000"])
@pytest.mark.parametrize("columns", [20, 24])
def test_rows_stay_apart_whatever_parts_their_cells(gap: str, columns: int) -> None:
    rows = [gap.join(cells) for cells in STOCK]
    texts = [*PROSE, *rows, *PROSE[:2]]
    lines = [*wrap(PROSE, columns), *rows, *wrap(PROSE[:2], columns)]
    squeezed = ["".join(text.split()) for text in texts_of(reflow(dump(lines)))]
    assert squeezed == ["".join(text.split()) for text in texts]


def test_prose_with_spaces_is_no_table() -> None:
    assert table_rows(["每个 服务 都有自己的环境，互不 干扰。", "升级 的时候 改一下镜像，就 可以了。"] * 3) == set()
    assert table_rows(["用了 Docker 之后每个服务", "在 2009 年 12 月开业"]) == set()
    assert table_rows(["The  clock  had  stopped", "at  ten  minutes  to"]) == set()


def test_cells_of_rows_are_parted_by_tabs_and_spaced_letters_are_none() -> None:
    rows = [" ".join(cells) for cells in STOCK]
    assert texts_of(reflow(dump(rows))) == ["\t".join(cells) for cells in STOCK]
    heading = ["会 议 纪 要", "白 沙 镇 政 府"]
    assert texts_of(reflow(dump(heading))) == heading


def test_a_value_goes_with_the_label_that_ends_the_line_before() -> None:
    label = "如有疑问请在公示期内联系，联系人：尹老师，电话："
    texts = [*PROSE, f"{label}139-0000-0000（工作日）。"]
    lines = wrap(texts, len(label), 0)
    assert label in lines
    assert texts_of(reflow(dump(lines))) == texts


def test_a_page_number_goes_with_the_leaders_before_it() -> None:
    entries = [f"第{number}节　渡口与驿道{'…' * 17}" for number in "一二三"]
    lines = [line for page, entry in enumerate(entries, 7) for line in (entry, str(page))]
    squeezed = ["".join(text.split()) for text in texts_of(reflow(dump([*lines, *wrap(PROSE * 2, 26, 0)])))]
    assert squeezed[:3] == ["".join(f"{entry}{page}".split()) for page, entry in enumerate(entries, 7)]


def test_lines_that_begin_with_the_same_signs_stay_apart() -> None:
    listing = [f"-rw-r--r-- 1 me me {size} May 1 10:12 IMG_000{size}.JPG" for size in "1234"]
    lines = wrap([*PROSE, *listing, *PROSE], 24, 0)
    assert [text for text in texts_of(reflow(dump(lines))) if text.startswith("-rw")][:3] == listing[:3]


def test_an_item_goes_on_below_its_first_word() -> None:
    texts = ["Two options:", "- The first takes", "a day.", "and a month", "- The second", "may be metric"]
    set_in = [0, 0, 2, 2, 0, 2]
    hanging = hanging_lines(set_in, texts, [False] * 6)
    assert shifts(set_in, hanging) == [*[Shift.LEVEL] * 3, Shift.BACK, Shift.LEVEL]
    assert shifts([0, 2, 0], [False] * 3) == [Shift.DEEPER, Shift.BACK]


def test_an_item_with_a_number_goes_on_below_its_first_word_unless_the_next_one_begins_there() -> None:
    texts = ["1. 办理登记时应当提交申请书、", "身份证明和房屋权属的", "材料；", "(a) 代理人"]
    assert hanging_lines([0, 3, 3, 3], texts, [True, True, False, False]) == [False, True, True, False]
    assert not any(hanging_lines([0, 4], ["一、总则", "本办法适用于全县。"], [False, False]))


def test_times_begin_entries_where_several_lines_begin_so() -> None:
    entries = ["07:30 早餐后出发", "12:00 在镇上午餐", "14:30 开始徒步"]
    assert start_weights(entries) == [STRONG] * 3
    assert start_weights(["于次日早晨", "7:30 到达"])[1] < STRONG


@pytest.mark.parametrize(
    ("habit", "whole"),
    [("", "调查显示,2018年以后"), ("其中, 15人", "调查显示, 2018年以后")],
)
def test_behind_a_half_width_mark_of_a_chinese_sentence_the_documents_habit_counts(habit: str, whole: str) -> None:
    assert Joiner([habit]).join(["调查显示,", "2018年以后"]) == whole


def test_running_text_at_the_margin_begins_no_paragraph_where_paragraphs_are_set_in() -> None:
    level = [Shift.LEVEL, Shift.BACK, Shift.LEVEL, Shift.BACK]
    running = [True, True, True, False, True]
    plain = [True, True, False, True, True]
    assert running_at_margin(level, running, plain, 4) == [True, None, False, True]
    assert running_at_margin(level, running, plain, None) == [None] * 4
