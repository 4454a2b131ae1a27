"""Which line of a text dump is its title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import takewhile

from cleaners.chrome.edges import site_edges
from cleaners.chrome.line_weights import is_menu
from cleaners.chrome.own_outline import outline
from cleaners.chrome.site_notices import is_notice, is_slogan
from cleaners.chrome.telling import is_row
from cleaners.document import Line
from cleaners.facts.breadcrumb import HOMES, steps_above
from cleaners.facts.finding import READERS, Finding, Findings, states
from cleaners.facts.names import IN_CAPITALS
from cleaners.lazily import lazily
from cleaners.rules.cards import is_card_word
from cleaners.rules.phrases import Matcher, key_of
from cleaners.rules.presented import offered_title, presented_title
from cleaners.rules.rulebook import Rule
from cleaners.rules.site_words import ends_with_work, is_site_name, names_work
from cleaners.rules.vocabulary import site_share
from cleaners.titles.above_text import above_text
from cleaners.titles.above_title import HEAD_LINES, LONGEST, is_running_text, without_lines_above
from cleaners.titles.bare_title import bare_name
from cleaners.titles.dump_headings import (
    marked_heading,
    named_title,
    place_above_byline,
    place_above_posts,
    place_above_stamp,
    set_in_lines,
    underlined_heading,
    whole_heading,
)
from cleaners.titles.likeliest import behind_control, likelier
from cleaners.titles.marked_title import full_text_title, stamped_title, tagged_title, title_below, title_in_markers
from cleaners.titles.name_before import without_name
from cleaners.titles.path_title import (
    at_path_end,
    below_path,
    bracketed_step,
    file_in_path,
    in_path,
    right_below_path,
)
from cleaners.titles.quoted_title import named_line, quoted_line
from cleaners.titles.repeated_title import (
    begins_text,
    file_of_page,
    named_file,
    over_stamp,
    quotes_question,
    stands_far_below,
    stands_in_others,
    stands_twice,
    stands_wrapped,
)
from cleaners.titles.title_lines import GAP, SENTENCE, is_headline, is_long_headline, is_wrapped, may_be_title

_LETTER = lazily(r"[^\W\d_]")
# What a document without its title begins with: a heading of its own, a party to a contract, a field of a form.
_OWN_LINE = lazily(
    r"[(（]?[第一二三四五六七八九十]+[章节節条條篇、.．)）]|(?!(?:19|20)\d\d\s)\d+(?:\.\d+)*\s+\S|[^:：]{1,14}[:：]\s*\S{1,8}$"
)
_TWO_TITLES = lazily(r"[^\s\x00-\x7f]{8,} [^\s\x00-\x7f]{8,}")  # of the documents before and behind this one
_DAY_BEHIND = lazily(r"\s+\W?\s*(?:19|20)\d\d[-/.年]\d")
_TIME_OF_POST = lazily(r"(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d\d:\d\d")
_MOSTLY = 0.6  # share of a site's words above which a line is the site's
_SITES = 0.4  # share of a site's words that makes a line or a label the site's
_TITLE_LINES = 6
_FACTS_BELOW = 2
_MANY_BELOW = 4  # lines of facts and prices
_FACTS_NEAR = 3  # lines below a title in which its facts begin
_LONGER = 1.5
_LEAST_ALONE = 4
_PAGE = 12  # lines of a page
_DAY_ENDS = "年月日"  # a part of a diary, and no title
_PAGE_NUMBER = lazily(r"\D{0,6}\d{1,4}\D{0,3}(?:\d{1,4}\D{0,2})?")
_CENTRED = 8  # columns by which a heading in the middle is set in
_END_LINES = 3  # in which a site says that there is more
_OVER_MENU = 0.3
_TELLING = 24  # characters from which a longer line says no more
_SITE_NAME = 8
_LONG_SITE_NAME = 10
_NEAR_NAME = 4  # lines below a site's name among which the title is
_SITE_END = lazily(
    r"(?:平[台臺]|中心|天地|[园園]地|[乐樂][园園]|之窗|之家|[在线線]{2}|[驿驛]站|[频頻]道|[专專][区區]|坊)$"
)


def dump_title(lines: Sequence[Line], own: Matcher[Rule] | None = None, site: str | None = None) -> str | None:
    """Return the line of a dump that is its title, as it stands there; ``None`` where no line is one.

    Precedence: a labelled title; what the viewer's marks, an editor's sentence or Markdown's heading name; the name of
    the one file above the text; what other lines quote or name; a long step with which a path ends right above it; the
    first of the first lines that stands there again, at once or behind chrome; what a breadcrumb, a post's stamp or
    facts right below point at; the line above the document that says most; the first line.
    """
    lines, known = without_lines_above(lines, own)
    for at, finding in known.items():
        if "title" in finding.facts and (finding.rule.strength != "badge" or {at - 1, at + 1, at + 2} & known.keys()):
            return finding.facts["title"]
    places = [
        place
        for place, line in enumerate(lines[:HEAD_LINES])
        if place not in known and not _is_home(line, site) and _LETTER.search(line.text) and not is_card_word(line.text)
        if not (place and place + 1 in known and known[place + 1].rule.named)  # who put the document up
        if not (place and _is_stamped_below(lines, place))
    ]
    unknown, places = places, above_text(lines, known, places)
    sections = steps_above([finding.facts["category"] for finding in known.values() if "category" in finding.facts])
    if sections:
        places = [place for place in places if key_of(lines[place].text) not in sections]
    keys = [_key(lines[place].text) for place in places]
    named = named_title(lines) or title_in_markers(lines) or stamped_title(lines) or presented_title(lines)
    headed = marked_heading(lines) or underlined_heading(lines)
    if marked := named or headed or file_of_page(lines) or tagged_title(lines) or file_in_path(lines, known):
        return marked
    if (archived := full_text_title(lines)) or (step := bracketed_step(lines, known)):
        return archived or step
    if (far := over_stamp(lines)) is not None:
        return lines[far].text
    told = stands_wrapped(lines, places[:_TITLE_LINES])
    if told is None:
        told = named_file(lines, known, places)
    if told is None and (quoted := quoted_line(lines, places)) is not None:
        return lines[quoted].text.rstrip(".")
    if told is None:
        told = named_line(lines, places)
    if told is None:
        told = stands_in_others(lines, places)
    if told is None and quotes_question(lines):
        told = 0
    if told is None:
        told = right_below_path(known, dict(zip(keys, places, strict=True)))
    if told is None:
        told = stands_twice(lines, known, places, keys)
        told = behind_control(lines, told) if told is not None else None
    if told is None:
        told = begins_text(lines, places)
    if told is not None:
        return whole_heading(lines, known, told)
    place = below_path(lines, known, places)
    if place is None and (stated := in_path(known, keys)):
        return stated
    if place is None:
        place = place_above_posts(lines, places)
    if place is None:
        place = place_above_stamp(lines, known)
    if place is None and (place := place_above_byline(lines, known, places)) is not None:
        return whole_heading(lines, known, place)
    if place is None:
        place = at_path_end(known, dict(zip(keys, places, strict=True)))
    if place is None:
        place = stands_far_below(lines, known, places)
    if place is None:
        place = _most_telling(lines, known, places)
    if place is None:
        place = _above_facts(lines, known, places)
    if place is None:
        place = _first(lines, known, places)
    place = likelier(lines, known, places, place)
    if place and place - 1 in places and _names_author(lines, known, place):
        place -= 1
    if 0 in known and known[0].rule.position and all(one.rule.marker or one.rule.ambiguous for one in known.values()):
        return None  # the viewer shows the first page, and nothing else of the site is there
    if place is None:
        return offered_title(lines) or title_below(lines)
    head = whole_heading(lines, known, place)
    in_path_too = any(head in line.text for line in lines[:HEAD_LINES] if len(line.text) > len(head))
    told = not SENTENCE.search(head) or in_path_too or is_long_headline(lines, place)
    if not head or len(head) > LONGEST or not told or (head == lines[place].text and is_wrapped(head, lines[place:])):
        return None
    below = [other for other in unknown if len(lines[other].text) < len(head)]
    again = {lines[other].text for other in below if any(at in known for at in range(place + 1, other))}
    return without_name(head, [lines[other].text for other in below], again)


def _first(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> int | None:
    """Return the place of the first line that is no path, menu or word of the site, above the document."""
    for at, place in enumerate(places[:_TITLE_LINES]):
        text = lines[place].text
        below = next((after for after in places[at + 1 :] if not is_menu(lines[after].text)), None)
        long = is_long_headline(lines, place)
        if (_OWN_LINE.match(text[:LONGEST]) and not _names_kind(text)) or (is_running_text(text) and not long):
            return None
        short = len(text) <= _SITE_NAME and site_share(text) >= _SITES
        shared = _is_site(text) or (short and below is not None and below + 1 in known)
        named = place == 0 and (_names_site(text, known) or is_slogan(text))
        if named and any(may_be_title(lines, at) for at in places[1:_NEAR_NAME]):
            continue
        if may_be_title(lines, place) and not (shared and below and _follows(lines, known, below)):
            told = any(_tells(known[near], near - place) for near in known)
            told = told or any(is_notice(line.text) for line in lines[-_END_LINES:])
            told = told or any(_is_site(lines[above].text) for above in places[:at])
            if not told and _heads_pages(lines, place) and _may_stand_below(lines, place + 1):
                return place + 1
            return place if told or is_headline(lines, place) or set_in_lines(lines, known, place) else None
    return None


def _heads_pages(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the first line of a bare text stands again further down: a head of its pages, or of a series."""
    text = lines[place].text
    near, far = lines[place + 1 : place + _PAGE], lines[place + _PAGE :]
    return any(line.text == text for line in far) and not any(line.text == text for line in near)


def _may_stand_below(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line can be the title below the head of the first page: it stands there alone."""
    text = lines[place].text if place + 1 < len(lines) else ""
    named = not names_work(key_of(lines[place - 1].text)) and names_work(key_of(text))
    edges = [at for at in range(place + 1, len(lines)) if lines[at].text == lines[place - 1].text]
    numbered = any(
        _PAGE_NUMBER.fullmatch(lines[beside].text) for at in edges for beside in range(at - 1, min(at + 2, len(lines)))
    )
    if not text or text[0].islower() or text[-1] in _DAY_ENDS or not (named or numbered or _is_centred(lines, place)):
        return False
    own = may_be_title(lines, place) and not (_OWN_LINE.match(text) or is_running_text(text))
    return own and not _heads_pages(lines, place) and is_headline(lines, place)


def _is_centred(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is set in as a heading in the middle, above an empty line or a line that is not."""
    below = lines[place + 1]
    return lines[place].indent >= _CENTRED and (below.number > lines[place].number + 1 or below.indent < _CENTRED)


def _names_site(text: str, known: Findings) -> bool:
    """Tell whether a first line is what a site calls itself; of a page that states nothing, by any word of such."""
    if len(text) > _LONG_SITE_NAME:
        return False
    return _SITE_END.search(text) is not None or (not known and is_site_name(key_of(text)))


def _tells(finding: Finding, below: int) -> bool:
    """Tell whether a finding shows that a site stands around a text: more than a mark of pages, or a date in it."""
    return not finding.rule.marker and (not finding.rule.ambiguous or abs(below) == 1)


def _names_kind(text: str) -> bool:
    """Tell whether a line says before a colon what kind of document it is: ``小学作文:春天的日记``."""
    kind, colon, name = text.replace("：", ":").partition(":")
    return bool(colon and len(name) >= _LEAST_ALONE and ends_with_work(key_of(kind)))


def _follows(lines: Sequence[Line], known: Findings, place: int) -> bool:
    """Tell whether a line below words of a site is the title, above facts or by what it says, or more of them."""
    text = lines[place].text
    own = site_share(text[:LONGEST]) < _SITES and not SENTENCE.search(text) and not _OWN_LINE.match(text)
    return place + 1 in known or (own and may_be_title(lines, place)) or site_share(text) == 1


def _above_facts(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> int | None:
    """Return the place of the line that several facts or a row of them stand right below."""
    for place in places:
        below = [*takewhile(states, (known[at] for at in range(place + 1, place + 1 + _MANY_BELOW) if at in known))]
        first, stated = below[:_FACTS_BELOW], sum(bool(one.facts) for one in below)
        told = len(first) == _FACTS_BELOW and all(one.facts for one in first) and place + _FACTS_BELOW in known
        told = told or (stated >= _FACTS_BELOW and len(below) == _MANY_BELOW and place + _MANY_BELOW in known)
        if not told and not is_row(known.get(place + 1)):
            continue
        if SENTENCE.search(lines[place].text) and not is_long_headline(lines, place):
            continue
        if site_share(lines[place].text[:LONGEST]) < _SITES and may_be_title(lines, place):
            named = told and _is_name_below(lines, place, places)
            return place - 1 if named else place if told else _first_of_heading(lines, place, set(places))
    return None


def _is_name_below(lines: Sequence[Line], place: int, unknown: Sequence[int]) -> bool:
    """Tell whether a line over facts is who put the text up: short, and set off from the longer first line above."""
    (title, name), apart = lines[:2], unknown[0] == 0 and place == 1
    if not apart or name.number == title.number + 1 or len(name.text) > _SITE_NAME or _is_site(title.text):
        return False
    return len(title.text) >= 2 * len(name.text) and may_be_title(lines, 0)


def _is_stamped_below(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is a name, by the line below: it again with the day, or the time of a post to the second.

    The latter counts where the title can be the line above, which is twice as long.
    """
    text, below = lines[place].text, lines[place + 1].text if place + 1 < len(lines) else ""
    if _TIME_OF_POST.fullmatch(below):
        return len(lines[place - 1].text) >= 2 * len(text) and may_be_title(lines, place - 1)
    return below.startswith(text) and _DAY_BEHIND.match(below[len(text) :]) is not None


def _names_author(lines: Sequence[Line], known: Findings, place: int) -> bool:
    """Tell whether a line is a name right above facts, and the title, a good deal longer, above it."""
    text, above = lines[place].text, lines[place - 1].text
    reach = _FACTS_NEAR if IN_CAPITALS.fullmatch(text) else 1
    stated = any(at in known and known[at].facts for at in range(place + 1, place + 1 + reach))
    short = IN_CAPITALS.fullmatch(text) or (len(text) <= _SITE_NAME and not names_work(key_of(text)))
    longer = len(above) >= (_LONGER if text.isascii() else 2) * len(text) and may_be_title(lines, place - 1)
    return stated and bool(short) and longer and not _is_site(above)


def _first_of_heading(lines: Sequence[Line], place: int, unknown: Set[int]) -> int:
    """Return the place of the title where a line is below it in the same heading, as its second half."""
    while place - 1 in unknown and may_be_title(lines, place - 1):
        above = lines[place - 1].text
        name = len(above) <= _SITE_NAME and 2 * len(above) <= len(lines[place].text)
        if name or _is_site(above) or site_share(above) >= _SITES or GAP.search(above) or _TWO_TITLES.fullmatch(above):
            break
        place -= 1
    return place


def _most_telling(lines: Sequence[Line], known: Findings, places: Iterable[int]) -> int | None:
    """Return the place of the line above the document that says most beyond words of sites; ``None`` without such."""
    head = site_edges(lines, known, own=outline(lines)).start
    short = [place for place in places if place < head and len(lines[place].text) <= LONGEST]
    short = [place for place in short if not SENTENCE.search(lines[place].text)]
    told = [place for place in short if may_be_title(lines, place)]
    shares = {place: site_share(bare_name(lines[place].text) or "") for place in told}
    own = [place for place, share in shares.items() if share <= _MOSTLY and not (place == 0 and _is_named(lines))]
    facts = {
        at - back
        for at, one in known.items()
        if states(one) and not one.rule.marker
        for back in range(1, _FACTS_NEAR + 1)
    }

    keys = {place: key_of(lines[place].text) for place in shares}
    sure = [place for place in own if shares[place] < _SITES]
    menus = [
        at
        for at, finding in known.items()
        if finding.rule.strength == "weak" and not finding.facts and finding.rule is not READERS
    ]
    menus += [at for at in range(head) if at not in known and is_menu(lines[at].text)]

    def telling(place: int) -> float:
        if lines[place].text.isascii() and " " not in lines[place].text:
            return 1 - shares[place]  # a word of a menu, as often as not
        again = sum(keys[place] in key for key in keys.values())
        below = max((at for at in sure if at > place), default=0)
        over_menu = again == 1 and any(place < at < below for at in menus)  # the site's name, or what it says of itself
        weight = min(len(lines[place].text), _TELLING) * (1 - shares[place]) * again
        weight *= 2 if names_work(keys[place]) else 1
        return weight * (3 if place in facts else 1) * (_OVER_MENU if over_menu else 1)

    return max(own, key=lambda place: (telling(place), place in facts and place), default=None)


def _key(text: str) -> str:
    """Return what a line is compared by as a title; of one that is too long for it, the beginning."""
    text = text[: 2 * LONGEST]
    return key_of(bare_name(text) or text).rstrip(".")


def _is_named(lines: Sequence[Line]) -> bool:
    """Tell whether a first line is a site's name and what it says of itself, with a title's line below."""
    return is_slogan(lines[0].text) and any(may_be_title(lines, place) for place in range(1, _TITLE_LINES))


def _is_site(text: str) -> bool:
    """Tell whether a first line is the site's name or a word of its menu; facts then stand below the title."""
    named = len(text) <= _LONG_SITE_NAME and _SITE_END.search(text) is not None
    return named or (len(text) <= _SITE_NAME and is_site_name(key_of(text))) or site_share(text) > _MOSTLY


def _is_home(line: Line, site: str | None) -> bool:
    """Tell whether a line is the word for the site's first page, or the site's name as its address has it."""
    if site and len(line.text) <= len(site):
        return key_of(line.text) in (site, site.partition(".")[0])
    return len(line.text) <= _SITE_NAME and key_of(line.text) in HOMES
