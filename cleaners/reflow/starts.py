"""What a line's beginning says of the seam before it: numbers that count on, bullets, labels, marks, its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from cleaners.lazily import lazily
from cleaners.reflow.evidence import NUMERAL, SOURCES, End, line_end
from cleaners.reflow.numbering import GAP_OF_WORKS, NUMBERED, WORKS, ordinal
from cleaners.reflow.sizes import HAN

_BULLET = lazily(r"[•●○■□◆◇▪▫▲△★☆※·‧◦‣►▶➢➤✓✔√\uf000-\uf0ff]\s?\S|[-–—*+]\s\S|[→⇒]\s?https?://")
_BLANK = lazily(r"[(\uff08]\s*[)\uff09]$")  # to be filled in, of the question before
_TRAILER = lazily(
    r"[(\uff08][^()\uff08\uff09:\uff1a]{1,8}[)\uff09]$"
)  # of the sentence before, as its points in an exam
_RANGE = "-–~"
_DASH = lazily(r"[—–-]{2}(?=\S)")
_DATE = lazily(
    rf"(?:[\d{NUMERAL}]{{2,4}}\s?年\s?[\d{NUMERAL}]{{1,3}}\s?月(?:\s?[\d{NUMERAL}]{{1,3}}\s?日)?|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})$"
)
_LABEL = lazily(
    rf"[【\[〔][^】\]〕]{{1,12}}[】\]〕]|\d{{4}}年\d{{1,2}}月\d{{1,2}}日\s"
    rf"|[{HAN} \u3000]{{1,8}}(?:[(\uff08][{HAN}]{{1,6}}[)\uff09])?[:\uff1a](?!/)"
)
_LABEL_IN_LETTERS = lazily(r"[A-Z][a-z]{2,14}(?: [a-z]{2,12}){0,2}: \S")  # Present: …, Apologies for absence: …
_FORMULA = lazily(  # in a line of its own
    r"(?!.*(?:[^\W\d_]{4}|[^\W\d_]{2,} [^\W\d_]{2}))"  # words
    rf"[^\s{HAN}。，；,;=]{{0,8}}(?: ?[-+−] ?\S{{1,8}})? ?[=\uff1d≈≤≥][^{HAN}。，；,;]+(?<![.\uff0e])$"
)
_FORMULA_SIGNS = "=\uff1d≈≤≥"
_QUESTION = lazily(r"\d{1,3}\s?[.、\uff0e]\s?[(\uff08][一1][)\uff09]")  # with its first part
_SPEAKER = lazily(rf"(?:[{HAN}]{{1,8}}|[A-Z][\w.]{{0,11}}(?: [A-Z][\w.]{{0,11}})?)[:\uff1a](?=\s?[^\s/])")
_OPENS_PART = "(\uff08"
_PART = lazily(
    rf"[(\uff08](?![{NUMERAL}]+[)\uff09])[{HAN}]{{1,4}}[)\uff09](?=[^\s，。；、,;])"
)  # of a recital: who reads the line
_PARTS = 6  # lines with one
_TIME = lazily(r"\d{1,2}[:\uff1a]\d{2}(?:[-—–~\uff5e]\d{1,2}[:\uff1a]\d{2})?\s")  # of a timetable
_FRONT_MATTER = lazily(
    r"[【\[]?(?:摘\s*要|[关關]\s*[键鍵]\s*[词詞]|中[图圖]分[类類][号號]|文[献獻][标標][识識志誌][码碼]|文章[编編][号號]|基金[项項]目"
    r"|收稿日期|Abstract[.—]?|Key ?[Ww]ords[.—]?)[】\]]?[:\uff1a ]"
)  # of a paper
_LEADS_ON = "据據，、,"
_DATELINE = lazily(  # of a piece of news
    r"(?:本[报報刊网網台]|新[华華]社|中新[网網社])[^。，；]{0,16}[讯訊电電](?:\s?[(\uff08]|\s|$)"
)
_HEADING = lazily(r"Abstract|Introduction|Conclusions?|Acknowledge?ments?|References|ABSTRACT|INTRODUCTION|REFERENCES")
_LEAD_IN = lazily("[如以]下[^:\uff1a。]{0,6}[:\uff1a]$")  # no label: what follows is the list, not a value
_MEASURE = lazily(  # a figure with its unit, and no section 1.1
    r"\d+\.\d+ ?(?:[万萬亿億]?元|[%\uff05℃‰]|个百分点|倍|(?:平方|立方|公|千|厘|毫|海)[米里克升]|[kcm]?[mg](?![a-z])|kW)"
)
_ENDS_OF_SENTENCES = "。”」』"  # no work ends so
_CITED = lazily(rf"(?=\[(?:[注註] ?)?(\d+)){SOURCES}(\s*$)?")
_NEVER_START = lazily(r"[。、\uff0c\uff1a\uff1b\uff01\uff1f\uff09】》」』”]|[,;)\]](?=\W|$)|[.:](?=\s|$)")
_NO_START = lazily(r"[’…,.;:!?)\]%\uff05](?!\.)")
_DOT_FILE = lazily(r"\.[a-z]\w")  # a name that begins with its dot: .profile
_REMARK = lazily(r";+ ")  # of a configuration file
_REMARKS = 3  # lines that begin so: none goes on from the line before
_QUOTE = (" ", "")  # behind the colon that a bulletin board sets before each line of another's post
_PARTICLES = "的了们吗呢吧"  # lean on the word before them
LEANING = tuple("的和与及或在由以将被把对为从向使让给是于而但且其这该每各很更最之與將對為從讓給於這該")
"""Characters that lean on what follows: no paragraph ends so."""
LEANING_WORDS = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is",
     "of", "or", "our", "that", "the", "their", "to", "was", "were", "with", "your")
)  # fmt: skip
"""Words that lean on what follows: neither a paragraph nor a title ends with one."""
_LEANS = 4.5  # nats
_WITHIN = 5.0  # nats for a join within brackets
_BRACKETS = (("(", ")"), ("\uff08", "\uff09"), ("《", "》"), ("“", "”"), ("[", "]"))
_QUOTED, _UNQUOTED = lazily(r'(?:^|[^\w"])"(?=[^\s"])[^"]*$'), lazily(r'[^"]*[^\s"]"(?:[^\w"]|$)')
_LONGEST_LEANING = 6
_COLONS, _VALUES = (":", "\uff1a"), "_0123456789"
_COUNTED = lazily(r"\w.{16}\d[)\uff09]?.$")  # a number before pages: ``23(4):``
_CLOSING = (")", "\uff09")
_OPTION_WORDS = 60
_CAPTION = lazily(r"[图圖表]|(?i:fig|table|plate)")
_OPTION = lazily(r"([(\uff08])([B-H])([)\uff09])$")
_OPEN_LABEL = lazily(rf"[\uff0c,\uff1b; \u3000_][{HAN}]{{1,8}}[:\uff1a]$")

# What follows the number of an article or item that prose refers to: of another law, a clause, a range.
_REFERRED = lazily(
    rf"\s?(?:、?第[{NUMERAL}\d]|[、和及与或至到](?=[第(\uff08附表图圖{NUMERAL}\d])|的|款|[项項](?!目)|[条條](?![件例])|之[一二三四五六七八九]"
    rf"|规定[的,\uff0c、]|所[列称述]|[中内里][的,\uff0c]|以[上下内外])"
)
_LISTING = ("arabic", "han")
_RUN_IN = ("arabic", "bracketed", "circled")
_LEAD = 6  # characters; a label before the first item of a list is shorter
MARKS = frozenset("。，、；：,;.")
"""What stands right behind the sign of a note in running text, be it at a line's beginning."""
_PARTING = frozenset("。\uff1b;\uff0c,、:\uff1a \u3000")
_FIRST = (0, 1)
_REFERRING = ("chapter", "bracketed", "annex")

STRONG, WEAK = 6.0, 2.0  # nats against a join
_COUNTED_ON = 10.0  # likewise: at a number behind two that it counts on from
_BY_LABEL, _BY_LABEL_IN_LETTERS = 1.5, 3.0  # likewise
_NEVER = 15.0  # likewise
_BOXED, _ENTRIES = 3.0, 3  # likewise, at a label in brackets; entries that have one are several
_SPOKEN, _SPEAKS = 26, 4.0  # characters that hold a label; nats against a join
_RULED = lazily(r"([-—–―─━=_*~·.])\1{3,}(?:$|\1{4})")  # a line drawn across the page
_LEADERS = lazily(r"(?:\.{4,}|…{2,}|·{4,})\s*$")  # of a table of contents, before the page
_ENTRY_END = lazily(r"(?:\.{4}|…{4}|·{4}|(?:\. ){4})[.…· ]*(?:\d{1,4}|[ivxl]{1,6}|[IVXL]{1,6})$")  # with its page
_DRAWN = frozenset("-—–―─━=_*~·.")
_PARALLEL, _LONG_PARALLEL = 3.0, 5.0  # likewise: items of a list begin alike, neighbouring lines of prose hardly ever
_SAME = 16  # characters
_WIDE, _LETTER = "\u2e80", lazily(r"[A-Za-z]{2}")
_WORDS, _TRANSLATED = 4, 4.0  # spaces of a line in letters; nats against a join to a line that has none
_FRAME = lazily(r"[\w.+-]+((?:[(\uff08:\uff1a]| [-–—] ).{0,2})")
_OPENING = lazily(rf"[{HAN}]{{4}}|[^\W_{HAN}]{{2,}}\W+[^\W_{HAN}]{{2,}}\b")
_NOTE_SIGN = lazily("[①-⑳¹²³⁴-⁹†‡]")


def start_weights(texts: Sequence[str]) -> list[float]:
    """Weigh for each line how much its beginning speaks for a new paragraph (nats; negative: against)."""
    weights = []
    seen: dict[str, set[int]] = {}
    if sum([text[0] == "【" for text in texts]) >= _ENTRIES:
        seen["boxed"] = set()
    if sum([text[0].isdigit() and _TIME.match(text) is not None for text in texts]) >= _ENTRIES:
        seen["timed"] = set()
    if sum([text[0] == ";" and _REMARK.match(text) is not None for text in texts]) >= _REMARKS:
        seen["remarks"] = set()
    if sum([text[0] == ":" and text[1:2] in _QUOTE for text in texts]) >= _REMARKS:
        seen["quoted"] = set()
    speakers = _speakers(texts)
    recent: list[tuple[str, str | None]] = [("", None)] * 2
    for before, text in pairwise(["", *texts]):
        numbering = NUMBERED.match(text)
        if numbering and numbering.lastgroup and not _MEASURE.match(text):
            weights.append(_numbering_weight(numbering, seen, recent))
        else:
            weights.append(_other_start(text, before, seen) - _LEANS * _leans(before, text))
        is_question = text[0].isdecimal() and _QUESTION.match(text)
        if is_question or _ends_entry(before) or (max(before[:1], before[-1:]) > _WIDE and _is_formula(text)):
            weights[-1] = _NEVER
        if _is_within_brackets(before, text):
            weights[-1] -= _WITHIN
        if before[-1:] in _CLOSING and not numbering and len(text) <= _OPTION_WORDS and _ends_with_option(before):
            weights[-1] = -_NEVER
        if speakers and (label := _SPEAKER.match(text) or _PART.match(text)) and label[0] in speakers:
            weights[-1] = max(weights[-1], STRONG if text[0] in _OPENS_PART else _SPEAKS)
        frame = found[1] if (found := _FRAME.match(text)) else None
        weights[-1] = max(weights[-1], _parallel(text, frame, recent))
        recent = [recent[1], (text, frame)]
    return weights


def _ends_entry(text: str) -> bool:
    """Tell whether a line is an entry of a table of contents up to its page, behind which nothing goes on."""
    return text[-1:].isalnum() and ("." in text or "…" in text or "·" in text) and _ENTRY_END.search(text) is not None


def _is_formula(text: str) -> bool:
    """Tell whether a line is a formula and nothing else, as stand below Chinese text: ``v = v₀ + at (2-1)``."""
    return any(sign in text for sign in _FORMULA_SIGNS) and _FORMULA.match(text) is not None


def _speakers(texts: Sequence[str]) -> set[str]:
    """Return the labels that begin several lines, as those of who speaks and of questions do: ``Q:``, ``（合）``."""
    parts = Counter([label[0] for text in texts if text[0] in _OPENS_PART and (label := _PART.match(text))])
    if parts.total() >= _PARTS:
        return {label for label, count in parts.items() if count > 1}
    if not any(":" in text[:_SPOKEN] or "\uff1a" in text[:_SPOKEN] for text in texts):
        return set()
    labels = Counter([label[0] for text in texts if (label := _SPEAKER.match(text))])
    return {label for label, count in labels.items() if count >= _ENTRIES}


def _leans(before: str, text: str) -> bool:
    """Tell whether a line ends with a word that needs another, or with a label among others whose value follows."""
    if before[-1:] in _COLONS:
        return text[0] in _VALUES and (_OPEN_LABEL.search(before) or _COUNTED.search(before)) is not None
    if before[-1:] > "\x7f":
        return before.endswith(LEANING)
    return before[-_LONGEST_LEANING:].rpartition(" ")[2] in LEANING_WORDS


def _ends_with_option(text: str) -> bool:
    """Tell whether a line ends with the letter of an option, the words of those before it within: no caption."""
    option = _OPTION.search(text)
    if option is None or _CAPTION.match(text):
        return False
    _, _, words = text[: option.start()].rpartition(f"{option[1]}{chr(ord(option[2]) - 1)}{option[3]}")
    return words.strip() not in ("", text[: option.start()].strip())


def _is_within_brackets(before: str, text: str) -> bool:
    """Tell whether a line opens a bracket that the next one closes."""
    for opening, closing in _BRACKETS:
        place = before.rfind(opening)
        if place < 0 or before.find(closing, place) >= 0:
            continue
        if (close := text.find(closing)) >= 0 and text.find(opening, 0, close) < 0:
            return True
    return '"' in before and _QUOTED.search(before) is not None and _UNQUOTED.match(text) is not None


def _parallel(text: str, frame: str | None, recent: Sequence[tuple[str, str | None]]) -> float:
    """Weigh a beginning that a line just before has too: its first words, or a mark and word behind its first one."""
    alike = [other for other, _ in recent if other[:2] == text[:2]]
    if alike and len(text) > _SAME and any(other[:_SAME] == text[:_SAME] for other in alike):
        return _LONG_PARALLEL
    if alike and (found := _OPENING.match(text)) and (alike := [o for o in alike if o.startswith(found[0])]):
        more = text[: found.end() + 3]
        return _LONG_PARALLEL if any(other.startswith(more) for other in alike) else _PARALLEL
    return _PARALLEL if frame and any(frame == other for _, other in recent) else -inf


def _numbering_weight(
    found: re.Match[str], seen: dict[str, set[int]], recent: Sequence[tuple[str, str | None]]
) -> float:
    """A number that goes on from one seen before or begins a count is a numbering; another may be prose."""
    style, label = found.lastgroup or "", found[0]
    value = ordinal(found[(found.lastindex or 0) + 1])
    known = seen.setdefault(style, set())
    counts_on = value - 1 in known or value - 2 in known or value in _FIRST
    if style in _REFERRING and _REFERRED.match(found.string, found.end()):
        return 0.0
    if style in _RUN_IN and value > 1 and value - 1 not in known and _is_run_in(found[0], value, recent):
        return 0.0
    counted = style in _LISTING and {value - 1, value - 2} <= known
    known.add(value)
    if counted:
        return _COUNTED_ON
    if style == "section":
        return WEAK * counts_on
    if style in ("chapter", "annex", "circled") or counts_on:
        return STRONG
    return STRONG if style == "nested" and label.count(".") > 1 else WEAK


def _is_run_in(label: str, value: int, recent: Sequence[tuple[str, str | None]]) -> bool:
    """Tell whether the number before this one stands within a line just before: items that run on in one paragraph."""
    before = chr(ord(label[0]) - 1) if "①" <= label[0] <= "➓" else label.replace(str(value), str(value - 1))
    places = [(text, text.find(before)) for text, _ in recent]
    return any(place > _LEAD and text[place - 1] in _PARTING for text, place in places)


def _other_start(text: str, before: str, seen: dict[str, set[int]]) -> float:
    if text.isdecimal() and _LEADERS.search(before):
        return -_NEVER
    if before[-2:] == " \\":
        return _NEVER  # a command goes on in its next line
    if before[-1:] in _DRAWN and _RULED.match(before) and text[0] != before[-1]:
        return _NEVER
    if not text[0].isalnum() and (weight := _marked_start(text, before, seen)):
        return weight
    if text[0] in _PARTICLES:
        return -2.5
    if _DATE.match(text):
        return 3.0
    if "timed" in seen and text[0].isdigit() and _TIME.match(text):
        return STRONG
    if _FRONT_MATTER.match(text) or (_DATELINE.match(text) and before[-1:] not in _LEADS_ON):
        return _NEVER
    if _HEADING.fullmatch(text) and before[:1] < _WIDE:
        return STRONG
    if "A" <= text[0] <= "Z" and before[:1] >= _WIDE and _is_in_letters(text) and _is_whole(before):
        return _TRANSLATED
    if "A" <= text[0] <= "Z" and _LABEL_IN_LETTERS.match(text):
        return _BY_LABEL_IN_LETTERS
    if _LABEL.match(text) and not _LEAD_IN.search(text):
        return max(STRONG if before[-1:] == "_" or _LABEL.match(before) else _BY_LABEL, _boxed(text, seen))
    return 0.0


def _is_whole(text: str) -> bool:
    """Tell whether a line is no part of a sentence that may go on in letters: it ends one, or is a label and values."""
    if _LETTER.search(text):
        return False
    return line_end(text) == End.SENTENCE or _LABEL.match(text) is not None


def _is_in_letters(text: str) -> bool:
    """Tell whether a line is words with spaces between them alone, as a translation of what stands above is."""
    return text.count(" ") >= _WORDS and max(text) < _WIDE


def _boxed(text: str, seen: dict[str, set[int]]) -> float:
    """Weigh a label in brackets, as entries begin with: prose hardly ever has one."""
    return 0.0 if text[0] != "【" else STRONG if "boxed" in seen else _BOXED


def _marked_start(text: str, before: str, seen: dict[str, set[int]]) -> float:
    """Weigh a beginning that is a mark; 0 where it says nothing."""
    if text[0] == ";" and "remarks" in seen and _REMARK.match(text):
        return STRONG
    if text[0] == ":" and "quoted" in seen and text[1:2] in _QUOTE:
        return _NEVER
    if text[0] == "." and not before[-1:].isalnum() and _DOT_FILE.match(text):
        return 0.0
    if _NEVER_START.match(text):
        return -15.0
    if _NO_START.match(text):
        return -5.0
    if _BULLET.match(text):
        return STRONG
    if text[0] in ">_":
        return _sign_start(text, before)
    if text[0] in _DRAWN and _RULED.match(text):
        return _NEVER
    if _DASH.match(text):
        return 0.5
    if text[0] in _RANGE and before[-1:].isdigit() and text[1:2].isdigit():
        return -5.0
    if _BLANK.match(text):
        return -15.0
    if _TRAILER.match(text) and line_end(before) == End.SENTENCE:
        return -4.0
    if cited := _CITED.match(text):
        return _cited_start(cited, before, seen)
    return 0.0


def _cited_start(cited: re.Match[str], before: str, seen: dict[str, set[int]]) -> float:
    """Weigh a number in square brackets: of a list of works, or the sources of the sentence before.

    Below their heading works may count from any number on, with gaps: an excerpt lists those that it cites.
    """
    listed, value = seen.setdefault("cited", {0}), int(cited[1])
    if WORKS.fullmatch(before):
        seen["works"] = set()
        listed.add(value)
        return STRONG
    gap = GAP_OF_WORKS if "works" in seen and before[-1:] not in _ENDS_OF_SENTENCES else 1
    if 0 < value - max(listed) <= gap or value - 1 in listed:
        listed.add(value)
        return STRONG
    return -15.0 if cited[2] is not None else -6.0


def _sign_start(text: str, before: str) -> float:
    """Weigh the sign that every line of a quoted mail has, and a blank to fill in that the wrap may have cut."""
    if text[0] == ">":
        return _NEVER if before[:1] == ">" else WEAK
    rest = text.lstrip("_ ")
    if before[-1:] == "_":
        return -STRONG * (rest[:1] != "年")
    if rest and line_end(before) == End.PHRASE:
        return -WEAK
    return _NEVER if _RULED.match(text) and before[-1:] not in ":\uff1a" else 0.0


def notes(texts: Sequence[str]) -> set[int]:
    """Return the places of lines that begin the notes at a page's foot: their sign stands within the text above.

    An item of a list has its sign nowhere else.
    """
    found: set[int] = set()
    told: set[str] = set()
    for place, text in enumerate(texts):
        if text[:1] in told and text[1:2] not in MARKS:
            found.add(place)
        told.update(_NOTE_SIGN.findall(text if text[1:2] in MARKS else text[1:]))
    return found
