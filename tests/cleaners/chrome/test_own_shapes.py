"""Lines that are a document's by their shape, and lines of a site that look somewhat like them."""

from __future__ import annotations

from cleaners.chrome.own_shapes import own_shapes

NONE: frozenset[int] = frozenset()


def _own(texts: list[str], removed: tuple[int, ...] = (), titles: tuple[int, ...] = ()) -> set[int]:
    return own_shapes(texts, [place in removed for place in range(len(texts))], frozenset(titles))


def test_rows_with_a_border_behind_are_the_document_s() -> None:
    rows = ["一、项目 |", *[f"第{number}包 | {number}00元 |" for number in range(1, 7)]]
    assert _own(["公告", *rows, "下载"]) == set(range(1, 8))


def test_words_of_a_menu_and_facts_that_a_rule_knows_are_not() -> None:
    assert _own([f"{word} |" for word in ("首页", "新闻", "论坛", "登录", "注册", "帮助")]) == NONE
    facts = [f"{word} | {number} |" for number, word in enumerate(("大小", "页数", "下载", "浏览", "收藏"))]
    assert _own(facts, removed=(1,)) == NONE


def test_pieces_of_a_torn_text_stay_and_a_rule_between_them_does_not_count() -> None:
    torn = ["2", ".", "计算", "(", "每题", "4", "分", ")", "x", "=", "3", "."] * 4
    assert _own([*torn[:-1], "-----", "."]) >= {1, 2, 3, 4, 7}
    assert len(torn) - 1 not in _own([*torn[:-1], "-----", "."])
    assert _own(["首页", ".", "新闻", ".", "论坛", "."]) == NONE


def test_sections_that_count_up_stay_with_what_a_bare_number_heads() -> None:
    texts = ["2.4 对术语的解析", "2.4.1 总则", "正文。", "3.1 文件", "3.1.1", "标准化文件", "下载"]
    assert _own(texts) == {0, 1, 3, 4, 5}


def test_sizes_and_versions_that_count_down_are_none() -> None:
    assert _own(["1.2 MB", "2.5 MB", "3.1 MB", "8.0 MB"]) == NONE
    assert _own(["3.1.2 版", "3.1.1 版", "3.1 版", "2.9 版"]) == NONE


def test_the_classes_of_a_standard_and_lines_with_words_of_the_title() -> None:
    assert _own(["ICS 65.020", "CCS B05", "CCS 会议"]) == {0, 1}
    texts = ["某某县山塘养护管理办法全文", "某某县山塘", "养护管理办法", "某某县山塘养护管理办法全文2"]
    assert _own(texts, titles=(0,)) == {1, 2, 3}
