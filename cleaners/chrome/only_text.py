"""Prose among what a site wrote, where nothing else is left: a document of one paragraph between two pages' marks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from cleaners.chrome.site_notices import gives_notice, is_notice
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily
from cleaners.rules.readers import calls_readers, greets, speaks_to_readers
from cleaners.rules.vocabulary import site_share

_LEAST: Final = 24  # characters of a paragraph
_OF_SITES: Final = 0.15  # share of a site's words in a line that may speak of a site
_ENDED: Final = lazily(r"[。！？!?.…][”’」』\"]?$")


def keep_only_text(lines: Sequence[Line], found: Findings, rules: Rules, beside: Collection[str]) -> None:
    """Take paragraphs that no rule knows out of ``rules`` (in place), if these leave hardly a line.

    Args:
        lines: the lines of a page.
        found: what the rules found in them.
        rules: the rule by which each line is removed.
        beside: the rules that speak of a line's place alone.
    """
    if sum(len(line.text) for place, line in enumerate(lines) if place not in rules) >= _LEAST:
        return
    for place, rule in list(rules.items()):
        if rule in beside and place not in found and _is_paragraph(lines[place].text):
            del rules[place]


def _is_paragraph(text: str) -> bool:
    if len(text) < _LEAST or not _ENDED.search(text) or site_share(text) >= _OF_SITES:
        return False
    return not (is_notice(text) or gives_notice(text) or speaks_to_readers(text) or calls_readers(text) or greets(text))
