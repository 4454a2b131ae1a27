"""A page, tree or dump, becomes a list of lines in one pass."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from cleaners.document import Line


def dump_lines(text: str) -> list[Line]:
    """Return the lines of a text dump; empty ones are left out but keep their number."""
    return [
        Line(line.strip(), broken=True, number=number) for number, line in enumerate(text.splitlines()) if line.strip()
    ]


def tree_lines(tree: LexborHTMLParser, marks: dict[int, str]) -> list[Line]:
    """Return every visible line of a page, in order.

    Args:
        tree: the parsed page; not changed.
        marks: label for each subtree that a profile selected, by the ``mem_id`` of its root.
    """
    text = tree.body.text(separator="\n") if tree.body else ""
    return [line._replace(tag="div") for line in dump_lines(text)]
