"""Who put a document up: the name above the button to follow him, over what the site counts for him and says of him."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.finding import Finding, is_title
from cleaners.facts.member_card import COUNTED, SILENT, STANDING
from cleaners.facts.names import IN_CAPITALS
from cleaners.lazily import lazily
from cleaners.rules.vocabulary import site_share

DECORATION: Final = "-—–=*~～·•◆■▌|【】[] "
"""Signs that stand round what a line says."""
_FACTS: Final = 4  # lines between the name of who put the document up and the button to follow
_LINKED: Final = 0.9
_NAME: Final = lazily(r"(?![\d.]+$)[\w*.·@-]{2,16}")
_MEMBER: Final = lazily(r"\S+(?: [^\s\d]{2,6} ?\d[\d.,]*[万千wkKW+]*[篇份人个]?)+")  # 弱电老兵 文档 731 粉丝 81
_OF_SITES: Final = 0.4  # share of a site's words that makes a word the site's
_SHORT_LINE: Final = 40  # characters


def name_above(lines: Sequence[Line], place: int, before: Sequence[Finding]) -> Finding | None:
    """Return the author: a word that no rule knows, above the button to follow its owner or the facts over that."""
    facts = {one.line.number for one in before if one.facts or one.rule is LABELLED}
    at = place - 1
    while at >= 0 and place - at <= _FACTS and (lines[at].number in facts or _is_of_card(lines[at].text)):
        at -= 1
    if at < 0 or any(one.line.number == lines[at].number for one in before):
        return None
    if at and _says_of_member(lines[at], lines[at - 1], before):
        at -= 1  # below it, what he says of himself
    line = lines[at]
    if line.tag == lines[place].tag == "li":
        return None  # items of a menu: 发现, 关注
    name = line.text.partition(" ")[0] if _MEMBER.fullmatch(line.text) else line.text
    if not (_NAME.fullmatch(name) or IN_CAPITALS.fullmatch(name)) or site_share(name) >= _OF_SITES:
        return None
    if (
        at > 1
        and not line.tag
        and any(is_title(one.rule) and one.line.number == lines[at - 2].number for one in before)
    ):
        above = lines[at - 1].text  # right below the title, what he is between it and the button
        if _NAME.fullmatch(above) and site_share(above) < _OF_SITES:
            name, line = above, lines[at - 1]
    return Finding(LABELLED, {"author": name}, line)


def _says_of_member(line: Line, above: Line, before: Sequence[Finding]) -> bool:
    """Tell whether a line below a name is what a member says of himself."""
    if line.tag:
        return not line.links and _leads_to_member(above, before)
    return len(line.text) <= _SHORT_LINE and not _NAME.fullmatch(line.text) and _may_be_member(above, before)


def _is_of_card(text: str) -> bool:
    return text in DECORATION or any(kind.fullmatch(text) for kind in (COUNTED, STANDING, SILENT))


def _leads_to_member(line: Line, before: Sequence[Finding]) -> bool:
    """Tell whether a line is nothing but a link with a name that no rule knows."""
    return line.links > _LINKED and _may_be_member(line, before)


def _may_be_member(line: Line, before: Sequence[Finding]) -> bool:
    known = any(one.line.number == line.number for one in before)
    return not known and _NAME.fullmatch(line.text) is not None and site_share(line.text) < _OF_SITES
