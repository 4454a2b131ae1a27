"""What findings tell of the lines near them: a path or a row of facts stands beside a title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.site_notices import is_hint
from cleaners.document import Line
from cleaners.facts.breadcrumb import leads_to_text
from cleaners.facts.finding import BREADCRUMB, LABEL_PAIR, LABELS, Finding, Findings, is_title
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.others import heads_others, introduces
from cleaners.rules.presented import PRESENTING
from cleaners.rules.strangers import is_prose

_SECONDS: Final = lazily(r"\d:\d\d:\d\d")
_LABEL: Final = lazily(r"([^:：]{2,12})[:：]")
SITE_HEAD: Final = "site-head"
_TOP: Final = 60  # lines
_THING: Final = 2  # characters of what such headings name
_SEVERAL: Final = frozenset(("published", "views", "downloads", "file_size", "page_count", "doc_type"))


def is_way(finding: Finding | None) -> bool:
    """Tell whether a line is a breadcrumb that says so itself: what stands above it is the site's."""
    return finding is not None and finding.rule is BREADCRUMB and leads_to_text(finding.line.text)


def is_presenting(finding: Finding | None) -> bool:
    """Tell whether a line is the sentence by which an editor presents the text below it."""
    return finding is not None and finding.rule is PRESENTING


def is_row(finding: Finding | None) -> bool:
    """Tell whether a line is several labels with values of which a site states one."""
    if finding is None or not finding.facts:
        return False
    return finding.rule in (LABELS, LABEL_PAIR) or len(_SEVERAL.intersection(finding.facts)) > 1


def is_post_stamp(finding: Finding | None) -> bool:
    """Tell whether a line says who put a post up and when, to the second."""
    return (
        finding is not None
        and {"author", "published"} <= finding.facts.keys()
        and bool(_SECONDS.search(finding.line.text))
    )


def stands_as_hint(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether a line of a tree is a hint to readers, right between two of the site's; pictures part nothing."""
    below = place + 1
    while below < len(lines) and lines[below].tag == "img":
        below += 1
    return bool(lines[place].tag) and place - 1 in found and below in found and is_hint(lines[place].text)


def heads_again(lines: Sequence[Line], found: Findings, body: range) -> set[int]:
    """Return the places of a site's further headings over parts of a text: 标准内容, where 标准简介 stands above."""
    heads = [at for at in found if found[at].rule.name == SITE_HEAD and not lines[at].tag]
    above = {key_of(lines[at].text)[:_THING] for at in heads if at < body.start}
    return {at for at in heads if at in body and key_of(lines[at].text)[:_THING] in above}


def offers_others(line: Line) -> bool:
    """Tell whether a tree's last line links other documents behind a label, or is an editor's who offers the text."""
    if not line.tag:
        return False
    if line.links:
        label = _LABEL.match(line.text)
        return label is not None and heads_others(label[1])
    return introduces(line.text)


def listed_title(lines: Sequence[Line], found: Findings) -> int:
    """Return the place of the title at the top that facts of the page stand right below, and which stands above.

    There it stands in the site's list of chapters, not over a text; -1 without one.
    """
    titles = [place for place in sorted(found) if place < _TOP and is_title(found[place].rule)]
    below = {place: found[place + 1].facts.keys() for place in titles[1:] if place + 1 in found}
    stamped = [place for place, facts in below.items() if len(_SEVERAL & facts) > 1]
    listed = stamped and not any(is_prose(line) for line in lines[titles[0] : stamped[-1]])
    return stamped[-1] if listed else -1
