"""Copies of pages with readings put behind characters and tags shown as text."""

from __future__ import annotations

from cleaners import clean
from cleaners.characters.mirror import without_mirror_marks
from cleaners.document import Line

COPY = "圖書館將(jiāng)于下周閉館盤點(diǎn)，請各位讀(dú)者提前歸(guī)還圖書，盤點(diǎn)結(jié)束后另行通知。"
EXAM = "給下列加點的字注音：踟(chí)躕不前，戛(jiá)然而止，垂涎(xián)三尺，鍥(qiè)而不捨，叱(chì)咤風雲。"


def test_readings_behind_converted_characters_go() -> None:
    expected = "圖書館將于下周閉館盤點，請各位讀者提前歸還圖書，盤點結束后另行通知。"
    assert [line.text for line in without_mirror_marks([Line(COPY)])] == [expected]


def test_readings_with_a_space_before_the_bracket_go() -> None:
    lines = without_mirror_marks([Line(COPY.replace(")", " )"))])
    assert "將于下周閉館盤點" in lines[0].text


def test_readings_that_an_exam_gives_stay() -> None:
    assert [line.text for line in without_mirror_marks([Line(EXAM)])] == [EXAM]


def test_literal_paragraphs_are_parted_where_most_of_the_text_stands_in_them() -> None:
    lines = [Line("<p>第一段话说的是春天。</p><p>第二段话说的是夏天。</p>"), Line("<p>第三段。</p>")]
    assert [line.text for line in without_mirror_marks(lines)] == [
        "第一段话说的是春天。",
        "第二段话说的是夏天。",
        "第三段。",
    ]


def test_a_text_about_tags_keeps_them() -> None:
    page = """HTML 入门
段落用 p 元素表示，写法如下，浏览器会在前后各空一行。
<p>你好</p>
<p>再见</p>
换行用 <br> 表示，它没有结束标签，初学者常常忘记这一点。"""
    assert "<p>你好</p>" in clean(page.encode()).text


def test_readings_with_a_control_character_in_them_go() -> None:
    lines = [Line("網(wǎng)絡(luò\x08 )安(ān)全(quán)專(zhuān\x05)題(tí)報(bào)導(dǎo)學(xué)習(xí)")]
    assert "(" not in without_mirror_marks(lines)[0].text.replace("安(ān)全(quán)", "")


def test_literal_breaks_at_ends_of_lines_part_them() -> None:
    lines = [Line("Why keep a well<br />It never runs dry<br>"), Line("Who cleans it<br />"), Line("Nobody<br/>")]
    assert [line.text for line in without_mirror_marks(lines)] == [
        *("Why keep a well", "It never runs dry", "Who cleans it", "Nobody"),
    ]


def test_literal_breaks_within_prose_part_it() -> None:
    prose = (
        "老井在村口的槐树底下，井壁是青石砌的，每年入冬之前，村<br>里的人都要下去淘一次，淘上来的泥，<br>"
        "挑到菜地里去。来年开春，<BR>菜长得比别处都好，这是老人们说的。"
    )
    parts = [line.text for line in without_mirror_marks([Line(prose)])]
    assert len(parts) == 4 and "".join(parts) == prose.replace("<br>", "").replace("<BR>", "")
    about = [Line(prose), Line("上面的标签是怎么回事？")]
    assert without_mirror_marks(about) == about


def test_a_literal_paragraph_that_was_cut_off_is_one() -> None:
    text = "<p>各村：</p><p>老井今年要淘，请各家出一人，带上绳索。</p><p>淘井从初八开始。</p><p><strong>一、人"
    parts = [line.text for line in without_mirror_marks([Line(text)])]
    assert parts == ["各村：", "老井今年要淘，请各家出一人，带上绳索。", "淘井从初八开始。", "一、人"]


def test_breaks_that_a_text_speaks_of_or_shows_beside_other_tags_stay() -> None:
    shown = [Line("first line<br>"), Line("second line<br>"), Line("third line<br>")]
    for more in ("The tag <br> ends a line.", "HTML for beginners", "<b>bold</b><br>", 'echo "a<br>";'):
        assert without_mirror_marks([*shown, Line(more)]) == [*shown, Line(more)]


def test_breaks_of_a_few_lines_that_a_text_shows_stay() -> None:
    shown = [Line("first row<br>"), Line("second row<br>"), Line("third row<br>")]
    for more in ("It can also be typed<br>within a row.", "Then save the card and look at it again, as it may be cut."):
        assert without_mirror_marks([*shown, Line(more)]) == [*shown, Line(more)]


def test_breaks_of_several_paragraphs_go_from_a_thread_only() -> None:
    prose = [
        Line(
            f"第{number}场雨落下来的时候，院子里的石榴树刚刚开花，祖母把竹椅搬到了檐下，一直坐到天黑才进屋去，谁叫也不应。"
        )
        for number in range(6)
    ]
    letter = [
        Line(
            f"第{number}位乡亲您好，渡口的新船已经造好了，下月初一清早开船，请带好行李到码头东边等候，不要错过了时辰。<br>"
        )
        for number in range(5)
    ]
    assert [*without_mirror_marks([*prose, *letter])] == [*prose, *letter]
    posted = Line("渡口老吴 发表于 2019-5-12 19:30:21")
    assert "<br>" not in "".join(line.text for line in without_mirror_marks([posted, *prose, *letter]))
    assert [*without_mirror_marks([posted, Line("在记事本里写好再打开"), *prose, *letter])][-1] == letter[-1]
