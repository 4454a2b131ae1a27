"""What sites that copy others put into a text: pinyin behind characters, tags as text, marks for indents.

Such copies convert a page to traditional characters and write the reading behind those that have several
(``內(nèi)容``). Authors write readings too, in textbooks and exams, but behind rare words, and seldom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cleaners.characters.lost_indents import without_lost_indents
from cleaners.decoding.hanzi import TRADITIONAL_ONLY
from cleaners.document import Line
from cleaners.lazily import lazily

_TONES: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_READING: Final = lazily(
    rf"[(\uff08](?<=[\u4e00-\u9fff].)[a-z]{{0,3}}[{_TONES}][a-z]{{0,3}}[\x00-\x1f ]{{0,2}}[)\uff09]"
)
_TONED: Final = frozenset(_TONES)
_LEAST: Final = 5
_READ: Final = 1000  # lines, and characters of each, that tell such a copy
_MOSTLY: Final = 0.8
_NAME: Final = lazily(r"</?([a-z][a-z0-9]*)\b[^<>]*>", re.I)
_ABOUT: Final = lazily(r"(?i)html|[标標][签籤记記]")  # a text about tags says so
_FIRST: Final = 20  # lines
_SEVERAL: Final = 2  # paragraphs
_PROSE: Final = 60  # characters of a paragraph in tags; an example of some is shorter
_DEBRIS: Final = frozenset(("p", "br", "strong", "b", "em", "i", "u", "span", "font"))  # a text about HTML has others
_TAGS: Final = lazily(r"\s*</?(?:p|div|br|span|strong|b|em|i|u|font|center|section|article)(?:\s[^<>]*)?/?>\s*", re.I)
_BREAKS: Final = lazily(r"\s*(?:</(?:p|div)>|<br\s*/?>)\s*(?=\S)", re.I)
_ENDS_IN_BREAK: Final = lazily(r"<br\s*/?>$", re.I)
_WITHIN: Final = lazily(r"(?i)(?<=[\u3001-\u9fff\uff00-\uffef,])<br\s*/?>(?=[\u4e00-\u9fff])")
_MENTIONS: Final = lazily(r"""(?i)(?:\s|[“"'`])<br\s*/?>\s*\S|<br\s*/?>\s?[”"'`;)]""")  # in a sentence, or in code
_BROKEN: Final = 3  # lines that end in a literal break
_PARAGRAPHS: Final = 5
_POSTED: Final = lazily(r"(?i)(?:[发發]表[于於]|[回答][复復覆]?[于於]|posted(?: on)?:?)\s*(?:19|20)\d\d[-/.年]\d")
_IN_BROWSERS: Final = lazily(r"[网網][页頁]|[浏瀏][览覽]器|[记記]事本|[邮郵]件模板|[源原]始?[码碼]")
_LONG: Final = 40  # characters of a line of text; those of the site around it are shorter
_ABOUT_BREAKS: Final = lazily(
    r"(?i)html|markdown|widget|\btags?\b|\bbreaks?\b|[换換分断斷折]行|[标標][签籤记記]|代[码碼]"
)


def without_mirror_marks(lines: Sequence[Line]) -> Sequence[Line]:
    """Take readings, literal tags and marks for indents out of the lines of such a copy; others stay as they are."""
    lines = without_lost_indents(lines)
    text = "\n".join([line.text[:_READ] for line in lines[:_READ]])
    if "<" in text and (_is_wrapped(lines) or _is_broken(lines)):
        lines = [line._replace(text=part) for line in lines for part in _without_tags(line)]
    readings = _READING.findall(text) if _may_have_readings(text) else ()
    if len(readings) < _LEAST or not _is_converted(text, len(readings)):
        return lines
    return [line._replace(text=_READING.sub("", line.text)) for line in lines]


def _may_have_readings(text: str) -> bool:
    """Tell whether a vowel with a tone stands closely behind a bracket: few pages have one."""
    return any(not _TONED.isdisjoint(part[:4]) for part in text.replace("\uff08", "(").split("(")[1:])


def _is_converted(text: str, readings: int) -> bool:
    """Tell whether the readings stand behind characters that only the traditional script has."""
    behind = [text[found.start() - 1] for found in _READING.finditer(text)]
    return sum(char in TRADITIONAL_ONLY for char in behind) >= _MOSTLY * readings


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Tell whether most of a text stands in literal paragraphs: a text about HTML shows a few."""
    tagged = [line for line in lines if line.tag != "pre" and _is_closed(line.text)]
    wrapped = [line for line in tagged if line.text[:2].lower() == "<p"]
    if not wrapped:  # of each paragraph a copy may have left the closing tag
        wrapped = [line for line in tagged if line.text[-4:].lower() == "</p>"]
    paragraphs = sum([line.text.lower().count("</p>") for line in wrapped])
    if any(_ABOUT.search(line.text) for line in lines[:_FIRST]):
        return False
    if paragraphs > 1 and 2 * sum([len(line.text) for line in wrapped]) > sum([len(line.text) for line in lines]):
        return True
    if paragraphs < _SEVERAL or sum([len(line.text) for line in wrapped]) < _PROSE * len(wrapped):
        return False
    return {name.lower() for line in lines if line.tag != "pre" for name in _NAME.findall(line.text)} <= _DEBRIS


def _is_closed(text: str) -> bool:
    """Tell whether a line ends in a tag, or holds several paragraphs, the last of which was cut off."""
    return text[-1] == ">" or text.lower().count("</p>") > _SEVERAL


def _is_broken(lines: Sequence[Line]) -> bool:
    """Tell whether lines with tags end in a literal break, or several stand within prose, and no other tag is there."""
    tagged = [line.text for line in lines if "<" in line.text and line.tag != "pre"]
    within = sum([len(_WITHIN.findall(text)) for text in tagged if len(text) > _PROSE])
    if within < _BROKEN and not _end_in_breaks(lines, tagged):
        return False
    names = {name.lower() for text in tagged for name in _NAME.findall(text)}
    if names != {"br"} or any(_MENTIONS.search(text) for text in tagged):
        return False
    return not any(_ABOUT_BREAKS.search(line.text) for line in lines)


def _end_in_breaks(lines: Sequence[Line], tagged: Sequence[str]) -> bool:
    """Tell whether all lines with tags end in a break, and are most of a text, or several paragraphs in a thread.

    One that shows how to write verse, an address or a letter has a few; of a thread one post may have them.
    """
    if len(tagged) < _BROKEN or not all(map(_ENDS_IN_BREAK.search, tagged)):
        return False
    if sum([len(text) >= _LONG for text in tagged]) >= _PARAGRAPHS and _is_thread(lines):
        return True
    long = [line.text for line in lines if len(line.text) >= _LONG]
    return 2 * sum([_ENDS_IN_BREAK.search(text) is not None for text in long]) >= len(long)


def _is_thread(lines: Sequence[Line]) -> bool:
    """Tell whether a page says when a post was put up, and nothing of what is shown by a browser."""
    if not any(_POSTED.search(line.text[:_READ]) for line in lines):
        return False
    return not any(_IN_BROWSERS.search(line.text[:_READ]) for line in lines)


def _without_tags(line: Line) -> list[str]:
    if line.tag == "pre" or "<" not in line.text:
        return [line.text]
    parts = [_TAGS.sub("", part) for part in _BREAKS.split(line.text)]
    return [part for part in parts if part]
