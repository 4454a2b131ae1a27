"""What can be the name of a person or a member, told from other words that stand where sites put names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.facts.surnames import SURNAMES
from cleaners.lazily import lazily
from cleaners.rules.vocabulary import site_share

HELD: Final = "\u2060"
"""Stands for the space inside of a name; a word joiner, which is no white space to patterns and none to phrases."""
FULL_NAME: Final = lazily(
    r"(?!(?:The|Our|This|By|Written|Posted|Published|Picture|Photo|Author)\b)[A-Z][\w.'’-]*"
    r"(?: (?:van|von|de|da|del|der|den|bin|al|[A-Z][\w.'’-]*)){1,3}"
)
_BY: Final = lazily(r"\b[Bb]y:? +(?=[A-Z])")
_ACTS: Final = frozenset(
    (
        *("written", "posted", "published", "uploaded", "submitted", "shared", "authored", "created", "added"),
        *("contributed", "words", "text", "story", "article", "post", "guide"),
    )
)
_LATER: Final = ("last", "latest", "most")
_NO_NAME: Final = lazily(
    r"(?i)(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
    r"|(?:the|our|this|that|their|your|its|my|an?|by|at|in|on|for|from|and|or|of|to|with|all|about|images?|avatar|photo"
    r"|picture|portrait|bio|info|information|profile|details|spotlight|box|page|undefined|null|none|unknown|team"
    r"|user ?name|nick ?name|password"
    r"|用户名|昵称|密码|用戶名|暱稱|密碼|图片|文字|摄影|稿件|审核|校对|供稿|供图|内容|网站|[^\W\d_]{2,6}(?:行[业業]|[领領]域))"
)
_POINTING: Final = lazily(  # what a site says of the document itself: 该菜谱发布于
    r"[该該本此这這](?:[文论論教菜食作][档檔章文案件谱譜品]|[资資]料|[资資]源|[课課]件|帖子|[视視][频頻]|[内內]容)(?:$|[发發]布|[发發]表|上[传傳]|由|于|[於来來]|更新|已|共|[关關])"
)
TELLING: Final = lazily(r"[A-Z\d_@]|[^\x00-\x7f]")
"""What tells a name from a common word in small letters."""
IN_CAPITALS: Final = lazily(r"[A-Z][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-Z][\w.'’-]*){1,3}")
"""Words in capitals as a person's names are, whatever they say: ``FULL_NAME`` begins with none of a byline."""
MASKED: Final = lazily(r"\d{3}\*{2,6}\d{2,4}")
"""A member's telephone number, which a site shows in part where he has given himself no name."""
_HAN_NAME: Final = lazily("[\u4e00-\u9fff]{2,3}")
_PROVINCES: Final = frozenset(  # that begin with surnames
    ("江苏", "江西", "安徽", "云南", "宁夏", "江蘇", "雲南", "寧夏")
)


def can_be_name(word: str) -> bool:
    """Tell whether a word, or several, can name somebody: no month, no small word of a sentence, no 该文档."""
    return _NO_NAME.fullmatch(word) is None and not _POINTING.match(word)


def is_someone(word: str) -> bool:
    """Tell whether a word is a surname and a name, and no province nor word of a site."""
    named = word[0] in SURNAMES and _HAN_NAME.fullmatch(word) is not None
    return named and word not in _PROVINCES and site_share(word) == 0


def names_after_by(words: Sequence[str], at: int) -> bool:
    """Tell whether the word behind ``by`` is who put something up: `trusted by millions` names nobody.

    Args:
        words: the words of a line.
        at: the place of ``by``.
    """
    name = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1].rstrip(":").lower() if at else ""
    if at > 1 and words[at - 2].lower() in _LATER:
        return False  # last post by
    if before in _ACTS or (at and not (before.isascii() and before.isalpha())):
        return can_be_name(name)
    if before:
        return False
    return can_be_name(name) and (TELLING.search(name) is not None or len(words) == at + 2)


def held_names(text: str) -> str:
    """Put a joiner between the words of a full name behind ``by``, so that it is read as one."""
    parts, end = [], 0
    for sign in _BY.finditer(text):
        if sign.end() >= end and (name := FULL_NAME.match(text, sign.end())):
            shown = _without_month(name[0])
            parts += [text[end : sign.end()], shown.replace(" ", HELD)]
            end = sign.end() + len(shown)
    return "".join(parts) + text[end:]


def _without_month(name: str) -> str:
    """Return a name without the month behind it: ``by Ana Ruiz May 5``."""
    words = name.split(" ")
    count = next((at for at, word in enumerate(words) if at and not can_be_name(word)), len(words))
    return " ".join(words[:count])
