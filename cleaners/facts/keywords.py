"""Keywords: those in a page's head that are the document's own, and a stated list of them as tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.facts.breadcrumb import STEP, STEPS, without_label
from cleaners.facts.labels import bare_label
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_site_name, owns_site
from cleaners.values import TYPES

_LIST: Final = lazily(r"[,，;；、|｜]+")
_SPACE: Final = lazily(r"\s+")
_SPACE_BETWEEN_HAN: Final = lazily(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])|\s+(?=[#＃])")
_TITLE_PARTS: Final = lazily(r"[_|｜–—-]")
_DOMAIN: Final = lazily(r"\w\.(?:com|net|org|cn)\b")
_WORD: Final = lazily(r"\w")
_MARKUP: Final = lazily(r"<[a-z!/]")
_FIELD: Final = lazily(r"原?([^\s:\uff1a]{2,6})[:\uff1a]")
_ENDS_IN_TYPE: Final = lazily(rf"(?i)[.．](?:{TYPES})$")
_LONGEST_TAG: Final = 20  # characters
_WORDS_OF_TITLE: Final = 6  # keywords that can be all of it
_CUT: Final = 0.75  # of it that they are then
_FIRST: Final = 2  # words of a list
_LONGEST_PATH: Final = 160  # characters
_READ: Final = 40  # lines of a text in which its keywords stand
_OWN: Final = lazily(r"[【\[]?(?:[关關]\s?[键鍵]\s?[词詞字])[】\]]?\s?[:：]?\s?(\S.{1,200})$")
_PHRASE: Final = 7  # characters of a part of a title that is no keyword


def own_keywords(
    stated: str, head_title: str, title: str, around: Sequence[str], document: Sequence[str]
) -> str | None:
    """Return the document's own among the keywords of a page's head; ``None`` where these are the site's, or the title.

    Args:
        stated: the keywords.
        head_title: the title as the head has it, with the site's name at its end.
        title: the title of the record.
        around: the lines that are not the document's.
        document: those that are: keywords of which it has none are the site's.
    """
    words = _without_site(stated, head_title, title, around)
    whole = "\n".join([title, *document]).lower()
    if _cut_from(title, words) or not any(word.strip().lower() in whole for word in words if word.strip()):
        return None
    return ",".join([*words, ""])  # with a comma, which leaves the spaces within one keyword alone


def _without_site(stated: str, head_title: str, title: str, around: Sequence[str]) -> list[str]:
    """Return keywords without the title, whose comma parts none, and without the name of the site."""
    words = _LIST.split(stated.replace(title, "") if "，" in title else stated)
    parts = [part for part in _TITLE_PARTS.split(head_title) if not _DOMAIN.search(part)]
    name = key_of(parts[-1]).partition("(")[0] if parts else ""
    owned = len(parts) > 1 and (owns_site(name, around) or _begins_path(name, around) or _begins_page(name, around))
    is_site = is_site_name(name) or owned
    return [word for word in words if word.strip() and not (is_site and key_of(word) == name)]


def _begins_page(name: str, around: Sequence[str]) -> bool:
    """Tell whether a name is that in the first lines of a page, its logo."""
    return bool(name) and any(key_of(text) == name for text in around[:_FIRST])


def _begins_path(name: str, around: Sequence[str]) -> bool:
    """Tell whether a path to the page begins at a name, as it does at the site's: ``您现在的位置： N >> 总结``."""
    paths = (text for text in around if len(text) <= _LONGEST_PATH and STEPS.search(text))
    return bool(name) and any(key_of(without_label(STEP.split(path)[0])) == name for path in paths)


def _cut_from(title: str, words: Sequence[str]) -> bool:
    """Tell whether keywords are the title cut into its words, as a machine does: 大牛,股东,突然,放量,跌停."""
    bare = [word.strip() for word in words if word.strip()]
    if len(bare) < _WORDS_OF_TITLE or _CUT * len(title) > sum(map(len, bare)):
        return False
    at = 0
    for word in bare:
        if (at := title.find(word, at)) < 0:
            return False
        at += len(word)
    return True


def read_tags(stated: str | None, title: str | None, document: Sequence[str] = ()) -> tuple[str, ...] | None:
    """Split a list of keywords; those that only repeat the title say nothing of their own.

    Args:
        stated: the list.
        title: the title of the record.
        document: the lines of the text, whose own keywords part those that a copy has run together.
    """
    if not stated or _MARKUP.match(stated):
        return None
    title_key = key_of(title) if title else ""
    listed = _split(stated)
    listed = _as_in_text(listed[0], document) if len(listed) == 1 else listed
    if any(map(_is_labelled, listed[:_FIRST])):
        return None  # what stands behind an empty label
    parts = (word.strip("#＃") if word[:1] in "#＃" else word for word in listed)  # #合同#, but C#
    words = dict.fromkeys(
        part for part in parts if _WORD.search(part) and key_of(_ENDS_IN_TYPE.sub("", part)) != title_key
    )
    if len(words) == 1 and len("".join(words)) > _LONGEST_TAG and not "".join(words).isascii():
        return None  # several that a copy has run together
    if title_key and max(map(len, words), default=0) >= _PHRASE and _letters("".join(words)) == _letters(title_key):
        return None
    return tuple(words) or None


def _as_in_text(run: str, document: Sequence[str]) -> list[str]:
    """Return keywords that a copy has run together as a paper's own line has them: ``关键词：蜂箱；声学``."""
    if len(run) < _PHRASE:
        return [run]
    own = (_split(found[1].rstrip("。.")) for text in document[:_READ] if (found := _OWN.match(text)))
    return next((words for words in own if "".join(words) == run), [run])


def _split(stated: str) -> list[str]:
    """Return the words of a list, at its signs or else at its spaces."""
    listed = _LIST.split(stated)
    gap = _SPACE if len(listed) == 1 else _SPACE_BETWEEN_HAN  # a comma leaves the names of several words whole
    return [word for part in listed for word in gap.split(" ".join(part.split()))]


def _is_labelled(word: str) -> bool:
    """Tell whether a word is another fact with its label: 来源:晚报."""
    field = _FIELD.match(word)
    label = bare_label(field[1]) if field else None
    return label is not None and label.fact != "tags"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, key_of(text)))
