"""What a site put in the middle of a paragraph: the text breaks off above it and goes on below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.preview_words import hides_part
from cleaners.rules.readers import calls_readers, speaks_to_readers
from cleaners.rules.vocabulary import site_share

INTERRUPTION: Final = "interruption"
_AD: Final = "ad"
_BUTTONS: Final = frozenset(("button", "fold-call", "fold"))
_PARAGRAPH: Final = 20  # characters of a line that is a paragraph or a good part of one
_WHOLE: Final = 0.6  # share of paragraphs that end as sentences do; of wrapped lines few do
_LEAST: Final = 4  # paragraphs
_MOST: Final = 3  # lines of the site in one place
_LONGEST: Final = 40  # characters of such a line
_SHORTEST: Final = 6  # characters of all of them: a heading may be a word of sites
_OF_SITE: Final = 0.2  # share of words of sites in each
_MOSTLY: Final = 0.5  # ... in a line in letters
_RULED: Final = lazily(r"[-—=*_·]{3,}[^-—=*_·]{2,8}[-—=*_·]{3,}")  # ————推广————
_ITEM: Final = lazily(r"[^\w“‘「『(（《]|\d|[(（]?[一二三四五六七八九十]+[、.．)）]")  # its like end without a stop
_MARK: Final = lazily("[，。；：、,;]")  # in what breaks off, before a character or mark at the end
_GOES_ON: Final = lazily(r"[\u4e00-\u9fff]+[^\s、.．:：]{2}")
_BREAKS_OFF_IN_LETTERS: Final = lazily(r".{30,}[a-z]")
_GOES_ON_IN_LETTERS: Final = lazily(r"[a-z]+(?:\s[a-z]+|[,;:]\s)")
_LONGEST_IN_LETTERS: Final = 70  # characters
_COUNTED: Final = lazily(  # what a site has on each article of a law: 法宝联想：地方法规 2 篇 法学期刊 1 篇
    r"([\u4e00-\u9fff]{2,8})\s?[:：]\s?(?:[^\W\d_]{2,10}\s?[(（]?\d{1,5}\s?[篇条條][)）]?[\s，,]*)+"
)
_OFTEN: Final = 3
_LOCKED: Final = lazily(  # what a site has under each question: 登录后可查看答案与解析
    r"[请請]?(?:先|立即)?(?:登[录錄陆]|注[册冊]|[开開成][通为為].{0,4}[会會][员員]|[会會][员員]|VIP|[订訂][阅閱]|解[锁鎖]|付[费費]|[购購][买買])"
    r"(?:/?(?:登[录錄陆]|注[册冊]|[会會][员員]))?[后後]?(?:即?可以?|才能|[来來])?(?:查看|[阅閱][读讀]|看)"
    r"(?:本[题題]|全部|完整|更多|[试試][题題]|[该該][题題])?的?(?:答案|解析|全文|全部)(?:[与與和及]?(?:答案|解析|[详詳]解))?"
)
_LOCKED_ENDS: Final = frozenset("案析文部解")  # few lines end so
_ENDS: Final = "。！？；：!?;:…”’」』）)》"


def find_interruptions(lines: Sequence[Line], found: Findings, body: range) -> list[int]:
    """Return the places of lines that say how much is hidden there, and of short ones between halves of a paragraph.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        body: the places of the document's own lines.
    """
    texts = [line.text for line in lines]
    places = _in_letters(texts, found, body)
    places += [place for place in body if hides_part(texts[place])]
    counted = {place: told[1] for place in body if (told := _COUNTED.fullmatch(texts[place]))}
    if len(counted) > 1 and len({*counted.values()}) == 1:
        places += counted
    own = [texts[place] for place in body]
    locks = Counter([text for text in own if text[-1:] in _LOCKED_ENDS and _LOCKED.fullmatch(text)])
    places += [place for place in body if locks[texts[place]] >= _OFTEN]
    long = [texts[place] for place in body if place not in found and len(texts[place]) >= _PARAGRAPH]
    if len(long) < _LEAST or sum(text[-1] in _ENDS for text in long) < _WHOLE * len(long):
        return places
    for place in body:
        text = texts[place]
        if len(text) >= _PARAGRAPH and _breaks_off(text) and not _ITEM.match(text):
            places += _between(texts, found, range(place + 1, min(place + 2 + _MOST, body.stop)))
    return places


def _breaks_off(text: str) -> bool:
    last = text[-1]
    return ("\u4e00" <= last <= "\u9fff" or last in "，、") and _MARK.search(text, 0, len(text) - 1) is not None


def _in_letters(texts: Sequence[str], found: Findings, body: range) -> list[int]:
    """Return the places of calls to readers, in words parted by spaces, behind which a sentence goes on."""
    places: list[int] = []
    passed = body.start  # none stands above the first line
    for place in body:
        if place <= passed or not texts[place][:1].isupper() or not texts[place - 1][-1:].islower():
            continue
        end = next((at for at in range(place + 1, min(place + 1 + _MOST, body.stop)) if texts[at][0].islower()), None)
        if end is None or not _GOES_ON_IN_LETTERS.match(texts[end]):
            continue
        if _BREAKS_OFF_IN_LETTERS.fullmatch(texts[place - 1]) and all(
            _is_call(texts[at], at, found) for at in range(place, end)
        ):
            places += range(place, end)
            passed = end
    return places


def _is_call(text: str, place: int, found: Findings) -> bool:
    """Tell whether a line is short and calls readers, speaks of the site, or is known as the site's."""
    if len(text) > _LONGEST_IN_LETTERS or not text.isascii() or (place in found and found[place].rule.marker):
        return False
    known = place in found and not found[place].rule.ambiguous
    return known or calls_readers(text) or speaks_to_readers(text) or site_share(text) >= _MOSTLY


def advertised(lines: Sequence[Line], found: Findings, body: range) -> list[int]:
    """Return the places of advertisements between the document's lines: from the word that says so to the button.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        body: the places of the document's own lines.
    """
    places: list[int] = []
    for place in body:
        if place not in found or found[place].rule.name != _AD:
            continue
        for at in range(place + 1, min(place + 2 + _MOST, body.stop)):
            if at in found and found[at].rule.name in _BUTTONS:
                places += range(place, at + 1)
                break
            if len(lines[at].text) > _LONGEST or at in found:
                break
    return places


def _between(texts: Sequence[str], found: Findings, below: range) -> list[int]:
    """Return the places of the site's lines among those below a line that breaks off; none where it does not go on."""
    end = next((at for at in below if len(texts[at]) > _LONGEST or texts[at][-1] in "。！？"), None)
    if end is None or end == below.start or texts[end - 1][-1] in ":：" or not _GOES_ON.match(texts[end]):
        return []
    own = range(below.start, end)
    if any(at in found and found[at].rule.marker for at in own):
        return []  # between two pages stands what the next one begins with
    told = all((at in found and not found[at].rule.ambiguous) or _is_of_site(texts[at]) for at in own)
    return list(own) if told and sum([len(texts[at]) for at in own]) >= _SHORTEST else []


def _is_of_site(text: str) -> bool:
    return site_share(text) >= _OF_SITE or _RULED.fullmatch(text) is not None
