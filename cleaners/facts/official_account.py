"""The card of an account that sites of short articles put below a title: its name, its number, what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.lazily import lazily

_NUMBER: Final = lazily(r"微信[号號].{0,40}")
_SAYS: Final = lazily(r"功能介[绍紹].{0,120}")
_KIND: Final = ("原创", "原創", "转载", "轉載")
_CALL: Final = lazily(r"[点點][击擊]上方\s?[\"“「『]([^\"”」』]{2,20})[\"”」』]\s?(?:[关關]注|[订訂][阅閱]).*")
_NO_NAME: Final = lazily(r"[蓝藍]|名片|[头頭]像|按[钮鈕]|[链鏈]接|[关關]注|[订訂][阅閱]|公[众眾][号號]|字$")  # “蓝字”
_SOURCE: Final = lazily(r"[来來]源\s?[:：]\s?(.{2,20})")
_PERSONAL: Final = ("个人资料", "個人資料")
_ABOVE: Final = 2  # lines of the card over what it is for
_LONGEST: Final = 20  # characters of a name


def account_card(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of the lines of such a card, and of the row above it that ends with its name and says by whom.

    Args:
        texts: the first lines of a dump.
    """
    for place in range(_ABOVE + 1, len(texts)):
        name = texts[place - _ABOVE]
        if not (_SAYS.fullmatch(texts[place]) and _NUMBER.fullmatch(texts[place - 1])) or len(name) > _LONGEST:
            continue
        yield from ((at, {}) for at in range(place - _ABOVE, place + 1))
        row = texts[place - _ABOVE - 1]
        if row.endswith(name) and len(words := row.removesuffix(name).split()) and words[0] in _KIND:
            yield place - _ABOVE - 1, {"author": words[-1] if len(words) > 1 else name}


def account_called(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of a call to follow the account that wrote a text, whose name it quotes, and of its source.

    Args:
        texts: the first lines of a dump.
    """
    called = [(place, call[1]) for place, text in enumerate(texts) if (call := _CALL.fullmatch(text))]
    if len(called) != 1 or _NO_NAME.search(called[0][1]):
        return
    ((place, name),) = called
    yield place, {"author": name}
    below = range(place + 1, len(texts))
    yield from ((at, {}) for at in below if (source := _SOURCE.fullmatch(texts[at])) and source[1] == name)


def blogger_card(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of what a blog says of its owner: a heading above his name, which his picture has as well.

    Args:
        texts: the first lines of a dump.
    """
    for place in range(len(texts) - _ABOVE):
        name = texts[place + 1]
        if texts[place] in _PERSONAL and name == texts[place + _ABOVE] and len(name) <= _LONGEST:
            yield from ((place, {"author": name}), (place + 1, {}), (place + _ABOVE, {}))
