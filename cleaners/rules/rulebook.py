"""The general rules, read once from ``rules/*.toml``: what sites write, and which facts they state by it."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from cleaners.package_data import read_table
from cleaners.rules.phrases import Matcher, key_of

STRENGTHS = ("certain", "weak", "badge", "section")


class Rule(NamedTuple):
    """One named rule.

    Attributes:
        name: what ``--drops`` and ``dropped`` call it; that of the table's entry unless it has another.
        strength: ``certain`` is chrome wherever it fills a line; ``weak`` and ``badge`` only among other chrome or at
            the edges of the page; ``section`` opens a part of the page that is the site's.
        ambiguous: a document's own line could read the same (a date); counts only right beside other chrome.
        marker: stands inside the document at page breaks.
        position: such a marker may stand once, above all pages, and then says nothing of how many are shown.
        notice: says that pages are left out.
        whole: says that nothing is left out.
        numbered: the viewer writes the page's number before the text of each page.
        between: stands between the posts of a thread; several such lines are one kind.
        company: counts only near another badge or the title (a bare ``99+`` is a counter of anything).
        named: stands below or behind the name of the member who put the document up.
        access: what a badge of this rule means for ``access``.
        to: how far a section goes: ``end``, ``prose`` or ``notices``.
        folds: a control that folds and unfolds a block.
        folded: a heading of the site's summary where such controls stand beside it.
        own_with: keys of words; where a line below begins with one, the line is a heading of the document's own.
    """

    name: str
    strength: str
    ambiguous: bool = False
    marker: bool = False
    position: bool = False
    notice: bool = False
    whole: bool = False
    numbered: bool = False
    company: bool = False
    between: bool = False
    named: bool = False
    access: str | None = None
    to: str = ""
    folds: bool = False
    folded: bool = False
    own_with: tuple[str, ...] = ()


class Label(NamedTuple):
    """A label that stands before a value: the fact that it names (``none``: the site's own business) and its kind."""

    fact: str
    kind: str


class Rulebook(NamedTuple):
    """All general rules: a matcher over whole lines, the labels, and the phrases of badges."""

    matcher: Matcher[Rule]
    rules: tuple[Rule, ...]
    labels: dict[str, Label]
    badges: tuple[str, ...]


def read_rules(table: dict[str, Any]) -> list[tuple[Rule, list[str]]]:
    """Read rules with their phrases from a parsed rules file.

    Raises:
        ValueError: a rule has no known strength.
    """
    found = []
    for name, entry in table.items():
        known = {key: value for key, value in entry.items() if key not in ("why", "phrases")}
        known.setdefault("name", name)
        known.setdefault("strength", "section")
        known["own_with"] = tuple(map(key_of, known.get("own_with", ())))
        if known["strength"] not in STRENGTHS:
            raise ValueError(f"rule {name}: unknown strength {known['strength']!r}")
        found.append((Rule(**known), list(entry["phrases"])))
    return found


@cache
def rulebook() -> Rulebook:
    """Return the general rules; constant data of the package, compiled at the first call."""
    entries = [
        entry
        for name in ("badges.toml", "chrome.toml", "sections.toml", "threads.toml")
        for entry in read_rules(read_table("rules", name))
    ]
    matcher = Matcher(entries)
    labels = {
        label.lower(): Label("none" if fact.startswith("none") else fact, entry["kind"])
        for fact, entry in read_table("rules", "labels.toml").items()
        for label in entry["labels"]
    }
    badges = tuple(phrase for rule, phrases in entries if rule.strength == "badge" for phrase in phrases)
    return Rulebook(matcher, tuple(rule for rule, _ in entries), labels, badges)
