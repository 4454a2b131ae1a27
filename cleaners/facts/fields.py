"""Rows and blocks of fields that a site puts over a document: ``索引号 | 000014349/2023 | 主题分类 | 卫生``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cleaners.facts.badges import some_badges
from cleaners.facts.field_names import BESIDE, LETTERS, OFFICE, kinds_of
from cleaners.facts.stamps import stated_in
from cleaners.lazily import lazily
from cleaners.remembered import remembered
from cleaners.rules.rulebook import Rule
from cleaners.rules.traditional import to_simplified

FIELDS: Final = Rule("labelled-facts", "badge")
_LONGEST: Final = 400  # characters of a row
_LONGEST_VALUE: Final = 120
_LONGEST_NAME: Final = 10
SENTENCE: Final = lazily(r"[。！？；!?;]")
"""What no row of fields has."""
_TYPED: Final = lazily(  # a day, the number of a document
    r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d\d(?::\d\d)?)?"
    r"|\S{1,12}[〔\[(（](?:19|20)\d\d[〕\])）]第?\d{1,5}[号號]"
)
_SAID_OF_FIELD: Final = lazily("[的为為由]|[应應][当當]|[编編]排|排布|[写寫]法|[规規]范要求|[标標][引志誌]$|填[写寫]")
COLON: Final = lazily(r"\s*[:：]\s*")
"""What stands behind the name of a field."""
_CELLS: Final = lazily(r"\s*[|｜\t]\s*")
_BRACKETED: Final = lazily(r"[【\[［]([^【】\[\]:：]{2,10})[】\]］]\s*")
_FACTS: Final = {
    "author": (
        *("发文机关", "发文机构", "发文单位", "发文部门", "发布机构", "发布机关", "发布单位", "发布部门"),
        *("颁布机关", "颁布单位", "颁布部门", "制定机关", "制定单位"),
    ),
    "published": (
        *("公开日期", "公开时间", "信息公开日期", "公布日期", "信息时间", "信息日期", "上载日期", "上载时间"),
        *("生成日期", "生成时间"),
    ),
    "tags": ("主题词", "关键词", "关键字"),
    "title": ("信息名称", "文件名称", "标题", "名称", "公文标题", "信息标题", "法规标题", "政策标题"),
}
_ISSUED: Final = ("发文日期", "发文时间", "印发日期", "印发时间", "成文日期", "成文时间")
_CHAPTER: Final = lazily(r"第\s?[〇一二三四五六七八九十\d]{1,3}\s?[章节節条條编編篇]|[一二三四五六七八九十]{1,3}、")
_TEXT: Final = ("内容", "正文")  # behind such a label the text begins
_PAIR: Final = 2
_RUN_ON: Final = 4  # rows
_LONGEST_RUN_ON: Final = 6  # characters of a name
_OWN: Final = ("发文", "发布", "颁布", "公布")  # what a notice names in its head too


class Row(NamedTuple):
    """A line of fields: the kinds of each, the names, the values, and the words that no name stands before."""

    kinds: list[frozenset[str]]
    names: list[str]
    loose: list[str]
    values: list[str]


def field_blocks(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of first lines of a dump that are fields of an office's record, and what they state."""
    place = 0
    while place < len(texts):
        block = _block(texts, place)
        told = _is_record(block) and any(_read_row(texts[at]) for at, row in block if row.names)
        if told or (_is_record(block) and _run_on(texts, place)):
            put_up = any(_says_put_up(row) for _, row in block)
            for at, row in block:
                facts = stated(row) if row.names else {"none": texts[at]}  # what the label above says, and no more
                if put_up and not _says_put_up(row):
                    facts.pop("published", None)
                yield at, facts
        place = block[-1][0] + 1 if block else place + 1


def _says_put_up(row: Row) -> bool:
    """Tell whether fields say when a text was put up, as others say when it was issued."""
    return not set(_FACTS["published"]).isdisjoint(map(to_simplified, row.names)) and any(row.values)


def _is_record(block: Sequence[tuple[int, Row]]) -> bool:
    """Tell whether fields are of a record: two of letters, or of an office, one of which no document has, or three."""
    kinds = {name: kind for _, row in block for name, kind in zip(row.names, row.kinds, strict=True)}
    office = [name for name, kind in kinds.items() if OFFICE in kind]
    told = len(office) > _PAIR or any(not name.startswith(_OWN) for name in office)
    return (len(office) >= _PAIR and told) or sum(LETTERS in kind for kind in kinds.values()) >= _PAIR


def _block(texts: Sequence[str], start: int) -> list[tuple[int, Row]]:
    """Return the rows from a place on that are fields, a label and its value in a row or in two."""
    block = _run_on(texts, start)
    at = start + len(block)
    while at < len(texts):
        row = _read_row(texts[at]) or _read_pair(texts[at])
        if row is None or not row.names:
            break
        if len(row.names) == 1 and not row.values[0] and _is_value(texts, at + 1):
            value = texts[at + 1]
            doubled = texts[at + _PAIR : at + _PAIR + 1] == [value]
            block += [(at, row._replace(values=[value]))]
            block += [(at + step, Row([], [], [], [])) for step in range(1, _PAIR + doubled)]
            at += _PAIR + doubled
            continue
        block.append((at, row))
        at += 1
    return block


def _run_on(texts: Sequence[str], start: int) -> list[tuple[int, Row]]:
    """Return the rows from a place on whose names run on into their values, where they are too many to be text."""
    block: list[tuple[int, Row]] = []
    while start + len(block) < len(texts) and (row := read_run_on(texts[start + len(block)])):
        block.append((start + len(block), row))
    if len(block) < _RUN_ON:
        return []  # nearly everywhere
    names = {row.names[0] for _, row in block}
    told = any(_TYPED.fullmatch(row.values[0]) for _, row in block) and not any(
        _SAID_OF_FIELD.match(row.values[0]) for _, row in block
    )
    return block if told and len(names) == len(block) else []


def read_run_on(text: str) -> Row | None:
    """Read a name and its value with nothing between them, ``发文机关某市教育局``: among several a field."""
    if len(text) > _LONGEST_VALUE or COLON.search(text) or SENTENCE.search(text):
        return None
    for end in range(min(_LONGEST_RUN_ON, len(text) - 1), 1, -1):
        if (kinds := kinds_of(text[:end])) & {OFFICE, BESIDE}:
            return None if text[end].isspace() else Row([kinds], [text[:end]], [], [text[end:]])
    return None


def _is_value(texts: Sequence[str], at: int) -> bool:
    """Tell whether a line can be the value of the label above it."""
    if at >= len(texts) or len(texts[at]) > _LONGEST_VALUE or SENTENCE.search(texts[at]) or _CHAPTER.match(texts[at]):
        return False
    return not _read_row(texts[at])


def stated(row: Row) -> dict[str, str]:
    """Return the facts that fields state."""
    called = [to_simplified(name).strip("【】[]［］") for name in row.names]
    fields = dict(zip(called, row.values, strict=True))
    put_up = {name: value for name, value in fields.items() if name not in _ISSUED}
    facts = _badges_of(put_up)
    if "published" not in facts and len(put_up) < len(fields):
        facts = _badges_of(fields)
    for fact, names in _FACTS.items():
        if value := next((fields[name] for name in names if fields.get(name)), ""):
            facts.setdefault(fact, value)
    return facts


def _badges_of(fields: Mapping[str, str]) -> dict[str, str]:
    return stated_in(some_badges("  ".join([f"{name}:{value}" for name, value in fields.items()]))) if fields else {}


def issued(row: Row) -> str | None:
    """Return when an office issued what it publishes: of use where nothing says when that was put up."""
    fields = zip(map(to_simplified, row.names), row.values, strict=True)
    return next((value for name, value in fields if name in _ISSUED and value), None)


def _read_row(text: str) -> Row | None:
    """Read a row of fields that is one by itself: cells, several names, or labels with colons."""
    return read_cells(text) or read_fields(text)


@remembered
def read_cells(text: str) -> Row | None:
    """Read cells in turn labels and values, parted by bars, or by spaces where there are several labels."""
    if len(text) > _LONGEST:
        return None
    cells = _CELLS.split(text.strip().strip("|｜"))
    if len(cells) == 1:
        return _read_words(text)
    kinds = [kinds_of(cell) for cell in cells[::_PAIR]]
    if not kinds or not kinds[0] or not all(kinds[: len([c for c in cells[::_PAIR] if c])]):
        return None
    names = ["".join(cell.split()).rstrip(":：") for cell in cells[::_PAIR] if cell]
    values = [*cells[1::_PAIR], ""][: len(names)]
    return Row(kinds[: len(names)], names, [], values)


def _read_words(text: str) -> Row | None:
    """Read names and values in turn that spaces part: ``索引号 000014 主题分类 卫生``; two names, or one alone."""
    if ":" in text or "：" in text:
        return None
    words = _with_names_joined(text.split())
    named = [(at, kinds) for at, word in enumerate(words) if len(word) > 1 and (kinds := kinds_of(word))]
    named = [(at, kinds) for at, kinds in named if kinds & {OFFICE, BESIDE}]
    if len(named) == 1 and len(words) == 1:
        return Row([named[0][1]], words, [], [""])
    if len(named) < _PAIR or named[0][0]:
        return None
    ends = [at for at, _ in named[1:]] + [len(words)]
    values = [" ".join(words[at + 1 : end]) for (at, _), end in zip(named, ends, strict=True)]
    return Row([kinds for _, kinds in named], [words[at] for at, _ in named], [], values)


def _read_pair(text: str) -> Row | None:
    """Read a name and its value with a space between them: ``发文字号 …〔2023〕27号``; among others it is a field."""
    if len(text) > _LONGEST_VALUE or COLON.search(text) or len(_CELLS.split(text)) > 1:
        return None
    name, _, value = " ".join(_with_names_joined(text.split())).partition(" ")
    kinds = kinds_of(name) if 1 < len(name) <= _LONGEST_NAME and value else None
    return Row([kinds], [name], [], [value]) if kinds and kinds & {OFFICE, BESIDE} else None


def _with_names_joined(words: list[str]) -> list[str]:
    """Put the characters of names together that a site spaces out: ``索 引 号``."""
    joined: list[str] = []
    at = 0
    while at < len(words):
        run = next((n for n in (4, 3, 2) if _is_spaced_name(words[at : at + n], n)), 1)
        joined.append("".join(words[at : at + run]))
        at += run
    return joined


def _is_spaced_name(words: Sequence[str], count: int) -> bool:
    return len(words) == count and all(len(word) == 1 for word in words) and bool(kinds_of("".join(words)))


@remembered
def read_fields(text: str) -> Row | None:
    """Read a line of labels with colons and values, and words between them; ``None`` where it is none."""
    text = with_colons(text)
    if len(text) > _LONGEST or (":" not in text and "：" not in text):
        return None
    colons = [(sign.start(), sign.end()) for sign in COLON.finditer(text)]
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
    if len(names) == 1 and to_simplified(names[0]).endswith(_TEXT) and SENTENCE.search(values[0]):
        return None
    lead = text[: spans[0][0]].strip(" \u3000\t[]【】（）()")
    return Row(kinds, names, [lead] if lead else [], values)


def with_colons(text: str) -> str:
    """Return a line with colons behind the names of fields that stand in brackets: ``【发布日期】2022-11-29``."""
    return _BRACKETED.sub(_with_colon, text).strip() if text[:1] in "【[［" else text


def _with_colon(found: re.Match[str]) -> str:
    return f" {found[1]}:" if kinds_of(found[1]) else found[0]


def _name_before(text: str, floor: int, end: int) -> tuple[int, frozenset[str]] | None:
    """Return where the longest name of a field begins that ends at a place, and its kinds."""
    for start in range(max(floor, end - 2 * _LONGEST_NAME), end):
        if text[start].isspace() or (start > floor and text[start - 1].isascii() and text[start - 1].isalpha()):
            continue
        if kinds := kinds_of(text[start:end]):
            return start, kinds
    return None
