"""The breadcrumb, a path from the site's home to the document, as categories."""

from __future__ import annotations

import re

from cleaners.phrases import key_of

_STEP = re.compile(r"\s*(?:>+|›+|»+|→|＞+|〉|\s/\s)\s*")
STEPS = re.compile("[>›»＞→]")
"""Signs that part the steps of a breadcrumb."""
_HOMES = frozenset(
    map(key_of, ["首页", "主页", "网站首页", "本站首页", "首頁", "home", "homepage", "文库首页", "返回首页"])
)
_LAST = frozenset(map(key_of, ["正文", "文档详情", "详情", "内容", "查看文档", "阅读", "文章", "正文内容"]))
_LIMIT = 30


def read_path(text: str, title: str | None) -> tuple[str, ...] | None:
    """Return the steps of a breadcrumb without home and without the document's own title."""
    steps = [step.strip(" \t:：/") for step in _STEP.split(text)]
    steps = [step for step in steps if step]
    return trim_path(steps[1:], title) if len(steps) > 1 else None


def trim_path(steps: list[str], title: str | None) -> tuple[str, ...] | None:
    """Drop home, title and words such as 正文 from the steps of a path; ``None`` where nothing is left."""
    title_key = key_of(title) if title else ""
    kept = [step for step in steps if key_of(step) not in _HOMES | _LAST]
    while kept and title_key and (key_of(kept[-1]).startswith(title_key) or title_key.startswith(key_of(kept[-1]))):
        kept.pop()
    return tuple(step for step in kept if len(step) <= _LIMIT) or None


def is_path(text: str) -> bool:
    """Tell whether a line is a breadcrumb: it starts at home."""
    first, *rest = _STEP.split(text, maxsplit=1)
    return bool(rest) and key_of(first.rpartition(":")[2].rpartition("：")[2]) in _HOMES
