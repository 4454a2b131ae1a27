"""What sites call themselves and hang behind titles, and what documents call themselves: ``rules/title.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.rules.keys import key_of

# What a foot says of whose the site is, in lower case; quickly found, as each alternative begins with one character.
_OWNED = lazily(r"©|\(c\)|copyright|版[权權]所有|icp(?<!\wicp)\b|icp(?<=[^\W\d_]icp)[备備证證]|powered by")
_OWN = ("关于", "關於", "about ", "欢迎来到", "欢迎來到", "歡迎来到", "歡迎來到")  # with which such a line begins
_BRACKETS = lazily(r"[(\[【][^()\[\]【】]*[)\]】]|[0-9]+篇?$|篇[0-9一二三四五六七八九十]+$")
_WORK = 8  # characters of a document's name that has a site's word in it
_FOOT = 400  # characters of a line of the foot
_SHORTEST = 5  # characters of a title; shorter lines that end so are headings


@cache
def _words() -> tuple[tuple[str, ...], frozenset[str]]:
    table = read_table("rules", "title.toml")
    return tuple(map(key_of, table["site_words"])), frozenset(map(key_of, table["offers"]))


def is_site_name(key: str) -> bool:
    """Tell whether a key (``phrases.key_of``) is short and has a word in it that sites use for themselves.

    What ends as documents do is one about such a thing: ``社区公园认养办法``.
    """
    return len(key) <= 24 and any(word in key for word in _words()[0]) and not (len(key) >= _WORK and names_work(key))


def owns_site(key: str, texts: Iterable[str]) -> bool:
    """Tell whether a line says that a site is of this name: © 2012 N, N 版权所有, 关于N.

    Args:
        key: of the name (``phrases.key_of``).
        texts: the lines of a page that are not the document's.
    """
    return any(key in key_of(text) for text in texts if len(text) <= _FOOT and _states_owner(text.lower()))


def _states_owner(text: str) -> bool:
    return text.startswith(_OWN) or _OWNED.search(text) is not None


def is_offer(key: str) -> bool:
    """Tell whether a key offers the file: 免费下载."""
    return key in _words()[1]


@cache
def _nameless() -> frozenset[str]:
    return frozenset(map(key_of, read_table("rules", "title.toml")["nameless"]))


def names_nothing(key: str) -> bool:
    """Tell whether a key is a word alone that names no document: ``close``, ``Contents``."""
    return key in _nameless()


@cache
def _works() -> tuple[str, ...]:
    return tuple(map(key_of, read_table("rules", "title.toml")["works"]))


def ends_with_work(key: str) -> bool:
    """Tell whether a key ends with what documents call themselves, however short it is: 心得体会."""
    return key.endswith(_works())


def bare_name(key: str) -> str:
    """Return the key of a title without the brackets behind it: 工作报告(草案)."""
    return _BRACKETS.sub("", key)


def names_work(key: str) -> bool:
    """Tell whether a key ends with what documents call themselves, brackets behind it aside: 工作报告(草案)."""
    name = bare_name(key)
    return len(name) >= _SHORTEST and name.endswith(_works())


@cache
def _fields() -> frozenset[str]:
    return frozenset(map(key_of, read_table("rules", "title.toml")["fields"]))


def names_field(key: str) -> bool:
    """Tell whether a key is the name of a field that sites of students fill in, its value in the line below: School."""
    return key.rstrip(":") in _fields()
