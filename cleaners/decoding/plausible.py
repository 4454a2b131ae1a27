"""How much a decoded text looks like writing: the judge between encodings."""

from __future__ import annotations

from typing import Final, TypeVar

from cleaners.decoding.hanzi import FREQUENT_HAN, FREQUENT_HANGUL
from cleaners.lazily import lazily

_Text = TypeVar("_Text", str, bytes)

_SLICES: Final = 8
_SOUND: Final = 0.6
"""Plausibility from which a text is taken for what it says: real pages have 0.7 and more, wrong readings below 0.4."""
_GOOD: Final = FREQUENT_HAN | frozenset("\u3000、。〈〉《》「」『』【】\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f")
_WORST: Final = 3  # how often one character can count against a text
_RUNS: Final = lazily(r"[^\x00-\x7f]+")
# Han, kana, Hangul, CJK and general punctuation, full-width forms, private use, and what no text has.
_HAN: Final = lazily(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_HANGUL: Final = lazily(r"[\uac00-\ud7a3]")
_USUAL: Final = lazily(r"[\u3040-\u30ff\u3000-\u3011\uff01-\uff5e\u2010-\u2027\u2460-\u2473\u25a0-\u25ff\u00b7\u00d7]")
# Sets are written by their smaller side, since compiling one takes as long as it has characters.
_LONE_LATIN: Final = lazily(r"(?<![^\x00-\x7f])[\x80-\u024f\u20ac\u2010-\u2026\u2122]{1,2}(?![^\x00-\x7f])")
_NONSENSE: Final = lazily(r"[\x80-\x9f\ue000-\uf8ff\ufffd\uff61-\uff9f\U000f0000-\U0010ffff]")
_LATIN_RUN: Final = lazily(
    r"[\x80-\u024f\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u02c6\u02dc]{3,}"
    r"|[\u00c2\u00c3][\x80-\xbf\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u02c6\u02dc]"
)


def slices(text: _Text, size: int) -> list[_Text]:
    """Return ``size`` characters or bytes of a text, taken at even distances; the whole text where it is shorter."""
    if len(text) <= size:
        return [text]
    step, part = len(text) // _SLICES, size // _SLICES
    return [text[start : start + part] for start in range(0, step * _SLICES, step)]


def sample(text: str, size: int = 16384) -> str:
    """Return ``size`` characters of a text, taken at even distances; the whole text where it is shorter."""
    return "".join(slices(text, size))


def is_sound(text: str) -> bool:
    """Tell whether a text is plausible; of a Chinese one the characters that are surely good mostly say so alone."""
    written = "".join(_RUNS.findall(text))
    good = sum(map(_GOOD.__contains__, written))
    doubtful = len(written) - good
    return good * (1 - _SOUND) >= doubtful * _WORST * _SOUND or plausibility(text) >= _SOUND


def plausibility(text: str) -> float:
    """Return how plausible the non-ASCII characters of a text are as writing, from 0 (nonsense) to 1.

    Frequent Han characters and Hangul syllables, kana, usual punctuation and single accented letters speak for a text;
    control characters, private use, replacement characters, half-width katakana and runs of accented letters speak
    against it. Other scripts do not count. ASCII alone is 1.
    """
    written = "".join(_RUNS.findall(text))
    if not written:
        return 1.0
    han = _HAN.findall(written)
    hangul = _HANGUL.findall(written)
    frequent = sum(map(FREQUENT_HAN.__contains__, han))
    good = frequent + 1.3 * sum(map(FREQUENT_HANGUL.__contains__, hangul))
    good += len(_USUAL.findall(written)) + len(_LONE_LATIN.findall(text))
    bad = 2 * len(_NONSENSE.findall(written)) + sum(map(len, _LATIN_RUN.findall(text)))
    judged = good + bad + len(han) - frequent + len(hangul)
    return min(1.0, good / judged) if judged else 1.0
