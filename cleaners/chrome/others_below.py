"""Lists of other documents below the text of a dump, whatever stands in their lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.chrome.alignment import letters_of
from cleaners.chrome.site_notices import gives_notice
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily
from cleaners.rules.others import heads_others

_CUT: Final = ("...", "…")
_MORE: Final = frozenset(("More information", "More Information"))  # a heading of viewers and of documents
_TITLE: Final = 8  # characters
_LISTED: Final = 400  # lines at the end of a text in which a list of others is
_STOPS: Final = "。！？.!?"
_HEADING: Final = 12  # characters of a heading over such a list
_PROSE: Final = lazily(r".{30,}[。！？…”]$")
_MOST: Final = 0.5  # of what a dump says, at the most, is a list of others
_NEAR: Final = 2  # lines beside such a heading that are the site's; entries with a day; lines of the last one
_ENTRY: Final = 4  # lines of an entry
_PLACE: Final = 40  # characters of where something happened
_SOURCE: Final = lazily(r"[A-Z][^\W\d_]+(?:[ .'-]+[A-Z]?[^\W\d_]+)*, [A-Z]{2}[\w-]\S{2,38}")
_HOST: Final = lazily(r"\.(?:com|org|net|news|tv|co)$")
_MORE_BEHIND: Final = (" More information", " More Information")
_READ: Final = 12  # lines in which the first entries are


def dated_list(lines: Sequence[Line], found: Findings, body: range) -> int:
    """Return the place of a heading of others whose first entries have a day each, in a line of its own.

    ``body.stop`` where there is none, or where a paragraph stands further down: a document can list others as well.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        body: the places of the document's own lines as far as they are known.
    """
    for place in body[1:]:
        if not heads_others(lines[place].text):
            continue
        near = range(place + 1, min(place + 1 + _READ, len(lines)))
        days = [at for at in near if at in found and found[at].facts.keys() == {"published"}]
        if len(days) < _NEAR or any(after - at > _ENTRY for at, after in pairwise([place, *days])):
            continue
        if not any(is_paragraph(lines[at]) for at in range(days[-1] + _NEAR, body.stop)):
            return place
    return body.stop


def teased_list(lines: Sequence[Line], body: range) -> int:
    """Return the place of a heading of others below which all is beginnings of texts; else ``body.stop``.

    Each is cut by dots, or stands below its title, with which it begins.

    Args:
        lines: the lines of a dump.
        body: the places of the document's own lines as far as they are known.
    """
    for place in body[1:][-_LISTED:]:
        text = lines[place].text
        if not (heads_others(text) or text in _MORE):
            continue
        below = [lines[at].text for at in range(place + 1, body.stop) if lines[at].text != text]
        if not below and text in _MORE and _are_titled([line.text for line in lines[body.stop : body.stop + _NEAR]]):
            return place  # the site's begin right below
        if len(below) >= _NEAR and (all(text.endswith(_CUT) for text in below) or _are_titled(below)):
            return place
    return body.stop


def sourced_list(lines: Sequence[Line], body: range) -> int:
    """Return the place of the first of the articles that a reader of news shows below one; else ``body.stop``.

    Each is where it happened and where it was printed, run together (``Dalby, MIdalbynews.com``), a headline, a teaser.

    Args:
        lines: the lines of a dump.
        body: the places of the document's own lines as far as they are known.
    """
    texts = {at: lines[at].text for at in body[1:][-_LISTED:] if ", " in lines[at].text[:_PLACE]}
    sources = [at for at, text in texts.items() if len(text) <= 2 * _PLACE and _SOURCE.fullmatch(text)]
    printed = [at for at in sources if _HOST.search(lines[at].text)]
    apart = all(1 < after - at <= _ENTRY for at, after in pairwise(sources))
    return sources[0] if len(printed) >= _NEAR and len(sources) > _NEAR and apart else body.stop


def informed_list(lines: Sequence[Line], body: range) -> int:
    """Return the place of the first title below which a text begins alike, breaks off and leads on; else ``body.stop``.

    Args:
        lines: the lines of a dump.
        body: the places of the document's own lines as far as they are known.
    """
    leads = [at for at in range(body.start + _NEAR, len(lines)) if lines[at].text.endswith(_MORE_BEHIND)]
    cut = [at for at in leads if lines[at].text[: -len(_MORE_BEHIND[0])][-1:] not in _STOPS]
    titled = [at for at in cut if _begins_alike(lines[at - 1].text, lines[at].text)]
    if len(titled) < _NEAR or 2 * len(titled) <= len(leads):
        return body.stop
    below = [line.text for line in lines[titled[-1] + 1 :] if len(line.text) > _PLACE and line.text[-1] in _STOPS]
    return min(titled[0] - 1, body.stop) if all(map(gives_notice, below)) else body.stop  # a catalogue goes on


def _begins_alike(title: str, text: str) -> bool:
    letters = letters_of(title[:_PLACE])
    return len(title) >= _TITLE and len(title) < len(text) and letters_of(text[: 2 * _PLACE]).startswith(letters)


def _are_titled(texts: Sequence[str]) -> bool:
    """Tell whether lines are titles, and below each the beginning of a text that has it, cut off: no list of terms."""
    pairs = [*zip(texts[::2], texts[1::2], strict=False)]
    return 0 < 2 * len(pairs) == len(texts) and all(
        len(title) >= _TITLE and text.startswith(title.rstrip(".…")) and text[-1] not in _STOPS for title, text in pairs
    )


def drop_below_others(lines: Sequence[Line], rules: Rules) -> None:
    """Let the lines below a heading of other documents go (in place) where it and its neighbours went already.

    Nothing goes where a paragraph stands below, other than a notice.

    Args:
        lines: the lines of a dump.
        rules: the rule by which each line is removed so far.
    """
    kept = [place for place in range(len(lines)) if place not in rules]
    paragraph = next((place for place in reversed(kept) if is_paragraph(lines[place])), None)
    last = min(kept, default=len(lines)) if paragraph is None else paragraph
    for head in range(last + 1, len(lines)):
        text = lines[head].text
        if head not in rules or len(text) > _HEADING or not heads_others(text):
            continue
        if all(at in rules for at in range(head - _NEAR, min(head + _NEAR + 1, len(lines)))):
            below = [at for at in kept if at > head]
            said = [sum([len(lines[at].text) for at in places]) for places in (below, kept)]
            if paragraph is not None or said[0] <= _MOST * said[1]:  # a text without full stops stands there
                rules.update((at, rules[head]) for at in below)
            return


def is_paragraph(line: Line) -> bool:
    """Tell a paragraph of a document: long, ended as a sentence, no notice of a site."""
    return _PROSE.match(line.text) is not None and not gives_notice(line.text)
