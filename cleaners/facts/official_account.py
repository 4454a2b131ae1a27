"""The card of an account that sites of short articles put below a title: its name, its number, what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.lazily import lazily

_NUMBER: Final = lazily(r"微信[号號].{0,40}")
_SAYS: Final = lazily(r"功能介[绍紹].{0,120}")
_KIND: Final = ("原创", "原創", "转载", "轉載")
_ABOVE: Final = 2  # lines of the card over what it is for
_LONGEST: Final = 20  # characters of a name


def account_card(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of the lines of such a card, and of the row above it that ends with its name and says by whom.

    Args:
        texts: the first lines of a dump.
    """
    for place in range(_ABOVE + 1, len(texts)):
        name = texts[place - _ABOVE]
        if not (_SAYS.fullmatch(texts[place]) and _NUMBER.fullmatch(texts[place - 1])) or len(name) > _LONGEST:
            continue
        yield from ((at, {}) for at in range(place - _ABOVE, place + 1))
        row = texts[place - _ABOVE - 1]
        if row.endswith(name) and len(words := row.removesuffix(name).split()) and words[0] in _KIND:
            yield place - _ABOVE - 1, {"author": words[-1] if len(words) > 1 else name}
