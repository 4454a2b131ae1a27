"""Whether joins are borne out: lines of slides and lists can be of like widths by chance."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from cleaners.lazily import lazily
from cleaners.reflow.evidence import End, line_end
from cleaners.reflow.phrases import reads_on
from cleaners.reflow.starts import LEANING_WORDS

_PROSE = lazily(  # the end of a sentence; questions of an exam
    r"[。\uff01\uff1f!?]|[a-z]{2}\.(?: |$)|[(\uff08]\s*[)\uff09]|^(?:\d{1,3}|[A-D])\s?[.、\uff0e]\D"
)
_WIDE = "\u2e7f"  # behind a Han character a capital tells nothing
_SEAMS, _READ = 500, 2000  # seams and lines that tell it


def is_borne_out(texts: Sequence[str], joins: Sequence[bool]) -> bool:
    """Tell whether a line has the end of a sentence, or a seam within a paragraph cuts a word, a sentence or a phrase.

    Of the seams within Chinese paragraphs two in five cut a common word; a heading over a line of a slide cuts none.
    Where each of the lines that go on does so in a capital, and no word before it leans on it, nothing is wrapped: four
    in five words begin with small letters.

    Args:
        texts: the lines.
        joins: for each line whether the next one belongs to the same paragraph.
    """
    pairs = zip(texts, texts[1:], joins, strict=False)
    seams = list(islice(((text, after) for text, after, join in pairs if join), _SEAMS))
    if seams and all(_goes_on_in_capital(text, after) for text, after in seams):
        return False
    if any(map(_PROSE.search, texts)):
        return True
    whole = "\n".join(texts[:_READ])
    return any(
        line_end(text) == End.COMMA or reads_on(text, after) or text[-1] + after[0] in whole for text, after in seams
    )


def _goes_on_in_capital(text: str, after: str) -> bool:
    """Tell whether a line begins with a capital, in a text that is not all of these, and nothing before leans on it."""
    if not after[0].isupper() or after.isupper() or text[-1] > _WIDE:
        return False
    return line_end(text) != End.COMMA and text.rpartition(" ")[2] not in LEANING_WORDS
