"""Facts in the lines around the document: what stands there is the site's, so that words no rule knows do no harm.

Which of them are this document's is for ``trust`` to see; numbers that no word explains are left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import Final

from cleaners.document import Line
from cleaners.facts.access_at_top import access_at_top
from cleaners.facts.author_labels import is_author_label
from cleaners.facts.badge_signs import with_badges
from cleaners.facts.badges import LABELLED, Entry, all_badges, some_badges
from cleaners.facts.breadcrumb import CRUMBS, HOMES, STEP, is_path, may_be_paths
from cleaners.facts.fields import with_colons
from cleaners.facts.finder import Finder, Said
from cleaners.facts.finding import BREADCRUMB, Finding, is_title
from cleaners.facts.head_paths import paths_over_lines
from cleaners.facts.label_columns import facts_by_column, facts_in_cells, is_head
from cleaners.facts.labels import TYPED, bare_label, fits, label_ends
from cleaners.facts.named_member import DECORATION, name_above
from cleaners.facts.names import FULL_NAME, HELD
from cleaners.facts.run_on import read_labels, run_together
from cleaners.facts.stamps import stated_in
from cleaners.facts.tag_lines import TAGS
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.matcher import Matcher
from cleaners.rules.rulebook import Rule
from cleaners.rules.vocabulary import site_share

_LONGEST: Final = 160
_TOP: Final = 40  # lines of a page in which a path stands
_LABEL: Final = 8
_OF_SITE: Final = 0.5  # share of words of sites in controls
_STEPS_BEHIND: Final = r"(?: / [^\W\d_]{2,8}(?=\s|$))+"
_BELOW: Final = 8  # lines, empty ones among them, within which a label has its value
_LONG_LABEL: Final = 14  # of one in Latin letters, with its value in the next element
_LABELLED: Final = lazily("[:\uff1a]")
_LINKED: Final = 0.9
_PLAIN: Final = frozenset(("name", "type"))  # kinds of values that do not tell by themselves that they are facts
_SIGN: Final = lazily("[0-9:\uff1aVv免付\t>›»＞→]")  # without any of them a longer line states nothing
_SPACED_STEP: Final = lazily(r"\s[/》]\s")
_STEP_SIGNS: Final = lazily(" [-·] ")
_SENTENCE: Final = lazily("[。！？；]")
_ASIDE: Final = lazily(r"(?i)\w{3}\s?[(（]\d{1,4}\s?(?:pages?|pp?|slides|[页頁张張])[)）]$")
_PAGER: Final = lazily("[上下][一1]?[页頁]|[尾末][页頁]|(?i:next|prev)")
_DOER: Final = lazily(r"(?:^|\s)(?P<label>[^\W\d_]{2,5})[:：]\s?(?P<name>[^\W\d_][\w·.*-]{1,11})(?=\s|$)")
_BEFORE_LABEL: Final = lazily(r"\s*\uff1b\s*(?=[^\W\d_]{2,6}[:：])")
_NEXT: Final = lazily(r"\s(?:[单單]位|机构|機構|[学學]校|部[门門]|年[级級]|[专專][业業]|班[级級]|[来來]源)\s")
_GLOSS: Final = lazily(r"(?<=[传布享供献][人者])[(（](?:卖家|[会用店][员户铺]|个人|企业|老师|作者)[)）](?=\s?：)")
_WORDS: Final = lazily(r"[^\s·•|｜]+")
_MENU: Final = frozenset(("登录", "注册", "登錄", "註冊"))
_SHORT_LINE: Final = 40  # characters
_DIGIT: Final = lazily(r"\d")
_FIRST_OF: Final = ("1 of ", "1 / ")  # where a reader is whose viewer has its controls in the same line


def find_around(
    lines: Sequence[Line], title: str | None, own: Matcher[Rule] | None = None, raw_title: str | None = None
) -> list[Finding]:
    """Return what lines outside of a document state, in page order; several findings a line.

    Args:
        lines: the lines, their inline pieces parted by spaces.
        title: the page's title.
        own: the site profile's own phrases.
        raw_title: the title with what the site put behind it, its name.
    """
    if not lines:
        return []
    finder = Finder(title, own)
    site = key_of(raw_title or "").replace(key_of(title or ""), "")
    found: list[Finding] = []
    texts = [line.text for line in lines]
    for place, text in enumerate(texts):
        text = texts[place] = with_colons(text)
        if text[0] in DECORATION:
            texts[place] = text.strip(DECORATION) or text
        if "\uff1b" in text and len(text) <= _LONGEST:
            texts[place] = _BEFORE_LABEL.sub(" ", texts[place])  # 上传会员：T；浏览次数：3
        if "：" in text and len(text) <= _SHORT_LINE:
            texts[place] = _GLOSS.sub("", texts[place])
    known = finder.phrases(texts, finder.keys(texts))
    signs, steps = with_badges(texts), may_be_paths(texts)
    ends = label_ends()
    stacked = {over.start: (over.stop, path) for over, path in paths_over_lines(texts[:_TOP])}
    head = ""  # the row of labels above
    labelled: dict[int, Set[str]] = {}  # what the label above a line names
    for place, (text, line) in enumerate(zip(texts, lines, strict=True)):
        if place in stacked:
            found.append(Finding(BREADCRUMB, {"category": stacked[place][1]}, line))
        if any(start <= place < stop for start, (stop, _) in stacked.items()):
            continue
        leads = (
            line.links > _LINKED
            and (place not in signs or _is_menu(text))
            and place not in steps
            and not line.level
            and not line.mark
        )
        if leads and (place not in known or not is_title(known[place][0])):
            continue  # most lines around a document lead elsewhere and state nothing
        if line.tag == "blockquote" and place in known:
            continue  # who wrote what a post quotes
        if line.tag != "dt" and line.mark != CRUMBS and (said := known.get(place)):
            if said[0].ambiguous and place and lines[place - 1].tag == "dt" and not bare_label(texts[place - 1]):
                continue  # 申请日, below it a day
            below_name = said[0].named or (not line.tag and _is_second_below(texts, place, said[0], title))
            if below_name and (name := name_above(lines, place, found)):
                found.append(name)
            stated: Sequence[Said] = [said]
            if place in labelled and said[1] and labelled[place].isdisjoint(said[1]):
                continue  # Views, below it 1.1K
        elif len(text) > _LONGEST:
            continue
        else:
            told = place in signs or place in steps or line.mark or text.startswith(_FIRST_OF)
            above, head = head, ""
            if "\t" in text and is_head(text):
                head = text
                continue
            if above and (by_column := facts_by_column(above, text)):
                found.append(Finding(LABELLED, by_column, line))
                continue
            if "\u5458" in text or "\u54e1" in text:  # 会员
                found += [Finding(rule, facts, line) for rule, facts in _access_in(text)]
            if not (told or text[-1] in ends or " " in text[:_LABEL] or "\t" in text):
                continue
            is_label = len(text) <= _LONG_LABEL and text[-1] in ends
            stated = _below_label(lines, place, text, found, title) if is_label else ()
            labelled = {place + 1: stated[0][1].keys()} if stated else labelled
            stated = stated or _in_line(text, line, site, has_sign=place in signs, has_step=place in steps)
        if len(stated) > 1 and not any("author" in facts for _, facts in stated) and (doer := _doer_in(text)):
            stated = [*stated, (LABELLED, {"author": doer})]
        if stated:
            shown = line if text == line.text else line._replace(text=text)
            found += [Finding(rule, facts, shown) for rule, facts in stated]
    return found


def _is_second_below(texts: Sequence[str], place: int, rule: Rule, title: str | None) -> bool:
    """Tell whether a line says when the document was put up, one line below the title: its member stands between."""
    dated = rule.name == "badge-date-said" and not texts[place][0].isdigit()
    return bool(dated and title and place > 1 and texts[place - 2].startswith(title))


def _below_label(
    lines: Sequence[Line], place: int, text: str, before: Sequence[Finding], title: str | None
) -> Sequence[Said]:
    """Return what the element behind a label states.

    A value of any words counts where a colon, the element or a further label and value show that the one is a label.
    """
    label = bare_label(text) if place + 1 < len(lines) else None
    if label is None or label.fact == "none":
        return ()
    value = lines[place + 1].text.strip()
    sure = (
        label.kind in TYPED
        or text[-1] in ":\uff1a"
        or (text.isascii() and " " in text)
        or lines[place].tag == "dt"
        or (place + 2 < len(lines) and bare_label(lines[place + 2].text))
        or (place > 1 and _is_labelled(before, lines[place - 2].number))
    )
    if lines[place + 1].number > lines[place].number + _BELOW:
        return ()  # the document stands between
    if value == title and label.fact != "author":
        return ()  # 分类：, and below it what begins the text
    if label.kind == "list" and value.isascii() and site_share(value) == 1:
        return ()  # Topics, below it Sign in
    if label.kind in ("list", "path") and some_badges(value):
        return ()  # 分类：, below it 阅读(1375) | 评论(0)
    if sure and value and len(value) <= _LONGEST and fits(label, value) and not bare_label(value):
        return [(LABELLED, {label.fact: value})]
    return ()


def _is_labelled(before: Sequence[Finding], number: int) -> bool:
    """Tell whether the label right before, in a line with this number, states something, as its value below it may."""
    return any(one.rule is LABELLED and one.line.number == number for one in before[-2:])


def _in_line(text: str, line: Line, site: str, *, has_sign: bool, has_step: bool) -> Sequence[Said]:
    """Return what a line states that is no phrase."""
    if line.mark == CRUMBS:
        return [(BREADCRUMB, {"category": text})]
    if line.mark == TAGS:
        return [(LABELLED, {"tags": text})]
    if named := _named(text):
        return [(LABELLED, named)]
    if text.startswith(_FIRST_OF) and not _PAGER.search(text):
        shown = stated_in(all_badges(text))
        return [(LABELLED, shown)] if shown else []
    if not (has_sign or "\t" in text) or _SENTENCE.search(text):
        signed = (has_step and (len(text) <= _LABEL or _SIGN.search(text) or _SPACED_STEP.search(text))) or bool(
            _STEP_SIGNS.search(text[:_LABEL])
        )
        is_way = signed and is_path(text, around=True, site=site)
        return [(BREADCRUMB, {"category": text})] if is_way else []
    row = read_labels(text) or run_together(text)
    if has_step and is_path(text) and not (row and row.typed) and not _LABELLED.search(STEP.split(text)[-1]):
        return [(BREADCRUMB, {"category": text})]
    if row:
        return [(LABELLED, row.facts)]
    if line.links > _LINKED and _ASIDE.search(text):
        return []  # Quick start manual (4 pages)
    stated = [_with_steps(one, text) for one in some_badges(text)] if " / " in text else some_badges(text)
    if "\t" in text and (cells := facts_in_cells(text)):
        return [(LABELLED, cells), *stated]
    if stated and _PAGER.search(text):
        return [one for one in stated if "page_count" not in one.facts]  # the site's pages
    return stated


def _with_steps(entry: Entry, text: str) -> Entry:
    """Return what a line says of a category with all of its words, between which strokes stand: ``合同 / 土地``."""
    word = entry.facts.get("category")
    found = re.search(rf"(?<!\S){re.escape(word)}({_STEPS_BEHIND})", text) if word else None
    if found is None or site_share(found[1]) >= _OF_SITE:
        return entry
    return entry._replace(facts={**entry.facts, "category": found[0]})


def _doer_in(text: str) -> str | None:
    """Return who put a document up by a label in a row of facts that says so in words of its own: ``递表人：小米``."""
    found = (doer for doer in _DOER.finditer(text) if doer["label"] == "原创" or is_author_label(doer["label"]))
    return next((doer["name"] for doer in found), None)


def _access_in(text: str) -> Iterator[Said]:
    """Yield what words of a short line say of who may read: ``初二 · 物理 会员专享``."""
    words = _WORDS.findall(text) if len(text) <= _SHORT_LINE else ()
    if _is_menu(text):
        return
    for word in words if len(words) > 1 else ():
        if ("员" in word or "員" in word) and (said := access_at_top(word)):
            yield said


def _is_menu(text: str) -> bool:
    """Tell whether a line is items of a site's menu: 首页 or 登录 are among its words."""
    words = _WORDS.findall(text[:_LONGEST])
    return len(words) > 1 and any(word in _MENU or key_of(word) in HOMES for word in words)


def _named(text: str) -> dict[str, str] | None:
    """Read a label with its value behind a space: ``上传者 青山老师``, ``格式 docx``."""
    if text.find(" ", 1, _LABEL) < 0:
        return None
    first, _, value = text.partition(" ")
    label = bare_label(first) if value else None
    if label is None or label.kind not in _PLAIN | TYPED or first[-1] in ":\uff1a" or not fits(label, value):
        return None
    value = value.replace(HELD, " ")
    if label.fact == "author" and (behind := _NEXT.search(value)):
        value = value[: behind.start()]
    if label.kind == "name" and first.isascii() and not FULL_NAME.fullmatch(value):
        return None  # Author image
    return None if " " in value and _DIGIT.search(value) else {label.fact: value}
