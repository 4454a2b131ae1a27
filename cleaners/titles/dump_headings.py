"""Titles of text dumps told by their form: Markdown's heading, one over two lines, one above a post's stamp."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.chrome.answerers import ANSWERED, ASKED
from cleaners.chrome.post_blocks import number_of_aged
from cleaners.chrome.telling import is_post_stamp, is_row
from cleaners.document import Line
from cleaners.facts.bylines import POET, is_reporters, named_twice
from cleaners.facts.finding import Findings
from cleaners.facts.title_parts import is_second
from cleaners.lazily import lazily
from cleaners.reflow.starts import LEANING_WORDS
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import ends_with_work, names_work
from cleaners.rules.strangers import width
from cleaners.rules.vocabulary import site_share
from cleaners.titles.centred_halves import are_centred_halves
from cleaners.titles.site_lines import SITES
from cleaners.titles.title_lines import may_be_title

_ENDED: Final = lazily(r"[。；;，,：:！!]$")
_CENTRED: Final = 1.5  # times as long as its first half is the second of a title that is centred
_TOPIC: Final = lazily("[关關][于於]")
_TIMES: Final = 4
_OFFICE: Final = lazily(
    r"[^\W\d_]{2,20}(?:[局厅廳部委处處]|政府|公司|[协協][会會]|[学學]会|[学學]校|[中小]学|大[学學]|[学學]院|中心|[医醫]院|集[团團]|社|[办辦]公室)"
)
_WHO_ABOUT: Final = lazily(r"[^\W\d_]{4,24}[关關][于於]")
_ABOUT: Final = lazily(r"[^。，；：:]{6,50}$")
_OF_WHOM: Final = lazily(r"[关關][于於].{4}|第?[一二三四五六七八九十\d]{1,3}[届屆]|(?:19|20)\d\d年")
_YEAR: Final = lazily(
    r"(?:19|20)\d\d\s?(?:[-—–~至]{1,2}\s?(?:19|20)?\d\d\s?)?[学學]年[^。，；]{0,24}|(?:19|20)\d\d年[^。，；]{2,20}(?:考[试試]|[检檢][测測]|[联聯]考)"
)
_OF_YEAR: Final = lazily(r"[^。，；：:]{2,16}(?:[试試][题題卷]|卷|考[试試])$")
_HALVES: Final = ((_OFFICE, _OF_WHOM), (_YEAR, _OF_YEAR), (_WHO_ABOUT, _ABOUT))
_MARKED: Final = lazily(r"【(?:原创?|轉|转载?)】\s?([^【】：:。]{4,60})")
_DAY: Final = lazily(r"(?:19|20)\d\d[-/.年]\d{1,2}")
_READ: Final = 80  # lines of menus and a title
_NAMED: Final = lazily(r"(?:文章|论文|論文)?(?:标题|標題|题名|題名|题目|題目)\s+([^\s:：。，]{6,60})")
_THREAD: Final = lazily(r"本[页頁帖贴]主?[题題]\s?[:：]\s?(\S.{3,60}?)(?:\s{2,}.*)?")
_DATELINE: Final = lazily(
    r"[^\s，。]{2,20}\d{1,2}日[电電]\s?(?:[(（][^()（）]{1,20}[)）])?\s?[题題][:：]\s?([^。]{4,60})"
)
_NAMES: Final = lazily(
    r"(?:[文资資][档檔件料源章]|[课課]件|作品)?(?:名[称稱]|[标標][题題]|[题題][名目])\s?[:：]?\s?(\S.*)"
)
_NAME_OVER: Final = lazily(r"\S{0,6}名[称稱]\s?[:：]")  # over the first line, which it names again
_LABEL: Final = 10  # characters
_LONGEST_HEADING: Final = 60  # characters
_BRIEF: Final = 12  # characters of a line above
_LEAST_TOPIC: Final = 4  # characters of what a title is about, before a colon
_FIELD_OF_RELEASE: Final = lazily(
    "[电電][话話]|[联聯][络絡系繫]|[发發][放布]|[时時][间間]|地[点點址]|[传傳]真|查[询詢]|日期|一[览覽]$"
)
_UNDERLINE: Final = lazily(r"([*＊])\1{7,}")
_HEAD: Final = 40  # lines
_ABOVE_POST: Final = 2  # lines
_STAMPED: Final = 12  # lines in which a post is stamped
_OVER: Final = 4  # lines
_REACH: Final = 40  # lines below a title in which it stands again ...
_NEAR, _BESIDE = 8, 3  # ... and below one in a list; lines of that
_LONGEST: Final = 1000  # characters of a line that are compared
_LEAST: Final = 10  # characters of a title that stands again over two lines
_NUMBER: Final = 4  # ... and of the number before it
_BY: Final = lazily(r"(?:[A-Z][\w.'’-]+ ?){2,3}$|(?:for|to|with|from) (?:my|our|[A-Z])")  # a name, a dedication
_ASKS: Final = lazily(r"(?:What|Where|Who|How|Why|When|Things)\b")
_LEANS: Final = tuple("及与與和暨的之於于")
_JOINS: Final = tuple("及与與和暨的")
_WIDE: Final = "\u2e80"  # the first character of scripts without spaces
_FULL: Final = 24  # columns of a heading's first line
_SHORTEST: Final = 4  # characters of a title above a stamp
_SUFFIX: Final = lazily(r"[-_–—]\D{2,12}$")  # the site's name
_MARKS_WITHIN: Final = lazily(
    r"\d:\d\d|\d-\d\d?-\d|[。，,;；、!！?？|｜\t]|[:：]$|^[(（]?[\d一二三四五六七八九十]+[、.．)）]|^第"
)
_MARKS: Final = lazily(r"[。，,;；:：、!！?？|｜\t]|^[(（]?[\d一二三四五六七八九十]+[、.．)）]|^第")


def marked_heading(lines: Sequence[Line]) -> str | None:
    """Return Markdown's one heading of the first level, where lower ones stand beside it."""
    texts = [line.text for line in lines[:_HEAD] if line.text[0] == "#"]
    first = [text for text in texts if text.startswith("# ")]
    return first[0][2:].strip() if len(first) == 1 and any(text.startswith("##") for text in texts) else None


def underlined_heading(lines: Sequence[Line]) -> str | None:
    """Return the one line at the top that stands over a row of asterisks, as in press releases, below a few words."""
    under = [place for place in range(1, min(_HEAD, len(lines))) if _UNDERLINE.fullmatch(lines[place].text)]
    if len(under) != 1 or any(len(line.text) > _BRIEF for line in lines[: under[0] - 1]):
        return None
    text = lines[under[0] - 1].text
    topic, _, said = text.partition("：")  # 立法會八題：T
    if len(said) > len(topic) >= _LEAST_TOPIC and not _FIELD_OF_RELEASE.search(topic):
        return text if not any(_MARKS.search(part) for part in (topic, said)) else None
    return text if _LEAST <= len(text) <= _LONGEST_HEADING and not (_MARKS.search(text) or " " in text) else None


def named_title(lines: Sequence[Line]) -> str | None:
    """Return what stands behind a label and a space, ``标题 T``, or behind one and in a line of its own: ``名称 T``.

    Also what a site of members says that its author wrote, or took over: ``【原】T``.
    """
    marked = [(at, found[1]) for at, line in enumerate(lines[:_READ]) if (found := _MARKED.fullmatch(line.text))]
    if len(marked) == 1 and any(map(_DAY.search, [line.text for line in lines[marked[0][0] + 1 :][:_OVER]])):
        return marked[0][1]
    keys = [key_of(line.text) for line in lines[:_STAMPED]]
    asked = [place for place, line in enumerate(lines) if len(line.text) <= _LABEL and key_of(line.text) in ASKED]
    if len(asked) == 1 and asked[0] + 2 < len(keys) and keys[asked[0] + 2] in ANSWERED:
        return lines[asked[0] + 1].text
    texts = [line.text for line in lines[:_STAMPED]]
    again = (named[1] for text in texts if len(text) <= _LONGEST and (named := _NAMES.fullmatch(text)))
    if title := next((title for title in again if title in texts), None):
        return title
    if any(below == texts[0] and _NAME_OVER.fullmatch(text) for text, below in pairwise(texts)):
        return texts[0]
    told = (_NAMED.fullmatch(text) or _THREAD.fullmatch(text) or _DATELINE.fullmatch(text) for text in texts)
    return next((found[1] for found in told if found), None)


def whole_heading(lines: Sequence[Line], known: Findings, place: int) -> str:
    """Return the heading that begins at a place, with its second half where the line below it is that.

    A heading goes on where it does not say what the document is and does with the line below: ``…关于印发`` /
    ``管理办法的通知``; wherever it stands again, the same line follows.
    """
    if place and is_second(lines[place].text) and place - 1 not in known:
        place -= 1
    if set_in := set_in_lines(lines, known, place):
        return set_in
    first = lines[place].text
    if place + 1 < len(lines) and is_second(lines[place + 1].text) and not _ENDED.search(first):
        return first + lines[place + 1].text if len(first) < len(lines[place + 1].text) * _TIMES else first
    if place + 1 == len(lines) or place + 1 in known or lines[place + 1].number != lines[place].number + 1:
        return first
    second = lines[place + 1].text
    if _goes_on(first, second) or are_centred_halves(lines, place):
        return f"{first} {second}" if first[-1] < _WIDE and second[0] < _WIDE else first + second
    most = len(first) * (_CENTRED if _TOPIC.search(first) else 1)
    parts_fit = width(first) >= _FULL and len(second) <= most and len(first) + len(second) <= _FULL * 5
    if not parts_fit or _MARKS_WITHIN.search(first) or _MARKS.search(second) or names_work(key_of(first)):
        return first
    if second in first or _SUFFIX.search(first):
        return first
    again = [at for at, line in enumerate(lines[:_HEAD]) if line.text == first and at + 1 < len(lines)]
    whole = first + second
    return whole if names_work(key_of(whole)) and all(lines[at + 1].text == second for at in again) else first


def _goes_on(first: str, second: str) -> bool:
    """Tell whether a heading breaks off before a word that needs another, or its next line begins with one."""
    if first.count("“") > first.count("”") and "”" in second and width(first) >= _FULL:
        return True
    if width(first) < _FULL or len(second) > len(first) or _MARKS_WITHIN.search(first) or _MARKS.search(second):
        return False
    last, word = first.rpartition(" ")[2], second.partition(" ")[0]
    if first.isascii():
        by = _BY.match(second) or _ASKS.match(first)
        return not by and not LEANING_WORDS.isdisjoint({last, word} - {"by"})
    return first.endswith(_LEANS) or (second.startswith(_JOINS) and names_work(key_of(first + second)))


def set_in_lines(lines: Sequence[Line], known: Findings, place: int) -> str | None:
    """Return the title over a bare text that its author set in two lines or three, one of them at a place.

    Whose it is or of which year stands above what it is: ``某局`` / ``关于…的报告``, ``2022学年期末`` / ``语文试题``,
    ``某局关于`` / ``…的意见``.
    """
    if any(finding.facts and not finding.rule.marker for finding in known.values()):
        return None
    for first in range(max(0, place - 1), place + 1):
        texts = [line.text for line in lines[first : first + _OVER - 1]]
        apart = any(line.number != lines[first].number + at for at, line in enumerate(lines[first : place + 2]))
        second = next((below for above, below in _HALVES if above.fullmatch(texts[0])), None)
        if apart or second is None or len(texts) == 1 or not second.match(texts[1]):
            continue
        for count in range(2, len(texts) + 1):
            whole = "".join(texts[:count])
            if ends_with_work(key_of(whole)) and not any(map(_ENDED.search, texts[:count])):
                return whole
    return None


def stands_again_wrapped(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line stands again below over two lines or more, its number left out or not."""
    listed = any(_are_alike(lines[place].text, line.text) for line in lines[place + 1 : place + 1 + _BESIDE])
    reach = _NEAR if listed else _REACH
    key, *below = [key_of(line.text[:_LONGEST]) for line in lines[place : place + 1 + reach]]
    over = (
        below[first:stop]
        for first in range(len(below))
        for stop in range(first + 2, min(len(below), first + _OVER) + 1)
    )
    wrapped = ("".join(parts) for parts in over if all(parts))
    return len(key) >= _LEAST and any(key.endswith(whole) and len(whole) >= len(key) - _NUMBER for whole in wrapped)


def _are_alike(text: str, other: str) -> bool:
    """Tell whether two lines begin and end alike, as the titles in a list of contents do: 关于…的通知."""
    return text != other and (text[:2], text[-2:]) == (other[:2], other[-2:])


def place_above_stamp(lines: Sequence[Line], known: Findings) -> int | None:
    """Return the place of the title above the line that says by whom and to the second when a post was put up."""
    stamps = [place for place in known if place < _STAMPED and is_post_stamp(known[place])]
    if len(stamps) != 1:
        return None
    place = stamps[0] - 1
    while place in known and known[place].rule.strength == "weak":
        place -= 1
    if place < 0 or place in known:
        return None
    text = lines[place].text
    return place if len(text) >= _SHORTEST and not _MARKS.search(text) and site_share(text) < SITES else None


def place_above_posts(lines: Sequence[Line], places: Sequence[int]) -> int | None:
    """Return the place of the title above the first post of a thread, whose line has number, name and age."""
    first = next((at for at, line in enumerate(lines[:_HEAD]) if number_of_aged(line.text) == 1), 0)
    above = [at for at in range(max(0, first - _ABOVE_POST), first) if at in places and may_be_title(lines, at)]
    return max(above, key=lambda at: len(lines[at].text), default=None)


def _names_writer(text: str) -> bool:
    return is_reporters(text) or POET.fullmatch(text) is not None


def place_above_byline(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> int | None:
    """Return the place of the title above the one line that says who reported or wrote: ``□记者 N``, ``〔唐代〕N``.

    A poem can stand in a text, whose own title is above facts.
    """
    told = [place for place, line in enumerate(lines[:_HEAD]) if _names_writer(line.text)]
    told += [place for place, _ in named_twice([line.text for line in lines[:_HEAD]])]
    if len(told) != 1 or told[0] - 1 not in places or not may_be_title(lines, told[0] - 1):
        return None
    rows = (at for at in known if at < told[0] and is_row(known[at]))
    return None if any(at - 1 in places and may_be_title(lines, at - 1) for at in rows) else told[0] - 1
