"""Questions with answers, told by the heading that counts them: ``3 个回答`` over three boxes alike."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cleaners.lazily import lazily
from cleaners.markup.nesting import children, kind_of, lines_in, span
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
    texts = [outline.rows[place][0] for place in short]
    heads: dict[int, list[int]] = defaultdict(list)
    whole = "\n".join(texts)
    for place, text in zip(short, texts, strict=True) if any(word in whole for word in _WORDS) else ():
        if (head := _HEAD.fullmatch(text)) and int(head[1]) >= _LEAST:
            heads[int(head[1])].append(place)
    return _counted(outline, prose, heads) if heads else []


def _counted(outline: Outline, prose: Sequence[float], heads: Mapping[int, Sequence[int]]) -> list[int]:
    """Return the boxes alike, as many as the first heading above them counts, that stand below it; the first ones.

    Args:
        outline: a page.
        prose: by box, how much prose it holds.
        heads: the places of headings by what they count.
    """
    alike: dict[tuple[int, tuple[int, str | None]], list[int]] = defaultdict(list)
    for box, parent in enumerate(outline.parents):
        if prose[box]:
            alike[parent, kind_of(outline, box)].append(box)
    found: list[tuple[int, list[int]]] = []
    for boxes in alike.values():
        for count, places in heads.items():
            if count > len(boxes):
                continue
            above = outline.firsts[boxes[-count - 1]] if count < len(boxes) else 0  # one more of them ends there
            at = bisect_left(places, above)
            if at < len(places) and places[at] < outline.firsts[boxes[-count]]:
                found.append((places[at], boxes[-count:]))
    return min(found, default=(0, []))[1]


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
            yield from lines_in(outline, span(outline.parents, part))
