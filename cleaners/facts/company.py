"""Badges that say something only near others: a bare ``99+`` is a counter of anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaners.facts.finder import TITLE
from cleaners.facts.finding import Finding

_NEAR = 4  # lines


def facts_in(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that state facts, in their order; badges that need company only where they have it."""
    numbers = [finding.line.number for finding in findings if _is_company(finding)]
    return [
        finding
        for finding in findings
        if (finding.facts or finding.rule.access)
        and not (finding.rule.company and min(_distances(finding.line.number, numbers), default=_NEAR + 1) > _NEAR)
    ]


def _is_company(finding: Finding) -> bool:
    return finding.rule is TITLE or (finding.rule.strength == "badge" and not finding.rule.company)


def _distances(number: int, others: Iterable[int]) -> Iterator[int]:
    return (abs(number - other) for other in others)
