"""The card of an account that sites of short articles put below a title: its name, its number, what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.facts.head_lines import HEAD
from cleaners.lazily import lazily

_NUMBER: Final = lazily(r"微信[号號].{0,40}")
_SAYS: Final = lazily(r"功能介[绍紹].{0,120}")
_KIND: Final = ("原创", "原創", "转载", "轉載")
_CALL: Final = lazily(r"[点點][击擊]上方\s?[\"“「『]([^\"”」』]{2,20})[\"”」』]\s?(?:[关關]注|[订訂][阅閱]).*")
_NO_NAME: Final = lazily(  # “蓝字”, “右上角”, “小喇叭”
    r"[蓝藍]|名片|[头頭]像|按[钮鈕]|[链鏈]接|[关關]注|[订訂][阅閱]|公[众眾][号號]|字$|[上右左]|角$|三[点點]|[图圖]?[标標]$"
    r"|喇叭|[听聽]|播放|音[频頻]|星|全文|小程序|[这這][里裡裏]"
)
_SOURCE: Final = lazily(r"[来來]源\s?[:：]\s?(.{2,20})")
_SAYS_WHO: Final = lazily(  # somebody else
    r"[(（【]?(?:[^\W\d_]{0,2}[文图圖]字?|[来來]源|[记記]者|[编編][辑輯]|[转轉][载載]自|出品|授[权權])\s?[:：/／|｜丨](.*)"
    r"|[(（【]?作\s?者\s?[:：/／|｜丨]?(.{0,40})$"
)
_PERSONAL: Final = ("个人资料", "個人資料")
_OF_BLOG: Final = lazily(r"博客|博主|[访訪][问問]|人[气氣]|粉[丝絲]")
_ABOVE: Final = 2  # lines of the card over what it is for
_SAYS_MORE: Final = 4  # lines below the name in which a blog says what it has
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
        texts: the lines of a dump.
    """
    called = [(place, call[1]) for place, text in enumerate(texts[:HEAD]) if (call := _CALL.fullmatch(text))]
    if len(called) != 1 or _NO_NAME.search(called[0][1]):
        return
    ((place, name),) = called
    said = [found for text in texts if (found := _SAYS_WHO.match(text))]
    rows = (text for text in texts[:HEAD] if text != texts[place] and name in text and not _SOURCE.fullmatch(text))
    if any((one[1] or one[2] or "").strip() != name for one in said) or any(rows):
        return  # accounts put up what others wrote
    yield place, {"author": name}
    below = range(place + 1, min(HEAD, len(texts)))
    yield from ((at, {}) for at in below if (source := _SOURCE.fullmatch(texts[at])) and source[1] == name)


def blogger_card(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of what a blog says of its owner: a heading above his name, which his picture has as well.

    Below it stands how many read the blog, or what the site gave him for it.

    Args:
        texts: the first lines of a dump.
    """
    for place in range(len(texts) - _ABOVE):
        name = texts[place + 1]
        if texts[place] not in _PERSONAL or name != texts[place + _ABOVE] or len(name) > _LONGEST:
            continue
        below = texts[place + _ABOVE + 1 : place + _ABOVE + 1 + _SAYS_MORE]
        if any(_OF_BLOG.search(text) for text in below):  # a form has labels there
            yield from ((place, {"author": name}), (place + 1, {}), (place + _ABOVE, {}))
