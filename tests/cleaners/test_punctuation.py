"""Width of punctuation beside Han characters. Full-width marks are written as escapes, to be told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.punctuation import narrow, widen


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
    ],
)
def test_what_keeps_its_marks(text: str) -> None:
    assert widen(text) == text


def test_marks_beside_latin_stay_wide() -> None:
    assert (
        narrow("see\uff08below\uff09\uff0cand more Latin words, 中")
        == "see\uff08below\uff09\uff0cand more Latin words, 中"
    )


MIXED = st.text(
    st.sampled_from("中文字a1 ,.:;?!()\"'\uff0c\u3002\uff1a\uff1b\uff1f\uff01\uff08\uff09“”‘’、《》\n"), max_size=40
)


@given(MIXED | st.text())
def test_twice_changes_nothing(text: str) -> None:
    assert widen(widen(text)) == widen(text)
    assert narrow(narrow(text)) == narrow(text)


@given(MIXED | st.text())
def test_words_and_line_ends_stay(text: str) -> None:
    for changed in (widen(text), narrow(text)):
        assert [char for char in changed if char.isalnum()] == [char for char in text if char.isalnum()]
        assert changed.count("\n") == text.count("\n")


def test_the_last_stop_of_a_chinese_line_is_wide_behind_latin_words_too() -> None:
    assert widen("结果见表2(b)，程序用的是Word 2016.") == "结果见表2(b)，程序用的是Word 2016。"
    assert narrow("结果见表2(b)，程序用的是Word 2016。") == "结果见表2(b),程序用的是Word 2016."
    assert widen("他在美国（U.S.A.") == "他在美国（U.S.A."
