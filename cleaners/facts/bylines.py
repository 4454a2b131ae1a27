"""Rows right below the title of a text dump that say by whom, whence and when: ``来源:新华网  2020-01-28 14:51``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cleaners.facts.badges import some_badges
from cleaners.facts.field_names import KNOWN, OFFICE, STAFF
from cleaners.facts.fields import (
    COLON,
    FIELDS,
    SENTENCE,
    field_blocks,
    issued,
    read_cells,
    read_fields,
    read_run_on,
    stated,
)
from cleaners.facts.finder import TITLE
from cleaners.facts.labels import TYPED, bare_label, fits, with_labels_parted
from cleaners.facts.names import IN_CAPITALS, is_someone
from cleaners.facts.stamps import stated_in
from cleaners.facts.surnames import SURNAMES
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.rulebook import Rule
from cleaners.rules.site_words import is_site_name, names_field
from cleaners.rules.vocabulary import site_share

_LONGEST_BYLINE: Final = 160
_LONGEST_WORD: Final = 12  # characters of a word that no label stands before
_GAPS: Final = lazily(r"\s*[|｜\t\[\]【】]\s*|\s+(?:·\s+)?")
_PARTS: Final = lazily(r"\s+[·|｜]\s+")
_MOST_PARTS: Final = 4
_LOGIN: Final = lazily(r"[A-Za-z][\w.-]{2,20}")
_DATE: Final = lazily(
    r"(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|(?<!\d)\d{1,2}[-/.月]\d{1,2}日?(?!\d))(?:\s*\d{1,2}:\d\d(?::\d\d)?)?"
)
_DYNASTY: Final = (
    "(?:先秦|[两兩东東西]?[汉漢]|魏晋|魏晉|三[国國]|[东東西]?[晋晉]|南北朝|南朝|北朝"
    "|隋|唐|五代|北?宋|南宋|[辽遼]|金|元|明|清|近[现現]代|[现現當当]代)(?:代|朝)?"
)
_NAMED_TWICE: Final = lazily(r"(?P<name>[^\W\d][^\d。，:：]{1,24}) (?P=name) (?P<day>(?:19|20)\d\d-\d\d-\d\d)")
_ENDS_IN_DAY: Final = lazily(r".*(?:19|20)\d\d-\d\d-\d\d")
POET: Final = lazily(
    rf"[\[【〔（(]?{_DYNASTY}(?:[\]】〕）)]\s*|\s*[:：·]\s*)(?P<then>[\u4e00-\u9fff·]{{2,6}})"
    rf"|(?P<name>[\u4e00-\u9fff·]{{2,6}})\s?[\[【〔（(]{_DYNASTY}[\]】〕）)]"
)
"""A dynasty and who wrote then, the one or the other in brackets: ``〔唐代〕王维``, ``王维〔唐代〕``."""
_WROTE: Final = lazily(r"([^\W\d_]{2,8})\s*(?:著|编著|編著|主编|主編|编写|編寫|楼主|樓主|博主)")
_TIMED: Final = lazily(
    r"^(?:\S{0,6}|\S{7,12}\s(?:·\s)?)\s?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}:\d\d(?::\d\d)?\s"
)
_REPORTERS: Final = lazily(
    r"[□■◆◇○●▲△◎]?\s?(?:[^\W\d_]{2,8}\s?)?(?:[记記]者|通[讯訊][员員]|[特撰][派稿][员員人])[\s:：/／]*([\u4e00-\u9fff]{2,4})"
    r"(?:[\s、,，/／]+(?:[记記]者|通[讯訊][员員]|[摄攝]影|[实實][习習]生|文|[图圖]|文[/／][图圖])?[\s:：/／]*[\u4e00-\u9fff]{2,4})*"
)
_ABOVE_ACCOUNT: Final = 2  # lines at the least: one of the site, and the title
_ENGLISH: Final = ("by ", "By ")
_SIGNED: Final = lazily(r"□\s?([\u4e00-\u9fff]{2,3})")
_KIND: Final = ("原创", "原創")
_ACCOUNT: Final = lazily(r"原[创創]\s+([^\s\d]{2,12})(?:\s+[^\s\d]{2,20})?")
_YEAR: Final = lazily(r"(?:19|20)\d\d")
_HEADING: Final = lazily(r"\d{1,2}\.\d{1,2}\s+[^\W\d]\S*")  # 1.1 产品简介
_ADDRESS: Final = lazily(r"(?:https?://|www\.)\S+$")
_WORDS: Final = 4  # beside the time of day, right below a title
_REPORTER: Final = lazily(r"(?:(?:記者|记者)[/／:： ]?|文[/／:：])([\u4e00-\u9fff]{2,4})(?=[/／\s]|$)")
_DAY_AND_NAMES: Final = lazily(r"((?:19|20)\d\d-\d\d-\d\d)\s?([\u4e00-\u9fff·,，、 ]{2,60})")
_OF_JOURNAL: Final = lazily(r"\S{2,24}\s?(?:19|20)\d\d年第?\d{1,2}期")
_KEYWORDS: Final = lazily(r"[关關][键鍵][词詞]\s?[:：]\s?(?=\S)")
_DIGITS: Final = 8
_COMPACT: Final = lazily(r"(?:199|20[0-3])\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_LONGEST_BY: Final = 50
_BY: Final = lazily(
    r"(?:[Bb]y|[Pp]or|[Pp]ar|[Vv]on|[Oo]leh|[Bb]ởi|[Оо]т|[Aa]utor[ae]?:?|[Dd]oor) ((?:[^\W\d][\w.'’-]*,? ?){1,4}?),?"
)
_NUMBER: Final = lazily(r"\d[\d,.]*[万千wk]?\+?次?")
_EDITED: Final = ("editor", "source-and-editor")  # rules of lines that say more beside it
_BELOW: Final = 4  # lines below a title in which such rows stand
_TELLS: Final = 0.5
_TEXT: Final = ("原文", "本文", "内容", "內容", "文字", "文章")  # alone they head a part of the document


def rows_at_top(texts: Sequence[str], rules: Mapping[int, Rule]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the places of rows of fields above the text of a dump, and what they state.

    Args:
        texts: the first lines of a dump.
        rules: the rules that speak of them, by their places; that of the title where it is known.
    """
    fields = {place: facts for place, facts in field_blocks(texts) if place not in rules or not _is_row(rules[place])}
    rows = [*fields.items(), *bylines(texts, {**rules} | dict.fromkeys(fields, FIELDS))]
    yield from rows
    if not any("published" in facts for _, facts in rows):
        for place in fields:
            row = read_cells(texts[place]) or read_fields(texts[place]) or read_run_on(texts[place])
            if row and (day := issued(row)):
                yield place, {**fields[place], "published": day}
                return


def _is_row(rule: Rule) -> bool:
    """Tell whether a rule is that of labels which no document has."""
    return rule.name == FIELDS.name and rule.strength == "certain"


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
        dated = place == start + 1 and start in rules
        if titles and place == start and (journal := [*_above_issue(texts, place)]):
            yield from journal
            return
        if bare := _bare(text, is_below=bool(titles) and (place == start or dated)):
            yield place, bare
        elif place + 1 < len(texts) and _TIMED.search(text) and _TIMED.search(texts[place + 1]):
            return  # a log
        elif is_byline(text) or (
            titles and is_source(text) and place + 1 < len(texts) and not read_fields(texts[place + 1])
        ):
            row = read_fields(text)
            parted = "  ".join([*row.loose, *map(":".join, zip(row.names, row.values, strict=True))]) if row else text
            facts = stated_in(some_badges(with_labels_parted(parted))) | (stated(row) if row else {})
            if "published" not in facts and len(days := _DATE.findall(text)) == 1 and _YEAR.match(days[0]):
                facts["published"] = days[0]  # run into a word: 科技2024-08-17
            reporter = _REPORTER.search(text)
            name = reporter[1] if reporter else _name_before_day(text)
            yield place, ({"author": name} | facts if name else facts)
        elif rule is None and (len(text) > _LONGEST_BYLINE or SENTENCE.search(text)):
            return


def _above_issue(texts: Sequence[str], place: int) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield what a line states that is a day and who wrote, above the issue of the journal, and the keywords below."""
    said = _DAY_AND_NAMES.fullmatch(texts[place])
    if not said or place + 1 >= len(texts) or not _OF_JOURNAL.fullmatch(texts[place + 1]):
        return
    yield place, {"published": said[1], "author": said[2]}
    yield place + 1, {}
    if place + 2 < len(texts) and (label := _KEYWORDS.match(texts[place + 2])):
        yield place + 2, {"tags": texts[place + 2][label.end() :]}


def _bare(text: str, *, is_below: bool) -> dict[str, str] | None:
    """Read a line that is a date in eight digits, or ``by`` and a name, in the languages of viewers."""
    if len(text) == _DIGITS and _COMPACT.fullmatch(text):
        return {"published": f"{text[:4]}-{text[4:6]}-{text[6:]}"}
    if is_below and (poet := POET.fullmatch(text)):
        return {"author": poet["then"] or poet["name"]}
    if is_below and (writer := _WROTE.fullmatch(text)):
        return {"author": writer[1]}
    if is_below and is_reporters(text) and (by := _SIGNED.fullmatch(text) or _REPORTERS.fullmatch(text)):
        return {"author": by[1]}
    if is_below and (by := _ACCOUNT.fullmatch(text)) and site_share(by[1]) < _TELLS:
        return {"author": by[1]}
    by = _BY.fullmatch(text) if is_below and len(text) <= _LONGEST_BY else None
    return {"author": by[1].rstrip(", ")} if by and site_share(by[1]) < _TELLS else None


def is_byline(text: str) -> bool:
    """Tell whether a line right below a title says by whom, whence and when, in two ways or more, and nothing else."""
    if len(text) > _LONGEST_BYLINE or SENTENCE.search(text) or _HEADING.fullmatch(text):
        return False
    row = read_fields(text)
    values = [_behind_value(name, value) for name, value in zip(row.names, row.values, strict=True)] if row else ()
    bare = "  ".join([*row.loose, *values]) if row else text
    dates = len(_DATE.findall(bare))
    words = [word for word in _GAPS.split(_DATE.sub(" ", bare)) if word and not _ADDRESS.match(word)]
    if any(len(word) > _LONGEST_WORD * (1 + bool(row)) or COLON.search(word) for word in words):
        return False
    staff = sum(bool(kinds & {STAFF, KNOWN, OFFICE}) for kinds in row.kinds) if row else 0
    told = sum(bool(_NUMBER.fullmatch(word)) or site_share(word) >= _TELLS for word in words)
    if row is None:
        timed = _TIMED.search(text) is not None and 1 < len(words) <= _WORDS
        return dates == 1 and (told > 0 or timed or _is_parted(text))
    return staff == len(row.names) and (staff > 1 or dates + told > 0)


def _is_parted(text: str) -> bool:
    """Tell whether signs part a line into a few words and the day: ``admin · 2024-08-25 · 游戏``."""
    parts = _PARTS.split(text)
    return 1 < len(parts) <= _MOST_PARTS and any(_DATE.fullmatch(part) for part in parts)


def _name_before_day(text: str) -> str | None:
    """Return the name that a line begins with, parted from the day; where nothing more is said it can be a board."""
    name, *more = _PARTS.split(text)
    told = more and _DATE.fullmatch(more[0]) and (len(more) > 1 or ":" in more[0])
    if not (name and told) or site_share(name) >= _TELLS:
        return None
    return name if _LOGIN.fullmatch(name) or is_someone(name) else None


def _behind_value(name: str, value: str) -> str:
    """Return what stands behind the value of a field, which is one word, or as many as a date or the like has."""
    label, words = bare_label(name), value.split()
    if label and label.kind in TYPED:
        for count in range(len(words), 1, -1):
            if fits(label, " ".join(words[:count])):
                return " ".join(words[count:])
    return " ".join(words[1:])


def is_reporters(text: str) -> bool:
    """Tell whether a line says who reported or wrote and nothing else: ``□记者 N 通讯员 M``, ``原创 N``, ``By N``."""
    if len(text) > _LONGEST_BY:
        return False
    if text[:2] in _KIND:
        return _ACCOUNT.fullmatch(text) is not None
    if text[:3] in _ENGLISH:
        return IN_CAPITALS.fullmatch(text, len(_ENGLISH[0])) is not None
    if text[0] == "□" and _SIGNED.fullmatch(text):
        return text[1:].strip()[0] in SURNAMES
    if "者" not in text and "员" not in text and "員" not in text and "人" not in text:
        return False
    by = _REPORTERS.fullmatch(text)
    return by is not None and by[1][0] in SURNAMES


def is_source(text: str) -> bool:
    """Tell whether a line right below a title says whence it is or who edited it, and nothing else."""
    row = read_fields(text) if len(text) <= _LONGEST_BYLINE and not SENTENCE.search(text) else None
    if row is None or len(row.names) > 1 or row.loose or COLON.search(row.values[0]):
        return False
    if not row.values[0] and row.names[0] in _TEXT:
        return False
    label = bare_label(row.names[0])
    return STAFF in row.kinds[0] and (label is None or label.fact == "none")


def named_twice(texts: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the one line with an account and who writes for it, under one name: ``N N 2021-04-09``.

    It stands alone below a site's line and a title; in a table there are others, and a section is named above.

    Args:
        texts: the first lines of a dump.
    """
    found = [(place, twice) for place, text in enumerate(texts) if (twice := _NAMED_TWICE.fullmatch(text))]
    if len(found) != 1 or found[0][0] < _ABOVE_ACCOUNT:
        return
    place, twice = found[0]
    name = key_of(twice["name"])
    if twice["name"] in texts[:place] or is_site_name(name) or names_field(name):
        return
    if not any(map(_ENDS_IN_DAY.fullmatch, (*texts[:place], *texts[place + 1 :]))):
        yield place, {"author": twice["name"], "published": twice["day"]}
