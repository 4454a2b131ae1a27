"""Documents that stand in a script, on pages that show nothing without it."""

from __future__ import annotations

import json

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


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=200))  # full of controls, it is binary
def test_any_script_is_read_without_an_error(script: str) -> None:
    assert clean(page(script, "采茶的讲究很多，要慢慢学。")).encoding
