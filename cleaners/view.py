"""A page as the later stages see it: lines that may be document, lines that are not, and what the tree states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from cleaners.characters.mirror import without_mirror_marks
from cleaners.content.box_paths import breadcrumbs, bylines, tag_boxes
from cleaners.content.embedded import embedded_lines
from cleaners.content.main_content import content_of
from cleaners.content.top_menu import MENU, menus_above
from cleaners.decoding.encoding import Decoded
from cleaners.document import Drop, Line
from cleaners.facts.bylines_in_tree import BYLINE
from cleaners.facts.finding import STAMP
from cleaners.facts.inline_pieces import parted, spaced
from cleaners.facts.microdata import microdata_object
from cleaners.front_matter import read_front_matter
from cleaners.lazily import lazily
from cleaners.markup.bounds import tame
from cleaners.markup.clipped_cells import join_clipped
from cleaners.markup.counters import SLIDES as SLIDE_NUMBER
from cleaners.markup.counters import lone_numbers, without_counters
from cleaners.markup.dump_code import with_code
from cleaners.markup.head import Head, read_head
from cleaners.markup.heading_links import without_heading_links
from cleaners.markup.heading_prefixes import without_title_prefixes
from cleaners.markup.hidden import remove_popups
from cleaners.markup.items import with_items
from cleaners.markup.lines import dump_lines, tree_lines
from cleaners.markup.markdown import has_links, is_markdown, to_html
from cleaners.markup.outline import Outline, Row, as_line, first_headings, without_links
from cleaners.markup.pre_text import with_prose_of_pre
from cleaners.markup.runs import join_runs
from cleaners.markup.side_by_side import join_side_by_side
from cleaners.markup.streamed import put_streamed
from cleaners.markup.text_browser import without_link_numbers
from cleaners.profile import Profile, profile_for
from cleaners.rules.strangers import SENTENCE
from cleaners.rules.vocabulary import site_share

_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta|script|div|table)\b[^<>]*>", re.IGNORECASE)
_TAG = lazily(r"</?(?:p|br|a|span|li|ul|td|h[1-6]|b|i|font|img|pre|article|section)\b[^<>]*>", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_WHOLE_PAGE = "URL Source:"  # with which a program heads a page that it saved as Markdown, menus and all
_JAMMER = b'class="jammer"'  # what a forum's software hides in a text against copying, by a rule of its style sheet
_MICRODATA = re.compile(rb"item[pP]rop")
_SNIFFED = 2_000_000
_BEFORE, _AFTER, _NEAR = 40, 48, 88
_EMPTY = 100
_NOTHING = 20
_LITTLE, _START, _OF_SITE = 600, 100, 0.2
_LINES_BEFORE = 2
_BEGINNING = 12  # characters by which a text is found in the markup
_new = tuple.__new__  # what NamedTuple does, without its Python frame


class View(NamedTuple):
    """What was read of a page.

    Attributes:
        lines: main content, or all lines of a dump.
        near: lines outside that stand near the main content, in the order in which their facts count.
        drops: the lines outside.
        head: what the page's head states.
        url: canonical address as far as known.
        profile: the site profile used.
        stated: facts by the profile's selectors, or in the front matter of a dump.
        headings: first-level headings.
        is_dump: the page is a text dump.
        embedded: the lines were read from a script, an attribute or what is hidden, since the page shows no document.
        warnings: short codes.
        page: the markup in UTF-8, for what few pages are asked; nothing of a dump.
        pages: how many pages of a viewer the lines fill; 0 where it has none.
        flat: the whole page was saved as Markdown: no boxes tell the site's lines from the document's.
    """

    lines: Sequence[Line]
    near: Sequence[Line] = ()
    drops: tuple[Drop, ...] = ()
    head: Head = Head()
    url: str | None = None
    profile: Profile | None = None
    stated: Mapping[str, str] = MappingProxyType({})
    headings: tuple[str, ...] = ()
    is_dump: bool = False
    embedded: bool = False
    warnings: tuple[str, ...] = ()
    page: bytes = b""
    pages: int = 0
    flat: bool = False


def is_markup(text: str) -> bool:
    """Tell HTML from a text dump by content: structure, or several tags; one ``<p>`` in a text is not enough.

    A fragment of HTML has its text inside of tags; a dump whose tags were text on the page has lines before the first.
    """
    start = text[:_SNIFFED]
    if "<" not in start:
        return False
    if _MARKUP.search(start):
        return True
    if start.lstrip().startswith("<"):
        return _TAG.search(text) is not None  # of the whole text: one tag may be longer than the start
    tags = list(islice(_TAG.finditer(start), 3))
    return len(tags) == 3 and len(start[: tags[0].start()].split("\n")) <= _LINES_BEFORE


def markup_above(page: bytes, text: str) -> bytes:
    """Return the markup of a page's body above the place where a text begins; all of it where that is not found."""
    body = max(0, page.find(b"<body"))
    place = page.find(text[:_BEGINNING].encode("utf-8", "replace"), body) if text else -1
    return page[body : place if place >= 0 else None]


def markup_behind(page: bytes, text: str) -> bytes:
    """Return the markup of a page from the last place on where a text begins; none where that is not found."""
    place = page.rfind(text[:_BEGINNING].encode("utf-8", "replace")) if text else -1
    return page[place:] if place >= 0 else b""


def view_page(decoded: Decoded, url: str | None, profiles: Iterable[Profile]) -> View:
    """Read a page, HTML or dump.

    Args:
        decoded: the page; parsed as it is where it is UTF-8.
        url: its address, where known.
        profiles: site profiles of the user's own, the more trusted first; the built-in ones come after them.
    """
    start = decoded.start
    if not _MARKUP.search(start) and not is_markup(text := decoded.text):
        if not is_markdown(text):
            return _view_dump(text, url, profiles)
        return _view_markdown(text, url, profiles)
    return _view_tree(decoded.page, start, url, profiles)


def _view_markdown(text: str, url: str | None, profiles: Iterable[Profile]) -> View:
    """Read a page that was saved as Markdown, with front matter or without."""
    stated, count = read_front_matter(text)
    lines = text.split("\n")
    above, body = lines[:count], "\n".join(lines[count:])
    url = stated.pop("url", None) or url
    view = _view_tree(to_html(body), "", url, profiles, first=count, whole=not has_links(body))
    drops = [_new(Drop, (number, "front-matter", line.strip())) for number, line in enumerate(above) if line.strip()]
    flat = has_links(body) and any(line.startswith(_WHOLE_PAGE) for line in above)
    return view._replace(stated={**stated, **view.stated}, drops=(*drops, *view.drops), flat=flat)


def _view_tree(
    page: str | bytes,
    start: str,
    url: str | None,
    profiles: Iterable[Profile],
    *,
    first: int = 0,
    whole: bool = False,
) -> View:
    """Read a page with markup.

    Args:
        page: the page.
        start: its first characters.
        url: its address, where known.
        profiles: site profiles.
        first: number of its first line.
        whole: all of it is the document.
    """
    page = page.encode("utf-8", "replace") if isinstance(page, str) else page
    markup = tame(page)
    tree = LexborHTMLParser(markup)
    put_streamed(tree, markup)
    if _JAMMER in markup:
        for node in tree.css(".jammer"):
            node.decompose()
    remove_popups(tree, markup)
    if saved := _SAVED_FROM.search(start[:4000]):
        url = url or saved[1]
    head = read_head(tree, markup, url=url)
    url = head.canonical or url
    profile = profile_for(profiles, url or head.home)
    marks, stated = _apply(profile, tree) if profile else ({}, {})
    outline = tree_lines(tree, marks, first)
    outline = join_side_by_side(join_clipped(outline))
    if _MICRODATA.search(markup):
        head = head._replace(objects=(*head.objects, microdata_object(tree)))
    view = _divide(outline, url or "", markup, profiled="content" in marks.values(), whole=whole)
    shown = _shown(view)
    if shown < _EMPTY and (hidden := embedded_lines(tree, first + len(outline.rows), everywhere=shown < _NOTHING)):
        view = _with_hidden(view, hidden)
    unmatched = profile is not None and bool(profile.select) and "content" not in marks.values() and not view.embedded
    return view._replace(
        head=head,
        url=url,
        profile=profile,
        stated=stated,
        warnings=("profile-selects-nothing",) if unmatched else (),
        page=page,
    )


def _shown(view: View) -> int:
    """Return how many characters of a document a page may show: a little text that speaks of the site is none."""
    lines = view.lines
    size = sum([len(line.text) for line in lines])
    empty = size < _EMPTY
    if not empty:
        text = "".join([line.text for line in lines]) if size < _LITTLE else ""
        if site_share(text) < _OF_SITE or (
            site_share(text[:_START]) < _OF_SITE and site_share(text[-_START:]) < _OF_SITE
        ):
            return size
    own = [line.text for line in lines if line.tag[:1] != "h" and (empty or SENTENCE.search(line.text))]
    return sum([len(text) for text in own if site_share(text) < _OF_SITE / 2])


def _view_dump(text: str, url: str | None, profiles: Iterable[Profile]) -> View:
    lines, links = without_link_numbers(without_mirror_marks(with_code(join_runs(dump_lines(text)), text)))
    stated, count = read_front_matter(text)
    drops = tuple([_new(Drop, (line.number, "front-matter", line.text)) for line in lines if line.number < count])
    url = url or stated.pop("url", None)
    profile = profile_for(profiles, url)
    lines = lines[len(drops) :]
    if menus := () if drops else menus_above(lines):
        drops = tuple([_new(Drop, (line.number, MENU, line.text)) for line in menus])
        first = lines.index(menus[0])
        lines = [*lines[:first], *lines[first + len(menus) :]]
    return View(lines, drops=(*drops, *links), stated=stated, url=url, profile=profile, is_dump=True)


def _with_hidden(view: View, hidden: list[Line]) -> View:
    """Put the document that the page holds unseen in the place of the little that it shows."""
    shown = tuple(Drop(line.number, "outside-content", line.text) for line in view.lines)
    near = [*view.near, *view.lines]
    return view._replace(lines=without_mirror_marks(hidden), near=near, drops=(*view.drops, *shown), embedded=True)


def _apply(profile: Profile, tree: LexborHTMLParser) -> tuple[dict[int, str], dict[str, str]]:
    """Return the labels of the subtrees that a profile selects, and the facts that its selectors find."""
    marks: dict[int, str] = {}
    for css in profile.select:
        if nodes := tree.css(css):
            marks.update((node.mem_id, "content") for node in nodes)
            break
    for css in profile.remove:
        marks.update((node.mem_id, "chrome") for node in tree.css(css))
    if profile.summary:
        marks.update((node.mem_id, "summary") for node in tree.css(profile.summary))
    stated = {}
    for fact, selector in profile.metadata:
        css, _, attribute = selector.rpartition("@") if "@" in selector else (selector, "", "")
        node = tree.css_first(css)
        value = (
            (node.attributes.get(attribute) if attribute else node.text(separator=" ")) if node is not None else None
        )
        if value and value.strip():
            stated[fact] = " ".join(value.split())
    return marks, stated


def _divide(outline: Outline, url: str, markup: bytes, *, profiled: bool, whole: bool = False) -> View:
    rows = outline.rows
    marks = [row[9] for row in rows]
    pages = 0
    if whole:
        rules = [""] * len(rows)
    elif profiled:
        rules = ["" if mark == "content" else mark or "outside-content" for mark in marks]
    else:
        rules, pages = content_of(outline, url)
        if all(rules) and (bare := without_links(outline)):
            rules, pages = content_of(bare, url)  # all of it is links, or one was not closed
        if any(marks):
            rules = [mark or rule for mark, rule in zip(marks, rules, strict=True)]
    stamped = STAMP in rules  # stamps between posts go on, with a mark
    given = ["" if rule == STAMP else rule for rule in rules] if stamped else rules
    inside = [place for place, rule in enumerate(given) if not rule]
    outline, prefixes = without_title_prefixes(outline, inside)
    numbers = lone_numbers(outline, inside)
    outline, counted = without_counters(outline, inside, numbers, markup)
    for place in numbers:
        given[place] = SLIDE_NUMBER
    inside = [place for place in inside if not given[place]] if numbers else inside
    outline, taken = without_heading_links(outline, inside)
    rows, pieces = outline.rows, outline.pieces
    first, last = (inside[0], inside[-1]) if inside else (len(rows), len(rows))
    outside = [place for place in range(max(0, first - _BEFORE), min(len(rows), last + 1 + _AFTER)) if given[place]]
    paths = breadcrumbs(outline, [place for place in outside if place < first])
    paths += tag_boxes(outline, outside)
    lines = [_parted(row, pieces) if row[8] in pieces else as_line(row) for row in map(rows.__getitem__, inside)]
    if stamped:
        marked = zip(lines, inside, strict=True)
        lines = [as_line(rows[place])._replace(mark=STAMP) if rules[place] else line for line, place in marked]
    lines = with_items(lines, inside, outline)
    near = [_spaced(rows[place], pieces) for place in outside[:_NEAR]]
    for at in bylines(outline, outside[:_NEAR]):
        near[at] = near[at]._replace(mark=BYLINE)
    dropped = [_new(Drop, (row[8], rule, row[0])) for row, rule in zip(rows, given, strict=True) if rule]
    return View(
        without_mirror_marks(with_prose_of_pre(lines)),
        near=without_mirror_marks([*paths, *near]),
        drops=(*dropped, *prefixes, *counted, *taken),
        headings=tuple(first_headings(rows)),
        pages=pages,
    )


def _parted(row: Row, pieces: Mapping[int, Sequence[str]]) -> Line:
    return as_line((parted(row[0], pieces[row[8]]), *row[1:]))


def _spaced(row: Row, pieces: Mapping[int, Sequence[str]]) -> Line:
    """Part the inline pieces of a line that is not the document's, where spaces do no harm."""
    if row[8] not in pieces:
        return as_line(row)
    return as_line((spaced(pieces[row[8]]), *row[1:]))
