"""What stands above and below the title of a text dump and no rule knows: the path, the author, the day of a topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final, NamedTuple

from cleaners.facts.head_lines import TOP
from cleaners.facts.head_paths import from_home, numbered_path, path_above, stacked_path, with_parted_steps
from cleaners.facts.names import IN_CAPITALS
from cleaners.facts.title_parts import is_name, members_below, stamped_date
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

_BARS: Final = lazily(r"\s[·•|｜]\s")
_STEPS: Final = lazily(r"\s*[>›»＞→〉⟩/》]\s*")
_DIGIT: Final = lazily(r"\d")
CITED: Final = lazily(r"(?:19|20)\d\d, [A-Z][^.!?]{3,100}")
"""The year and the journal in which a paper stood: ``2015, Journal of T``."""
_PAIRS: Final = lazily(r"([\u4e00-\u9fff]{2,5})\s?[:：]\s?([^\s:：|｜·•]{1,16})(?=[\s|｜·•]|$)")
_BY: Final = lazily("改编|编剧|编写|撰写|整理|作者|编者|[传傳]|主[讲講]")
_ROLE: Final = lazily(r"(?:[师師员員家者手]|教授|博士|作者|编辑|[级級]|[达達]人)$")
_OWNED: Final = lazily(
    r"(\S{2,12})\s?的(?:[个個]人)?(?:[书書]房|博客|部落格|空[间間]|主[页頁]|[图圖][书書][馆館]|[专專][栏欄]|文[库庫集]|店[铺鋪]"
    r"|家[园園]|小站)"
)
_FEW: Final = 2
_PART: Final = 20  # characters


class Beside(NamedTuple):
    """A line beside a title: its place, what it states, and whether it is the path."""

    place: int
    facts: dict[str, str]
    is_path: bool = False


def beside_title(
    texts: Sequence[str], titles: Set[int], stated: Mapping[int, Mapping[str, str]], in_words: Set[int]
) -> Iterator[Beside]:
    """Yield such lines.

    Args:
        texts: the lines of a dump.
        titles: the places of those that are the title, or its file's name.
        stated: by place, the facts of the lines that rules speak of.
        in_words: the places of dates that a document writes so, too.
    """
    if not titles:
        return
    top = {place: facts for place, facts in stated.items() if place < TOP}
    paths = [facts["category"] for facts in top.values() if "category" in facts]
    if not paths and (stacked := stacked_path(texts, min(titles), top.keys())):
        paths = [stacked]
        yield Beside(min(titles) - 1, {"category": stacked}, is_path=True)
    if not paths and (numbered := numbered_path(texts, min(titles), top.keys())):
        paths = [numbered[1]]
        yield Beside(numbered[0], {"category": paths[0]}, is_path=True)
    if not paths and (way := path_above(texts, min(titles), top.keys())) is not None:
        paths = [from_home(with_parted_steps(texts[way]), texts[:way])]
        yield Beside(way, {"category": paths[0]}, is_path=True)
    if not any("author" in facts for facts in stated.values()):
        told = {place for place, facts in stated.items() if facts.keys() - {"category"}} - in_words - titles
        sections = {*texts[: min(titles)], *_STEPS.split(paths[0] if paths else "")}  # of the site: its menu, its path
        for place in members_below(texts[:TOP], titles, told, stated.keys()):
            yield Beside(place, {} if texts[place] in sections else {"author": texts[place]})
    for place in [title + 1 for title in titles if title + 1 not in stated and stated.get(title + 2)]:
        named = any("author" in facts for facts in stated.values())
        owned = _OWNED.fullmatch(texts[place])
        if name := owned[1] if owned and is_name(owned[1]) else _first_of_bars(texts[place]):
            yield Beside(place, {} if named else {"author": name})
        elif (
            len(pairs := _PAIRS.findall(texts[place])) > 1 and _PAIRS.sub("", texts[place]).strip(" |｜·•\u3000") == ""
        ):
            by = next((value for label, value in pairs if _BY.search(label)), "")
            yield Beside(place, {"author": by} if by and not named else {})
    for place in [title + 1 for title in titles if title + 1 not in stated and stated.get(title + 3)]:
        if IN_CAPITALS.fullmatch(texts[place]) and CITED.fullmatch(texts[place + 1]):
            yield Beside(place, {"author": texts[place]})
            yield Beside(place + 1, {})
    for place in [title + 1 for title in titles if title + 1 < len(texts) and title + 1 not in stated]:
        day = stamped_date(texts[place])
        topic = texts[place].partition(day)[2].strip() if day else ""
        if day and topic and any(path.endswith(topic) or f"{topic} " in path for path in paths):
            yield Beside(place, {"published": day})


def _first_of_bars(text: str) -> str | None:
    """Return the name that a row of several parts begins with, right over a row of facts."""
    parts = _BARS.split(text)
    if len(parts) == _FEW and _ROLE.search(parts[1]) and is_name(parts[0]):
        return parts[0]
    short = len(parts) > _FEW and all(0 < len(part) <= _PART for part in parts)
    return parts[0] if short and _DIGIT.search(text) and is_name(parts[0]) else None


def names_other(facts: dict[str, str], title: str | None) -> bool:
    """Tell whether a labelled title is not the page's: a field of the document's own."""
    return title is not None and facts.keys() == {"title"} and key_of(title) not in key_of(facts["title"])
