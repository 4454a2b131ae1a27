"""Gaps between Han characters; what becomes of each kind is in ``test_normalize``."""

from hypothesis import example, given
from hypothesis import strategies as st

from cleaners.characters.spacing import close_gaps

PIECES = [
    *"中文字年月日页第共元币额ABH.12\uff1a、\uff0c\u3002,)",
    *["  ", " "] * 4,
    "酝酿",
    "第一章",
    "姓名\uff1a",
    "A.",
    "B\uff0e",
]


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
@example("第 页 中")  # what follows a blank is not drawn to it
@example("签订日期：    年  月  日    签订日期：    年  月  日")
@example("年 月 日 第 页")
@example("额 元 .")
@example("A 第 H 共页 元字 , 页")  # closing gaps makes no line letter-spaced
def test_spaces_alone_go_and_twice_changes_nothing(line: str) -> None:
    closed = close_gaps(line)
    assert closed.replace(" ", "") == line.replace(" ", "")
    assert close_gaps(closed) == closed
    assert "  " not in closed
