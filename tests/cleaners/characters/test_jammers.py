"""What a forum hides between lines against copying goes where several lines end in it; what a text has alike stays."""

import pytest

from cleaners.characters.jammers import without_jammers
from cleaners.document import Line


def _without(*texts: str) -> tuple[list[str], list[str]]:
    lines, drops = without_jammers([Line(text, number=number) for number, text in enumerate(texts)])
    return [line.text for line in lines], [drop.text for drop in drops]


def test_runs_go_from_ends_and_beginnings_and_as_lines() -> None:
    kept, gone = _without(
        "水仙要挑扁圆的。$ k2 d; V1 w' X",
        '8 v. y! T3 h" o5 z',
        ", d1 b+ u( M/ x' ~! c4 g二、刻伤",
        "只削鳞片。* f& e0 t; J6 p! s",
    )
    assert kept == ["水仙要挑扁圆的。", "二、刻伤", "只削鳞片。"]
    assert len(gone) == 4 and gone[0] == "$ k2 d; V1 w' X"


def test_runs_go_with_the_space_behind_them() -> None:
    kept, gone = _without(
        "水仙要挑扁圆的。$ k2 d; V1 w' X",
        "5 j/ r' h% Q2 b3 N+ y “刻”是第二步。# f! L6 c( z",
    )
    assert kept == ["水仙要挑扁圆的。", "“刻”是第二步。"]
    assert len(gone) == 3


def test_notices_with_a_name_and_other_letters_each_time_go() -> None:
    kept, gone = _without(
        "雨停了。",
        "46Please respect copyright.NOVELLAk3Jd90sKqp",
        "「走吧。」46Please respect copyright.NOVELLAZq81mnTT4e",
    )
    assert kept == ["雨停了。", "「走吧。」"]
    assert len(gone) == 2


def test_runs_of_any_few_characters_go_as_well() -> None:
    kept, gone = _without(
        "柿子要等霜后摘。( K& D~ u_ H4 + v R[ W8 n p| m }2",
        "5) E3  r[ g 6| J1 ]@  w^  a] T",
        "去皮留蒂。n/ S 2* ?  * :6 :1  U q( /) ,} _",
    )
    assert kept == ["柿子要等霜后摘。", "去皮留蒂。"] and len(gone) == 3


@pytest.mark.parametrize(
    "texts",
    [
        ("水仙要挑扁圆的。$ k2 d; V1 w' X", "只削鳞片。"),  # once
        ("雨停了。46Please respect copyright.NOVELLAk3Jd90sKqp",),  # once
        ("本书出版方 copyright 2019.PENGUINBOOKS2019", "本书出版方 copyright 2019.PENGUINBOOKS2019"),
        ("和弦：C, G, A, F, C, G", "前奏：A, F, C, G, C, G"),
        ("答案：1 A 2 B 3 C 4 D 5 E", "答案：1 B 2 B 3 C 4 D 5 E"),
        ("x + y = z", "a - b > c"),
        ("选 A B C D E F", "选 B C D E F G"),
        ("集合 { x | x > 3 }", "集合 { y | y < 5 , y > 1 }"),
        ("一、判断：~ p & q | ~ r & p", "二、判断：(~p | q) & (r | ~s)"),
        ("元字符有：^ $ . | ? * + ( ) [ ] { } \\b", "字符类有：\\d \\w \\s \\D [ ] ^ ? |"),
        ("可用！ @ # $ % ^ & * ( ) _ + A", "不可用！ < > [ ] { } | ~ ` B"),
        ("补全单词。 b _ t , c _ p ; d _ g !", "补全单词。 p _ n , h _ t ; f _ x ?"),
        ("/ o ~ | # [ ] o", "| _ ^ o # ~ ^ |"),  # a drawing
    ],
)
def test_letters_of_a_text_stay(texts: tuple[str, ...]) -> None:
    assert _without(*texts) == ([*texts], [])
