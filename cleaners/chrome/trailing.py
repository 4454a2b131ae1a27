"""The last lines of a dump's text that are the site's, where lines of the site follow them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from cleaners.chrome.site_notices import gives_notice
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily
from cleaners.rules.around import turns_pages

TRAILING: Final = "trailing"
_SCRIPT: Final = lazily(r"""[\w.$]{1,24}\(["'][\w-]{1,40}["']\);""")  # a call that a copy left of the page


def drop_trailing(
    lines: Sequence[Line], found: Findings, rules: Rules, topic: Set[str], own: Set[int] = frozenset()
) -> None:
    """Let last lines go (in place) that rules know, turn pages, give notice or call a script, above lines of the site.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        topic: words of sites that the document is about.
        own: the places of lines that are known to be the document's.
    """
    last = next((place for place in reversed(range(len(lines))) if place not in rules), -1)
    if last + 1 == len(lines):
        return
    while last > 0 and last not in rules and last not in own:
        known, text = found.get(last), lines[last].text
        if known and known.rule.strength == "weak" and not (known.rule.ambiguous or known.rule.marker):
            rules[last] = known.rule.name
        elif turns_pages(text) or gives_notice(text, topic) or _SCRIPT.fullmatch(text):
            rules[last] = TRAILING
        else:
            return
        last -= 1
