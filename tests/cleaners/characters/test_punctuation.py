"""Width of punctuation beside Han characters. Full-width marks are written as escapes, to be told apart."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaners.characters.punctuation import narrow, widen


@pytest.mark.parametrize(
    ("half", "full"),
    [
        ("今天,我们开会(第一次).", "今天\uff0c我们开会\uff08第一次\uff09\u3002"),
        ("时间:12:30,共1,000人,比例3:5", "时间\uff1a12:30\uff0c共1,000人\uff0c比例3:5"),
        ('他说:"你好"吗?好!', "他说\uff1a“你好”吗\uff1f好\uff01"),
        ("Python,我们用", "Python\uff0c我们用"),
        ("版本3.14发布;见(WHO)报告.", "版本3.14发布\uff1b见\uff08WHO\uff09报告\u3002"),
        ("(一)总体要求", "\uff08一\uff09总体要求"),
        ("世界卫生组织(WHO(总部))", "世界卫生组织\uff08WHO\uff08总部\uff09\uff09"),
        ("令f(x,y)=0,则x,y为整数.", "令f(x,y)=0\uff0c则x,y为整数\u3002"),
        ("网址www.example.org/a,b,邮箱a.b@c.org,欢迎.", "网址www.example.org/a,b\uff0c邮箱a.b@c.org\uff0c欢迎\u3002"),
        ("见https://a.org/x.然后下载", "见https://a.org/x\u3002然后下载"),
        (
            "放在/var/lib/data目录.再看C:\\资料(新)\\1.doc,完",
            "放在/var/lib/data目录\u3002再看C:\\资料(新)\\1.doc\uff0c完",
        ),
        ("用Python.占50%.见[3].完成.2020年再来.", "用Python\u3002占50%\u3002见[3]\u3002完成\u30022020年再来\u3002"),
        ("一.我们要努力.", "一.我们要努力\u3002"),
        ("上午9:00.", "上午9:00\u3002"),
        ("(A)苹果 (B)梨", "\uff08A\uff09苹果 \uff08B\uff09梨"),
        ("约翰(John Smith)与TCP(RFC 793)协议", "约翰\uff08John Smith\uff09与TCP\uff08RFC 793\uff09协议"),
        ('"A"和"B"称为"GDP".', "“A”和“B”称为“GDP”\u3002"),
        ("他说:'好',就走了", "他说\uff1a‘好’\uff0c就走了"),
        ('"他说:"好"",走', "“他说\uff1a“好””\uff0c走"),
        ("O'Neil说:'好'", "O'Neil说\uff1a‘好’"),
        ('如"a","b","c"三种', "如“a”\uff0c“b”\uff0c“c”三种"),
        ('"China",是', "“China”\uff0c是"),
        ("他笑了笑.[1]后来", "他笑了笑\u3002[1]后来"),
        ("[1] 王明,李芳.水库管理[M].北京:某社,2010.", "[1] 王明\uff0c李芳.水库管理[M].北京\uff1a某社\uff0c2010."),
    ],
)
def test_both_ways(half: str, full: str) -> None:
    assert widen(half) == full
    assert widen(full) == full
    assert narrow(full) == half
    assert narrow(half) == half


@pytest.mark.parametrize(
    "text",
    [
        "The words China, 中国, and others are here: see (below).",
        "网址见 http://example.org/a?b=1,2;c:3",
        "调用 f(x, y) 即可",
        'print("你好")',
        'x = "值"',
        "a != b 的时候",
        "一.总则",
        '只有"一个引号',
        "It's 中文",
        "plain, (ASCII) text: 1,000.5",
        "等等...",
        "I am 小明, a boy.",
        "print('你好,世界')",
        '{"name": "张,三", "age": 3}',
        "SELECT * FROM 表 WHERE 名='张,三'",
        "Tom's书和Mary's书",
        '15"和17"显示器',
        "路径D:/资料/2020年.doc",
        '在 print("a,b") 中',
        'git commit -m "修改, 完成" 之后',
        'cout << "输入, 输出" 的意思',
        "SELECT 姓名, 年龄 FROM 学生;",
        "SELECT COUNT(姓名), 年龄",
        "UPDATE 学生 SET 姓名='张三', 年龄=3",
        "CREATE TABLE 学生 (姓名 TEXT, 年龄 INT",
        "时间12:30:45的",
    ],
)
def test_what_keeps_its_marks(text: str) -> None:
    assert widen(text) == text


def test_a_sentence_that_begins_with_a_word_of_code_is_a_sentence() -> None:
    assert widen("SELECT 语句,用于查询") == "SELECT 语句\uff0c用于查询"
    assert widen("UPDATE 语句(见下),用于更新") == "UPDATE 语句\uff08见下\uff09\uff0c用于更新"


def test_a_straight_quote_pairs_with_a_curly_one() -> None:
    assert widen('他说:“好",走') == "他说\uff1a“好”\uff0c走"
    assert widen("他笑了笑.“我打听一个人.") == "他笑了笑\u3002“我打听一个人\u3002"
    assert widen('他说:"好”,走') == "他说\uff1a“好”\uff0c走"


def test_marks_beside_latin_stay_wide() -> None:
    assert (
        narrow("see\uff08below\uff09\uff0cand more Latin words, 中")
        == "see\uff08below\uff09\uff0cand more Latin words, 中"
    )


MIXED = st.text(
    st.sampled_from("中文字a1 ,.:;?!()\"'\uff0c\u3002\uff1a\uff1b\uff1f\uff01\uff08\uff09“”‘’、《》\n"), max_size=40
)


@given(MIXED | st.text())
@example("““中””")
def test_twice_changes_nothing(text: str) -> None:
    assert widen(widen(text)) == widen(text)
    assert narrow(narrow(text)) == narrow(text)


@given(MIXED | st.text())
def test_words_and_line_ends_stay(text: str) -> None:
    for changed in (widen(text), narrow(text)):
        assert [char for char in changed if char.isalnum()] == [char for char in text if char.isalnum()]
        assert changed.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("half", "full"),
    [
        ("今天好. 然后走了", "今天好\u3002然后走了"),
        ("他写道: Hello, 再见!", "他写道\uff1aHello\uff0c再见\uff01"),
    ],
)
def test_a_full_width_mark_needs_no_space(half: str, full: str) -> None:
    assert widen(half) == full


CLAUSES = [
    "我们开会",
    "使用Python编写",
    "共1,000人",
    "时间是12:30",
    "他说“好”",
    "见《规定》(试行)",
    "占8.5%",
    "地址http://a.org/b?c=1",
    "编号A-1",
    "比例3:5",
    "气温25℃",
    "存于/var/log/a目录",
    "第(3)项",
    "公司(GE)",
    "研究表明[2]",
    "叫做‘树’",
    "版本v1.2",
    "一、总则",
    "1.概况",
]
LINES = st.lists(st.tuples(st.sampled_from(CLAUSES), st.sampled_from("\uff0c\u3002\uff1b\uff01\uff1f\uff1a"))).map(
    lambda pairs: "".join(clause + mark for clause, mark in pairs)
)


@given(LINES)
def test_full_width_comes_back_from_half(line: str) -> None:
    full = widen(line)
    assert widen(narrow(full)) == full


def test_the_last_stop_of_a_chinese_line_is_wide_behind_latin_words_too() -> None:
    assert widen("结果见表2(b)，程序用的是Word 2016.") == "结果见表2(b)，程序用的是Word 2016。"
    assert narrow("结果见表2(b)，程序用的是Word 2016。") == "结果见表2(b),程序用的是Word 2016."
    assert widen("他在美国（U.S.A.") == "他在美国（U.S.A."
