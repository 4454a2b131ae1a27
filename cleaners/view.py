"""A page as the later stages see it: lines that may be document, lines that are not, and what the tree states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from cleaners.characters.jammers import without_jammers
from cleaners.characters.mirror import without_mirror_marks
from cleaners.content.embedded import Embedded, embedded_document
from cleaners.content.entries import dated_entries
from cleaners.content.top_menu import MENU, menus_above
from cleaners.decoding.encoding import Decoded
from cleaners.division import Division, divide, lines_without_text
from cleaners.document import Drop, Line
from cleaners.facts.microdata import microdata_object
from cleaners.facts.wrapped_path import with_path_joined
from cleaners.front_matter import read_front_matter
from cleaners.lazily import lazily
from cleaners.markup.bounds import tame
from cleaners.markup.clipped_cells import join_clipped
from cleaners.markup.dump_code import with_code
from cleaners.markup.head import Head, read_head
from cleaners.markup.hidden import remove_jammers, remove_popups
from cleaners.markup.icon_names import without_icons
from cleaners.markup.letter_lines import join_letters
from cleaners.markup.lines import dump_lines, tree_lines
from cleaners.markup.markdown import has_links, is_markdown, to_html
from cleaners.markup.runs import join_runs
from cleaners.markup.side_by_side import join_side_by_side
from cleaners.markup.slide_numbers import part_page_numbers, part_slide_numbers, without_doubled_numbers
from cleaners.markup.sniffing import has_structure, is_markup
from cleaners.markup.streamed import put_streamed
from cleaners.markup.text_browser import without_link_numbers
from cleaners.markup.torn_lines import join_torn
from cleaners.profile import Profile, profile_for
from cleaners.rules.strangers import SENTENCE
from cleaners.rules.vocabulary import site_share
from cleaners.selected import selected

_SAVED_FROM = lazily(r"<!-- saved from url=\(\d+\)(\S+) -->")
_WHOLE_PAGE = "URL Source:"  # with which a program heads a page that it saved as Markdown, menus and all
_MICRODATA = lazily(rb"item[pP]rop")
_EMPTY = 100
_NOTHING = 20
_LITTLE, _START, _OF_SITE = 600, 100, 0.2
_NONE = Embedded([], {})
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


def view_page(decoded: Decoded, url: str | None, profiles: Iterable[Profile]) -> View:
    """Read a page, HTML or dump.

    Args:
        decoded: the page; parsed as it is where it is UTF-8.
        url: its address, where known.
        profiles: site profiles of the user's own, the more trusted first; the built-in ones come after them.
    """
    start = decoded.start
    if not has_structure(start) and not is_markup(text := decoded.text):
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
    remove_jammers(tree, markup)
    remove_popups(tree, markup)
    if saved := _SAVED_FROM.search(start[:4000]):
        url = url or saved[1]
    head = read_head(tree, markup, url=url)
    url = head.canonical or url
    profile = profile_for(profiles, url or head.home)
    marks, stated = selected(profile, tree) if profile else ({}, {})
    outline = tree_lines(tree, marks, first)
    outline = join_side_by_side(join_clipped(outline))
    if _MICRODATA.search(markup):
        head = head._replace(objects=(*head.objects, microdata_object(tree)))
    profiled = "content" in marks.values()
    view = _of(divide(outline, url or "", markup, profiled=profiled, whole=whole))
    shown = _shown(view)
    hidden = _NONE
    if shown < _EMPTY:
        hidden = embedded_document(tree, first + len(outline.rows), everywhere=shown < _NOTHING)
    if hidden.lines:
        view = _with_hidden(view, hidden.lines, lines_without_text(outline))
        head = head._replace(objects=(*head.objects, *filter(None, [hidden.stated])))
    elif shown < _EMPTY and not (profiled or whole) and (entries := dated_entries(outline)):
        view = _of(divide(outline, url or "", markup, profiled=False, only=entries))
    unmatched = profile is not None and bool(profile.select) and not profiled and not view.embedded
    return view._replace(
        head=head,
        url=url,
        profile=profile,
        stated=stated,
        warnings=("profile-selects-nothing",) if unmatched else (),
        page=page,
    )


def _of(divided: Division) -> View:
    return View(divided.lines, divided.near, divided.drops, headings=divided.headings, pages=divided.pages)


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
    whole, numbers = without_doubled_numbers(join_letters(join_runs(join_torn(dump_lines(text)))))
    typed, jammers = without_jammers(part_slide_numbers(part_page_numbers(whole)))
    lines, links = without_link_numbers(without_mirror_marks(with_code(typed, text)))
    stated, count = read_front_matter(text)
    drops = tuple([_new(Drop, (line.number, "front-matter", line.text)) for line in lines if line.number < count])
    url = url or stated.pop("url", None)
    profile = profile_for(profiles, url)
    lines = with_path_joined(lines[len(drops) :])
    if menus := () if drops else menus_above(lines):
        drops = tuple([_new(Drop, (line.number, MENU, line.text)) for line in menus])
        first = lines.index(menus[0])
        lines = [*lines[:first], *lines[first + len(menus) :]]
    lines, icons = without_icons(lines)
    drops = (*drops, *numbers, *jammers, *links, *icons)
    return View(lines, drops=drops, stated=stated, url=url, profile=profile, is_dump=True)


def _with_hidden(view: View, hidden: list[Line], near: Sequence[Line]) -> View:
    """Put the document that the page holds unseen in the place of the little that it shows."""
    shown = tuple(Drop(line.number, "outside-content", line.text) for line in view.lines)
    return view._replace(lines=without_mirror_marks(hidden), near=near, drops=(*view.drops, *shown), embedded=True)
