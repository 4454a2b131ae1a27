"""Characters as their author would have typed them. Full-width marks are written as escapes, to be told apart."""

import re
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaners import clean
from cleaners.characters.normalize import normalize, normalize_verbatim
from cleaners.characters.private_use import BULLETS, PRIVATE
from cleaners.options import CleanOptions


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        # spaces
        ("XX 对外开放", "XX 对外开放"),
        ("使用 Python 语言", "使用 Python 语言"),
        ("2024 年 5 月", "2024 年 5 月"),
        ("我 们 要 坚 持", "我们要坚持"),
        ("目\u3000\u3000录", "目录"),
        ("张\t三", "张三"),
        ("第 一 章\u3000总 则", "第一章 总则"),
        ("第一条 为了加强管理", "第一条 为了加强管理"),
        ("第三部分 收费与投诉", "第三部分 收费与投诉"),
        ("第 三 部 分 收 费", "第三部分 收费"),
        ("第321题 值班员发现", "第321题 值班员发现"),
        ("姓名 性别 年龄 籍贯", "姓名 性别 年龄 籍贯"),
        ("你好 \uff0c世界 \u3002", "你好\uff0c世界\u3002"),
        ("ABC \uff0c世界", "ABC\uff0c世界"),
        ("\uff08 一 \uff09 总体要求", "\uff08一\uff09总体要求"),
        ("他说\uff1a“ 很好 ”", "他说\uff1a“很好”"),
        ("say “hello” 吧", "say “hello” 吧"),
        ("第 三 節\u3000規 則", "第三節 規則"),
        ("第二條 為推廣閱讀\uff0c特設本室\u3002", "第二條 為推廣閱讀\uff0c特設本室\u3002"),
        ("摘 要 针对传统方法", "摘要 针对传统方法"),
        ("二 模型的建立", "二 模型的建立"),
        ("一 是要加强领导\uff0c二 是要抓好落实", "一是要加强领导\uff0c二是要抓好落实"),
        ("不忘来路 走好前路", "不忘来路 走好前路"),
        ("姓名\uff1a   性别\uff1a   住址\uff1a青石县", "姓名\uff1a 性别\uff1a 住址\uff1a青石县"),
        ("最小的是\uff08   \uff09\u3002", "最小的是\uff08 \uff09\u3002"),
        ("你好 ,世界 .", "你好,世界."),
        ("见附件 ( 一 )", "见附件 (一)"),
        ("他说\uff1a “好”\uff0c然后 “走” 了", "他说\uff1a“好”\uff0c然后“走”了"),
        ("放进 .txt 文件 :-) [1]", "放进 .txt 文件:-) [1]"),
        ("  one \xa0 two  ", "one two"),
        ("关键词\uff1a水库 管理 调度", "关键词\uff1a水库 管理 调度"),
        ("出席\uff1a沈悦  邱国栋  何平", "出席\uff1a沈悦 邱国栋 何平"),
        ("王 明  李 芳  张 三", "王明 李芳 张三"),
        ("主 编\uff1a沈悦   副主编\uff1a邱国栋", "主编\uff1a沈悦 副主编\uff1a邱国栋"),
        ("满分100分   考试时间90分钟", "满分100分 考试时间90分钟"),
        ("一、选择题  二、填空题", "一、选择题 二、填空题"),
        # words of options
        ("A\uff0e酝酿 宛转  B\uff0e苍桑 帐篷", "A\uff0e酝酿 宛转 B\uff0e苍桑 帐篷"),
        ("C. 举头望明月 低头思故乡", "C. 举头望明月 低头思故乡"),
        ("1. 酝酿 宛转 帐篷", "1. 酝酿 宛转 帐篷"),
        ("A. 春 天 B. 夏 天", "A. 春天 B. 夏天"),
        ("A股 市场 B.春天 来了", "A股市场 B.春天来了"),
        ("A.他说 这样很好\u3002", "A.他说这样很好\u3002"),
        # blanks
        ("签订日期\uff1a\u3000\u3000年\u3000\u3000月\u3000\u3000日", "签订日期\uff1a 年 月 日"),
        ("自    年  月  日至  年  月  日止", "自 年 月 日至 年 月 日止"),
        ("2024年  月  日", "2024年 月 日"),
        ("日期\uff1a   年  月  日   日期\uff1a   年  月  日", "日期\uff1a 年 月 日 日期\uff1a 年 月 日"),
        ("出 生 年 月", "出生年月"),
        ("5月 日均产量", "5月日均产量"),
        ("第   页 共   页", "第 页 共 页"),
        ("人民币\u3000\u3000元整", "人民币 元整"),
        # letter-spaced
        ("今 天 , 天 气 很 好 . 我 们 去", "今天,天气很好.我们去"),
        ("2 0 2 4 年 工 作 总 结", "2024年工作总结"),
        ("你好, 世界", "你好, 世界"),
        # Unicode
        ("⻓江⼤桥⼀⻚", "长江大桥一页"),
        ("\uf900豈\u2126", "豈豈Ω"),
        ("cafe\u0301", "café"),
        ("①②㎡\u210c\ufb01", "①②㎡\u210c\ufb01"),
        ("零\u200b宽\ufeff字\u202e符\x07", "零宽字符"),
        ("软\xad连\u200d字\u200c符", "软连字符"),
        ("👨\u200d👩\u200d👧 می\u200cخواهم", "👨\u200d👩\u200d👧 می\u200cخواهم"),
        ("\uff21\uff22\uff43\uff11\uff12\uff0c\uff08一\uff09\uff1a", "ABc12\uff0c\uff08一\uff09\uff1a"),
        # a mark goes with the digits around it
        ("共１\uff0c０００人", "共1,000人"),
        ("１００\uff0c２００\uff0c３００", "100\uff0c200\uff0c300"),
        ("价格１\uff0c２３４\uff0e５６元\uff0c１０\uff05", "价格1,234.56元\uff0c10%"),
        ("１２\uff1a３０\uff1a４５\uff0c比分３\uff1a２", "12:30:45\uff0c比分3\uff1a2"),
        ("３\uff0e５", "3.5"),
        ("约３\uff0e５米\uff0c占１０\uff0e５\uff05", "约3.5米\uff0c占10.5%"),
        ("共１\uff0c０００\uff0c０００人", "共1,000,000人"),
        # nor with the number of an item, a table, a question
        ("１\uff0e５名学生", "1\uff0e5名学生"),
        ("２\uff0e１０月１日起施行", "2\uff0e10月1日起施行"),
        ("３\uff0e２０２４年", "3\uff0e2024年"),
        ("２\uff0e共１\uff0c２００人", "2\uff0e共1,200人"),
        ("Ａ\uff0e１０ Ｂ\uff0e１\uff0e５", "A\uff0e10 B\uff0e1.5"),
        ("表１\uff1a２０２３年", "表1\uff1a2023年"),
        ("问题１\uff1a２０２０年", "问题1\uff1a2020年"),
        ("表 １\uff1a２０", "表 1\uff1a20"),
        ("第５\uff0c１００\uff0c２００题", "第5\uff0c100\uff0c200题"),
        ("取５\uff0c１００\uff0c２００", "取5\uff0c100\uff0c200"),
        ("ａ\uff20ｂ\uff0eｃｏｍ\uff0cｈｔｔｐ\uff1a\uff0f\uff0fａ\uff0eｂ", "a@b.com\uff0chttp://a.b"),
        ("１\uff0e总则", "1\uff0e总则"),
        ("\uf06c 要点", "● 要点"),
        ("λ 为\uf06c", "λ 为\uf06c"),
        ("\uf0b7 项目", "• 项目"),
        ("\ue000保留\ue123", "\ue000保留\ue123"),
        # Word and print drivers
        ('TOC \\o "1-2" \\h \\z \\u 前言', "前言"),
        ('TOC\\o"1-2"\\h\\u23753前言1', "前言1"),
        ('HYPERLINK \\l "_Toc123456789" 第一节 PAGEREF _Toc123456789 \\h 3', "第一节 3"),
        ('HYPERLINK "http://example.org/a" 链接', "链接"),
        ("图 1 SEQ 图 \\* ARABIC 2", "图 1 2"),
        ("结论 \\* MERGEFORMAT", "结论"),
        ("C:\\dir\\help $\\alpha$ my_Total", "C:\\dir\\help $\\alpha$ my_Total"),
        ("= 1 \\* GB3 ①准备", "①准备"),
        ("x = 1 \\* y", "x = 1 \\* y"),
        ("简介简介", "简介"),
        ("總則總則", "總則"),
        ("第一章第一章", "第一章"),
        ("一、工作目标一、工作目标", "一、工作目标"),
        ("第第一一章章", "第一章"),
        ("研究研究", "研究研究"),
        ("简介 简介", "简介"),
        ("第一章 总则 第一章 总则", "第一章 总则"),
        ("一、工作目标 一、工作目标", "一、工作目标"),
        ("姓名 分数 姓名 分数", "姓名 分数 姓名 分数"),
        ("来人啊\uff01来人啊\uff01", "来人啊\uff01来人啊\uff01"),
        ("下雨了\u3002下雨了\u3002", "下雨了\u3002下雨了\u3002"),
        ("哈哈哈哈哈哈哈哈", "哈哈哈哈哈哈哈哈"),
        ("好的\u3002\u3002", "好的\u3002"),
        ("好\uff0c\uff0c是吗\u3002\u3002\u3002", "好\uff0c是吗\u3002\u3002\u3002"),
    ],
)
def test_characters_become_what_was_typed(shown: str, typed: str) -> None:
    assert normalize(shown) == typed
    assert normalize(typed) == typed


def test_facts_are_normalized_as_lines_are_but_for_the_spaces_that_part_them() -> None:
    title = "\uff12\uff10\uff12\uff13年\u3000工作 总结\u200b"
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>"
    document = clean(f"{page}<p>这一年的工作是从修路开始的\uff0c先后修了三条\u3002</p></body></html>".encode())
    assert document.title == "2023年 工作 总结"
    assert document.text == "这一年的工作是从修路开始的\uff0c先后修了三条\u3002"


def test_a_letter_spaced_title_is_closed() -> None:
    document = clean("劳 动 合 同\n\n甲方聘用乙方担任仓库管理员\uff0c双方订立本合同\u3002\n".encode())
    assert document.title == "劳动合同"


def test_verbatim_lines_keep_their_spaces() -> None:
    assert normalize_verbatim("    if a:\t# 注 释\x1b[31m\u200b  ") == "    if a:\t# 注 释[31m"


CHARS = (
    "中文字第一章条简介\uff0c\u3002\u3001\uff08\uff09"
    "\u3000 \t\xa0\uff21aA1\uff11“”⻓⼀\uf900\uf06c\uf0b7\u200b\u200d\ue000\\_AB.12年月日页元"
)
WORDS = ["TOC \\o", '"1-2"', "\\h", "_Toc123456", "PAGEREF ", "HYPERLINK ", "简介", "第一章", "EMBED A.1", "SEQ a "]
PIECES = st.lists(st.sampled_from([*CHARS, *WORDS])).map("".join)


@given(PIECES | st.text())
@example("TOC \\o HYPERLINK \\h ")
@example("PAGEREF PAGEREF _Toc123456 _Toc123456")
def test_twice_changes_nothing(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once
    assert once == once.strip()


@given(PIECES | st.text())
def test_nothing_is_added(text: str) -> None:
    """White space aside, what comes out is a subsequence of what went in, by the forms that documentation lists."""
    shown = iter(_usual(text))
    assert all(char in shown for char in _usual(normalize(text)))


def _usual(text: str) -> str:
    """Map what has a usual form by Unicode's own tables, which are wider than ours."""
    folded = unicodedata.normalize("NFKC", text).translate(_FORMS)
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", folded))


_OF_FORMULAS = (
    "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ°±″≥×∝∂•÷≠≡≈⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇√⋅¬∧∨⇔⇐⇑⇒()+<=>[]{|}−∴⊥′≤∞→∫∑"
)
_FORMS = str.maketrans(
    {"⻓": "长"}
    | PRIVATE
    # One sign of a font is now this, now that: which it is, is tested apart.
    | dict.fromkeys([*map(chr, range(0xF021, 0xF0FF)), *_OF_FORMULAS, *BULLETS.values(), *"□☐☑◻"], "")
)


def test_clean_lines_cost_little() -> None:
    lines = ["这一行没有什么可做的\uff0c只有普通的文字和标点\u3002" * 4] * 20_000
    start = time.perf_counter()
    for line in lines:
        normalize(line)
    assert time.perf_counter() - start < 2.0


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("第一章 总则 ........ 3", "第一章 总则 3"),
        ("第二章 附则………………12", "第二章 附则 12"),
        ("Introduction . . . . . . 7", "Introduction 7"),
        ("他说……3天以后再来", "他说……3天以后再来"),
        ("等了又等......", "等了又等......"),
    ],
)
def test_leaders_of_contents_go_where_that_was_asked_for(line: str, bare: str) -> None:
    page = f"某县志编纂办法\n\n{line}\n\n本办法自公布之日起施行，由县志办公室负责解释。\n".encode()
    assert line in clean(page).text.splitlines()
    assert bare in clean(page, options=CleanOptions(leaders="drop")).text.splitlines()


@pytest.mark.parametrize(
    ("line", "clean"),
    [
        ("第三条 错误！未找到引用源。", "第三条"),
        ("目录 Error! Bookmark not defined.", "目录"),
        ('{ TOC \\o "1-3" }', ""),
        ("NUMPAGES \\* MERGEFORMAT 12", "12"),
        ("MERGEFIELD 姓名 \\* MERGEFORMAT 张三", "张三"),
        ("程序显示“错误！请重试”，PAGE 一词和 {} 保留", "程序显示“错误！请重试”，PAGE 一词和 {} 保留"),
    ],
)
def test_what_word_wrote_in_place_of_a_field_goes(line: str, clean: str) -> None:
    assert normalize(line) == clean
