"""Rules are written in simplified characters and hold for traditional ones."""

from __future__ import annotations

import re
from importlib.resources import files

import opencc
import pytest

from cleaners.facts.labels import read_row
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import rulebook

RULES = "".join(
    entry.read_text(encoding="utf-8")
    for entry in files("cleaners").joinpath("rules").iterdir()
    if entry.name.endswith(".toml")
)


def test_every_character_of_a_rule_is_known_in_its_traditional_form() -> None:
    to_traditional = opencc.OpenCC("s2t")
    used = sorted(set(re.findall(r"[\u4e00-\u9fff]", RULES)))
    assert [char for char in used if key_of(to_traditional.convert(char)) != key_of(char)] == []


@pytest.mark.parametrize(
    "line", ["檢舉", "下載文檔", "瀏覽次數：356", "還剩3頁未讀，繼續閱讀", "相關文件", "上傳於2019-03-05"]
)
def test_lines_in_traditional_characters_are_found(line: str) -> None:
    assert read_row(line) or rulebook().matcher.find(key_of(line))
