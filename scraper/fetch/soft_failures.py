"""Pages with status 200 that are no documents: login walls, verifications, deleted documents, empty shells.

Documents speak of such things too, and pages of documents ask for a login beside them (to comment, to download). So a
message counts only as a title or a short line of its own, and only where the page has no prose besides.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from cleaners.rules.keys import key_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_MUCH = 6000  # characters shown, links included, from which a page is a document
_PROSE = 60  # characters of sentences beside a message; explanations and apologies of such pages are shorter
_TITLED = 150  # the same where the title is the message
_REST = 250  # characters of anything else that is no link: a list, a table, a poem
_HELD = 150  # characters of a document that the page holds without showing it
_SENTENCE = 8
_LONG = 300  # characters of one paragraph, as no message has them
_MESSAGE = 45  # characters of the longest message
_NARROW = 0.4  # what a character of Latin script counts
_NONE = 20
_BLOCKS = (
    "address,article,aside,blockquote,br,center,dd,div,dl,dt,fieldset,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,"
    "nav,ol,p,pre,section,table,td,th,tr,ul"
)
_SHELL = "needs-javascript"
_UNSEEN = "[hidden],dialog:not([open]),input,select,option,textarea"
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LINK = re.compile("\x02[^\x03\n]*\x03")
_SIGNS = re.compile("[。，！？；,.!?;]")
_POLITE = re.compile(
    r"^(?:[(]?(?:系统|温馨|友情)?提示(?:信息)?[)]?[:,]?)?(?:非常|很)?(?:抱歉|对不起|不好意思|sorry)?[,!.:]*(?=.)"
)
_ENDS = "。.!?,:~… "
_SUFFIX = re.compile(r"\s*[-–—_|｜·]\s*")
_MOUNTS = "#app,#root,#__next,#__nuxt,[data-reactroot],[ng-app]"


class _Rule(NamedTuple):
    detail: str
    whole: re.Pattern[str]
    part: re.Pattern[str]


@cache
def _rules() -> dict[str, _Rule]:
    table = tomllib.loads(files("scraper.fetch").joinpath("soft_failures.toml").read_text(encoding="utf-8"))
    return {
        reason: _Rule(rule["detail"], *(re.compile("|".join(rule[kind])) for kind in ("whole", "part")))
        for reason, rule in table.items()
    }


class _Seen(NamedTuple):
    """What a page shows, weighed: its messages, and how much it says besides."""

    messages: set[str]
    prose: float
    rest: float
    empty: bool


def soft_failure(text: str) -> tuple[str, str] | None:
    """Return reason and detail where a page is no document."""
    from selectolax.lexbor import LexborHTMLParser

    if "<" not in text[:2000]:
        return None
    tree = LexborHTMLParser(text)
    has_scripts, has_password = tree.any_css_matches(("script",)), tree.any_css_matches(('input[type="password"]',))
    title = _title(tree)
    no_script = "\n".join(node.text() for node in tree.css("noscript"))
    tree.strip_tags(["script", "style", "noscript", "template", "head"])
    lines = _lines(tree)
    if lines is None:
        return None
    seen = _weigh(lines)
    if seen.prose < _TITLED and seen.rest < _REST and (titled := _message(title, whole_only=True)):
        return _failure(titled)
    if seen.prose >= _PROSE or seen.rest >= _REST:
        return None
    found = next((reason for reason in _rules() if reason in seen.messages), None)
    if found is None and not seen.prose:
        mounted = has_scripts and (
            seen.empty or tree.any_css_matches((_MOUNTS,)) or _message(no_script, whole_only=False) == _SHELL
        )
        found = "login-wall" if has_password else _SHELL if mounted else None
    return _failure(found) if found and not (found == _SHELL and _holds_document(text)) else None


def _holds_document(text: str) -> bool:
    """Tell whether the page holds a document without showing it: then cleaning finds it."""
    from selectolax.lexbor import LexborHTMLParser

    from cleaners.content.embedded import embedded_document

    lines = embedded_document(LexborHTMLParser(text), 0, everywhere=True).lines
    return sum([len(line.text) for line in lines]) >= _HELD


def _failure(reason: str) -> tuple[str, str]:
    return reason, _rules()[reason].detail


def _title(tree: LexborHTMLParser) -> str:
    """Return the page's title without the name of the site behind it."""
    node = tree.css_first("title")
    return _SUFFIX.split(node.text().strip())[0] if node else ""


def _lines(tree: LexborHTMLParser) -> list[str] | None:
    """Return the lines that a page shows, links between signs; ``None`` where it says too much for a message."""
    body = tree.body
    if body is None or len(body.text()) > _MUCH:
        return None
    if any(len(paragraph.text()) > _LONG for paragraph in body.css("p")):  # most pages are done with here
        return None
    for node in tree.css(_UNSEEN):
        node.decompose()
    for node in tree.css("[style]"):
        if _NOT_SHOWN.search(node.attributes.get("style") or "") and node.parent is not None:
            node.decompose()
    for node in body.css("a,button"):
        node.insert_before("\x02")
        node.insert_after("\x03")
    for node in body.css(_BLOCKS):
        node.insert_before("\n")
        node.insert_after("\n")
    return [line for line in body.text().split("\n") if line.strip()]


def _weigh(lines: list[str]) -> _Seen:
    messages: set[str] = set()
    prose = rest = shown = 0.0
    for line in lines:
        own = _LINK.sub("", line).replace("\x02", "").replace("\x03", "").strip()
        whole = line.replace("\x02", "").replace("\x03", "").strip()
        shown += len(whole)
        if own and (found := _message(whole, whole_only=False)):
            messages.add(found)
        elif _width(own) >= _SENTENCE and _SIGNS.search(own):
            prose += _width(own)
        else:
            rest += _width(own)
    return _Seen(messages, prose, rest, shown < _NONE)


def _message(line: str, *, whole_only: bool) -> str | None:
    """Return the reason that a line gives, where it is such a message."""
    if not line or _width(line) > _MESSAGE:
        return None
    key = key_of(line).strip(_ENDS)
    plain = _POLITE.sub("", key)
    for reason, rule in _rules().items():
        if rule.whole.fullmatch(plain) or (not whole_only and rule.part.search(key)):
            return reason
    return None


def _width(text: str) -> float:
    """Return how much a text says: characters, those of ASCII at less."""
    narrow = sum(map(str.isascii, text))
    return len(text) - narrow + _NARROW * narrow
