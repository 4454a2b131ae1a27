"""What a pattern needs of a text: a text that lacks it holds no match, whatever the pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.lazily import lazily
from cleaners.needed import needed

CHARS = "a1K页 \t。-"
ATOMS = st.sampled_from(
    [
        *("a", "页数", "1a", ".", "^", "$", r"\d", r"\s", r"\w", r"\W", r"\b", r"\.", r"\t", r"\u9875", "{", "}", "-"),
        *("[a1]", "[^a]", "[a-z]", "[0-3页]", r"[\d页]", r"[\u9875\-]", "[]a]", "[k.]"),
    ]
)
QUANTIFIERS = st.sampled_from(["", "", "", "?", "*", "+", "*?", "{2}", "{0,2}", "{1,}", "{,2}"])
GROUPS = st.sampled_from(["({})", "(?:{})", "(?={})", "(?!{})", "(?<={})", "(?<!{})", "(?P<name>{})", "(?i:{})"])


def _rows(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pieces = st.tuples(inner, QUANTIFIERS).map("".join)
    rows = st.lists(pieces, max_size=3).map("".join)
    alternatives = st.lists(rows, min_size=1, max_size=3).map("|".join)
    return st.tuples(GROUPS, alternatives).map(lambda group: group[0].replace("{}", group[1]))


PATTERNS = st.lists(st.recursive(ATOMS, _rows, max_leaves=8), max_size=4).map("".join)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("页数", "页"),  # too short
        ("下载", "页数"),
        ("(?:下载|浏览)量", "浏览"),
        (r"\d+页", "下载页"),
        ("[关關]注", "关闭"),
        ("(?i)page", "pag1"),
        (r"a{3}", "aa"),
        ("[0-3]", "4"),
        (r"(?=.*页)\d", "12"),
    ],
)
def test_a_text_lacks_what_every_match_holds(pattern: str, text: str) -> None:
    assert needed(pattern).lacks(text)


@pytest.mark.parametrize("pattern", ["", "a?", "(?:a|)", "(?!a)", r"\N{BULLET}", "(?x) a b", "(a)?(?(1)b|c)", "(?#ab)"])
def test_what_is_not_known_needs_nothing(pattern: str) -> None:
    assert not needed(pattern).lacks("")


@given(PATTERNS, st.text(alphabet=CHARS, max_size=8), st.sampled_from([0, re.IGNORECASE, re.VERBOSE]))
def test_no_text_with_a_match_lacks_anything(pattern: str, text: str, flags: int) -> None:
    try:
        compiled = re.compile(pattern, flags)
    except re.error:
        return
    if compiled.search(text):
        assert not needed(pattern, flags).lacks(text)


@given(PATTERNS, st.lists(st.text(alphabet=CHARS, max_size=8), max_size=4))
def test_a_lazy_pattern_answers_as_the_pattern_does(pattern: str, texts: list[str]) -> None:
    try:
        compiled = re.compile(pattern)
    except re.error:
        return
    lazy = lazily(pattern)
    for text in texts:
        assert bool(lazy.search(text)) == bool(compiled.search(text))
        assert lazy.sub("<>", text) == compiled.sub("<>", text)
        assert lazy.subn("<>", text, count=1) == compiled.subn("<>", text, count=1)
        assert lazy.split(text) == compiled.split(text)
        assert lazy.findall(text) == compiled.findall(text)
        assert [found.span() for found in lazy.finditer(text)] == [found.span() for found in compiled.finditer(text)]
        assert bool(lazy.match(text, 1)) == bool(compiled.match(text, 1))
        assert bool(lazy.fullmatch(text)) == bool(compiled.fullmatch(text))


def test_a_method_that_was_asked_for_early_goes_on_when_the_pattern_is_compiled() -> None:
    lazy = lazily(r"(\d)页")
    assert [bool(found) for found in map(lazy.search, ["无", "3页", "无", "4页"])] == [False, True, False, True]


def test_a_pattern_is_compiled_at_last_where_texts_go_on_to_lack_something() -> None:
    lazy = lazily("页")
    for _ in range(300):
        assert lazy.search("无") is None
    assert type(lazy.search) is type(re.compile("页").search)
