"""What a site says within a paragraph of a text: who shared it, before its beginning, and how much it hides there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.lazily import lazily

_HIDES: Final = lazily(
    r"(…{1,2}此[处處][隐隱]藏\s?\d+\s?个?字…{1,2}|…{1,2}[(（][^()（）]{2,40}省略\s?\d+\s?字[,，]正式会员可完整阅读[)）]…{0,2}"
    r"|(?:…|\.{3})\s?show more content\s?(?:…|\.{3}))"
)
_HIDDEN: Final = ("隐藏", "隱藏", "正式会员", "show more content")
_BEGINS: Final = lazily(r"[该該本此]?(?:文[档檔])?【[^【】]{2,120}】是由【|《[^《》]{2,120}》由[会會][員员]")
_MOST: Final = 8  # lines of such a sentence
LEAST: Final = 40  # characters of a line that holds both
_NEAR: Final = 100  # ... in which the sentence begins
SHARED: Final = ("是由【", "由会员", "由會員")
"""Signs of such a sentence."""
_SENTENCE: Final = lazily(  # 该【T】是由【U】上传分享，…方便您编辑和打印。
    r"(?P<label>[^\W\d_]{2,4}[:：]\s?)?(?P<said>(?:[该該本此]?(?:文[档檔])?【[^【】]{2,120}】是由【[^【】]{1,40}】上[传傳]分享[^。]{0,400}"
    r"|《[^《》]{2,120}》由[会會][员員][^。]{0,20}分享[^。]{0,300}搜索)。)\s*(?=\S)"
)


def parted_introduction(text: str) -> tuple[str, ...]:
    """Return the label before the sentence, the sentence, and the text behind it; the whole where it does not begin so.

    A text in the midst of which a site hides some is parted there: ``他说，……此处隐藏120个字……上的人``, or
    ``…(某网省略120字，正式会员可完整阅读)``; an English one says ``…show more content…`` there.

    Args:
        text: a line, white space stripped.
    """
    if any(word in text for word in _HIDDEN):
        parts = [part for part in map(str.strip, _HIDES.split(text)) if part]
        if len(parts) > 1:
            return tuple(parts)
    if (
        "由" not in text[:_NEAR]
        or not any(sign in text[: 2 * _NEAR] for sign in SHARED)
        or not (found := _SENTENCE.match(text))
    ):
        return (text,)
    label = found["label"]
    return (*([label.strip()] if label else []), found["said"], text[found.end() :])


def with_introduction_joined(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a dump, those of such a sentence that a text browser wrapped as one, where its end is near."""
    at = 0
    while at < len(lines):
        line, stop = lines[at], at + 1
        if any(sign in line.text for sign in SHARED):
            stop = _end_of_sentence(lines, at)
        yield line if stop == at + 1 else line._replace(text="".join([one.text for one in lines[at:stop]]))
        at = stop


def _end_of_sentence(lines: Sequence[Line], at: int) -> int:
    """Return the place behind the last line of the sentence that begins at a place, if it ends near; else the next."""
    if not _BEGINS.match(lines[at].text) or "。" in lines[at].text:
        return at + 1
    for place in range(at + 1, min(len(lines), at + _MOST)):
        if lines[place].number != lines[place - 1].number + 1:
            break
        if lines[place].text.endswith("。"):
            return place + 1
    return at + 1
