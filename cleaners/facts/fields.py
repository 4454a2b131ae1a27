"""Rows and blocks of fields over a document in a text dump: the record of an office, who wrote and edited a page.

``索引号 | 000014349/2023 | 主题分类 | 卫生``, ``来源:新华网  编辑:李明  2020-01-28 14:51  字号:大 中 小``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cleaners.facts.badges import some_badges
from cleaners.facts.field_names import BESIDE, KNOWN, LETTERS, OFFICE, STAFF, kinds_of
from cleaners.facts.finder import TITLE
from cleaners.facts.labels import TYPED, bare_label, fits, with_labels_parted
from cleaners.facts.stamps import stated_in
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule
from cleaners.rules.traditional import to_simplified
from cleaners.rules.vocabulary import site_share

FIELDS: Final = Rule("labelled-facts", "badge")
_LONGEST: Final = 400  # characters of a row
_LONGEST_BYLINE: Final = 160
_LONGEST_VALUE: Final = 120
_LONGEST_NAME: Final = 10
_LONGEST_WORD: Final = 12  # characters of a word that no label stands before
_SENTENCE: Final = lazily(r"[。！？；!?;]")
_COLON: Final = lazily(r"\s*[:：]\s*")
_CELLS: Final = lazily(r"\s*[|｜\t]\s*")
_GAPS: Final = lazily(r"\s*[|｜\t\[\]【】]\s*|\s+")
_DATE: Final = lazily(
    r"(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|(?<!\d)\d{1,2}[-/.月]\d{1,2}日?(?!\d))(?:\s*\d{1,2}:\d\d(?::\d\d)?)?"
)
_POET: Final = lazily(
    r"[\[【〔（(]?(?:先秦|[两兩东東西]?[汉漢]|魏晋|魏晉|三[国國]|[东東西]?[晋晉]|南北朝|南朝|北朝|隋|唐|五代|北?宋|南宋|[辽遼]|金|元|明|清|近[现現]代|[现現當当]代)(?:代|朝)?"
    r"(?:[\]】〕）)]\s*|\s*[:：·]\s*)([\u4e00-\u9fff·]{2,6})"
)
_TIMED: Final = lazily(r"^\S{0,6}\s?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}:\d\d")
_WORDS: Final = 4  # beside the time of day, right below a title
_REPORTER: Final = lazily(r"(?:記者|记者|文)[/／:： ]?([\u4e00-\u9fff]{2,4})(?=[/／\s]|$)")
_DIGITS: Final = 8
_COMPACT: Final = lazily(r"(?:199|20[0-3])\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_LONGEST_BY: Final = 50
_BY: Final = lazily(r"(?:[Bb]y|[Pp]or|[Pp]ar|[Vv]on|[Oo]leh|[Bb]ởi|[Оо]т|[Aa]utor[ae]?:?|[Dd]oor) ((?:[^\W\d][\w.'’-]*,? ?){1,4}?),?")
_BRACKETED: Final = lazily(r"[【\[［]([^【】\[\]:：]{2,10})[】\]］]\s*")
_NUMBER: Final = lazily(r"\d[\d,.]*[万千wk]?\+?次?")
_FACTS: Final = {
    "published": ("公开日期", "公开时间", "信息公开日期", "公布日期"),
    "title": ("信息名称", "文件名称", "标题", "名称", "公文标题", "信息标题", "法规标题", "政策标题"),
}
_PAIR: Final = 2
_EDITED: Final = ("editor", "source-and-editor")  # rules of lines that say more beside it
_BELOW: Final = 4  # lines below a title in which such rows stand
_TELLS: Final = 0.5


class Row(NamedTuple):
    """A line of fields: the kinds of each, the names, the words that no label stands before, and how long values are."""

    kinds: list[frozenset[str]]
    names: list[str]
    loose: list[str]
    values: list[str]


def field_blocks(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of first lines of a dump that are fields of an office's record, and what they state."""
    place = 0
    while place < len(texts):
        block = _block(texts, place)
        if len({name for _, row in block for name, kind in zip(row.names, row.kinds, strict=True) if kind & {OFFICE, LETTERS}}) > 1:
            for at, row in block:
                yield at, _stated(row)
        place = block[-1][0] + 1 if block else place + 1


def _block(texts: Sequence[str], start: int) -> list[tuple[int, Row]]:
    """Return the rows from a place on that are fields, a label and its value in a row or in two."""
    block: list[tuple[int, Row]] = []
    at = start
    while at < len(texts):
        row = read_cells(texts[at]) or read_fields(texts[at])
        if row is None or not row.names:
            break
        if len(row.names) == 1 and not row.values[0] and _is_value(texts, at + 1):
            value = texts[at + 1]
            block += [(at, row._replace(values=[value])), (at + 1, Row([], [], [], []))]
            at += _PAIR
            continue
        block.append((at, row))
        at += 1
    return block


def _is_value(texts: Sequence[str], at: int) -> bool:
    """Tell whether a line can be the value of the label above it."""
    if at >= len(texts) or len(texts[at]) > _LONGEST_VALUE or _SENTENCE.search(texts[at]):
        return False
    return not (read_cells(texts[at]) or read_fields(texts[at]))


def _stated(row: Row) -> dict[str, str]:
    fields = dict(zip(map(to_simplified, row.names), row.values, strict=True))
    facts = stated_in(some_badges("  ".join([f"{name}:{value}" for name, value in fields.items()]))) if fields else {}
    for fact, names in _FACTS.items():
        if value := next((fields[name] for name in names if fields.get(name)), ""):
            facts.setdefault(fact, value)
    return facts


def read_cells(text: str) -> Row | None:
    """Read cells in turn labels and values, parted by bars, or by spaces where there are several labels."""
    cells = _CELLS.split(text.strip().strip("|｜"))
    by_bars = len(cells) > 1
    if not by_bars:
        return _read_words(text)
    kinds = [kinds_of(cell) for cell in cells[::_PAIR]]
    if len(text) > _LONGEST or not kinds or not kinds[0] or not all(kinds[: len([c for c in cells[::_PAIR] if c])]):
        return None
    names = ["".join(cell.split()) for cell in cells[::_PAIR] if cell]
    values = [*cells[1::_PAIR], ""][: len(names)]
    return Row(kinds[: len(names)], names, [], values)


def _read_words(text: str) -> Row | None:
    """Read labels and values in turn that spaces part: ``索引号 000014 主题分类 卫生 发文机关 ...``; three labels at least."""
    if len(text) > _LONGEST or ":" in text or "：" in text:
        return None
    words = text.split()
    named = [(at, kinds) for at, word in enumerate(words) if len(word) > 1 and (kinds := kinds_of(word))]
    named = [(at, kinds) for at, kinds in named if kinds & {OFFICE, BESIDE}]
    if len(named) == 1 and len(words) == 1:
        return Row([named[0][1]], words, [], [""]) if named[0][1] & {OFFICE, BESIDE} else None
    if len(named) < _PAIR or named[0][0]:
        return None
    ends = [at for at, _ in named[1:]] + [len(words)]
    values = [" ".join(words[at + 1 : end]) for (at, _), end in zip(named, ends, strict=True)]
    return Row([kinds for _, kinds in named], [words[at] for at, _ in named], [], values)


def read_fields(text: str) -> Row | None:
    """Read a line of labels with colons and values, and words between them; ``None`` where it is none."""
    if text[:1] in "【[［":
        text = _BRACKETED.sub(_with_colon, text)
    if len(text) > _LONGEST or (":" not in text and "：" not in text):
        return None
    colons = [(sign.start(), sign.end()) for sign in _COLON.finditer(text)]
    kinds, names, spans = [], [], []
    floor = 0
    for start, end in colons:
        name = _name_before(text, floor, start)
        if name:
            begin, kind = name
            kinds.append(kind)
            names.append("".join(text[begin:start].split()).strip("[]【】"))
            spans.append((begin, end))
            floor = end
    if not names:
        return None
    stops = [begin for begin, _ in spans[1:]] + [len(text)]
    values = [text[end:stop].strip() for (_, end), stop in zip(spans, stops, strict=True)]
    lead = text[: spans[0][0]].strip()
    return Row(kinds, names, [lead] if lead else [], values)


def _with_colon(found: re.Match[str]) -> str:
    return found[1] + ":" if kinds_of(found[1]) else found[0]


def _name_before(text: str, floor: int, end: int) -> tuple[int, frozenset[str]] | None:
    """Return where the longest name of a field begins that ends at a place, and its kinds."""
    for start in range(max(floor, end - 2 * _LONGEST_NAME), end):
        if text[start].isspace() or (start > floor and text[start - 1].isascii() and text[start - 1].isalpha()):
            continue
        if kinds := kinds_of(text[start:end]):
            return start, kinds
    return None


def bylines(texts: Sequence[str], rules: Mapping[int, Rule]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of rows right below the title that say by whom, whence and when, and what they state.

    Args:
        texts: the first lines of a dump.
        rules: the rules that speak of them, by their places; that of the title where it is known.
    """
    titles = [at for at, rule in rules.items() if rule is TITLE]
    start = min(titles, default=0) + 1
    for place in range(start, min(start + _BELOW, len(texts))):
        rule = rules.get(place)
        if rule and (not rule.ambiguous and rule is not TITLE and rule.name not in _EDITED):
            continue
        text = texts[place]
        if bare := _bare(text, is_below=bool(titles) and place == start):
            yield place, bare
        elif is_byline(text) or (titles and is_source(text) and place + 1 < len(texts) and not read_fields(texts[place + 1])):
            row = read_fields(text)
            parted = "  ".join([*row.loose, *map(":".join, zip(row.names, row.values, strict=True))]) if row else text
            facts = stated_in(some_badges(with_labels_parted(parted)))
            reporter = _REPORTER.search(text)
            yield place, ({"author": reporter[1]} | facts if reporter else facts)
        elif rule is None and (len(text) > _LONGEST_BYLINE or _SENTENCE.search(text)):
            return


def _bare(text: str, *, is_below: bool) -> dict[str, str] | None:
    """Read a line that is a date in eight digits, or ``by`` and a name, in the languages of viewers."""
    if len(text) == _DIGITS and _COMPACT.fullmatch(text):
        return {"published": f"{text[:4]}-{text[4:6]}-{text[6:]}"}
    if is_below and (poet := _POET.fullmatch(text)):
        return {"author": poet[1]}
    by = _BY.fullmatch(text) if is_below and len(text) <= _LONGEST_BY else None
    return {"author": by[1].rstrip(", ")} if by and site_share(by[1]) < _TELLS else None


def is_byline(text: str) -> bool:
    """Tell whether a line right below a title says by whom, whence and when, in two ways or more, and nothing else."""
    if len(text) > _LONGEST_BYLINE or _SENTENCE.search(text):
        return False
    row = read_fields(text)
    values = [_behind_value(name, value) for name, value in zip(row.names, row.values, strict=True)] if row else ()
    bare = "  ".join([*row.loose, *values]) if row else text
    dates = len(_DATE.findall(bare))
    words = [word for word in _GAPS.split(_DATE.sub(" ", bare)) if word]
    if any(len(word) > _LONGEST_WORD * (1 + bool(row)) or _COLON.search(word) for word in words):
        return False
    staff = sum(bool(kinds & {STAFF, KNOWN}) for kinds in row.kinds) if row else 0
    told = sum(bool(_NUMBER.fullmatch(word)) or site_share(word) >= _TELLS for word in words)
    if row is None:
        return dates == 1 and (told > 0 or (_TIMED.search(text) is not None and len(words) <= _WORDS))
    return staff == len(row.names) and (staff > 1 or dates + told > 0)


def _behind_value(name: str, value: str) -> str:
    """Return what stands behind the value of a field, which is one word, or as many as a date or the like has."""
    label, words = bare_label(name), value.split()
    for count in range(len(words), 1, -1) if label and label.kind in TYPED else ():
        if fits(label, " ".join(words[:count])):
            return " ".join(words[count:])
    return " ".join(words[1:])


def is_source(text: str) -> bool:
    """Tell whether a line right below a title says whence it is or who edited it, and nothing else."""
    row = read_fields(text) if len(text) <= _LONGEST_BYLINE and not _SENTENCE.search(text) else None
    if row is None or len(row.names) > 1 or row.loose or _COLON.search(row.values[0]):
        return False
    label = bare_label(row.names[0])
    return STAFF in row.kinds[0] and (label is None or label.fact == "none")
