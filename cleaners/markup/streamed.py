"""Parts of a page that a server sent later: hidden at its end, with a script that puts each into its place (React)."""

from __future__ import annotations

from itertools import islice
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from cleaners.lazily import lazily

_WAITING: Final = b'<template id="B:'  # long: found to be missing by looks at few of a page's bytes
_CALLS: Final = lazily(r'\$R[CS]\("([BPS]:\w+)","([BPS]:\w+)"')
_MOST: Final = 100  # each is looked for in the whole tree


def put_streamed(tree: LexborHTMLParser, markup: bytes) -> None:
    """Put the parts that were sent later where the page's scripts put them, in the tree.

    Args:
        tree: the parsed page.
        markup: its markup.
    """
    if _WAITING not in markup:
        return  # most pages
    for call in islice(_CALLS.finditer(markup.decode("utf-8", "replace")), _MOST):
        part, place = sorted(call.groups(), reverse=True)  # S: into B: or P:
        sent, waiting = tree.css_first(f'div[hidden][id="{part}"]'), tree.css_first(f'template[id="{place}"]')
        if sent is not None and waiting is not None:
            del sent.attrs["hidden"]
            waiting.replace_with(sent)  # by a copy
            sent.decompose()
