"""The sentence by which an editor presents a text to readers, above it: what is offered, and that it may be of use.

Half of it an author writes too (``仅供参考``); both halves in one line, before any of the text, are a site's. The
wordings are in ``rules/others.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.rules.phrases import key_of
from cleaners.rules.rulebook import Rule

PRESENTING: Final = Rule("presenting", "certain")
_LONGEST: Final = 400  # characters
_SIGN: Final = re.compile("[参參][考阅閱]|借[鉴鑒]|[阅閱][读讀]|[帮幫][助到]|看一?看|收藏|有用|喜[欢歡]|[选選][择擇]")
_END: Final = 30  # characters in which readers are told what to do with it
_FIRST_LINES: Final = 4
_BELOW: Final = 8  # lines in which what is presented stands again
_QUOTED: Final = lazily(r"《(.{4,80})》[^《》]*$|【([^【】]{4,80})】")
_NUMBER: Final = lazily(r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]+)[、.．)）:：]\s*")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(read_table("rules", "others.toml")[name]))


def presents(text: str) -> bool:
    """Tell whether a line says that an editor offers a text, and what readers may do with it."""
    if len(text) > _LONGEST or not _SIGN.search(text, max(0, len(text) - _END)):
        return False
    key = key_of(text)
    return _pattern("offering").search(key) is not None and _pattern("wishing").search(key) is not None


def presented_title(lines: Sequence[Line]) -> str | None:
    """Return the title that such a sentence quotes above the text, where a line below it begins with it."""
    for place, line in enumerate(lines[:_FIRST_LINES]):
        if not presents(line.text) or not (quoted := _QUOTED.search(line.text)):
            continue
        title: str = quoted[1] or quoted[2]
        below = [_NUMBER.sub("", one.text, count=1) for one in lines[place + 1 : place + 1 + _BELOW]]
        if title.count("《") == title.count("》") and any(key_of(text) == key_of(title) for text in below):
            return title
    return None
