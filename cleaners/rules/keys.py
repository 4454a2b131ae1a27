"""The key of a text, by which lines are compared: no white space, simplified, half-width, lower case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.lazily import lazily
from cleaners.remembered import remembered
from cleaners.rules.traditional import TO_SIMPLIFIED

_SPACES = dict.fromkeys(
    [*range(0x21), 0x85, 0xA0, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF]
)
_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_PUNCTUATION = str.maketrans("。、“”‘’【】「」〈〉《》﹥﹤›•·—–", ".,\"\"''[][]<><>><>..--")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉₊₋ₙ", "0123456789+-n" * 2)  # plain in titles and addresses
_FOLD = {**TO_SIMPLIFIED, **_SPACES, **_WIDTH, **_PUNCTUATION, **_RAISED, ord("您"): "你"}  # sites say either
# A pattern finds the few signs that fold four times as fast as ``str.translate``, which asks for every character.
SIGNS = {chr(code): chr(to) if isinstance(to, int) else to or "" for code, to in _FOLD.items()}
"""What single characters are compared by that are not so by themselves in lower case."""
_FREQUENT = " ，。、（）：“”\t—《》？·！；"  # most of what folds in a text
_LONG = 200  # characters of a text in which these are replaced first
_PARTING = "\ue0fe"  # stands for the end of a line where many are folded
_FOLDS = lazily(f"[{re.escape(''.join(SIGNS))}]")


@remembered
def key_of(text: str) -> str:
    """Return what a line is compared by: no white space, simplified, half-width, lower case."""
    if len(text) > _LONG:
        for sign in _FREQUENT:
            text = text.replace(sign, SIGNS[sign])
    return _FOLDS.sub(_folded, text).lower()


def keys_of(texts: Sequence[str]) -> list[str]:
    """Return the key of each text; folding many at once takes a fraction of the time."""
    keys = key_of(_PARTING.join(texts)).split(_PARTING) if texts else []
    return keys if len(keys) == len(texts) else list(map(key_of, texts))


def _folded(found: re.Match[str]) -> str:
    return SIGNS[found[0]]


def slice_of_key(text: str, key: str) -> str:
    """Return the part of a text that a part of its key came from; the key itself where it is not found."""
    folded = [(place, part) for place, char in enumerate(text) if (part := key_of(char))]
    whole = "".join(part for _, part in folded)
    at = whole.find(key)
    if at < 0 or len(whole) != len(folded):
        return key
    return text[folded[at][0] : folded[at + len(key) - 1][0] + 1]
