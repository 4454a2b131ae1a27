"""Pages that were saved as Markdown, as readers of pages for machines write them: back to the HTML that they state."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from cleaners.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_LOOKED_AT: Final = 20_000  # characters
_LONGEST: Final = 1_000_000  # characters of a page
_OPEN: Final = 5_000  # brackets that nobody closes, in which the parser takes quadratic time
_DEEP: Final = lazily(r"^(?:[ \t]{40}|(?:> ?){20})", re.MULTILINE)  # the parser leaves out what is nested so
_LINKS: Final = 3
_HEADINGS: Final = 2
_LINK: Final = lazily(r"!?\[[^\[\]\n]*\]\((?:https?:|/|#)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?: \"[^\"\n]*\")?\)")


def is_markdown(text: str) -> bool:
    """Tell whether a text is Markdown: it has links, or headings below the first level, several of either."""
    start = text[:_LOOKED_AT]
    if not has_links(start) and ("\n" + start).count("\n## ") + start.count("\n### ") < _HEADINGS:
        return False
    return can_be_parsed(text)


def can_be_parsed(text: str) -> bool:
    """Tell whether the parser takes a text in time linear in it, and leaves nothing out."""
    is_bounded = len(text) <= _LONGEST and text.count("[") <= 2 * text.count("](") + _OPEN
    return is_bounded and _DEEP.search(text) is None


def has_links(text: str) -> bool:
    """Tell whether a text in Markdown has links as pages of sites have them."""
    found = _LINK.finditer(text[:_LOOKED_AT]) if "](" in text else iter(())
    return len(list(islice(found, _LINKS))) == _LINKS


def to_html(text: str, *, typed: bool = True) -> str:
    """Return the HTML that a text in Markdown states, each of its lines a line.

    What authors of other texts write by chance is left alone: indents are no code, and a row of dashes below a line
    makes no heading. Numbers of lists stay as they were typed.

    Args:
        text: the text in Markdown.
        typed: numbers of lists are text; else they are what a page shows beside the items.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - few pages need it, and it takes longer to import than to read one

    options = {"html": True, "breaks": True, "maxNesting": 100}
    parser = MarkdownIt("commonmark", options).enable("table").disable(["code", "lheading"])
    if typed:
        parser.add_render_rule("list_item_open", _item)
    return str(parser.render(text))


def _item(_renderer: object, tokens: Sequence[Token], at: int, *_: object) -> str:
    """Write the number of an item as its text, in one line with the paragraph that begins the item."""
    if not tokens[at].info:
        return "<li>"
    if tokens[at + 1].type == "paragraph_open":
        tokens[at + 1].hidden = tokens[at + 3].hidden = True
    return f"<li>{tokens[at].info}{tokens[at].markup} "
