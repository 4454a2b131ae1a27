"""What is found in a line: by which rule, and the facts that it states."""

from __future__ import annotations

from typing import Final, NamedTuple

from cleaners.document import Line
from cleaners.facts.finder import TITLE
from cleaners.facts.marked_items import FILE_NAME
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule

PLANTED = Rule("planted-words", "certain")
READERS = Rule("to-readers", "weak")
LABELS = Rule("labelled-facts", "certain")
LABEL_PAIR = Rule("labelled-facts", "badge")
LABEL = Rule("labelled-fact", "badge", ambiguous=True)
BREADCRUMB = Rule("breadcrumb", "badge")
STAMP: Final = "post-stamp"
"""Rule of lines that say who wrote a post and when."""
OF_FILES: Final = frozenset(("page_count", "file_size", "doc_type"))
"""Facts that any file has."""
COUNTS: Final = frozenset(("views", "views_text", "downloads"))
"""Facts that a site counts, of whatever it shows."""
READING_TIME: Final = "reading-time"
"""Rule of what stands between a title and its text."""
_LABEL: Final = lazily(r"[^\W\d_]{2}\s?[:：]")


class Finding(NamedTuple):
    """A line that a rule speaks of: the rule, the facts in it by name, and the line as shown."""

    rule: Rule
    facts: dict[str, str]
    line: Line


Findings = dict[int, Finding]
"""Findings by the place of their line in a list of lines."""

Rules = dict[int, str]
"""The rule by which a line is removed, by its place in a list of lines."""


def has_label(rule: Rule) -> bool:
    """Tell whether a rule is that of a label with its value, or of several."""
    return rule.name in (LABEL.name, LABELS.name)


def states(finding: Finding) -> bool:
    """Tell whether a finding states a fact, what the document costs included."""
    return bool(finding.facts) or finding.rule.access is not None


def is_title(rule: Rule) -> bool:
    """Tell whether a rule finds the title: alone, or as the name of the file."""
    return rule is TITLE or rule.name == FILE_NAME


def shows_label(finding: Finding) -> bool:
    """Tell whether a label with a colon stands in the line of a finding."""
    return _LABEL.search(finding.line.text) is not None


def is_bare_badge(finding: Finding) -> bool:
    """Tell whether a finding states type, size or pages of a file without a label."""
    return bool(finding.facts) and finding.facts.keys() <= OF_FILES and not shows_label(finding)
