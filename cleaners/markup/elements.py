"""What each HTML element means for a page's lines: the table that the walk looks up."""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborHTMLParser

Attributes = dict[str, str | None]
"""Of an element: an attribute without a value has ``None``."""


class Kind:
    """How the walk treats an element; ``INLINE`` is what unknown elements are, as in browsers.

    ``LEAF``, ``BOX`` and ``ITEM`` are plain blocks: a leaf holds text only, as a rule; boxes are what content is chosen
    by. Plain integers: the walk compares them a hundred thousand times, and an ``IntEnum`` costs twice as much.
    """

    SKIP = 0
    LEAF = 1
    BOX = 2
    ITEM = 3
    INLINE = 4
    LINK = 5
    BREAK = 6
    IMAGE = 7
    LIST = 8
    QUOTE = 9
    PRE = 10
    TABLE = 11
    ROW = 12
    CELL = 13
    RUBY = 14
    MATH = 15
    SCRIPT = 16
    DIALOG = 17
    RAISED = 18


_NAMES: Final[dict[int, str]] = {
    Kind.SKIP: "head style template noscript noembed noframes svg select option optgroup datalist textarea input"
    " iframe object embed canvas audio video map area progress meter link meta title base param source track",
    Kind.LINK: "a",
    Kind.LEAF: "p h1 h2 h3 h4 h5 h6 dt figcaption caption summary legend address hr button",
    Kind.BOX: "div section article main aside nav header footer hgroup search form fieldset details figure center"
    " dl dd body frameset dir",
    Kind.BREAK: "br",
    Kind.IMAGE: "img",
    Kind.LIST: "ul ol menu",
    Kind.ITEM: "li",
    Kind.QUOTE: "blockquote",
    Kind.PRE: "pre listing xmp plaintext",
    Kind.TABLE: "table",
    Kind.ROW: "tr",
    Kind.CELL: "td th",
    Kind.RUBY: "rt",
    Kind.MATH: "math",
    Kind.SCRIPT: "script",
    Kind.DIALOG: "dialog",
    Kind.RAISED: "sup sub",
}


# The parser's numbers of what is no element.
TEXT: Final = 2
COMMENT: Final = 4


def _tables() -> tuple[list[int], dict[int, str]]:
    """Return kind and name by the parser's number of a tag; the kinds up to the highest one of those named above."""
    parser = LexborHTMLParser("")
    kinds = {COMMENT: Kind.SKIP}
    names: dict[int, str] = {}
    for kind, tags in _NAMES.items():
        for tag in tags.split():
            number = parser.create_node(tag).tag_id
            kinds[number] = kind
            names[number] = "div" if kind in (Kind.ROW, Kind.CELL) else tag  # where they only lay out
    return [kinds.get(number, Kind.INLINE) for number in range(max(kinds) + 1)], names


KINDS, NAMES = _tables()
OL, LI, BUTTON = (next(number for number, name in NAMES.items() if name == wanted) for wanted in ("ol", "li", "button"))
LINE_TAGS: Final = {
    number: (name, int(name[1]) if name[0] == "h" and name[1:].isdigit() else 0) for number, name in NAMES.items()
}
"""Tag and heading level of the lines of an element, by the parser's number of its tag."""
