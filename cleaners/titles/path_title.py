"""The title of a text dump that a breadcrumb leads to, ends with, or alone has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.breadcrumb import STEP, is_open, leads_to_text
from cleaners.facts.findings import BREADCRUMB, Findings
from cleaners.rules.phrases import key_of
from cleaners.titles.title_lines import may_be_title

_LEAST: Final = 2  # steps above the last one
_LEAST_ALONE: Final = 4  # characters


def at_path_end(known: Findings, unknown: Mapping[str, int]) -> int | None:
    """Return the place of the line that a breadcrumb ends with."""
    steps = (STEP.split(finding.facts["category"])[-1] for finding in known.values() if "category" in finding.facts)
    return next((unknown[key] for key in map(key_of, steps) if key in unknown), None)


def below_path(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> int | None:
    """Return the place of the line that a path leads on to."""
    below = (at + 1 for at, finding in known.items() if finding.rule is BREADCRUMB and is_open(lines[at].text))
    return next((place for place in below if place in places and may_be_title(lines, place)), None)


def in_path(known: Findings, keys: Sequence[str]) -> str | None:
    """Return the last step of a path of three or more where facts follow it at once and no line is that step."""
    for place, finding in known.items():
        steps = STEP.split(finding.facts.get("category", ""))
        if (
            len(steps) <= _LEAST
            or place + 1 not in known
            or not known[place + 1].facts
            or finding.rule is not BREADCRUMB
        ):
            continue
        if len(steps[-1]) >= _LEAST_ALONE and key_of(steps[-1]) not in keys and not leads_to_text(steps[-1]):
            return steps[-1]
    return None
