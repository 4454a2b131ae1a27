"""The list of a text's headings that a site puts above it: below 本文目录, words that no document has over its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

CONTENTS: Final = "page-contents"
_HEADING: Final = lazily(
    r"(?:[-—·【\[]\s?)?(?:本[文页頁]|文章|[页頁]面|全文)(?:[内內]容)?(?:目[录錄]|[导導]航|索引)(?:\s?[】\]:：])?"
)
_NUMBER: Final = lazily(r"^(?:\d{1,2}|[(（]?[一二三四五六七八九十]{1,3}[)）]?)[.、．\s]*")
_TOP: Final = 60  # lines
_LONGEST: Final = 60  # characters of a heading


def mark_contents(lines: Sequence[Line], found: Findings, rules: Rules) -> None:
    """Mark such a list in ``rules`` (in place), as far as its lines stand below again.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
    """
    heads = [at for at, line in enumerate(lines[:_TOP]) if len(line.text) <= _LONGEST and _HEADING.fullmatch(line.text)]
    if not heads or not any(at < heads[0] for at in found):
        return
    below = [_key(line.text) if len(line.text) <= _LONGEST else "" for line in lines]
    stop = heads[0] + 1
    while stop < len(lines) and below[stop] and below[stop] in below[stop + 1 :]:
        stop += 1
    if stop > heads[0] + 1:
        rules.update(dict.fromkeys(range(heads[0], stop), CONTENTS))


def _key(text: str) -> str:
    return key_of(_NUMBER.sub("", text))
