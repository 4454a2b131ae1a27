"""Which lines are main content, on pages that no profile knows."""

from __future__ import annotations

import re

from cleaners.elements import NAMES
from cleaners.outline import Outline

OUTSIDE = "outside-content"

# Weak evidence: what authors call the boxes of a page.
_AGAINST = re.compile(
    r"nav|foot|side|menu|crumb|relat|recommend|share|copyright|pager|paging|pagination|banner|advert|sponsor|promo"
    r"|toolbar|tool-bar|login|dialog|popup|modal|toast|tooltip|qrcode|hot|rank|widget|header|subscribe|vote|breadcrumb"
    r"|download|feedback|report|user-?info|author-?info|profile|tags?\b|jump|\bad-?s?\b|disclaimer|declare|prev|next"
)
_FOR = re.compile(r"article|content|post|entry|detail|main|body|text|topic|thread|answer|comment|reply|story|read")
_AGAINST_TAGS = frozenset(("nav", "footer", "aside", "form", "fieldset"))
_STOPS = re.compile(r"[，。！？；：、…”]|[,.;:!?](?=\s|$)")


def main_content(outline: Outline) -> list[str]:
    """Tell for each line the rule that leaves it out of the main content; empty for a line of the content."""
    lines, holders, boxes = outline
    if not lines:
        return []
    values = [0.0] * len(boxes)
    for line, holder in zip(lines, holders, strict=True):
        text, name, links = line.text, line.tag, line.links
        size: float = len(text)
        if name in ("img", "button"):
            value = 0.0
        elif links > 0.4:
            value = -min(size, 20) * links - 2
        else:
            stops = len(_STOPS.findall(text)) if size > 7 else 0
            if text.isascii():
                size *= 0.35
            value = size - 2 if stops or size > 40 else size * 0.2 - 2
        values[holder] += value
    factors = [1.0] * len(boxes)
    for number, (_, tag, attributes) in enumerate(boxes):
        factor = 1.0
        if NAMES[tag] in _AGAINST_TAGS:
            factor = 0.3
        hints = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        if len(hints) > 1 and _AGAINST.search(hints) and not _FOR.search(hints):
            factor = 0.3
        factors[number] = factor
    totals = values[:]
    for number in range(len(boxes) - 1, 0, -1):
        total = totals[number]
        totals[boxes[number][0]] += total * factors[number] if total > 0 else total * 0.3
    root = 0
    children: list[list[int]] = [[] for _ in boxes]
    for number in range(1, len(boxes)):
        children[boxes[number][0]].append(number)
    while True:
        best = max(children[root], key=totals.__getitem__, default=-1)
        if best < 0 or totals[best] < 0.8 * totals[root]:
            break
        root = best
    inside = [False] * len(boxes)
    inside[root] = True
    for number in range(root + 1, len(boxes)):
        inside[number] = inside[boxes[number][0]] and totals[number] * factors[number] > -20 and factors[number] == 1
    return ["" if inside[holder] and line.links < 0.9 else OUTSIDE for line, holder in zip(lines, holders, strict=True)]
