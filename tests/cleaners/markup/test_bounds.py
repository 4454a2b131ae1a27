"""Hostile markup: each comes out tamed, with its text, in a time that the parser can keep; ordinary pages untouched."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cleaners.document import Rejected
from cleaners.markup.bounds import MAX_DEPTH, MAX_TAGS, tame

SECONDS = 5.0
N = 100_000


def _distinct(shape: str, count: int) -> bytes:
    return "".join([shape % place for place in range(count)]).encode()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a million attributes": lambda: b"<p " + _distinct('a%d="1" ', 1_000_000) + b">kept</p>",
    "attributes without values": lambda: b"<p" + _distinct("/a%d", N) + b">kept</p>",
    "unfinished attributes": lambda: b"<p>kept</p><p " + _distinct("a%d ", N),
    "nested elements": lambda: b"<div>" * N + b"kept",
    "nested and closed": lambda: b"<p>kept</p>" + b"<div>" * N + b"</div>" * N,
    "nested lists": lambda: b"<ul><li>" * N + b"kept",
    "nested tables": lambda: b"<p>kept</p>" + b"<table><tr><td>" * N,
    "nested unknown elements": lambda: b"<x-y>" * N + b"kept",
    "end tags of what is not open": lambda: b"kept" + b"<div>" * (N // 5) + b"</p>" * N,
    "formatting left open": lambda: b"kept" + _distinct("<p><b a=%d>", 20_000),
    "less formatting left open": lambda: b"kept" + _distinct("<p><font a=%d>", 2_000),
    "options": lambda: b"kept<select>" + b"<option>a" * N + b"</select>",
    "attributes of body": lambda: _distinct("<body a%d=1>", N) + b"kept",
    "unclosed script": lambda: b"<p>kept</p><script>" + b"x<y" * 1_000_000,
    "unclosed comment": lambda: b"<p>kept</p><!--" + b"x<y-" * 1_000_000,
    "unclosed textarea": lambda: b"<p>kept</p><textarea>" + b"x<y" * 1_000_000,
    "unclosed quote": lambda: b"<p>kept</p>" + b'<a "' * N,
    "five million <": lambda: b"<p>kept</p>" + b"<" * 5_000_000,
    "fifty megabytes in one paragraph": lambda: b"<p>kept" + "清文。".encode() * 5_500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_is_parsed_in_time_and_keeps_its_text(name: str) -> None:
    markup = HOSTILE[name]()
    start = time.process_time()
    tree = LexborHTMLParser(tame(markup))
    assert time.process_time() - start < SECONDS
    assert tree.body is not None
    assert "kept" in tree.body.text()


@pytest.mark.parametrize("markup", [b"<p>a" * (MAX_TAGS + 1), b"<div><a>" * MAX_TAGS], ids=["paragraphs", "nested"])
def test_more_tags_than_any_page_has_are_refused(markup: bytes) -> None:
    start = time.process_time()
    with pytest.raises(Rejected) as caught:
        tame(markup)
    assert time.process_time() - start < SECONDS
    assert (caught.value.stage, caught.value.reason) == ("parse", "too-costly")


def test_no_element_is_deeper_than_the_bound() -> None:
    tree = LexborHTMLParser(tame(b"<section><div>" * N + b"kept"))
    node, depth = tree.body, 0
    while node is not None:
        node, depth = node.child, depth + 1
    assert depth < MAX_DEPTH


def test_a_long_table_keeps_every_row_and_cell() -> None:
    markup = b"<table>" + b"<tr><td>a</td><td><b class=x>b</b></td></tr>" * 10_000 + b"</table>"
    assert tame(markup) == markup


def test_long_values_scripts_and_many_formatted_words_are_untouched() -> None:
    image = b'<p><img src="data:image/png;base64,' + b"QUJD" * 50_000 + b'">text</p>'
    script = b"<script>var pageData = {" + b'"a":"b c d",' * 20_000 + b"};</script><p>text</p>"
    words = b"<p>" + _distinct("<i class=icon-%d></i>word ", 10_000) + b"</p>"
    for markup in (image, script, words):
        assert tame(markup) == markup


@given(
    st.lists(st.sampled_from(["<div>", "</div>", "<p>", "词", "<!--", "-->", "<script>", "</script>", "<b a=1>", '"']))
)
def test_ordinary_markup_comes_back_as_it_is(pieces: list[str]) -> None:
    markup = "".join(pieces).encode()
    assert tame(markup) == markup


@given(st.binary())
def test_any_bytes_pass(markup: bytes) -> None:
    assert tame(markup) == markup
