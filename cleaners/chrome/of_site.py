"""Lines at the edges of a text dump that name the document or the site: ``Transcript of T``, ``问答站 m.example.com``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.findings import Finding, Findings
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule
from cleaners.rules.vocabulary import site_share

NAMED: Final = Rule("document-named", "badge")
HOST: Final = Rule("site-named", "weak")
ALBUM: Final = Rule("album", "certain")
_EDGE: Final = 40  # lines at either end
_LONGEST: Final = 300  # characters
_LONGEST_HOST: Final = 80
_LEAST: Final = 6  # characters of a title that is known when it stands in a sentence
_OF_SITES: Final = 0.3  # share of a site's words beside the title
_CUT: Final = ".… "
_QUOTES: Final = "\"'“”《》「」『』【】"
_PUBLIC: Final = (".gov", ".edu", ".org", ".gov.cn", ".edu.cn", ".org.cn", ".ac.cn", ".gov.tw", ".edu.tw")
_MAIL: Final = lazily(r"\w@\w|(?:网址|網址|邮箱|網站|网站|website|e-?mail)\s?[:：]")
_PICTURES: Final = lazily(r"[(（]\d{1,3}[张張][)）]$")


def find_of_site(lines: Sequence[Line], found: Findings, title: str | None, site: str | None) -> None:
    """Find such lines among the first and the last ones of a dump, in ``found`` (in place).

    Args:
        lines: lines in page order.
        found: what the rules found in them.
        title: the document's title.
        site: the registrable host of the page.
    """
    size = len(lines)
    name = (title or "").rstrip(_CUT)
    host = site if site and not site.endswith(_PUBLIC) else None
    for place in (*range(min(_EDGE, size)), *range(max(_EDGE, size - _EDGE), size)):
        text = lines[place].text
        if place not in found and len(text) <= _LONGEST:
            if place < _EDGE and len(name) >= _LEAST and name in text and _names(text, name):
                found[place] = Finding(NAMED, {}, lines[place])
            elif host and len(text) <= _LONGEST_HOST and host in text.lower() and not _MAIL.search(text):
                found[place] = Finding(HOST, {}, lines[place])
    _find_albums(lines, found)


def _names(text: str, name: str) -> bool:
    """Tell whether what stands beside the title in a line is words of a site."""
    rest = text.replace(name, " ").strip(_QUOTES + _CUT)
    return bool(rest) and site_share(rest) >= _OF_SITES


def _find_albums(lines: Sequence[Line], found: Findings) -> None:
    """Find the name of an album twice, once with the number of its pictures: ``T`` over ``T(7张)``."""
    for place in range(1, len(lines)):
        text = lines[place].text
        if text[-1] in ")）" and (count := _PICTURES.search(text)) and text[: count.start()] == lines[place - 1].text:
            found.update({at: Finding(ALBUM, {}, lines[at]) for at in (place - 1, place)})
