"""Page numbers and running heads go; numbers and repetitions of the document's own stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.document import Line
from cleaners.furniture.heads_and_feet import strip_furniture

ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
PROSE = "the committee heard the engineer and the miller and decided after a long debate on the matter that"


def dump(texts: list[str]) -> list[Line]:
    return [Line(text, broken=True, number=number) for number, text in enumerate(texts)]


def book(foot: str, pages: int = 6, head: str = "", left: str = "") -> list[str]:
    """Pages of uneven length whose last lines break off, with a foot and a head."""
    texts: list[str] = []
    for page in range(1, pages + 1):
        running = left if left and page % 2 else head
        texts += [running.format(page)] if running else []
        texts += [f"{PROSE} {word}{'-abcdefgh'[page]}" for word in PROSE.split()[page % 3 :]]
        texts.append(foot.format(page, pages, ROMAN[page - 1], ROMAN[page - 1].upper(), "一二三四五六七八"[page - 1]))
    return texts


@pytest.mark.parametrize(
    "foot",
    [
        "- {0} -",
        "— {0} —",
        "第 {0} 页",
        "第{0}页 共{1}页",
        "{0}/{1}",
        "{0} / {1}",
        "Page {0} of {1}",
        "{0}",
        "{2}",
        "·{0}·",
        "\uff0d{0}\uff0d",
        "P{0}",
        "P. {0}",
        "{0} 页",
        "{3}",
        "第{4}页",
        "—{4}—",
    ],
)
def test_page_numbers_of_every_form_go(foot: str) -> None:
    lines, drops = strip_furniture(dump(book(foot)))
    assert [drop.rule for drop in drops] == ["page-number"] * 6
    assert all(line.text.startswith(PROSE) for line in lines)
    assert [lines[0].page, lines[-1].page] == [1, 6]


@pytest.mark.parametrize(
    ("head", "left"), [("Annual report", ""), ("Report, page {0}", ""), ("Chapter on water", "The town and its wells")]
)
def test_running_heads_go_also_with_the_number_in_them_and_left_and_right_in_turn(head: str, left: str) -> None:
    lines, drops = strip_furniture(dump(book("- {0} -", 8, head=head, left=left)))
    assert all(line.text.startswith(PROSE) for line in lines[1:])  # the first one may be the title
    assert {drop.rule for drop in drops} == {"page-number", "running-head"}


def test_numbers_of_tables_lists_and_years_stay() -> None:
    cells = [text for row in range(1, 30) for text in (str(row), "王平", "财务部", str(60 + row))]
    years = ["营业收入", "2022", "2023", "2024", "一季度", "12", "13", "14"]
    steps = [text for step in range(1, 9) for text in (str(step), PROSE + ".")]
    for texts in (cells, years, steps):
        assert strip_furniture(dump(texts)) == (dump(texts), [])


def test_a_refrain_stays() -> None:
    song = [text for verse in range(5) for text in (f"verse {verse} of the song", "another line of it", "oh my water")]
    assert strip_furniture(dump(song)) == (dump(song), [])


@settings(max_examples=100)
@given(st.lists(st.one_of(st.sampled_from(book("{0}", 3, "Head")), st.text(min_size=1, max_size=9)), max_size=60))
def test_every_line_is_kept_or_dropped_with_its_rule(texts: list[str]) -> None:
    lines = dump(texts)
    kept, drops = strip_furniture(lines)
    numbers = [line.number for line in kept] + [drop.number for drop in drops]
    assert sorted(numbers) == list(range(len(texts)))
    assert [line.number for line in kept] == sorted(line.number for line in kept)


def test_a_lone_number_between_a_full_line_that_breaks_off_and_its_continuation_is_a_page_number() -> None:
    wrapped = [f"{PROSE} {letter}" for letter in "abcdefghij"]
    for number in ("7", "1/12"):
        lines, drops = strip_furniture(dump([*wrapped, number, *wrapped]))
        assert [drop.text for drop in drops] == [number]
        assert [line.text for line in lines] == wrapped * 2
        after_a_sentence = dump([*wrapped, f"{PROSE}.", number, *wrapped])
        assert strip_furniture(after_a_sentence) == (after_a_sentence, [])


def test_numbers_at_the_form_feeds_of_a_dump_are_page_numbers() -> None:
    pages = [
        [f"The {word} of the town.", f"It was {word}.", str(number)] for number, word in ((4, "hall"), (5, "well"))
    ]
    lines = [
        Line(text, broken=True, page=page, number=3 * page + place)
        for page, texts in enumerate(pages, 1)
        for place, text in enumerate(texts)
    ]
    assert [drop.text for drop in strip_furniture(lines)[1]] == ["4", "5"]


@pytest.mark.parametrize(
    "form", ["内部资料 {0}", "{0}  Annals of the town", "http://example.org/print/81.html {0}/6", "第 {0} 页 河口志"]
)
def test_feet_with_words_are_known_by_their_count_alone(form: str) -> None:
    kept, drops = strip_furniture(dump(book(form)))
    assert [line.text for line in kept] == [text for text in book("") if text]
    assert {drop.rule for drop in drops} == {"running-head"}


@pytest.mark.parametrize("foot", ["内部资料 注意保存", "Annals of the town"])
def test_feet_without_a_number_are_known_by_where_they_cut_alone(foot: str) -> None:
    lines, drops = strip_furniture(dump(book(foot)))
    assert [drop.rule for drop in drops] == ["running-head"] * 6
    assert all(line.text.startswith(PROSE) for line in lines)


def test_left_and_right_heads_that_count_in_turn_go() -> None:
    texts = book("{0}  Annals of the town")
    turned = [text.replace("  Annals of the town", "") for text in texts]
    heads = [f"The water supply  {text}" if len(text) == 1 and int(text) % 2 else text for text in turned]
    heads = [f"{text}  Annals of the town" if len(text) == 1 else text for text in heads]
    kept, _ = strip_furniture(dump(heads))
    assert [line.text for line in kept] == [text for text in book("") if text]


def test_headings_that_count_up_between_whole_sentences_stay() -> None:
    texts = [
        line for unit in range(1, 7) for line in (f"Lesson {unit}", *[f"{PROSE} {word}." for word in PROSE.split()])
    ]
    assert strip_furniture(dump(texts)) == (dump(texts), [])


def test_bare_numbers_between_paragraphs_that_break_off_are_page_numbers() -> None:
    words = PROSE.split()
    texts = []
    for number in (*range(1, 5), *range(1, 5)):  # a second part counts anew
        texts += [f"{PROSE}, and {word} was heard in {words[number]}." for word in words[number : 2 * number + 3]]
        texts += [
            f"{words[number]} {PROSE}, but {words[-number]} the",
            str(number),
            f"rest of {words[-number]} {PROSE}.",
        ]
    lines = [Line(text, tag="p", box=1, number=place) for place, text in enumerate(texts)]
    assert [drop.text for drop in strip_furniture(lines)[1]] == ["1", "2", "3", "4"] * 2


def test_the_number_that_ends_a_text_of_one_page_goes_and_a_last_cell_stays() -> None:
    page = [f"{PROSE} {letter}" for letter in "abcdefghijklm"]
    assert [drop.text for drop in strip_furniture(dump([*page, "1"]))[1]] == ["1"]
    assert strip_furniture(dump([*page, "3"]))[1] == []
    cells = ["name", "number"] * 8
    assert strip_furniture(dump([*cells, "1"]))[1] == []


def test_bare_numbers_beside_a_line_that_comes_again_are_page_numbers() -> None:
    words = PROSE.split()
    pages = [[f"It was the {word} of {hall}." for word in words[place:]] for place, hall in enumerate("abc")]
    texts = [text for number, page in enumerate(pages, 1) for text in ("The Town Hall", *page, str(number))]
    assert [drop.text for drop in strip_furniture(dump(texts))[1]] == ["1", "The Town Hall", "2", "The Town Hall", "3"]


def test_the_line_that_begins_a_text_and_its_second_page_is_a_head_and_its_first_copy_stays() -> None:
    page = [f"{PROSE} {letter}" for letter in "abcdefghij"]
    lines, drops = strip_furniture(dump(["The Town Hall", *page, "- 1 -", "The Town Hall", *page[::-1], "- 2 -"]))
    assert [drop.text for drop in drops] == ["- 1 -", "The Town Hall", "- 2 -"]
    assert lines[0].text == "The Town Hall"


def test_left_and_right_heads_of_two_pages_count_where_one_has_the_title() -> None:
    words = sorted(set(PROSE.split()))
    page = [f"It was the {word}." for word in words]
    texts = ["101  Annals of the County", "The Town Hall", *page, "The Town Hall  102", *page[::-1]]
    assert [drop.text for drop in strip_furniture(dump(texts))[1]] == [
        "101  Annals of the County",
        "The Town Hall  102",
    ]
    other = [text.replace("Hall  ", "Well  ") for text in texts]
    assert strip_furniture(dump(other))[1] == []


def test_numbers_behind_leaders_of_a_table_of_contents_stay_and_hide_no_page_numbers() -> None:
    contents = ["Roads " + "." * 40, "1", "Ferries " + "." * 38, "2"]
    lines, drops = strip_furniture(dump([*contents, *book("{0}", 2)]))
    assert [drop.text for drop in drops] == ["1", "2"]
    assert [line.text for line in lines[:4]] == contents


def test_bare_numbers_below_even_pages_go_where_pages_end_with_sentences() -> None:
    pages = [[f"{PROSE} {word} {page}." for word in PROSE.split()] for page in ROMAN[:4]]
    texts = [text for number, page in enumerate(pages, 1) for text in (*page, str(number))]
    lines, drops = strip_furniture(dump(texts))
    assert [drop.text for drop in drops] == ["1", "2", "3", "4"]
    assert lines[-1].page == 4


def test_bare_numbers_above_even_sections_stay() -> None:
    sections = [[f"{PROSE} {word} {part}." for word in PROSE.split()] for part in ROMAN[:4]]
    texts = [text for number, section in enumerate(sections, 1) for text in (str(number), *section)]
    lines, drops = strip_furniture(dump(texts))
    assert (len(lines), drops) == (len(texts), [])


@pytest.mark.parametrize("tail", ["年", "的规定。", "意见"])
def test_what_a_wrap_puts_below_a_full_line_is_no_running_head(tail: str) -> None:
    texts = [text for word in PROSE.split()[:5] for text in (*[f"{PROSE} {word} {n}x" for n in range(9)], tail)]
    lines, drops = strip_furniture(dump(texts))
    assert (len(lines), drops) == (len(texts), [])


def test_a_number_set_off_goes_below_an_ellipsis_too() -> None:
    texts = book("- {0} -")
    place = texts.index("- 2 -") - 1
    texts[place] = texts[place] + "……"
    assert len(strip_furniture(dump(texts))[1]) == 6


def test_a_foot_that_counts_from_one_goes_where_it_cuts_but_one_sentence() -> None:
    pages = [[f"{PROSE} {word} {page}." for word in PROSE.split()[:9]] for page in ROMAN[:2]]
    foot = "阅读前请先看最后一页的说明"
    for texts in pages:
        texts[2] = texts[2].rstrip(".")
    cut = [*pages[0][:3], f"{foot} 1", *pages[0][3:], *pages[1], f"{foot} 2"]
    assert [drop.text for drop in strip_furniture(dump(cut))[1]] == [f"{foot} 1", f"{foot} 2"]
    whole = [*pages[0], f"{foot} 1", *pages[1], f"{foot} 2"]
    assert not strip_furniture(dump(whole))[1]


def test_the_writer_s_name_at_the_foot_of_pages_goes_where_it_cuts_sentences() -> None:
    texts = [*book("Ashdown {0}", pages=2), *(f"{PROSE} {word}" for word in PROSE.split())]
    kept, drops = strip_furniture(dump(texts))
    assert [drop.text for drop in drops] == ["Ashdown 1", "Ashdown 2"]
    assert len(kept) == len(texts) - 2


def test_figures_that_are_numbered_stay() -> None:
    texts = [text.replace("Ashdown", "Figure") for text in book("Ashdown {0}", pages=2)]
    ended = [f"{text}." if "Figure" not in text else text for text in texts]
    assert strip_furniture(dump([*ended, "A pump that leaks."]))[1] == []


def test_the_head_of_a_journal_with_the_title_goes_where_a_page_turns() -> None:
    above = [Line(f"{PROSE} {word}", broken=True, number=number, page=1) for number, word in enumerate(PROSE.split())]
    head = Line("2019年3月 石小禾，等：戈壁温室滴灌研究", broken=True, number=100, page=2)
    below = [line._replace(number=line.number + 101, page=2) for line in above]
    assert [drop.number for drop in strip_furniture([*above, head, *below], "戈壁温室滴灌研究")[1]] == [100]
    assert strip_furniture([*above, head, *below], "另一篇论文的题目")[1] == []


CHANNELS = "东南西北上下前后左右内外新旧高低长短宽窄深浅明暗头尾首末"


def channels(first: int, end: str) -> list[str]:
    """A page of nine lines, each about another channel."""
    return [f"各村要把{name}渠清到底，淤泥堆在外侧，不得堵住田间的路口{end}" for name in CHANNELS[first : first + 9]]


def pages(marks: list[str]) -> list[str]:
    """A page of prose above each of the marks, and one below."""
    texts: list[str] = []
    for at, mark in enumerate(marks):
        texts += [f"{PROSE} {word}{'-abcdefgh'[at]}" for word in PROSE.split()[at:]]
        texts.append(mark)
    return [*texts, f"{PROSE} end", f"{PROSE} ends", f"{PROSE} ended"]


def test_front_matter_counts_in_roman_numbers_and_the_text_begins_anew() -> None:
    lines, drops = strip_furniture(dump(pages(["I", "II", "1", "2"])))
    assert [drop.text for drop in drops] == ["I", "II", "1", "2"]
    assert all(line.text.startswith(PROSE) for line in lines)


def test_parts_of_a_story_with_roman_numbers_stay() -> None:
    texts = ["I", *channels(0, "。"), "II", *channels(9, "。"), "III", *channels(18, "。")]
    assert strip_furniture(dump(texts))[1] == []


def test_two_numbers_are_pages_where_one_stands_behind_a_comma_and_prose_goes_on() -> None:
    lines, drops = strip_furniture(dump([*channels(0, "，"), "1", *channels(9, "。"), "2", *channels(18, "。")]))
    assert [drop.text for drop in drops] == ["1", "2"]
    assert len(lines) == 27


def test_two_numbered_sections_stay() -> None:
    texts = [*channels(0, "。"), "1", *channels(9, "。"), "2", *channels(18, "。")]
    assert strip_furniture(dump(texts))[1] == []


@pytest.mark.parametrize("foot", ["Página {} de 3", "Seite {} von 3", "Page {} sur 3", "Pagina {} di 3"])
def test_page_numbers_in_more_languages_go(foot: str) -> None:
    lines, drops = strip_furniture(dump(pages([foot.format(page) for page in (1, 2, 3)])))
    assert [drop.rule for drop in drops] == ["page-number"] * 3
    assert all(line.text.startswith(PROSE) for line in lines)


def test_a_chapters_name_over_its_own_heading_goes() -> None:
    second, third = ["第二章 清淤"] * 2, ["第三章 验收"] * 2
    texts = [*channels(0, "。"), "- 1 -", *second, *channels(9, "。"), "- 2 -", *third, *channels(18, "。"), "- 3 -"]
    lines, drops = strip_furniture(dump(texts))
    assert [line.text for line in lines if line.text[0] == "第"] == ["第二章 清淤", "第三章 验收"]
    assert [drop.rule for drop in drops].count("running-head") == 2


def test_roman_numbers_in_one_sign_are_pages_before_others_alone() -> None:
    front = [*channels(0, "。"), "Ⅰ", *channels(9, "。"), "1", *channels(18, "。"), "2"]
    assert [drop.text for drop in strip_furniture(dump(front))[1]] == ["Ⅰ", "1", "2"]
    parts = ["Ⅰ", *channels(0, "，"), "Ⅱ", *channels(9, "，"), "Ⅲ", *channels(18, "。")]
    assert strip_furniture(dump(parts))[1] == []


@pytest.mark.parametrize(
    ("numbers", "heads"),
    [(("十一", "十二"), 2), (("三", "四"), 0), (("11", "12"), 0)],
    ids=["leaves", "parts", "digits"],
)
def test_a_title_with_a_leaf_in_han_numerals_goes(numbers: tuple[str, str], heads: int) -> None:
    title = "雲溪縣志 卷三 津梁"
    texts = [
        *channels(0, "。"),
        f"{title} {numbers[0]}",
        *channels(9, "。"),
        f"{title} {numbers[1]}",
        *channels(18, "。"),
    ]
    assert len(strip_furniture(dump(texts), title)[1]) == heads


def test_a_heading_with_a_number_that_cuts_a_sentence_goes() -> None:
    texts = [
        "THE QUAY STEPS",
        *channels(0, "，"),
        "THE QUAY STEPS 15",
        "and went on to the next of them.",
        *channels(9, "。"),
    ]
    assert [drop.text for drop in strip_furniture(dump(texts))[1]] == ["THE QUAY STEPS 15"]


def test_the_name_of_a_journal_beside_a_known_page_goes_and_a_list_of_issues_stays() -> None:
    name = "濂江学院学报(社会科学版)"
    page = [*channels(0, "。"), "·61·", f"62 {name} 2022年", *channels(9, "。")]
    assert [drop.rule for drop in strip_furniture(dump(page))[1]] == ["page-number", "running-head"]
    issues = [*channels(0, "。"), "·61·", f"60 {name} 2021年", f"62 {name} 2022年", *channels(9, "。")]
    assert [drop.text for drop in strip_furniture(dump(issues))[1]] == ["·61·"]


def test_the_number_of_an_item_stays_and_that_of_a_page_goes() -> None:
    items = ["（1）检查闸门。（2）清理拦污栅。", "（3）校核水位计。", "（4）", "记录在案。"]
    assert [line.text for line in strip_furniture(dump(items))[0]] == items
    pages = ["闸门每季检查一次。", "（1）", "（2）清理拦污栅，", "（3）", "并校核水位计。"]
    assert [line.text for line in strip_furniture(dump(pages))[0]] == [pages[0], pages[2], pages[4]]
