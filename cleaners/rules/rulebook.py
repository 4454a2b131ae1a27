"""The general rules, read once from ``rules/*.toml``: what sites write, and which facts they state by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from cleaners.lazily import lazily
from cleaners.package_data import read_table
from cleaners.rules.keys import key_of
from cleaners.rules.matcher import Matcher

_OF_OTHERS = lazily("(?:相关|相關|相似|类似|同类|猜你|猜您|为你|为您|為您|你可能|您可能|大家).{2,8}")
"""Headings over other documents that may have a colon; most words with one are labels of a document's own."""
_WORDS = lazily("<([a-z]+)>")
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
        transcript: heads slides, each of which begins with its number.
        named: stands below or behind the name of the member who put the document up.
        access: what a badge of this rule means for ``access``.
        above: stands above a text only; below prose it is the text's own.
        below: stands below a text only; right over prose it is the text's own.
        to: how far a section goes: ``end``, ``prose`` or ``notices``.
        folds: a control that folds and unfolds a block.
        opens: a heading right over the document's text.
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
    transcript: bool = False
    access: str | None = None
    above: bool = False
    below: bool = False
    to: str = ""
    folds: bool = False
    opens: bool = False
    folded: bool = False
    own_with: tuple[str, ...] = ()


class Label(NamedTuple):
    """A label that stands before a value.

    Attributes:
        fact: what it names; ``none``: the site's own business.
        kind: of the value, as in phrases.
        act: it says what a site does or counts (上传时间, 浏览次数), as no document says it of what it is about.
        by: who did it can stand behind it as well.
    """

    fact: str
    kind: str
    act: bool = False
    by: bool = False


class Rulebook(NamedTuple):
    """All general rules: a matcher over whole lines, the labels, and the phrases of badges."""

    matcher: Matcher[Rule]
    rules: tuple[Rule, ...]
    labels: dict[str, Label]
    badges: tuple[str, ...]


def read_rules(table: dict[str, Any], words: Mapping[str, Sequence[str]]) -> list[tuple[Rule, list[str]]]:
    """Read rules with their phrases from a parsed rules file.

    Args:
        table: the file.
        words: what ``<name>`` in a phrase stands for; the phrase then stands for one phrase a word.

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
        phrases = [one for phrase in entry["phrases"] for one in _spelt_out(phrase, words)]
        if known["strength"] == "section":
            phrases += [f"{phrase}:" for phrase in phrases if _OF_OTHERS.fullmatch(phrase)]
        found.append((Rule(**known), phrases))
    return found


def _spelt_out(phrase: str, words: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the phrases that one with words in angle brackets stands for."""
    phrases = [phrase]
    for name in _WORDS.findall(phrase):
        phrases = [one.replace(f"<{name}>", word) for one in phrases for word in words[name]]
    return phrases


@cache
def rulebook() -> Rulebook:
    """Return the general rules; constant data of the package, compiled at the first call."""
    words = read_table("rules", "things.toml")["words"]
    entries = [
        entry
        for name in ("badges.toml", "chrome.toml", "sections.toml", "threads.toml")
        for entry in read_rules(read_table("rules", name), words)
    ]
    matcher = Matcher(entries)
    labels: dict[str, Label] = {}
    for fact, entry in read_table("rules", "labels.toml").items():
        named = "none" if fact.startswith("none") else fact.partition("-")[0]
        acts = [root + end for root in entry.get("roots", ()) for end in entry["ends"]]
        labels.update(dict.fromkeys(map(str.lower, entry["labels"]), Label(named, entry["kind"])))
        labels.update(dict.fromkeys(acts, Label(named, entry["kind"], act=True)))
        labels.update(dict.fromkeys(entry.get("by", ()), Label(named, entry["kind"], by=True)))
    badges = tuple(phrase for rule, phrases in entries if rule.strength == "badge" for phrase in phrases)
    return Rulebook(matcher, tuple(rule for rule, _ in entries), labels, badges)
