"""The title of a text dump that a breadcrumb leads to, ends with, or alone has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.breadcrumb import STEP, is_open, leads_to_text
from cleaners.facts.finding import BREADCRUMB, Findings
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.strangers import NUMBERED
from cleaners.rules.vocabulary import site_share
from cleaners.titles.site_lines import SITES
from cleaners.titles.title_lines import may_be_title
from cleaners.values import TYPES

_LEAST: Final = 2  # steps above the last one
_CATEGORY: Final = 8  # characters of a step that is no title
_LONGEST_CATEGORY: Final = 16
_LEAST_ALONE: Final = 4  # characters
_BELOW: Final = 8  # lines
_ATTACHED: Final = lazily(r"附件|附錄|附录|相[关關](?:文件|[档檔]案)")
_FILE: Final = lazily(rf"(?i)\.(?:{TYPES})$")
_BRACKETS: Final = lazily(r"(?:\s*[\[【(（][^\[\]【】()（）]{1,8}[\]】)）]\s*)+")


def at_path_end(known: Findings, unknown: Mapping[str, int]) -> int | None:
    """Return the place of the line that a breadcrumb ends with."""
    steps = (STEP.split(finding.facts["category"])[-1] for finding in known.values() if "category" in finding.facts)
    return next((unknown[key] for key in map(key_of, steps) if key in unknown), None)


def ends_path(known: Findings, title: str) -> bool:
    """Tell whether a breadcrumb ends with a title, too long for a category."""
    steps = (STEP.split(finding.facts["category"])[-1] for finding in known.values() if "category" in finding.facts)
    return len(title) > _LONGEST_CATEGORY and any(key_of(step) == key_of(title) for step in steps)


def right_below_path(known: Findings, unknown: Mapping[str, int]) -> int | None:
    """Return the place of the line right below a breadcrumb that this ends with, too long for a category."""
    for at, finding in known.items():
        step = key_of(STEP.split(finding.facts.get("category", ""))[-1])
        if len(step) > _LONGEST_CATEGORY and unknown.get(step) == at + 1:
            return at + 1
    return None


def file_in_path(lines: Sequence[Line], known: Findings) -> str | None:
    """Return the last step of a breadcrumb that is the name of a file, where another line is that as well."""
    for finding in known.values():
        step = STEP.split(finding.facts.get("category", ""))[-1].strip()
        if len(step) < _LEAST_ALONE or not _FILE.search(step) or _FILE.sub("", step).isdecimal():
            continue
        places = [at for at, line in enumerate(lines) if line.text == step]
        if any(not _ATTACHED.search(line.text) for at in places for line in lines[max(0, at - 1) : at]):
            return step
    return None


def bracketed_step(lines: Sequence[Line], known: Findings) -> str | None:
    """Return the last step of a breadcrumb that a line below it is, with words in brackets round it: ``[转帖] T``."""
    for at, finding in known.items():
        step = STEP.split(finding.facts.get("category", ""))[-1] if finding.rule is BREADCRUMB else ""
        if len(step) < _LEAST_ALONE:
            continue
        for line in lines[at + 1 : at + 1 + _BELOW]:
            before, found, behind = line.text.partition(step)
            if found and before + behind and all(not rest or _BRACKETS.fullmatch(rest) for rest in (before, behind)):
                return step
    return None


def below_path(lines: Sequence[Line], known: Findings, places: Sequence[int]) -> int | None:
    """Return the place of the line that a path leads on to, or that stands between a path and facts or behind both."""
    for at, finding in known.items():
        if finding.rule is not BREADCRUMB:
            continue
        if is_open(lines[at].text) and at + 1 in places and may_be_title(lines[at:], 1):
            return at + 1
        *above, last = STEP.split(finding.facts.get("category", ""))
        if not above or len(last) > _CATEGORY:
            continue
        stated = at + 1 in known and known[at + 1].facts
        below = at + 2 if stated else at + 1
        near = stated or any(place in known and known[place].facts for place in (below + 1, below + 2))
        if near and below in places and _is_named(lines[at:], below - at):
            return below
    return None


def _is_named(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is long enough for a title, no heading of a text and none of the site's."""
    text = lines[place].text
    return (
        len(text) > _CATEGORY and may_be_title(lines, place) and not NUMBERED.match(text) and site_share(text) < SITES
    )


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
