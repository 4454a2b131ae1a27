"""Text and facts in the script, punctuation and leaders that the options ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cleaners.characters.debris import without_leaders
from cleaners.document import Line, Metadata
from cleaners.options import CleanOptions


def converted(lines: list[Line], facts: Metadata, options: CleanOptions) -> tuple[list[Line], Metadata]:
    """Convert the text as a whole, so that its region is judged by all of it, and the facts that are text."""
    if options.leaders == "drop":
        lines = [line._replace(text=without_leaders(line.text)) for line in lines]
    if options.script == "keep" and options.punctuation == "keep":
        return lines, facts
    from cleaners.characters.script import converter  # noqa: PLC0415 - patterns that most runs never need

    text = "\n".join([line.text for line in lines])
    rewrite, script_only = converter(text, options), converter(text, replace(options, punctuation="keep"))
    lines = [line._replace(text=(script_only if line.tag == "pre" else rewrite)(line.text)) for line in lines]
    return lines, rewritten(facts, rewrite)


def rewritten(facts: Metadata, rewrite: Callable[[str], str]) -> Metadata:
    """Rewrite the facts that are text."""
    return replace(
        facts,
        title=rewrite(facts.title or "") or None,
        author=rewrite(facts.author or "") or None,
        summary=rewrite(facts.summary or "") or None,
        category=tuple(filter(None, map(rewrite, facts.category or ()))) or None,
        tags=tuple(filter(None, map(rewrite, facts.tags or ()))) or None,
    )
