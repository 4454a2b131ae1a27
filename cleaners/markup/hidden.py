"""Which parts of a page nobody sees."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.document import HEADINGS
from cleaners.lazily import lazily
from cleaners.markup.elements import Attributes

_HIDING = lazily(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_SIZE = lazily(r"(?:^|[;\s])font-size\s*:\s*([^;]+)", re.I)
_MAY_BE_NO_SIZE = lazily(r"size\s*:\s*0", re.I)  # found in few styles, and quickly
_ZERO = lazily(r"0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:!\s*important\s*)?", re.I)
_LONGEST = 40  # characters of what forums put between lines; a paragraph without a size may be a document
_NO_SIZE = frozenset(("br", "-comment"))  # what may stand beside text without a size
_POPUP = lazily(r"(?i)(?:^|[\s_-])(?:pop(?:up|over)?|tool-?tips?|tips?)(?:$|[\s_-])")
_LINKS = 2
_CONSENT = lazily(r"(?i)\b(?:these|our|uses?) cookies\b|\bcookies (?:allow|enable|may|help|policy)\b")
_SITE_WORD = lazily(  # in the heading of what a site unfolds of its own ...
    r"(?i)\b(?:cookies?|consent|privacy|strictly necessary|filter|menu|comments?|share|report|about us|contact|delivery"
    r"|returns?|payment|sign ?up|subscribe|on this page|contents|price|brand)\b"
    r"|注册|会员|退款|登录|评论|分享|举报|联系(?:我们|客服|方式)|关于我们|目录|筛选|价格|品牌"
)
_FILLER = lazily(r"(?i)\b(?:your|our|us|by|and|how|to|the|this|an?|settings?|policy|all|show|i|do|we)\b|[\W\d_]")
_REST = 4  # ... and letters of such a heading besides
_NUMBERED = lazily(r"\s*(?:[第(（]?[\d一二三四五六七八九十]+[、.．)）章节節部])")
_JAMMER = b'class="jammer"'
_COMMON = frozenset(("display:none", "display:none;", "display: none;", "display: none", "visibility:hidden"))
# What formula engines draw beside the source of a formula, or before they have drawn it.
DRAWN_FORMULAS = (
    ".katex-html, mjx-math, .MathJax, .MathJax_Display, .MathJax_Preview, .MathJax_SVG, .MathJax_CHTML, .mjx-chtml"
)


def hides(attributes: Attributes) -> bool:
    """Tell whether an element's own attributes hide it."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style") or ""
    return ("none" in style or "hidden" in style) and (style in _COMMON or _HIDING.search(style) is not None)


def is_panel(node: LexborNode) -> bool:
    """Tell whether a hidden element is what the heading right before it unfolds: ``<h3><button aria-controls=…>``."""
    name = node.id
    before = _element(node, attrgetter("prev"))
    if not name or before is None or before.tag not in HEADINGS:
        return False
    button = before.css_first("[aria-controls]")
    if button is None or button.attributes.get("aria-controls") != name:
        return False
    if node.css_first("input, select, textarea, form") is not None or _CONSENT.search(node.text()):
        return False
    return not _is_of_site(button.text())


def fills_heading(button: LexborNode) -> bool:
    """Tell whether a button is all that a heading has: its text is the heading, which folds what is below."""
    heading = button.parent
    if heading is None or heading.tag not in HEADINGS or "aria-controls" not in button.attributes:
        return False
    below = _element(heading, attrgetter("next"))
    unfolds = below is not None and below.id == button.attributes["aria-controls"]
    return unfolds and heading.text(deep=False).strip() == "" and not _is_of_site(button.text())


def _element(node: LexborNode, step: Callable[[LexborNode], LexborNode | None]) -> LexborNode | None:
    """Return the nearest element beside one in the direction of a step, over text and comments."""
    beside = step(node)
    while beside is not None and (beside.tag or "").startswith("-"):
        beside = step(beside)
    return beside


def _is_of_site(heading: str) -> bool:
    """Tell whether a heading is one of the site's, and says nothing else: ``12 comments``, ``Filter by price``."""
    rest, count = _SITE_WORD.subn("", heading)
    return count > 0 and len(_FILLER.sub("", rest)) <= _REST and not _NUMBERED.match(heading)


def has_no_size(node: LexborNode, style: str) -> bool:
    """Tell whether an element's own style sets its text in no size, where a short text is all that it has.

    Elements in it may have sizes of their own, by any rule of a style sheet: sites close the gaps between them so.
    """
    sizes = _SIZE.findall(style) if _MAY_BE_NO_SIZE.search(style) else []
    if not sizes or not _ZERO.fullmatch(sizes[-1]) or any(child.tag not in _NO_SIZE for child in node.iter()):
        return False
    return len(node.text().strip()) <= _LONGEST


def remove_jammers(tree: LexborHTMLParser, markup: bytes) -> None:
    """Take out what a forum's software hides in a text against copying, by a rule of its style sheet."""
    if _JAMMER in markup:
        for node in tree.css(".jammer"):
            node.decompose()


def remove_popups(tree: LexborHTMLParser, markup: bytes) -> None:
    """Take the links out of a tree that pop up over a word of a text: ``<span>制度<span class="hot-word-pop"><a>…``.

    Style sheets hide them until a reader points at the word, which half of the links have; nothing else is in there.
    """
    if b"</a></span></span>" not in markup:
        return  # most pages
    for node in tree.css("span > span[class]"):
        if not _POPUP.search(node.attributes.get("class") or ""):
            continue
        held = [*node.iter(include_text=True)]
        before = node.prev
        word = before.text(deep=False).strip() if before is not None and before.tag == "-text" else ""
        if not word or len(held) < _LINKS or any(child.tag != "a" for child in held):
            continue
        if 2 * sum(word in child.text() for child in held) >= len(held):
            node.decompose()
