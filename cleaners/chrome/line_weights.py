"""How far each line of a dump speaks for the site or for the document, by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import takewhile
from typing import Final, NamedTuple

from cleaners.chrome.site_notices import gives_notice, is_notice, speaks_of_itself
from cleaners.facts.finder import TITLE
from cleaners.facts.finding import Finding
from cleaners.facts.labels import bare_label
from cleaners.lazily import lazily
from cleaners.rules.around import counts_answers, counts_readers, leads_elsewhere, turns_pages
from cleaners.rules.keys import key_of
from cleaners.rules.others import OTHERS, heads_others, introduces
from cleaners.rules.preview_words import says_part, says_whole
from cleaners.rules.readers import calls_readers, greets, speaks_to_readers
from cleaners.rules.strangers import BLANK, width
from cleaners.rules.vocabulary import own_labels, site_share
from cleaners.values import TYPES

_BY_STRENGTH: Final = {"certain": 4.0, "section": 4.0, "badge": 3.0, "weak": 2.0}
_AMBIGUOUS: Final = 0.5  # a date may be the document's own
STRANGER: Final = -0.5  # a title in a list, a user's name, a line of a poem
PROSE: Final = -6.0
DOCUMENT: Final = -3.0
"""A line that weighs so or less is the document's: there the site's lines stop."""
HEADING: Final = -6.0
ITEM: Final = -3.5
LABEL: Final = 2.0
LABEL_ALONE: Final = ":"  # what stands for a label whose value is in the next line
_BARE: Final = 1.0
_TELLING: Final = 0.4  # share of a site's words from which a short line or a label is one
_FEW: Final = 0.25
_HALF: Final = 0.5
_ALMOST_ALL: Final = 0.8
_LONGEST: Final = 200  # characters
LANGUAGES: Final = frozenset(
    (
        *("en", "es", "pt", "br", "fr", "de", "it", "id", "ru", "vi", "pl", "nl", "tr", "sv", "ro", "cs"),
        *("English", "Deutsch", "Français", "Español", "Italiano", "Português", "Nederlands", "Polski", "Türkçe"),
        *("Русский", "Svenska", "Dansk", "Norsk", "Suomi", "Čeština", "Magyar", "Română", "Bahasa Indonesia"),
        *("Tiếng Việt", "日本語", "한국어"),
    )
)
"""Their codes, one of which a site shows above its menu, and what each calls itself, in a menu of them."""
_YOURS: Final = lazily(r"\b[Yy]our\b")
_CALLS: Final = 3
_CALL_RULE: Final = "calls"
_LONGEST_CALL: Final = 100  # columns
LONG: Final = 40  # columns of a line that is prose whatever it ends with
_SENTENCE: Final = lazily(r"[。；;，,、]$|.{14}[！？!?]$|[。！？；].|[，,].{4,}[，,]")
_ABROAD: Final = lazily(  # sentences in letters
    '[a-z\u00df-\u00ff\u0430-\u044f]{2}[.!?]["”’)]? ["“A-Z\u00c0-\u00de\u0410-\u042f]'
    '|^(?:[^\\s\u2e80-\uffff]+ ){3,}[^\\s\u2e80-\uffff]*[a-z\u00df-\u00ff\u0430-\u044f]{2}[.]["”’)]?$'
)
_FEW_WORDS: Final = 16  # columns
_MARK: Final = lazily(r"[，。；：、,;:]")
_CHAPTER: Final = lazily(r"[(（]?[第一二三四五六七八九十]+[章节節条條篇编編、.．)）:：]|.{2,40}篇[一1][:：]?$")
_COUNTED_CHAPTER: Final = lazily(  # whatever words of sites its heading has; no file of a course
    r"第\s?\d{1,3}\s?[章节節]\s\S(?!.*(?:[.．](?:pptx?|docx?|pdf)|(?:[课課]件|PPT|[教学學]案)下[载載])$)"
)
_NUMBERED: Final = lazily(r"[(（]?(?:\d{1,3}|[①-⑳]|[IVX]+)[章节節条條篇编編、.．)）:：](?!\d)")
_OPTION: Final = lazily(r"[A-H](?:[．、]|[.)）]\s?(?=[^\x00-\x7f]))")  # of a question: no list of a site is lettered
_LABELLED: Final = lazily(r"([^\s:：]{2,6})\s?[:：]\s?\S.{0,30}")
_SECONDS: Final = lazily(r"\d:\d\d:\d\d$")
_EDITED: Final = lazily(r"(?:最[后後][编編][辑輯]|[编編][辑輯]|更新|[发發][布佈表])[于於][:：]")
_FACTS_OF_FILES: Final = frozenset(("doc_type", "page_count", "file_size", "views", "downloads"))
_PICTURE: Final = lazily(  # no author begins a short line with one
    r"[\U0001f300-\U0001faff\u2b00-\u2bff▶▷►♥♡❤⚑⤴✎✉⇩⬇👁⏯🔊]"
)
_PARTS: Final = lazily(r"[|｜>›»]")
_ADDRESS: Final = lazily(r"[^\s:：]{2,12}\s?[:：]\s?https?://\S+")
_LONGEST_FILE: Final = 60  # characters
_FILE: Final = lazily(
    rf"[^\s\d.、(（:：][^:：]*\.(?:{TYPES})", re.IGNORECASE
)  # an attachment; a document numbers its own
_LONGEST_FOOT: Final = 400  # characters
_FOOT: Final = lazily(
    r"copyright\s*[©(（\d]|icp[备備]|[公网網]安[备備]|all rights reserved|版[权權]所有(?![，,\s]*[翻侵])", re.IGNORECASE
)
_CREDITS: Final = lazily(
    r"(?:[来來]源|[来來]自|[时時][间間]|作者|[编編][辑輯]|[责責][编編]|[发發][布佈]|[点點][击擊]|[浏瀏][览覽])\s?[:：]"
)
_LONGEST_CREDITS: Final = 80  # characters of a line that says whence a text is and who edited it
_MENU: Final = 3  # such signs in a menu; a title has fewer
_MENU_WORD: Final = 6
_ITEM_OF_MENU: Final = lazily(r"[A-Za-z]{0,4}[\u4e00-\u9fff]{2,7}")
_HOME: Final = ("首页", "首頁", "网站首", "網站首")
_RUN_ON: Final = lazily(
    r"(?:[网網]站)?首[页頁][^\s，。！？：；、《》]{22,}"
)  # 首页新闻军事..., as a copy of its links has it
_BRIEF: Final = 48  # columns
_BLOB: Final = 100  # columns of a line, most of them Han, that is no title in a list
_WIDE: Final = 160  # ... and of one that is text though half of it be a site's words
_HAN: Final = 0.6  # characters a column, fewer with more Han
_SOME_HAN: Final = 0.8
_FULL: Final = 72  # columns of an item that is text, of a document or of its viewer's chunks
_CLOSING: Final = "”’」』）)]】》〉。，！？；"
_COUNT: Final = lazily(r"\d[\d,.]{0,8}(?:[万千wk]?\+?|/\d{1,4})")
_WORD: Final = lazily(r"[^\W_]")


class Weight(NamedTuple):
    """How far a line is the site's (above zero) or the document's (below), and why.

    An edge may lie behind a line that is ``sure``; ``rule`` tells one sign of a site from another, and a line with
    ``several`` facts is more than one.
    """

    value: float
    sure: bool = False
    rule: str = ""
    several: bool = False


def below(finding: Finding | None) -> Finding | None:
    """Return a finding as far as it counts below a document: the title there is a running head."""
    return None if finding and (finding.rule is TITLE or finding.rule.marker or finding.rule.ambiguous) else finding


def weigh(text: str, finding: Finding | None, is_copy: bool, topic: Set[str]) -> Weight:
    """Weigh a line, given what the rules found in it, whether it repeats the document, and what words are its topic."""
    if is_copy:
        return Weight(_BY_STRENGTH["certain"], sure=True)
    if (finding and finding.rule.to == "prose") or heads_others(text):
        return Weight(_BY_STRENGTH["section"], True, OTHERS)
    if finding and not finding.rule.ambiguous:
        is_title = finding.rule is TITLE
        rule = finding.rule.name if is_title or finding.rule.strength == "badge" else text
        value = 1.0 if is_title else _BY_STRENGTH[finding.rule.strength]
        return Weight(value, not is_title, rule, len(finding.facts) > 1)
    if gives_notice(text, topic):
        return Weight(LABEL, sure=True, rule="notice")  # one sign, however many: documents give notice too
    if len(text) <= _LONGEST_FOOT and _FOOT.search(text):
        return Weight(LABEL, sure=True, rule="foot")
    if len(text) <= _LONGEST_CREDITS and ("：" in text or ":" in text) and len(_CREDITS.findall(text)) > 1:
        return Weight(LABEL, sure=True, rule="credits")
    told = leads_elsewhere(text) or counts_readers(text) or counts_answers(text)
    if told or turns_pages(text) or speaks_to_readers(text):
        return Weight(LABEL, sure=True, rule=text)
    if len(text) > _LONGEST:
        return Weight(2 * PROSE)
    if len(text) <= _LONGEST_FILE and _FILE.fullmatch(text):
        return Weight(LABEL, sure=True, rule="file")
    if text in LANGUAGES:
        return Weight(_BARE, sure=True, rule="language")
    if greets(text):
        return Weight(_AMBIGUOUS)  # a document can, too
    if speaks_of_itself(text) or _ADDRESS.fullmatch(text):
        return Weight(_BARE, sure=True, rule=text)
    if width(text) <= _BRIEF and (says_part(text) or says_whole(text) or _PICTURE.match(text)):
        return Weight(LABEL, sure=True, rule=text)
    if introduces(text):
        return Weight(LABEL, sure=True, rule=text)
    if (label := _LABELLED.fullmatch(text)) and (_is_site_label(label[1]) or _is_stamped(text, finding)):
        return Weight(LABEL, sure=True, rule=label[1])
    if finding:
        return Weight(_AMBIGUOUS, rule=LABEL_ALONE if text[-1] in ":：" else "")
    if _COUNT.fullmatch(text.strip("«»‹›<>《》[] ")):
        return Weight(0.0, "/" in text)
    if not _WORD.search(text):
        return Weight(PROSE) if text[0] in _CLOSING or BLANK in text else Weight(_BARE, sure=True)
    if BLANK in text:
        return Weight(PROSE)
    if _CHAPTER.match(text) or _OPTION.match(text):
        return Weight(HEADING)
    share = 0.0 if _COUNTED_CHAPTER.match(text) else site_share(text, topic)
    columns = width(text)
    if _NUMBERED.match(text) and share < _TELLING:
        return Weight(PROSE if columns >= _FULL and share <= _FEW else ITEM)
    if text[-1] == "!" and columns <= _LONGEST_CALL and text.isascii() and (share or _YOURS.search(text)):
        return Weight(2 * STRANGER, share >= _TELLING)  # sites exclaim more than documents do
    if (
        _SENTENCE.search(text)
        or (columns >= _FEW_WORDS and _ABROAD.search(text))
        or (columns >= LONG and _MARK.search(text))
    ):
        if is_notice(text, topic) or share >= _ALMOST_ALL:
            return Weight(_BARE, sure=True, rule=text)
        return Weight(min(0.5, PROSE * (1 - 2 * share)) if share > _FEW else PROSE)
    han, most = (_HAN, _FEW) if columns < _WIDE else (_SOME_HAN, _HALF)
    if columns >= _BLOB and share <= most and len(text) < han * columns:
        return Weight(PROSE)
    return Weight(
        (2 if columns >= LONG else 1) * STRANGER + 2.5 * share, share >= _TELLING, text if share > _HALF else ""
    )


def weigh_calls(texts: Sequence[str], weights: list[Weight]) -> None:
    """Let calls to readers weigh for the site (in place) where several stand above the text."""
    above = takewhile(lambda place: weights[place].value > 2 * PROSE, range(len(weights)))
    calls = [place for place in above if weights[place].value < LABEL and calls_readers(texts[place])]
    for place in calls if len(calls) >= _CALLS else ():
        weights[place] = Weight(LABEL, sure=True, rule=_CALL_RULE)


def _is_stamped(text: str, finding: Finding | None) -> bool:
    """Tell whether a labelled date has the time of day to the second, as machines write it."""
    dated = _SECONDS.search(text) is not None
    return dated and ((finding is not None and "published" in finding.facts) or _EDITED.match(text) is not None)


def is_menu(text: str) -> bool:
    """Tell whether a line is words parted as in a menu or a path, or run together behind the site's home."""
    if text[:3].startswith(_HOME) and _RUN_ON.fullmatch(text):
        return True
    words = text.split()
    parts = [part.strip() for part in _PARTS.split(text)]
    if len(parts) == _MENU and all(1 < len(part) <= _MENU_WORD and part.isalpha() for part in parts):
        return True
    return len(_PARTS.findall(text)) >= _MENU or (len(words) > _MENU and all(map(_ITEM_OF_MENU.fullmatch, words)))


def has_file_label(text: str) -> bool:
    """Tell whether a line is a label of a file's facts with a value, whatever that is: ``类型:论文写作``."""
    label = _LABELLED.fullmatch(text)
    return label is not None and _names_fact(label[1])


def _names_fact(label: str) -> bool:
    known = bare_label(label)
    return known is not None and known.fact in _FACTS_OF_FILES


def _is_site_label(label: str) -> bool:
    return _names_fact(label) or (key_of(label) not in own_labels() and site_share(label) >= _TELLING)
