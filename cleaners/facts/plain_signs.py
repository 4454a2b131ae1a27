"""A line of facts as most sites write it: no space inside of its labels, and the usual signs between its facts."""

from __future__ import annotations

import re
from typing import Final

from cleaners.facts.names import held_names
from cleaners.lazily import NOT_LATIN, lazily

_SPACED_COLON: Final = lazily(r"[:\uff1a](?:(?<=\s.)|(?<=\s..))", re.S)
_BEFORE_COLON: Final = lazily(r"\s+(?=[:\uff1a])")
_SPACED_LABEL: Final = lazily(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[\s\u3000]+[\u4e00-\u9fff]){1,3}(?=\s*[:\uff1a])")
_SPACED_START: Final = lazily(rf"{NOT_LATIN}\s+{NOT_LATIN}\s*[:\uff1a]")
_BAR: Final = lazily(  # bars and middle dots that few sites use; one between Katakana parts the names of a person
    r"\s*[\u4e28\u2223\u2502\u2503\u00a6\u2027\u2219\u22c5]\s*|(?<![\u30a0-\u30ff])\s*\u30fb\s*(?![\u30a0-\u30ff])"
    r"|(?<=\S)\s+\u2022\s+(?=\S)"
)
_RUN_ON: Final = lazily(  # 阅读 567评论 3
    r"(?<=\d)(?=(?:评论|喜欢|点赞|赞赏|收藏|转发|回复|阅读|浏览|下载|字数|分享)\s?\d)"
)
_COUNTED_TIMES: Final = lazily(  # 已被下载 86 次，浏览 1,532 次
    r"(?:[已被]|曾经?)*(下[载載]|[浏瀏][览覽]|[阅閱][读讀]|[点點][击擊]|[访訪][问問]|收藏)\s*[(（]?(\d[\d,.]*[万萬wk]?\+?)[)）]?\s*次\s?[，,、；;]?"
)
_LONGEST_ROW: Final = 160
_SEVERAL: Final = 2
_BY: Final = lazily(r"\b[Bb]y:? ")


def with_labels_joined(text: str) -> str:
    """Take out white space before colons and inside the label that stands there: ``作 者 :``."""
    if _BY.search(text):
        text = held_names(text)
    if not _SPACED_COLON.search(text) and not _begins_spaced(text):
        return text
    text = _BEFORE_COLON.sub("", text)
    return _SPACED_LABEL.sub(lambda found: "".join(found[0].split()), text)


def with_counts_joined(text: str) -> str:
    """Join each count of times with the word before it, where several stand in a row: ``下载 86 次，浏览 9 次``."""
    if text.count("次") < _SEVERAL or len(text) > _LONGEST_ROW:
        return text
    joined, count = _COUNTED_TIMES.subn(r" \1\2次 ", text)
    return joined.strip() if count >= _SEVERAL else text


def with_label_joined(text: str) -> str:
    """Take the white space out of the label that a line begins with: ``名 称:T``."""
    return with_labels_joined(text) if _begins_spaced(text) else text


def with_plain_signs(text: str) -> str:
    """Return a line with the signs that most sites part their facts by: ``〖点击：2677〗``, ``PDF・14 頁・1.9 MB``."""
    text = text.replace("〖", "【").replace("〗", "】") if text[0] == "〖" else text
    return _RUN_ON.sub(" ", _BAR.sub(" · ", text)) if len(text) <= _LONGEST_ROW else text


def _begins_spaced(text: str) -> bool:
    """Tell whether a line begins with a spaced label of two characters; few lines take a pattern to tell."""
    return text[1:2].isspace() and _SPACED_START.match(text) is not None
