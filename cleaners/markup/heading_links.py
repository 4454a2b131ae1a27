"""Links that a site sets beside headings, or behind each article of a law: ``[编辑]``, ``¶``, ``【关联】``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cleaners.document import Drop
from cleaners.lazily import lazily
from cleaners.markup.outline import Outline, Row, without_parts

RULE: Final = "heading-link"
_LONGEST: Final = 16
_TWICE: Final = 2  # a sign or a word in brackets, so often ...
_OFTEN: Final = 3  # ... and a bare word, which half of the headings must have: it could be the document's
_OPENING: Final = frozenset("[(（【［〔")
_DIGITS: Final = lazily(r"\d+")
_COUNTED: Final = lazily(r"[^\W\d]{2,6}[(（]\d+[)）]")  # 关联(3)
_BEHIND: Final = lazily(r"[。；：！？.;!?][”」』]?\s*([^\W\d_][^。；：！？;!?.]{1,15})$")
_LEAD: Final = lazily(r"(?i)[\[【［]\s?(编辑|編輯|edit|修改|查看|[关關][联聯]|[隐隱]藏|展[开開]|收起)\s?[\]】］]\s*")
_FOLD: Final = lazily(  # behind a sentence, or with an arrow: elsewhere these are its last words
    r"(?<=[。！？…”.!?])\s*(?:展[开開]|查看|[阅閱][读讀])(?:[阅閱][读讀])?(?:全文|全部|更多|[详詳]情)\s?[∨▼▽↓︾﹀»>]*$"
    r"|\s*(?:展[开開](?:[阅閱][读讀])?(?:全文|全部|更多)?|收起)\s?[∨▼▽↓︾﹀»>]+$|(?<=[。！？…”])\s*[▲△∧︽︿]$"
)
_PARAGRAPHS: Final = frozenset(("p", "div"))
_EDITS: Final = lazily(r"(?i)[\[【［]\s?(?:(?:查看)?(?:编辑|編輯|edit)(?:源代码|原始碼|\s?source)?[\s|]*)+[\]】］]")
_EDIT: Final = "[edit]"
_CLOSING: Final = ("]", ")", "）", "】", "］", "〕")


def without_heading_links(outline: Outline, places: Sequence[int]) -> tuple[Outline, list[Drop]]:
    """Take the small link in which several headings begin or end from each, and a word in brackets from other lines.

    Also the one that unfolds a paragraph, from any.

    Args:
        outline: a page.
        places: the lines of its content.

    Returns:
        The page, and what was taken from its lines.
    """
    rows = outline.rows
    partly = [place for place in places if 0 < rows[place][4] < 1]
    if folds := _folds(rows, partly):
        outline, folded = without_parts(outline, folds, RULE, str.removesuffix)
        rest, more = without_heading_links(outline, [place for place in places if place not in folds])
        return rest, [*folded, *more]
    if len(partly) < _TWICE:
        return outline, []
    if leads := _leads(rows, partly):
        return without_parts(outline, leads, RULE, str.removeprefix)
    if not (tails := dict(_tails(outline, partly))):
        return outline, []
    counts = Counter((rows[place][2] > 0, _kind(tail)) for place, tail in tails.items())
    often = max(_OFTEN, sum([rows[place][2] > 0 and rows[place][1] != "li" for place in places]) / 2)
    own = {}
    for place, tail in tails.items():
        row = rows[place]
        least = (often if _is_bare(tail) else _TWICE) if row[2] else _OFTEN
        told = row[2] or _is_word(tail) or _behind_sentence(row) == tail
        if counts[row[2] > 0, _kind(tail)] >= least and told:
            own[place] = tail
    return without_parts(outline, own, RULE, str.removesuffix)


def _leads(rows: Sequence[Row], places: Iterable[int]) -> dict[int, str]:
    """Return the headings that begin with the same link in brackets, with it: ``[编辑] 实施条件``."""
    found: dict[int, str] = {}
    for place in places:
        row = rows[place]
        lead = _LEAD.match(row[0]) if row[2] else None
        if lead and round(row[4] * len(row[0])) in (len(lead[1]), len(lead[0])) and lead.end() < len(row[0]):
            found[place] = lead[0]
    return found if len(found) >= _TWICE and len({*found.values()}) == 1 else {}


def _folds(rows: Sequence[Row], places: Iterable[int]) -> dict[int, str]:
    """Return the paragraphs that end in the link by which they unfold or fold, with it: ``展开阅读全文 ∨``, ``▲``."""
    found: dict[int, str] = {}
    for place in places:
        row = rows[place]
        tail = _FOLD.search(row[0]) if not row[2] and row[1] in _PARAGRAPHS else None
        if tail and tail.start() and round(row[4] * len(row[0])) in (len(tail[0]), len(tail[0].strip())):
            found[place] = tail[0]
    return found


def _tails(outline: Outline, places: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield the lines of which the last words are a link and the others are none, with these words."""
    for place in places:
        row = outline.rows[place]
        if tail := _behind_sentence(row):
            yield place, tail
        elif row[1] != "li" and (pieces := outline.pieces.get(row[8])):
            linked = round(row[4] * len(row[0]))
            tail = _last_of(pieces, linked) if linked <= _LONGEST else ""
            if tail and len(tail) < len(row[0]) and row[0].endswith(tail):
                yield place, tail


def _behind_sentence(row: Row) -> str:
    """Return the few words behind the last sentence of a line of text that a link stands in: ``法宝联想案例 6``."""
    if row[2] or row[1] == "li" or row[4] * len(row[0]) > _LONGEST:
        return ""
    found = _BEHIND.search(row[0])
    return found[1] if found and row[4] * len(row[0]) <= len(found[1]) else ""


def _kind(tail: str) -> str:
    """Return a tail without its numbers; those by which a wiki is edited are one kind."""
    return _EDIT if _EDITS.fullmatch(tail) else _DIGITS.sub("0", tail)


def _is_word(tail: str) -> bool:
    """Tell whether a tail is a word in brackets, or one with a count; a number there is the document's own note."""
    if _COUNTED.fullmatch(tail):
        return True
    return not _is_bare(tail) and tail[0] in _OPENING and any(map(str.isalpha, tail))


def _is_bare(tail: str) -> bool:
    if tail[0] in _OPENING:
        return not tail.endswith(_CLOSING)
    return any(map(str.isalnum, tail))


def _last_of(pieces: tuple[str, ...], size: int) -> str:
    """Return the last pieces, of so many characters at least, with the bracket before them; empty for all of them."""
    bracket = next((place for place in range(len(pieces) - 1, 0, -1) if pieces[place].strip() in _OPENING), 0)
    if bracket and pieces[-1].strip() in _CLOSING and len(whole := "".join(pieces[bracket:]).strip()) <= _LONGEST:
        return " ".join(whole.split())
    tail = ""
    for place in range(len(pieces) - 1, 0, -1):
        tail = pieces[place] + tail
        if len(tail.strip()) >= size and pieces[place - 1].strip() not in _OPENING:
            return " ".join(tail.split()) if len(tail.strip()) <= _LONGEST else ""
    return ""
