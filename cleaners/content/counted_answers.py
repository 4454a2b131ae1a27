"""Questions with answers, told by the heading that counts them: ``3 个回答`` over three boxes alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.content.box_kinds import kind_of
from cleaners.lazily import lazily
from cleaners.markup.nesting import children, span
from cleaners.markup.outline import Outline

_WORDS: Final = ("回答", "回覆", "答案", "nswers")
_HEAD: Final = lazily(
    r"(?:全部|所有|共有?|已有)?\s?[(（]?(\d{1,3})[)）]?\s?(?:[个個条條则則])?\s?(?:网友|網友)?(?:回答|回覆|答案|[Aa]nswers)"
)
_LEAST: Final = 2  # answers
_LITTLE: Final = 0.2  # of the prose of an answer


def answer_boxes(outline: Outline, short: Sequence[int], prose: Sequence[float]) -> list[int]:
    """Return the boxes of the answers below a line that counts them: two or more, siblings alike; none elsewhere.

    Args:
        outline: a page.
        short: the places of its short lines.
        prose: by box, how much prose it holds.
    """
    rows = outline.rows
    texts = "\n".join([rows[place][0] for place in short])
    for place in short if any(word in texts for word in _WORDS) else ():
        head = _HEAD.fullmatch(rows[place][0])
        if head is None or int(head[1]) < _LEAST:
            continue
        alike: dict[tuple[int, tuple[int, str | None]], list[int]] = defaultdict(list)
        for box, first in enumerate(outline.firsts):
            if first > place and prose[box]:
                alike[outline.parents[box], kind_of(outline, box)].append(box)
        if found := next((boxes for boxes in alike.values() if len(boxes) == int(head[1])), None):
            return found
    return []


def answerers(outline: Outline, prose: Sequence[float], boxes: Sequence[int]) -> Iterator[int]:
    """Yield the places of lines that say who answers and when: in boxes of a kind that holds hardly any prose of most.

    Args:
        outline: a page.
        prose: by box, how much prose it holds.
        boxes: those of the answers.
    """
    inner = [(box, part, kind_of(outline, part)) for box in boxes for part in children(outline.parents, box)]
    times = Counter(kind for box, part, kind in inner if prose[part] < _LITTLE * prose[box])
    for _, part, kind in inner:
        if 2 * times[kind] > len(boxes):
            inside = span(outline.parents, part)
            yield from (place for place, holder in enumerate(outline.holders) if holder in inside)
