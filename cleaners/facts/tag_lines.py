"""Tags of a dump, a line each: below their label, which no document has, or each with its sign, ``#宠物``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.others import heads_others
from cleaners.rules.vocabulary import site_share
from cleaners.values import TYPES

TAGS: Final = "tags"
"""Mark of a line that is the tags in a box called so."""
_LABEL: Final = lazily(
    r"(?i)(?:本文|文章|文[档檔]|相[关關]|[资資]源|[资資]料)?(?:[标標][签籤]|tags?)\s?[:：]?|related (?:topics|tags)"
)
_LABEL_OF_TEXT: Final = lazily(r"(?:本文|文章|文[档檔])[标標][签籤]")  # no item of a menu
_KEYWORDS: Final = lazily(r"[关關]\s?[键鍵]\s{0,2}[词詞字]\s?[:：]?")  # a paper has some, too
_SEARCHES: Final = lazily(r"相[关關]搜[索尋寻]\s?[:：]?")  # the document's words, or what others looked for
_WORD: Final = lazily(r"[^\W_]{2,10}")
_LATIN: Final = lazily(r"[A-Za-z\u00c0-\u04ff][\w&'’+#-]*(?: [\w&'’+#-]+){0,3}")
_BULLET: Final = lazily(r"[•·●*-]")
_TYPE: Final = lazily(rf"(?i:{TYPES})")
_SIGNED: Final = lazily(r"(?:[#＃]\s?[^\W_]{2,14}[#＃]?\s*)+")
_SIGN: Final = lazily(r"[#＃]\s?([^\W_]{2,14})")
_ENDS: Final = lazily(r"[:：()（）>»|]|\d|^提示\s.*[资資]源|^[\w-]+(?:\.[\w-]+)+$")  # in a line below them, of the site
_LONGEST_END: Final = 60  # characters of what ends tags; what is longer is of a text
_MOST: Final = 12  # tags
_LEAST: Final = 2
_LONGEST: Final = 40  # characters of a tag in Latin letters
_WIDE: Final = "\u2e80"  # the first character of scripts without spaces
_NEAR: Final = 4  # lines above a bare label of which one is known as the site's
_OF_SITE: Final = 0.6  # share of words of sites in a button


def tag_lists(texts: Sequence[str], known: Set[int], title: str | None = None) -> Iterator[tuple[range, str]]:
    """Yield the places of lines that are tags, with their label, and the tags.

    Args:
        texts: the lines of a dump.
        known: the places of those in which rules found something.
        title: the document's title, of whose words the searches are that a site derives from it.
    """
    for place, text in enumerate(texts):
        if text[0] in "#＃" and (place == 0 or texts[place - 1][0] not in "#＃"):
            yield from _signed(texts, place)
        elif _LABEL.fullmatch(text) or (_KEYWORDS.fullmatch(text) and place - 1 in known):
            yield from _labelled(texts, place, known)
        elif title and _SEARCHES.fullmatch(text):
            yield from (one for one in _labelled(texts, place, known) if all(map(title.__contains__, one[1].split())))


def _signed(texts: Sequence[str], place: int) -> Iterator[tuple[range, str]]:
    stop = place
    while stop < len(texts) and stop < place + _MOST and _SIGNED.fullmatch(texts[stop]):
        stop += 1
    tags = _SIGN.findall(" ".join(texts[place:stop]))
    if len(tags) >= _LEAST:
        yield range(place, stop), " ".join(tags)


def _labelled(texts: Sequence[str], place: int, known: Set[int]) -> Iterator[tuple[range, str]]:
    """Yield the words below a label, where a line that is none, and no heading of a text, ends them.

    They have a line each, or stand in one, parted by spaces, over a heading of the site.
    """
    if _LABEL_OF_TEXT.fullmatch(texts[place]) and place + 2 < len(texts) and _ends(texts[place + 2]):
        words = texts[place + 1].split()
        if _LEAST <= len(words) <= _MOST and all(map(_WORD.fullmatch, words)):
            yield range(place, place + 2), " ".join(words)
            return
    if texts[place][-1] not in ":\uff1a" and known.isdisjoint(range(place - _NEAR, place)):
        return  # an item of a menu
    stop = place + 1
    tags: list[str] = []
    while stop < len(texts) and len(tags) < _MOST and stop not in known:
        if _is_tag(texts[stop]):
            tags.append(texts[stop])
        elif not _BULLET.fullmatch(texts[stop]):
            break
        stop += 1
    if stop < len(texts) and len(tags) >= _LEAST and (stop in known or _ends(texts[stop])):
        yield range(place, stop), (" " if max(map(max, tags)) >= _WIDE else ", ").join(tags)


def _ends(text: str) -> bool:
    """Tell whether a line that no rule knows ends tags: of the site by a sign, as a heading or by its words."""
    return len(text) <= _LONGEST_END and (
        bool(_ENDS.search(text)) or heads_others(text) or site_share(text) >= _OF_SITE
    )


def _is_tag(text: str) -> bool:
    latin = len(text) <= _LONGEST and _LATIN.fullmatch(text) is not None
    if not latin and not _WORD.fullmatch(text):
        return False
    return site_share(text) < _OF_SITE or _TYPE.fullmatch(text) is not None
