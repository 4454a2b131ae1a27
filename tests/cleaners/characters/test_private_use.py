"""Private-use code points: what GB 18030 kept there, signs of Symbol, boxes and bullets of Wingdings.

They are written as escapes, since nothing shows them.
"""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.characters.normalize import normalize
from cleaners.characters.private_use import PRIVATE


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        # GB 18030
        ("一\ue78d二\ue78e三\ue78f四\ue790五\ue796", "一\uff0c二\u3002三\u3001四\uff1a五…"),
        ("一\ufe10二\ufe12", "一\uff0c二\u3002"),
        ("\ue81e\ue826\ue864\ue816\ue863", "龴龵龻𠂇䶮"),
        ("呒 \ue7c7", "呒 ḿ"),
        # Symbol
        ("\uf0d0ABC\uf03d60\uf0b0\uff0c\uf044ABC", "∠ABC=60°\uff0cΔABC"),
        ("30\uf0b015\uf0a220\uf0b2", "30°15′20″"),
        ("3 \uf0b4 5 \uf03d 15\uff0ca\uf0b3b\uff0cx\uf0a33", "3 × 5 = 15\uff0ca≥b\uff0cx≤3"),
        ("S\uf03d2\uf070r\uff0csin\uf071\uff0c\uf061\uf03d30", "S=2πr\uff0csinθ\uff0cα=30"),
        ("f\uf028x\uf029\uf0ce\uf05b0,1\uf05d", "f(x)∈[0,1]"),
        ("求\uf061的度数", "求α的度数"),
        ("x\uf0ae+\uf0a5", "x→+∞"),
        ("\uf06c=3\uff0cy=\uf02d3", "λ=3\uff0cy=−3"),
        ("\uf05cAB\uf05eCD", "∴AB⊥CD"),
        ("\uf8eb2\uf8f6", "⎛2⎞"),
        # Wingdings
        ("甲\uf0e0乙", "甲→乙"),
        ("\uf0d8 要点", "➢ 要点"),
        ("性别\uff1a\uf0a8男 \uf0fe女", "性别\uff1a◻男 ☑女"),
        ("是\uf0a3 否\uf052", "是☐ 否☑"),
        ("\uf0a3 同意 \uf0a3 不同意", "☐ 同意 ☐ 不同意"),
        # nobody knows
        ("评分 1\uf0a3 2\uf0a3 3\uf0a3", "评分 1\uf0a3 2\uf0a3 3\uf0a3"),
        ("下载\uf019 1234", "下载\uf019 1234"),
        ("见\uf06c\uff0c\ue000\uf700", "见\uf06c\uff0c\ue000\uf700"),
    ],
)
def test_what_is_certain_is_mapped(shown: str, typed: str) -> None:
    assert normalize(shown) == typed
    assert normalize(typed) == typed


SIGNS = st.text(st.sampled_from([*"中字xA3 =+(\uff08\uff1a", *map(chr, range(0xF020, 0xF100))]), max_size=12)


@given(SIGNS)
def test_twice_changes_nothing(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        ("a" + "\uf05c" * 4000, "a" + "∴" * 4000),
        ("\uf028" * 2000 + "x" + "\uf029" * 2000, "(" * 2000 + "x" + ")" * 2000),
        ("a" + "\uf0b4\uf075" * 2000, "a" + "×υ" * 2000),
        ("\uf028a\uf028b\uf029\uf029\uf028\uf028\uf029\uf029", "(a(b))\uf028\uf028\uf029\uf029"),
    ],
    ids=["signs", "brackets", "terms", "empty"],
)
def test_many_signs_in_a_row_take_no_longer_than_as_many_apart(shown: str, typed: str) -> None:
    begin = time.perf_counter()
    assert normalize(shown) == typed
    assert time.perf_counter() - begin < 1


def test_the_table_says_what_the_codec_says() -> None:
    """Python's codec is of the edition of 2000, which gave most of the 80 at FE50-FEA0 their characters already."""
    trails = [trail for trail in range(0x50, 0xA1) if trail != 0x7F]
    for place, trail in enumerate(trails, start=0xE815):
        char = bytes((0xFE, trail)).decode("gb18030")
        assert char in (PRIVATE[place], chr(place))
    assert all(unicodedata.category(form) != "Co" for form in PRIVATE.values())
