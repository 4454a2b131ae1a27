"""Documents that stand in a script, on pages that show nothing without it."""

from __future__ import annotations

import json
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import clean

TEXT = (
    "采摘标准以一芽一叶初展为宜，芽叶长度在两厘米半左右，采时用拇指和食指轻轻提起。\n"
    "鲜叶进厂后应当立即摊放，厚度不超过三厘米，时间为四至六小时，中间翻动一次。"
    "摊放到叶色变暗、青气消退、清香显露时，就可以杀青，锅温在两百度上下，先高后低。"
)


def page(script: str, shown: str = "") -> bytes:
    body = f"<div id=app>{shown}</div><script>{script}</script>"
    return f"<html><head><title>采茶</title></head><body>{body}</body></html>".encode()


def test_the_longest_text_of_an_object_is_the_document() -> None:
    data = json.dumps({"a": 1, "doc": {"pages": ["短", TEXT]}}, ensure_ascii=False)
    assert clean(page(f"var x = {{}}; function f() {{ return 1 }}; var pageData = {data};")).text == TEXT


def test_a_page_that_shows_its_text_is_taken_as_it_shows_itself() -> None:
    shown = "".join(f"<p>第{n}天，老茶农带着我们上山，一边采一边讲，晚上回来炒茶，忙到半夜。</p>" for n in range(1, 6))
    document = clean(page(f"var pageData = {json.dumps({'t': TEXT})}", shown))
    assert "老茶农" in document.text
    assert "杀青" not in document.text


VERSE = "\n".join(
    ["八月里来棉花白", "姐妹成群下地来", "左手摘来右手放", "满篮白云抱在怀", "太阳落山露水凉", "一路歌声过柳塘"]
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in VERSE.split("\n"))
NOTICES = "<p>本站文档均由用户上传，仅供网友学习交流，请勿用于商业用途。</p><p>如有侵权，请联系客服删除。</p>"


@pytest.mark.parametrize(
    "holder",
    [
        f"<textarea readonly>{VERSE}</textarea>",
        f'<textarea class="lazy">{escape(PARAGRAPHS)}</textarea>',
        f"<noscript>{PARAGRAPHS}</noscript>",
        f"<template>{PARAGRAPHS}</template>",
        f'<script type="text/template">{PARAGRAPHS}</script>',
        f'<div data-content="{escape(PARAGRAPHS)}"></div>',
        f'<iframe srcdoc="{escape(PARAGRAPHS)}"></iframe>',
        f'<div style="display:none">{PARAGRAPHS}</div>',
        f"<div hidden>{PARAGRAPHS}</div>",
        f"<script>var lines = {json.dumps(VERSE.splitlines())};</script>",
        f"<script>start({json.dumps({'data': json.dumps({'doc': {'content': PARAGRAPHS}})})})</script>",
        f"<script>d = {json.dumps({'page': [{'at': 1, 'is': line} for line in VERSE.splitlines()]})}</script>",
    ],
)
def test_a_page_that_shows_but_notices_of_its_site_has_its_document_elsewhere(holder: str) -> None:
    body = f"<h1>摘棉歌</h1><div>{holder}</div><div>{NOTICES}</div>"
    assert clean(f"<html><head><title>摘棉歌</title></head><body>{body}</body></html>".encode()).text == VERSE


def test_what_is_named_after_other_documents_is_no_document() -> None:
    data = {"recommend": [{"summary": TEXT}, {"summary": TEXT}], "article": {"body": VERSE}}
    assert clean(page(f"var state = {json.dumps(data)}")).text == VERSE


def test_what_a_page_says_to_browsers_without_scripts_is_no_document() -> None:
    said = (
        "<noscript>本页面需要启用 JavaScript 才能正常显示，请在浏览器的设置里打开它，然后重新载入这个页面。</noscript>"
    )
    assert not clean(page("start()", said)).text


def test_a_template_that_a_program_fills_in_is_no_document() -> None:
    template = "<p><% for ( var each in list of notes ) { %> <% print each note of list %> <% } %></p><p>读者写的：</p>"
    assert not clean(page("start()", f"<script type='text/template'>{template * 3}</script>")).text


def test_a_short_text_that_is_shown_stays_beside_what_its_page_keeps() -> None:
    hidden = f"<div style='display:none'>{PARAGRAPHS}</div><textarea>{VERSE}</textarea>"
    document = clean(
        page(
            f"var lines = {json.dumps(VERSE.splitlines())}",
            f"<p>茶要趁热喝，凉了伤胃，隔夜的不要喝，空着肚子也不要喝。</p>{hidden}",
        )
    )
    assert document.text == "茶要趁热喝，凉了伤胃，隔夜的不要喝，空着肚子也不要喝。"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=200))  # full of controls, it is binary
def test_any_script_is_read_without_an_error(script: str) -> None:
    assert clean(page(script, "采茶的讲究很多，要慢慢学。")).encoding


def test_blocks_of_an_editor_are_paragraphs_and_rows() -> None:
    one, two, three, *_ = TEXT.replace("。\n", "。").replace("。", "。\n").splitlines()

    def said(*texts: str) -> list[dict[str, str]]:
        return [{"type": "text", "text": text} for text in texts]

    row = {"type": "tableRow", "content": [{"type": "tableCell", "content": said(word)} for word in ("锅温", "两百度")]}
    blocks = [
        {"type": "paragraph", "content": said(one[:9], one[9:])},
        {"type": "table", "content": [row]},
        {"type": "bulletList", "content": [{"type": "listItem", "content": said(line)} for line in (two, three)]},
    ]
    data = json.dumps({"post": {"body": {"type": "doc", "content": blocks}}}, ensure_ascii=False)
    assert clean(page(data)).text == "\n".join([one, "锅温\t两百度", two, three])


@pytest.mark.parametrize("depth", [9, 90])
def test_blocks_in_blocks_take_no_time(depth: int) -> None:
    blocks: object = [{"type": "p", "text": TEXT}] * 200
    for _ in range(depth):
        blocks = [{"type": "box", "children": blocks}]
    assert TEXT in clean(page(f"var data = {json.dumps({'blocks': blocks}, ensure_ascii=False)}")).text


def test_an_object_with_the_text_states_what_the_page_does_not_show() -> None:
    file = {"page_count": 12, "fileType": "docx", "read_count": 431, "author": {"name": "茶农"}, "is_free": True}
    data = json.dumps({"doc": {"content": TEXT, **file}, "next": {"title": "制茶", "page_count": 3, "downloads": 9}})
    facts = clean(page(f"var pageData = {data}")).metadata
    assert (facts.page_count, facts.doc_type, facts.views, facts.author) == (12, "docx", 431, "茶农")
    assert (facts.access, facts.downloads) == ("free", None)
