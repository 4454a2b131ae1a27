"""Where a text begins behind the sentence by which a site says who shared it: both stand in one line of the page."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily

LEAST: Final = 100  # characters of a line that holds both
_SHARED: Final = ("是由【", "由会员", "由會員")
_SENTENCE: Final = lazily(  # 该【T】是由【U】上传分享，…方便您编辑和打印。
    r"(?P<label>[^\W\d_]{2,4}[:：]\s?)?(?P<said>(?:[该該本此]?(?:文[档檔])?【[^【】]{2,120}】是由【[^【】]{1,40}】上[传傳]分享[^。]{0,400}"
    r"|《[^《》]{2,120}》由[会會][员員][^。]{0,20}分享[^。]{0,300}搜索)。)\s*(?=\S)"
)


def parted_introduction(text: str) -> tuple[str, ...]:
    """Return the label before the sentence, the sentence, and the text behind it; the whole where it does not begin so.

    Args:
        text: a line, white space stripped.
    """
    if (
        "由" not in text[:LEAST]
        or not any(sign in text[: 2 * LEAST] for sign in _SHARED)
        or not (found := _SENTENCE.match(text))
    ):
        return (text,)
    label = found["label"]
    return (*([label.strip()] if label else []), found["said"], text[found.end() :])
