"""The likeliest title among the lines above the text of a dump: what the text speaks of, and no menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cleaners.chrome.site_notices import is_notice, is_slogan, speaks_of_itself
from cleaners.document import Line
from cleaners.facts.finding import READING_TIME, Finding, Findings
from cleaners.facts.head_lines import DATED
from cleaners.lazily import lazily
from cleaners.reflow.starts import LEANING_WORDS
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_site_name, names_work
from cleaners.rules.strangers import LABELLED
from cleaners.rules.vocabulary import site_share
from cleaners.titles.above_title import is_running_text
from cleaners.titles.shared_words import shared_words, start_of
from cleaners.titles.title_lines import may_be_title

_TEXT: Final = lazily(r"[。；，,;]$|.{10}[：:]$")
_ENGLISH: Final = lazily(r"(?:\S+ ){7,}\S+[.!\"”]$")  # a sentence
_LONG: Final = 120  # columns
_READ: Final = 4000  # characters of the text
_SHORTEST: Final = 2
_TELLING: Final = 16  # characters from which a longer line says no more
_LATIN: Final = 2.5  # letters that say as much as a Han character
_MENU: Final = 3  # lines
_ITEM: Final = 6  # characters of an item of a menu
_SITE_NAME: Final = 8
_NEAR: Final = 2  # lines above facts
_BRACKETED: Final = lazily(r"【[^】]{1,10}】\s*\S")  # 【成份】本品每毫升含...
_COUNTED: Final = lazily(r"[\d\s/／]+")
_NUMBERED: Final = lazily(r"\d|[(（]?[一二三四五六七八九十]{1,3}[、.．)）]")
_ASKS: Final = "?？"
_LIST: Final = lazily(r"^[^(（]*、[^(（]*、")  # of things, but for what is in brackets
_CHAPTER: Final = lazily(r"第.{1,6}[章回节節集]\s*\S")
_FOOT: Final = lazily(r"(?:主办|承办|来源|本文来自|本文档来自|作者|责任编辑|版权所有)\S{0,4}[:：]")
_LINES: Final = 60
_WRAPPED: Final = 48  # characters of a line of prose in Latin letters
_HALF: Final = 0.5
_HARDLY: Final = 0.25
_OF_SITES: Final = 0.25
_MARGIN: Final = 1.5
_SURE: Final = 4.0
_CERTAIN: Final = 3.0
_WEAK: Final = 1.0


def likelier(lines: Sequence[Line], known: Findings, places: Sequence[int], told: int | None) -> int | None:
    """Return the place of the likeliest title; ``told``, what other signs say, where no line is surely likelier.

    Args:
        lines: the lines of a dump.
        known: what the rules found in its first lines.
        places: those of the first lines that no rule knows.
        told: the place of the line that is the title by other signs.
    """
    text = next((place for place in places if _is_text(lines[place].text) or _goes_on(lines, place + 1)), None)
    if told is not None and speaks_of_itself(lines[told].text):
        told = None
    if text is None or (told is not None and told >= text):
        return told
    above = [place for place in places if place < text and not _is_label(lines, place)]
    start = max((place + 1 for place in range(text) if _is_steps(lines[place].text)), default=0)
    above = [
        place for place in above if place == told or (place >= start and may_be_title(lines[start:], place - start))
    ]
    own = [line.text for line in lines[text : text + _LINES] if _is_own(line.text)]
    below = start_of(own)
    above += [told] if told is not None and told not in above else []
    if told is not None and (_stated_below(known, told) or _is_dated_above(known, told)):
        above = [place for place in above if place == told or not _leads_on(lines[place].text)]
    scores = {place: _score(lines, known, place, below, places) for place in above}
    best = max(above, key=scores.__getitem__, default=None)
    if best is not None and best == told and _is_field(lines, told):
        best = max((place for place in above if place != told), key=scores.__getitem__, default=best)
        if scores[best] >= _SURE:
            return best
        best = told
    beside_facts = best is not None and (_stated_below(known, best) or "author" in _stated_above(known, best))
    weak = told is not None and scores[told] < _WEAK and beside_facts and best != told
    if best is None or scores[best] < (_CERTAIN - 1 if weak else _CERTAIN):
        return told
    sites = is_slogan(lines[0].text) or any(_is_sites(one) for one in known.values())
    if told is None:
        return best if sites or any(site_share(lines[place].text) > _HALF for place in range(best)) else None
    if not sites:
        return told  # nothing of a site stands around it
    within = key_of(lines[best].text) in key_of(lines[told].text)
    return told if within or scores[best] < scores[told] + _MARGIN else best


def behind_control(lines: Sequence[Line], told: int) -> int:
    """Return the place of the title where a line below the first that stands twice at once is a control; else that.

    The text says hardly a word of a control, but most of what a longer line says that stands between.
    """
    text = next((place for place in range(told + 1, len(lines)) if _is_text(lines[place].text)), 0)
    between = range(told + 1, min(text, told + _LINES))
    if told == 0 or lines[told].text not in [lines[place].text for place in between[:1]]:
        return told
    below = start_of([line.text for line in lines[text : text + _LINES] if _is_own(line.text)])
    if shared_words(lines[told].text, below) >= _HARDLY:
        return told
    longer = (place for place in between if len(lines[place].text) >= 2 * len(lines[told].text))
    said = (place for place in longer if may_be_title(lines[told:], place - told))
    return next((place for place in said if shared_words(lines[place].text, below) >= _HALF), told)


def _is_sites(finding: Finding) -> bool:
    """Tell whether a finding speaks of a site: a bare count of pages can be the document's own."""
    return not (finding.rule.marker or finding.rule.ambiguous or _COUNTED.fullmatch(finding.line.text))


def _is_own(text: str) -> bool:
    return _is_text(text) and not _FOOT.match(text) and site_share(text[:_READ]) < _OF_SITES and not is_notice(text)


def _is_label(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is numbered or a label, alone or one of several with values."""
    text = lines[place].text
    if (
        text[-1] in ":：-"
        or _BRACKETED.match(text)
        or _is_steps(text)
        or _NUMBERED.match(text)
        or _LIST.search(text)
        or "__" in text
    ):
        return True
    return _is_field(lines, place)


def _is_field(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is a label with its value, above another."""
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    return LABELLED.match(lines[place].text) is not None and LABELLED.match(after) is not None


def _is_text(text: str) -> bool:
    if _is_steps(text):
        return False
    if is_running_text(text) or len(text) > _LONG:
        return True
    return _TEXT.search(text) is not None or _ENGLISH.match(text) is not None


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line in small letters is a later one of a wrapped paragraph: the one right above breaks off."""
    if place >= len(lines):
        return False
    line, above = lines[place], lines[place - 1]
    beside = line.number == above.number + 1 and line.text[0].islower()
    return beside and len(above.text) >= _WRAPPED and (above.text[-1].islower() or above.text[-1] == ",")


def _is_steps(text: str) -> bool:
    """Tell whether a line is a path whose steps are parted by hyphens."""
    return text.count(" - ") > 1


def _score(lines: Sequence[Line], known: Findings, place: int, below: str, places: Sequence[int]) -> float:
    text = lines[place].text
    key = key_of(text)
    size = len(text) if max(text) > "\u2e80" else len(text) / _LATIN
    if size < _SHORTEST:
        return 0.0
    score = 2 * min(size, _TELLING) / _TELLING + 4 * shared_words(text, below) - 3 * site_share(text)
    if place + 1 in known and known[place + 1].rule.name == READING_TIME:
        score += 2.5
    elif _stated_below(known, place) or (place - 1 in known and known[place - 1].rule is DATED):
        score += 1.5
    if names_work(key) or text[-1] in _ASKS or _CHAPTER.match(text):
        score += 1.0
    if sum(key in key_of(lines[at].text) for at in (*known, *places) if at < len(lines)) > 1:
        score += 1.5
    if is_site_name(key) and len(text) <= _SITE_NAME:
        score -= 3.0
    return score - (3.0 if _in_menu(lines, place) else 0.0)


def _leads_on(text: str) -> bool:
    """Tell whether an English line ends in a word that leads on to the next one: the text begins, wrapped."""
    return text.rpartition(" ")[2] in LEANING_WORDS


def _is_dated_above(known: Findings, place: int) -> bool:
    """Tell whether a site says right above a line when it put the document up."""
    return "published" in _stated_above(known, place)


def _stated_above(known: Findings, place: int) -> Mapping[str, str]:
    """Return what the site states in the line right above one."""
    above = known.get(place - 1)
    return {} if above is None or above.rule.ambiguous else above.facts


def _stated_below(known: Findings, place: int | None) -> bool:
    """Tell whether facts stand right below a line, or one line farther."""
    return place is not None and any(
        at in known and bool(known[at].facts) for at in range(place + 1, place + 1 + _NEAR)
    )


def _in_menu(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is one of several short ones in a row."""
    if len(lines[place].text) > _ITEM:
        return False
    start = stop = place
    while start > 0 and len(lines[start - 1].text) <= _ITEM:
        start -= 1
    while stop + 1 < len(lines) and len(lines[stop + 1].text) <= _ITEM:
        stop += 1
    return stop - start + 1 >= _MENU
