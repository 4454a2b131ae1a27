"""A title without a word of the site before it: ``Download T`` where ``T`` stands in a line of its own, too."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_offer
from cleaners.rules.vocabulary import site_share

_NAME_BEFORE: Final = lazily(r"[^\W\d_]{2,8}(?:\s+|\s*[|｜_·-]\s*)")
_LEAST_ALONE: Final = 4


def without_name(head: str, others: Iterable[str], again: Set[str]) -> str:
    """Return the line that a title is with a site's word before it: ``Download T`` where ``T`` stands too.

    Any short word parted from it is the site's name where ``T`` stands ``again`` below what the site says.
    """
    for other in others:
        rest = head.removesuffix(other)
        if rest == head:
            rest = head.removeprefix(other)
            rest = rest if is_offer(key_of(rest)) else head
        if rest != head and len(other) >= _LEAST_ALONE and site_share(rest) == 1:
            return other
        if other in again and head.endswith(other) and _NAME_BEFORE.fullmatch(rest) and len(other) > len(rest):
            return other
    return head
