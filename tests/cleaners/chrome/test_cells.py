"""Which lines of a dump are the cells of a table."""

from cleaners.chrome.cells import cells_of_tables

_TABLE = ["部门", "借阅(册)", "外借(份)", "一科", "12", "1480", "二科", "96", "655", "合计", "108", "2135"]


def _cells(texts: list[str]) -> list[int]:
    return sorted({*cells_of_tables(texts, [False] * len(texts))})


def test_figures_below_words_in_the_same_columns_are_a_table() -> None:
    assert _cells(["各科情况如下:", *_TABLE, "以上为半年的数字。"]) == [*range(1, 13)]


def test_a_row_may_differ() -> None:
    assert _cells([*_TABLE[:3], "格式", "双层", "-", *_TABLE[3:]]) == [*range(15)]


def test_lists_and_calendars_are_none() -> None:
    hot = ["热", "渡口修好了", "217万", "沸", "海景图", "306万"] * 4
    days = [*"日一二三四五六", *map(str, range(1, 29))]
    files = ["名称", "类型", "大小", *["某规程", "12页", "3.2MB"] * 4]
    assert _cells(hot) == _cells(days) == _cells(files) == []


def test_a_list_of_files_with_heads_is_none() -> None:
    assert _cells(["文件名", "大小", "页数", "某规程", "345", "12", "某办法", "482", "17", "某细则", "619", "22"]) == []
