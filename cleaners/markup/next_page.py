"""A link below a text to the second page of it: an article or a thread that a site spreads over pages goes on there."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily

_NEXT: Final = lazily(
    r"""(?i)<a\b[^<>]{0,300}?\bhref\s*=\s*["']?(?P<to>[^"'<>\s]{1,300})[^<>]{0,300}>(?:[\s\[【]|<[^<>]{0,200}>){0,6}"""
    r"""(?:下一?[页頁]|[后後]一[页頁]|next\s?page)[\s›»>＞→\]】]{0,6}(?:&[gr]\w{1,5};){0,3}\s*<"""
)
_SECOND: Final = lazily(
    r"(?i)[?&](?:page|p|pn|pg|pageno|pageindex|page_no|pagenum)=2(?:&|$)"
    r"|[_/-](?:page[/_-]?|p)?2(?:-1)?(?:\.\w{2,5})?/?(?:[?#]|$)"
)
_OF_LISTS: Final = lazily(
    r"(?i)(?:^|[/_-])(?:list|forum|tags?|search|category|channel|comment|chapter|step|lesson|photo|index|news/page)s?[/_.-]"
    r"|#comment|/u/"
)
_PREVIOUS: Final = lazily(  # leads somewhere: this is no first page
    r"""(?i)<a\b[^<>]{0,300}?\bhref\s*=\s*["']?(?!javascript|#)[^"'<>\s][^<>]{0,300}>\s*(?:上一?[页頁]|previous\s?page)"""
)
_BY_ID: Final = lazily(r"\d{3}[_-]2(?:-1)?\.\w{2,5}$")  # no list is called so
_OF_READERS: Final = lazily(  # a heading below which pagers turn the pages of something else
    r">\s*(?:[^<>]{1,4}(?:[评評][论論]|留言|回[复覆復])[^<>]{0,8}|(?:[评評][论論]|留言|回[复覆復])[^<>]{1,8})<"
)
_OF_OTHERS: Final = lazily(r">\s*(?:[^<>]{0,2}相[关關]|猜[你您]|[热熱][门門])[^<>]{2,10}<")
_HEADING: Final = lazily(r"<h[1-6]\b")  # what stands below one is something else
_NUMBERED: Final = lazily(r">\s*2\s*<|\b1\s?(?:of|/)\s?[1-9]|第\s?1\s?[页頁]")  # pages are counted before the link
_SIGNS: Final = ("下一页", "下一頁", "下页", "下頁", "后一页", "後一頁", "next page", "nextpage")
_NEAR: Final = 6000  # bytes


def leads_to_second_page(behind: bytes) -> bool:
    """Tell whether a link right behind a text leads to its second page.

    Args:
        behind: the markup from the last line of the text on, in UTF-8.
    """
    markup = behind[:_NEAR].decode("utf-8", "ignore")
    lower = markup.lower()
    if not any(sign in lower for sign in _SIGNS):
        return False
    others = [found.start() for found in (_OF_READERS.search(markup), _HEADING.search(markup)) if found]
    end = min(others, default=len(markup))
    link = _NEXT.search(markup, 0, end)
    to = link["to"] if link else ""
    if not link or not _SECOND.search(to) or _OF_LISTS.search(to) or _PREVIOUS.search(markup, 0, end):
        return False
    if _BY_ID.search(to):
        return True
    numbered = _NUMBERED.search(markup, 0, link.start()) is not None
    return numbered and _OF_OTHERS.search(markup, 0, link.start()) is None
