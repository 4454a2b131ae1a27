"""Lines that no rule knows: whether they read like a document's own or like words between those of a site."""

from __future__ import annotations

from cleaners.document import Line
from cleaners.lazily import lazily

SENTENCE = lazily(r"[。！？!?；;]|[,，、:：]$|[a-z,;]\.?\s+[a-z]+\s+[a-z]+\s+[a-z]+")
NUMBERED = lazily(
    r"[(（]?[第一二三四五六七八九十\d①-⑳IVX]+[章节節条條篇编編、.．)）:：](?!\d)|[(（][一二三四五六七八九十\d]+[)）]"
)
LABEL = lazily(r"[【〖][^【】〖〗]{1,12}[】〗]")
"""What a line of a document is about, in brackets: 【贮藏】."""
LABELLED = lazily(r"[^\s:：]{2,8}\s?[:：]")
"""The beginning of a line that is a label and its value."""
_MARK = lazily(r"(?<=[^\x00-\u2e7f])[,:;?!()]|[,:;?!()](?=[^\x00-\u2e7f])")
BLANK = "____"
"""To be filled in: a form."""
_ICON = 4  # characters
STRANGER_WIDTH = 24
_PROSE_WIDTH = 40
_MEASURED = 1000  # characters: a file of one line has millions


def is_icon(line: Line) -> bool:
    """Tell whether a line is a picture that stands for a word, by what is shown in its place."""
    return line.tag == "img" and len(line.text) <= _ICON


def is_prose(line: Line) -> bool:
    """Tell whether a line reads like text of a document: long, or with the punctuation of sentences."""
    text = line.text
    return len(text) >= _PROSE_WIDTH or width(text) >= _PROSE_WIDTH or bool(SENTENCE.search(text))


def width(text: str) -> int:
    """Return the columns a text takes, wide characters as two; of a very long one but its beginning is measured so."""
    return len(text) if text.isascii() else len(text) + sum(map("\u2e7f".__lt__, text[:_MEASURED]))


def columns(text: str) -> int:
    """Return the columns of a typeset line: half-width marks beside wide characters took two there."""
    return width(text) + len(_MARK.findall(text))


def is_stranger(line: Line) -> bool:
    """Tell whether a line that no rule knows is short and no heading: a user's name, a word of the navigation."""
    return (
        len(line.text) <= STRANGER_WIDTH
        and width(line.text) <= STRANGER_WIDTH
        and not is_prose(line)
        and not NUMBERED.match(line.text)
        and not line.level
    )
