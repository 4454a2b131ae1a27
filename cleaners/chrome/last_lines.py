"""Last lines of a document that look like the site's: the end of a wrapped sentence, one more of its own labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cleaners.chrome.closing_block import closing_block
from cleaners.chrome.line_weights import has_file_label
from cleaners.chrome.site_notices import CONTACT, gives_notice
from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.facts.surnames import SURNAMES
from cleaners.lazily import lazily
from cleaners.reflow.numbering import numbering_levels
from cleaners.rules.preview_words import says_whole
from cleaners.rules.strangers import width
from cleaners.rules.vocabulary import begins_with_site_word, site_share

_LABELLED: Final = lazily(r"([^\s:：]{2,8})\s?[:：]\s?\S|(【[^【】]{1,6}】)\s?\S")
_ENDED: Final = lazily(r"[。！？!?…：:；;.][\"'”’」』)）】》\]]*$")
_BRACKETS: Final = ("（）", "()", "“”", "《》", "【】", "「」")
_COUNT: Final = lazily(r"\d{1,6}|[A-Za-z×✕]|[(（]\d{1,6}[)）]")
_CREDIT: Final = lazily(
    r"[^\W\d_]{0,8}(?:记者|記者|通讯员|通訊員)?[\s:：]{0,2}[^\W\d_]{2,4}\s?(?:摄|攝|摄影|攝影|供图|供圖)[。）)]?"
)
_SIGN_OFF: Final = lazily(
    r"(?!.*(?:本站|站[长長]|[网網]|小[编編])).{0,24}(?:[谨謹敬][启啟上呈]|[谨謹][识識]|[顿頓]首|敬[礼禮]|此致"
    r"|[谨謹敬拜][撰序誌志識识記记書书題题](?:[於于].{2,10})?)[。！!]?"
    r"|.{0,8}[歲岁]次[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥].{0,8}"
    r"|(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|(?:19|20)\d\d|[一二][〇○零九]..)年"
    r"(?:[\d一二三四五六七八九十〇元正冬腊臘闰閏\s]{1,4}[月日号號]|[初十廿三][一二三四五六七八九十]|[上中下]旬|[岁歲]末|[初底]"
    r"|[初仲暮孟季早晚深盛]?[春夏秋冬]|[夏冬]至|中秋|端午|重[阳陽]|除夕|清明|元宵){0,3}[，,\s]?"
    r"(?:(?:[初改修校][定订訂稿]|[写寫草完脱][稿成就])(?:[于於].{1,10})?|[写寫草完脱][于於].{0,10})"
    r"|(?:19|20)\d\d年\d{1,2}月\d{1,2}日印[发發]"
)
_WRITERS: Final = lazily(r"[(（](?:[\u4e00-\u9fff]{2,3}[\s、，])*[\u4e00-\u9fff]{2,3}[)）]")  # (罗永成 蒲小兰)
_REMARK: Final = lazily(r"[(（][\u4e00-\u9fff][^()（）:：\d]{4,38}[\u4e00-\u9fff]。?[)）]")
_NOTED: Final = lazily(  # how a text came about
    r"录音|錄音|[采採][访訪]|整理|[审審][阅閱定校]|[记記][录錄者]|[翻校][译譯对對]|作者|本人|[笔筆][录錄者]|口述"
)
_NAME: Final = lazily(r"[\u4e00-\u9fff]{2,3}")
_SIGNED: Final = lazily(r"[^\W\d_]{2,8}(?:[(（][^()（）]{1,6}[)）])?\s?[:：][\s_]*")  # 甲方（盖章）：
_NEAR: Final = 80  # lines above in which the document's labels and its width show
_SLACK: Final = 3  # columns by which a full line is shorter than the longest
_FULL: Final = 0.3  # share of full lines in a text that is wrapped
_LEAST: Final = 6  # lines
_WORD_END: Final = 5  # characters of a sentence's last word, whatever sites use it for
_TIMES: Final = 2
_WRAPPED: Final = 40  # characters of a line in letters that is broken off by the wrap
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzàâãáäéèêëíïóôõöúùûüçñßабвгдежзиклмнопрстуфхчшщыьэюя,-")
_FLOWS: Final = lazily(r"[a-z\u00df-\u00ff\u0430-\u044f].{8,}[.!?][\"”’)]?$")  # goes on in small letters, and ends
_CLAUSES: Final = ("chapter", "han")  # of numberings: sites number their notices with digits
_SIGNING: Final = frozenset(("author", "published"))


def own_end(lines: Sequence[Line], found: Findings, rules: Mapping[int, str], body: range) -> int:
    """Return the place behind the document's last line.

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        body: the lines that are surely the document's; those behind them could be the site's.
    """
    stop = body.stop
    while 0 < stop < len(lines) and stop not in rules:
        near = range(max(body.start, stop - _NEAR), stop)
        enough = len(body) >= _LEAST
        goes_on = enough and (_is_labelled_alike(lines, found, near) or _goes_on(lines, found, near))
        goes_on = goes_on or _counts_on(lines, found, near)
        if says_whole(lines[stop].text) or not (goes_on or _is_signed(lines, stop)):
            break
        stop += 1
    if len(body) >= _LEAST and not lines[stop - 1].tag:
        stop = closing_block(lines, found, rules, stop)
    return _before_count(lines, body.start, stop)


def _is_signed(lines: Sequence[Line], stop: int) -> bool:
    """Tell whether the line behind the text says who took its pictures, or is one more empty field to sign."""
    text, above = lines[stop].text, lines[stop - 1].text
    if _CREDIT.fullmatch(text) or signs_off(text) or _names_writers(text) or _remarks(text):
        return True
    return (_SIGNED.fullmatch(text) and _SIGNED.fullmatch(above)) is not None


def signs_off(text: str) -> bool:
    """Tell whether a line is a writer's last one, with a wish or when and where he wrote: ``戊戌年三月改定于…``."""
    return _SIGN_OFF.fullmatch(text) is not None


def _names_writers(text: str) -> bool:
    """Tell whether a line is names of people in brackets, as at the end of an entry in a yearbook."""
    names = _NAME.findall(text) if _WRITERS.fullmatch(text) else []
    return any(name[0] in SURNAMES for name in names) and not any(map(begins_with_site_word, names))


def _remarks(text: str) -> bool:
    """Tell whether a line says in brackets how a text came about, as the last one of it, and no word of sites."""
    return _REMARK.fullmatch(text) is not None and _NOTED.search(text) is not None and site_share(text) == 0


def _before_count(lines: Sequence[Line], start: int, stop: int) -> int:
    """Return where the document ends above a bare number or letter between its last sentence and the site's lines."""
    last = stop - 1
    is_count = start < last < len(lines) - 1 and _COUNT.fullmatch(lines[last].text)
    if not is_count or not _ENDED.search(lines[last - 1].text):
        return stop
    number = lines[last].text
    before = str(int(number) - 1) if number.isdecimal() else ""
    return stop if any(line.text == before for line in lines[start:last]) else last  # the document's pages are numbered


def forget_lone_end(lines: Sequence[Line], found: Findings) -> None:
    """Take whom to call, in the last line, out of the findings (in place) where no line of a site stands above it.

    Likewise who signed and when, and a heading such as 摘要 at the very beginning, where nothing else is a site's.
    """
    last = len(lines) - 1
    is_lone = last in found and last - 1 not in found and found[last].rule.strength == "weak"
    if is_lone and CONTACT.match(lines[last].text) and not lines[last].links:
        del found[last]
    if len(found) == 1 and not lines[0].tag:
        ((place, finding),) = found.items()
        signed = bool(finding.facts) and _SIGNING.issuperset(finding.facts)
        if (place == last and signed) or (place == 0 and finding.rule.own_with):
            del found[place]


def _is_labelled_alike(lines: Sequence[Line], found: Findings, near: range) -> bool:
    """Tell whether the line behind ``near`` has a label that lines of the document have."""
    text = lines[near.stop].text
    label = _LABELLED.match(text)
    if label is None or has_file_label(text) or (near.stop in found and found[near.stop].rule.strength == "certain"):
        return False
    start = label[1] or label[2]
    alike = [at for at in near if lines[at].text.startswith(start) and _LABELLED.match(lines[at].text)]
    return len(alike) >= _TIMES


def _goes_on(lines: Sequence[Line], found: Findings, near: range) -> bool:
    """Tell whether the line behind ``near`` ends the sentence that the line before it breaks off at the wrap."""
    before, after = lines[near.stop - 1], lines[near.stop]
    if before.tag or near.stop in found or near.stop - 1 in found or _ENDED.search(before.text):
        return False
    if len(before.text) >= _WRAPPED and before.text[-1] in _LETTERS and _FLOWS.match(after.text):
        return True
    widths = [width(lines[at].text) for at in near]
    full = sorted(widths)[int(0.9 * len(widths))] - _SLACK
    if widths[-1] < full or width(after.text) > full + 2 * _SLACK:
        return False
    wide = [at for at, columns in zip(near, widths, strict=True) if columns >= full]
    if len(wide) < _FULL * len(widths) or all(_ENDED.search(lines[at].text) for at in wide[:-1]):
        return False  # paragraphs a line each, the last of which a preview cut
    ended = len(after.text) <= _WORD_END and _ENDED.search(after.text) is not None
    return ended or _closes(before.text, after.text) or not begins_with_site_word(after.text)


def _counts_on(lines: Sequence[Line], found: Findings, near: range) -> bool:
    """Tell whether the line behind ``near`` has the next number of clauses or parts above it: ``第九条``, ``四、``."""
    (number,) = numbering_levels([lines[near.stop].text])
    if number is None or near.stop in found or not number.level.startswith(_CLAUSES):
        return False
    if not number.level.startswith(_CLAUSES[0]) and gives_notice(lines[near.stop].text):
        return False  # a notice that the site numbers on
    return number._replace(value=number.value - 1) in numbering_levels([lines[at].text for at in near])


def _closes(before: str, after: str) -> bool:
    """Tell whether a line closes a bracket that the line before it opens."""
    return any(
        before.count(opening) > before.count(closing) and after.count(closing) > after.count(opening)
        for opening, closing in _BRACKETS
    )
