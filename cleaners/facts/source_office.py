"""The office that a page names as its source, and that put it up where nobody else is named: ``来源：泌尿外科``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cleaners.document import Drop, Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.finding import Finding
from cleaners.lazily import lazily

_LONGEST: Final = 160  # characters of a row of facts
# Not 百科, 书局, 新闻部 and the like, which are where a text was taken from, nor what ends so without being an office.
_SOURCE: Final = lazily(
    r"(?:^|[\s|｜】\];；])(?:[信稿]息?)?[来來]源\s?[:：]\s?"
    r"(?P<office>(?!国知局|國知局|国家知识产权局|[^\s]*(?:[新][闻聞]|[媒][体體]|[报報网網刊]|[杂雜][志誌]|[视視][听聽]))[\u4e00-\u9fff]{1,20}"
    r"(?:(?<![百本文理教])(?<!(?<![医醫])[学學])科|(?<![书書邮郵])局|(?<![出等各])[处處]|(?<![全内内外乐樂辑輯])部|[办辦]公室|委员会|委員會"
    r"|(?:[发發]改|[卫衛]健|教|[纪紀])委|常委[会會]|人民政府|中心|教研[室组組]|学院|學院|[学學]校|大[学學]|中[学學]|小[学學]|[医醫]院|[团團党黨]委|工[会會]))"
    r"(?=$|[\s|｜【\[])"
)

_TAKEN: Final = lazily(r"摘自|[转轉][载載]自|作者[:：]|^[(（]?文[/／]|[图圖][/／]")
_END: Final = 3  # lines
_PAIR: Final = 2  # characters that any two names may share


def is_of_others(lines: Sequence[Line]) -> bool:
    """Tell whether a text says at its end from whom it was taken, or who wrote it."""
    return any(_TAKEN.search(line.text) for line in lines[-_END:])


def _is_short_for(office: str, signed: str) -> bool:
    """Tell whether a name is short for another one: 县人社局 for 临川县人力资源和社会保障局."""
    rest = iter(signed)
    return len(office) > _PAIR and office[-1] == signed[-1:] and all(sign in rest for sign in office)


def source_office(lines: Iterable[Line | Drop], signed: str | None = None) -> Finding | None:
    """Return the author by the office that a row above the text names as its source; none where it is a site or paper.

    Args:
        lines: the lines above the text that are not the document's.
        signed: who signs the text; a department that has put it up for another did not write it.
    """
    for line in lines:
        if "源" in line.text and len(line.text) <= _LONGEST and (source := _SOURCE.search(line.text)):
            office = source["office"]
            if signed and office not in signed and signed not in office and not _is_short_for(office, signed):
                return None
            return Finding(LABELLED, {"author": office}, Line(line.text, number=line.number))
    return None
