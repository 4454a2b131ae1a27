"""The title of a page: as the page has it, and alone."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import partial

from cleaners.chrome.member_pictures import topic_around
from cleaners.document import Line
from cleaners.facts.breadcrumb import STEP
from cleaners.facts.findings import find_in_lines
from cleaners.facts.labels import bare_label
from cleaners.lazily import lazily
from cleaners.reflow.starts import LEANING_WORDS
from cleaners.rules.keys import key_of
from cleaners.rules.matcher import Matcher
from cleaners.rules.others import is_planted
from cleaners.rules.presented import reviewed_title
from cleaners.rules.rulebook import Rule
from cleaners.rules.site_words import is_offer, is_site_name
from cleaners.site import site_of
from cleaners.titles.bare_title import SEPARATOR, bare_name, bare_title
from cleaners.titles.dump_title import dump_title
from cleaners.titles.headline import CONTROL, headline
from cleaners.titles.in_capitals import in_own_case
from cleaners.titles.path_title import ends_path
from cleaners.titles.repeated_title import quotes_question
from cleaners.titles.shown_title import shown_title
from cleaners.titles.stated_site import is_stated_site
from cleaners.titles.title_classifier import FIRST_LINES, more_likely, title_odds
from cleaners.values import TYPES
from cleaners.view import View

_TITLE_LINES = 6
_DUMP_LINES = 80  # of menus or members, mostly, among which a title stands alone
_PATH = 160  # characters
_SITE = 12  # characters of its name
_BUTTONS = frozenset(("列印", "友善列印", "列印本頁", "列印本页", "打印本页"))
_ENDING = lazily(rf"[.．](?:{TYPES})(?![a-z])")
_ADDRESS_OF_WIKI = lazily(r"[a-z0-9_.-]+(?::[a-z0-9_.-]+)+ \[([^\[\]]+)\]")
_HYPHEN = lazily(r"(?<=[^-]{8})-{1,2}(?=[^-\d])")
_VIEWED = lazily(r"(?i).{1,60}? (?:•|::) view topic - ")
_LABELLED = 8  # characters of a label before a title: 文章主题:
_BOARD = lazily(r"(?<=\S)【[^【】]{2,12}(?:吧|[论論][坛壇]|社[区區]|小[组組]|[专專][区區])】")  # of a forum
_SHORTEST_LABEL, _LONGEST_LABEL = 2, 4  # characters
_BLOGGER = lazily(
    r"博客访问|博文|粉丝|[关關]注|[访訪]问量|日志|文章\s?[:：]?\s?\d"
)  # what a blog says of who writes it
_CARD = 4  # lines of that below the name
_WORDS = 3  # of a title before the type of its file, at the least and one more
_TYPE_BEHIND = lazily(r"(?<=\w{3}) (?:PDF|DOCX?|PPTX?|XLSX?)$")
_BLOG = lazily(r"(?i)博客|部落格|blog")
_CHAPTER = lazily(r"第\s?[\d一二三四五六七八九十百千零〇两]{1,7}\s?[章回话話]\s*\S{2}")
_NOVEL = lazily(r"小[说說]|[连連][载載]|最新章[节節]")
_OFFERED = 6  # characters of a title that an offer may stand behind, with nothing between
_ADDRESSED = 16  # characters of a title that an address has without its marks
_LEAST = 4  # characters of a title behind a site's name


def page_title(view: View, own: Matcher[Rule] | None = None) -> tuple[str | None, str | None]:
    """Return the title as the page has it, file ending and all, and the bare title.

    Precedence: the profile's selector, the first-level heading that the title starts with, ``og:title``, ``<title>``,
    the first heading; in a dump its front matter's, else the first of its first lines
    that stands there again, at once or behind chrome, else its first line.
    """
    if view.is_dump:
        raw = view.stated.get("title") or _title_of_dump(view, own)
        if raw and (name := _named_file(raw, view.lines)):
            return name, bare_title(name, shown=[raw])
        bare = bare_title(raw, shown=_shown_titles(raw, view.lines[:_DUMP_LINES])) if raw else None
        return raw, in_own_case(_before_button(bare, view.lines), view.lines) if bare else None
    head = view.head
    headings = [CONTROL.sub("", heading) for heading in view.headings]
    machine = next((head.metas[name] for name in ("dc.title", "citation_title") if head.metas.get(name)), None)
    machine = machine if machine and key_of(machine) in key_of(head.title or "") else None
    og, named = head.metas.get("og:title"), key_of(head.title or "")
    if og and len(named) > len(key_of(og)) and named.endswith(key_of(og)):
        og = None  # the site's name
    if machine and len(named) > 2 * len(key_of(machine)) and named.endswith(key_of(machine)):
        machine = None
    offered = [view.stated.get("title"), og, machine, head.title]
    raw = next((title for title in offered if title and title.strip() and not is_planted(title)), None) or next(
        iter(headings), None
    )
    if not raw:
        title = _on_page(view, headings, None, ())
        return title, title
    other = _beside_site(raw, headings) or _chapter(raw, headings)
    if other and not view.stated.get("title"):
        return raw, other
    lines = [*view.near, *view.lines[:_TITLE_LINES]]
    shown = headings or _shown_titles(raw, lines)
    whole = " - ".join(dict.fromkeys(part for part in (raw, head.title) if part))
    post = _behind_blog(head.title or raw, headings, lines) or _topic(raw, lines)
    if post and not view.stated.get("title"):
        return raw, post
    title = None if shown else _shown_behind(raw, lines)
    title = title or bare_title(raw, is_site=partial(is_stated_site, view=view), shown=shown)
    if title and key_of(title) not in map(key_of, headings):
        title = _before_steps(title, view.near)
        title = _before_blogger(title, raw, view)
    if title and headings and not view.stated.get("title"):
        title = headline(headings, title, offered) or title
    if not view.stated.get("title"):
        title = _on_page(view, headings, title, [one for one in offered if one]) or title
    return whole, _before_site(_before_type(title, view), view) if title else title


def _beside_site(raw: str, headings: Sequence[str]) -> str | None:
    """Return the one heading beside that of the site, which the title names behind an address: ``a:b [Wiki]``."""
    named = _ADDRESS_OF_WIKI.fullmatch(raw)
    others = [heading for heading in headings if named and key_of(heading) != key_of(named[1])]
    return others[0] if len(others) == 1 and len(headings) > 1 else None


def _chapter(raw: str, headings: Sequence[str]) -> str | None:
    """Return the heading that is a chapter, which the title has behind its book: ``沉水渡 第七章 旧账_N``."""
    chapters = [heading for heading in headings if _CHAPTER.match(heading)] if _NOVEL.search(raw) else []
    return next((one for one in chapters if re.search(rf"\S[\s_-]+{re.escape(one)}(?:[_\s|-]|$)", raw)), None)


def _behind_blog(raw: str, headings: Sequence[str], lines: Sequence[Line]) -> str | None:
    """Return the heading of a post that the title has behind the first heading, which is the blog's: ``某日记: T``."""
    for heading in headings:
        rest = raw[len(heading) :].lstrip(" :：|–—»·-") if raw.startswith(heading) else ""
        own = min([line.number for line in lines if line.text == heading], default=-1)  # above it stands the site's
        below = (line.text for line in lines if line.level > 1 and line.tag[:1] == "h" and line.number > own)
        if rest and key_of(rest) in map(key_of, below):
            return rest
    return None


def _topic(raw: str, lines: Sequence[Line]) -> str | None:
    """Return the topic that a forum's title has behind the forum's name: ``N • View topic - T``, ``某某社区-T``."""
    if found := _VIEWED.match(raw):
        return raw[found.end() :].strip() or None
    name, sign, topic = raw.partition("-")
    if not sign or len(topic) < _OFFERED or not is_site_name(key_of(name)):
        return None
    labels = (line.text[: -len(topic)] for line in lines if line.text.endswith(topic))
    labelled = (label for label in labels if len(label) <= _LABELLED and not label.startswith("附"))
    return topic if next(labelled, None) is not None else None


def _title_of_dump(view: View, own: Matcher[Rule] | None) -> str | None:
    """Return the line of a dump that rules tell for its title, or another that is far more likely."""
    if sure := topic_around(view.lines) or reviewed_title(view.lines):
        return sure
    known = find_in_lines(view.lines[:FIRST_LINES], None, own)
    title = dump_title(view.lines, own, site_of(view.url))
    told = not quotes_question(view.lines) and any(
        not finding.rule.ambiguous for finding in known.values()
    )  # a site says something, or this is a bare text
    if told and not (title and ends_path(known, title)):
        title = more_likely(view.lines, title_odds(view.lines, known), title)
    return _with_marks(_without_label(title, view.lines), view.lines) if title else None


def _with_marks(title: str, lines: Sequence[Line]) -> str:
    """Return the line near the top that is a title with its punctuation, where an address had to do without."""
    if len(title) < _ADDRESSED or not title.isalnum():
        return title
    near = (line.text for line in lines[:_TITLE_LINES] if len(title) < len(line.text) <= 2 * len(title))
    return next((text for text in near if "".join(filter(str.isalnum, text)) == title), title)


def _without_label(title: str, lines: Sequence[Line]) -> str:
    """Return a title without the label that runs into it, where it stands without it as well: ``类型T.docx``."""
    name = bare_name(title) or ""
    for size in range(_SHORTEST_LABEL, _LONGEST_LABEL + 1):
        rest = name[size:]
        if len(rest) >= _OFFERED and bare_label(title[:size]) and any(line.text == rest for line in lines):
            return rest
    return title


def _before_steps(title: str, near: Sequence[Line]) -> str:
    """Return a title without the parts behind it that are steps of a path beside it: the board, the channel."""
    cuts = [*SEPARATOR.finditer(title)]
    paths = [line.text for line in near if len(line.text) <= _PATH and STEP.search(line.text)] if cuts else ()
    steps = {key_of(step) for path in paths for step in STEP.split(path)}
    for cut in cuts:
        parts = [key_of(part) for part in SEPARATOR.split(title[cut.end() :])]
        if 2 * cut.start() >= len(title) and steps.issuperset(parts):
            return bare_name(title[: cut.start()]) or title
    return title


def _before_blogger(title: str, raw: str, view: View) -> str:
    """Return a title without whose blog it is in, where the page has that name over a card: ``T-N-某某博客``."""
    before, _, owner = title.rpartition("-")
    if before and any(line.text.startswith(f"{owner}的") and _BLOG.search(line.text) for line in view.near):
        return before
    cuts = [*SEPARATOR.finditer(title)]
    if not cuts or not _BLOG.search(raw[len(title) :]) or cuts[-1].start() < _OFFERED:
        return title
    name = title[cuts[-1].end() :]
    texts = [drop.text for drop in view.drops]
    cards = ("\n".join(texts[at + 1 : at + 1 + _CARD]) for at, text in enumerate(texts) if text == name)
    return title[: cuts[-1].start()] if any(map(_BLOGGER.search, cards)) else title


def _before_type(title: str, view: View) -> str:
    """Return a title without the type of its file, where the page has the title without it as well: ``T PDF``."""
    behind = _TYPE_BEHIND.search(title)
    if behind is None:
        return title
    bare = title[: behind.start()]
    if bare.count(" ") < _WORDS or bare.rpartition(" ")[2].lower() in LEANING_WORDS:
        return title  # how to convert Word to PDF
    texts = [*(drop.text for drop in view.drops), *(line.text for line in view.lines[:_TITLE_LINES])]
    return bare if any(text in (bare, f"Preview {bare}") for text in texts) else title


def _before_button(title: str, lines: Sequence[Line]) -> str:
    """Return a title without the button a space behind it, where the page has the title alone: ``T 列印``."""
    bare, _, last = title.rpartition(" ")
    if len(bare) < _OFFERED or last not in _BUTTONS:
        return title
    return bare if any(line.text == bare for line in lines[:_DUMP_LINES]) else title


def _before_site(title: str, view: View) -> str:
    """Return a title without the site's name a space behind it, where the page has the title alone: ``T 某某社区``."""
    bare, _, last = title.rpartition(" ")
    if len(bare) < _OFFERED or len(last) < _LEAST or not is_site_name(key_of(last)):
        return title
    return bare if any(line.text == bare for line in view.lines[:_DUMP_LINES]) else title


def _on_page(view: View, headings: Sequence[str], title: str | None, raws: Sequence[str]) -> str | None:
    """Return the title that the page shows where the head does not state it."""
    start = view.lines[0].number if view.lines else 0
    above = sorted({line.number: line for line in view.near if line.number < start}.items())
    return shown_title([line for _, line in above], view.lines, headings, title, raws)


def _shown_titles(raw: str, lines: Sequence[Line]) -> list[str]:
    """Return lines of a page without headings that are the title up to a separator."""
    parts = [raw[: found.start()] for sign in (SEPARATOR, _HYPHEN, _BOARD) for found in sign.finditer(raw)]
    starts = {key_of(name) for part in parts for name in (part, bare_name(part)) if name}
    return [line.text for line in lines if starts and len(line.text) <= len(raw) and _begins(key_of(line.text), starts)]


def _named_file(raw: str, lines: Sequence[Line]) -> str | None:
    """Return a title with an underscore in it as the name of the file, where another line offers that: ``T_T.doc``."""
    behind = (_ENDING.match(line.text, len(raw)) for line in lines if "_" in raw and line.text.startswith(raw))
    return next((raw + ending[0] for ending in behind if ending), None)


def _begins(key: str, starts: Set[str]) -> bool:
    """Tell whether a line is one of the parts that a title begins with, but for what the site offers behind it."""
    if key in starts:
        return True
    return len(key) >= _OFFERED and any(start.startswith(key) and is_offer(start[len(key) :]) for start in starts)


def _shown_behind(raw: str, lines: Sequence[Line]) -> str | None:
    """Return the line of a page without headings that is the title behind the site's name: ``晚报数字版-T``."""
    ends = set()
    for found in SEPARATOR.finditer(raw):
        end, before = raw[found.end() :].strip(), raw[: found.start()]
        if 2 * len(end) >= max(2 * _LEAST, len(before)) or (
            end and len(before) <= _SITE and is_site_name(key_of(before))
        ):
            ends.add(end)
    return next((line.text for line in lines if line.text in ends and not is_site_name(key_of(line.text))), None)
