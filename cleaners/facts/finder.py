"""Compares lines with the phrases of the rules, those of a profile, and a title."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.facts.badges import as_shown, has_torn_number
from cleaners.facts.labels import is_name
from cleaners.lazily import lazily
from cleaners.rules.keys import SIGNS, key_of, keys_of
from cleaners.rules.matcher import Matcher
from cleaners.rules.phrases import TITLE_SIGN
from cleaners.rules.rulebook import Rule, rulebook
from cleaners.values import read_date

SHORT = 100
"""Longest line, in characters, that can be a row of badges."""
PHRASE_LIMIT = 300
"""Longest line, in characters, that is compared with phrases; longer ones are text."""

_TAG = lazily(r"\[[^\[\]]{1,6}\]")
_TITLED = frozenset(
    ("主题:", "标题:", "题目:", "帖子:", "问题:", "帖子主题:", "帖子标题:", "文章标题:", "问:", "原标题:", "原题:")
)
_PATENT = lazily(r"[a-z]{2}\d{6,12}[a-z]\d?-")

_NOTE = lazily(r"\[1\]|\*")  # of the title, at the foot of its page
TITLE = Rule("title-repeated", "certain")

Said = tuple[Rule, dict[str, str]]
"""A rule that speaks of a line, and the facts in it by name."""


class Finder:
    """Compares lines with the phrases of the rules, those of a profile and a title."""

    def __init__(self, title: str | None, own: Matcher[Rule] | None) -> None:
        self._own = own
        self._title = key_of(title) if title else ""
        self._general = rulebook().matcher
        self._ends = self._title[:1], self._title[-1:]

    def keys(self, texts: Sequence[str]) -> list[str]:
        """Return the keys of lines; empty ones of those that are surely too long for a phrase."""
        return keys_of([text if len(text) <= SHORT or self._may_find(text) else "" for text in texts])

    def _may_find(self, text: str) -> bool:
        """Tell by the ends of a long line whether a phrase could be all of it."""
        if len(text) > PHRASE_LIMIT:
            return False
        first, last = SIGNS.get(text[0], text[0].lower()), SIGNS.get(text[-1], text[-1].lower())
        if first == self._ends[0] or last == self._ends[1]:
            return True
        return self._general.may_be_long(first, last) or bool(self._own and self._own.may_be_long(first, last))

    def phrases(self, texts: Sequence[str], keys: Sequence[str]) -> dict[int, Said]:
        """Return what is said of the lines that are one phrase, by their places; empty keys are passed over."""
        places = set(self._general.near(keys))
        if self._own:
            places.update(self._own.near(keys))
        if title := self._title:
            places.update([place for place, key in enumerate(keys) if title in key])
        phrase = self.phrase
        return {place: said for place in sorted(places) if (said := phrase(texts[place], keys[place]))}

    def phrase(self, text: str, key: str | None = None) -> Said | None:
        """Return the rule of a line that is one phrase, and the facts in it."""
        key = key_of(text) if key is None else key
        title = self._title
        if title and title in key:
            if key == title or (key.endswith(title) and _is_before_title(key[: -len(title)])):
                return TITLE, {}
            if key.startswith(title) and _NOTE.fullmatch(key, len(title)):
                return TITLE, {}
            key = key.replace(title, TITLE_SIGN)
        general = self._general.find(key)
        if self._own and (own := self._own.find(key)):
            rule, facts = general or own
            return _as_own(own[0], rule), as_shown(facts | own[1], text)
        if general is None:
            tagged = title and key.endswith(TITLE_SIGN) and _TAG.fullmatch(key, 0, len(key) - 1)
            return (TITLE, {}) if tagged else None
        facts = as_shown(general[1], text)
        if general[0].ambiguous and read_date(facts.get("published", "")) is None:
            return None  # a date that no site has, from before there were any
        if (facts or general[0].access) and (has_torn_number(text) or not is_name(facts.get("author", ""))):
            return None  # several facts in a row
        return general[0], facts


def _is_before_title(key: str) -> bool:
    """Tell whether the key of what stands before a title is a label or the number of a patent."""
    return key in _TITLED or _PATENT.fullmatch(key) is not None


def _as_own(own: Rule, general: Rule) -> Rule:
    """Return the profile's rule, knowing what the general rule for the same line means: a notice, a section."""
    return general._replace(name=own.name, strength="section" if general.to else own.strength, ambiguous=False)
