"""Documents that a site spreads over linked pages: which page comes next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from scraper.fetch.addresses import AddressError, check_address

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# What a link to the next page says; brackets and white space do not count.
_NEXT = re.compile(r"(?:next(?:page)?|下一?[页頁]|[后後]一[页頁])?[›»>＞→]*", re.IGNORECASE)
_BLANK = re.compile(r"[\s\[\]【】()（）]+")
_HINTS = ("next", "Next", "NEXT", "下一页", "下一頁", "下页", "下頁", "后一页", "後一頁", "›", "»")
# A page's number in an address: by a name that says so, or bare at the end of the path.
_NAMED = re.compile(
    r"(?:(?<=[?&])(?:page|p|pn|pg|pageno|pageindex|page_no|pagenum)=(\d{1,4})(?:&|$)"
    r"|/(?:page[/_-]?|p)(\d{1,4})(?=(?:\.\w{2,5})?/?(?:\?|$)))",
    re.IGNORECASE,
)
_INDEX = re.compile(r"/index\.\w{2,5}$", re.IGNORECASE)
_BARE = re.compile(r"[_/-](\d{1,3})(?=(?:\.\w{2,5})?/?(?:\?|$))")

_DIGITS = re.compile(r"(\d+)")


class Pagination:
    """Follows the pages of one document.

    A link counts that says so (``rel=next``, 下一页, the number of the page) and leads to the address of the first page
    but for the number of the page, which counts up: the next article of a site does not.
    """

    def __init__(self, first: str) -> None:
        """Begin.

        Args:
            first: address of the first page.
        """
        self._first_url = first
        self._bases = {_plain(first)}
        self._number = 1
        if stated := _numbered(first, _NAMED):
            base, self._number = stated
            self._bases.add(base)
        self._first = True

    def next(self, text: str, url: str) -> str | None:
        """Return the address of the next page, ``None`` on the last.

        Args:
            text: markup of the page.
            url: its address.
        """
        from selectolax.lexbor import LexborHTMLParser

        numbered = f"{self._number + 1}"
        if not any(hint in text for hint in _HINTS) and not re.search(rf">[\s\[第]*{numbered}[\s\]页]*<", text):
            return None
        tree = LexborHTMLParser(text)
        base = tree.css_first("base[href]")
        root = (base.attributes.get("href") or "") if base else ""
        links = tree.css('link[rel~="next"][href], a[rel~="next"][href]')
        labelled = [(_label(link), link) for link in tree.css("a[href]")]
        links += [link for label, link in labelled if label and _NEXT.fullmatch(label)]
        links += [link for label, link in labelled if label in (numbered, f"第{numbered}页")]
        for link in links:
            try:
                target = check_address(urljoin(urljoin(url, root), link.attributes.get("href") or ""))
            except (AddressError, ValueError):
                continue
            if self._follows(target):
                return target
        return None

    def _follows(self, target: str) -> bool:
        for pattern in (_NAMED, _BARE):
            stated = _numbered(target, pattern)
            if stated and stated[0] in self._bases and self._counts_up(stated[1]):
                self._number, self._first = stated[1], False
                return True
        if (number := _in_place_of_one(self._first_url, target)) and number == self._number + 1:
            self._number, self._first = number, False
            return True
        return False

    def _counts_up(self, number: int) -> bool:
        """Some sites call the second page 1."""
        return number == self._number + 1 or (self._first and number == self._number == 1)


def _label(link: LexborNode) -> str:
    """Return what a link says, or else what its picture stands for."""
    picture = link.css_first("img[alt]")
    return _BLANK.sub("", link.text() or (picture.attributes.get("alt") or "" if picture else ""))


def _numbered(url: str, pattern: re.Pattern[str]) -> tuple[str, int] | None:
    """Return an address without the number of the page, and the number."""
    found = pattern.search(url)
    if not found:
        return None
    number = next(int(group) for group in found.groups() if group)
    return _plain(url[: found.start()] + url[found.end() :]), number


def _in_place_of_one(first: str, target: str) -> int | None:
    """Return the number that stands where the first page's address has a 1 or 0, all else being equal."""
    parts, others = _DIGITS.split(first), _DIGITS.split(target)
    apart = [(part, other) for part, other in zip(parts, others, strict=False) if part != other]
    if len(parts) != len(others) or len(apart) != 1 or not apart[0][1].isdecimal():
        return None
    start, number = apart[0]
    return int(number) + (start == "0") if start in ("0", "1") else None


def _plain(url: str) -> str:
    parts = urlsplit(url)
    path = _INDEX.sub("/", parts.path).rstrip("/")
    return f"{parts.netloc}{path}?{parts.query.strip('&')}"
