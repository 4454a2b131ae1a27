"""A dump of a text above lines of a site, some of which are removed already."""

from __future__ import annotations

from cleaners.document import Line
from cleaners.facts.finding import Rules

TEXT = ["纸船在河里漂得久不久，要看纸的吃水快慢，厚薄倒在其次。", "又试了涂一层蜡烛油，时间立刻延长到半小时以上。"]
BOXES = ["赞", "踩", "收藏", "举报"]


def page(*texts: str) -> tuple[list[Line], Rules]:
    """Return a dump of the text above some lines of which those in brackets are removed already."""
    lines = [Line(text.strip("[]"), number=number) for number, text in enumerate([*TEXT, *texts])]
    return lines, {place: "related" for place, text in enumerate([*TEXT, *texts]) if text[0] == "["}


def removed(*texts: str) -> tuple[str, ...]:
    return tuple(f"[{text}]" for text in texts)
