"""File names: what a template gives, and that no title gets out of the folder."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from output.naming import KEYS, MAX_BYTES, NameTemplate, TemplateError, collision_tag
from output.terminal import ACTING
from tests.output.documents import document

DEFAULT = "{published}-{title}-{id}"


def name(template: str = DEFAULT, suffix: str = ".txt", **facts: Any) -> str:
    record = {**document("正文").to_dict(), "id": "0123456789abcdef", **facts}
    return NameTemplate.parse(template).render(record, suffix)


@pytest.mark.parametrize(
    ("template", "facts", "expected"),
    [
        (DEFAULT, {"published": "2024-06-11", "title": "防汛预案"}, "2024-06-11-防汛预案-0123456789abcdef.txt"),
        (DEFAULT, {"title": "防汛预案"}, "防汛预案-0123456789abcdef.txt"),
        (DEFAULT, {"published": "2024-06-11"}, "2024-06-11-0123456789abcdef.txt"),
        (DEFAULT, {}, "0123456789abcdef.txt"),
        ("{title}", {"title": "../../etc/passwd"}, "etc_passwd.txt"),
        ("{title}", {"title": "CON"}, "_CON.txt"),
        ("{title}", {"title": "nul .tar"}, "_nul .tar.txt"),
        ("{title}", {"title": "lpt1.b"}, "_lpt1.b.txt"),
        ("{title}", {"title": "console"}, "console.txt"),
        ("{title}", {"title": ".bashrc"}, "bashrc.txt"),
        ("{title}", {"title": "-rf"}, "rf.txt"),
        ("{title}", {"title": "尾点. . "}, "尾点.txt"),
        ("{title}", {"title": 'a<b>c:d"e|f?g*h\\i'}, "a_b_c_d_e_f_g_h_i.txt"),
        ("{title}", {"title": "红\x1b[31m\u202etxt.exe\ue000"}, "红[31mtxt.exe.txt"),
        ("{title}", {"title": "e\u0301"}, "\u00e9.txt"),
        ("{title}", {"title": None}, "0123456789abcdef.txt"),
        ("{site} ({author}) {title}", {"title": "预案"}, "() 预案.txt"),
        ("{tags}_{page_count}", {"tags": ["防汛", "预案"], "page_count": 14}, "防汛-预案_14.txt"),
    ],
)
def test_names(template: str, facts: dict[str, Any], expected: str) -> None:
    assert name(template, **facts) == expected


def test_what_is_too_long_loses_the_end_of_its_longest_value() -> None:
    long = name(published="2024-06-11", title="汛" * 300)
    assert re.fullmatch(r"2024-06-11-汛+-0123456789abcdef\.txt", long)
    assert MAX_BYTES - 16 < len(long.encode()) <= MAX_BYTES - len("~12345678")


@pytest.mark.parametrize("template", ["{titel}", "{title", "{title!r}", "{published:%Y}", "plain", "{}", "{text}"])
def test_a_wrong_template_is_an_error(template: str) -> None:
    with pytest.raises(TemplateError, match="name template"):
        NameTemplate.parse(template)


def test_collision_tag_tells_sources_apart_and_nothing_else() -> None:
    one, two = document("文", source="a.html").to_dict(), document("文", source="b.html").to_dict()
    assert collision_tag(one) != collision_tag(two)
    assert collision_tag(one) == collision_tag(document("文", source="./a.html").to_dict())


hostile = st.one_of(
    st.none(),
    st.text(max_size=400),
    st.sampled_from(["..", "/", "nul", "COM1.txt", " ", "\0", "~", "\ud800", "👩‍👩‍👧" * 60]),
)
templates = st.lists(
    st.one_of(st.sampled_from([f"{{{key}}}" for key in sorted(KEYS)]), st.sampled_from("-_ ./\\甲.~")), min_size=1
).map("".join)


@given(templates, hostile, hostile, st.sampled_from([".txt", ".jsonl"]), st.sampled_from(["", "~12345678"]))
def test_every_name_is_safe_everywhere(
    template: str, title: str | None, author: str | None, suffix: str, tag: str
) -> None:
    record = {**document("正文").to_dict(), "title": title, "author": author}
    try:
        parsed = NameTemplate.parse(template)
    except TemplateError:
        assert "{" not in template
        return
    made = parsed.render(record, suffix, tag)
    stem = made.removesuffix(tag + suffix)
    assert stem and made == stem + tag + suffix
    assert len(made.encode()) <= MAX_BYTES
    assert not re.search(r'[<>:"/\\|?*]', made) and not ACTING.search(made)
    assert made[0] not in ".- ~" and stem[-1] not in ". "
    assert unicodedata.normalize("NFC", made) == made
    assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)", made)
    assert parsed.render(record, suffix, tag) == made
