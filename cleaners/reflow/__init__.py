"""Visual lines -> paragraphs: the wrap is learned from the document, the evidence weighed line by line."""

from cleaners.document import Line
from cleaners.reflow.blobs import split_blobs
from cleaners.reflow.chunks import join_chunks
from cleaners.reflow.cut_figures import join_figures
from cleaners.reflow.foot_notes import in_boxes, out_of_boxes
from cleaners.reflow.page_breaks import join_over_pages, turn_pages
from cleaners.reflow.paragraphs import unwrap
from cleaners.reflow.pieces import join_pieces
from cleaners.reflow.rows import with_rows
from cleaners.reflow.seams import at_seams
from cleaners.reflow.sentence_gaps import join_at_stops
from cleaners.reflow.short import join_short

__all__ = ["at_seams", "join_chunks", "reflow", "turn_pages"]


def reflow(lines: list[Line]) -> list[Line]:
    """Return one line a paragraph, heading, item or row; white space and hyphens that a wrap put in alone change.

    Args:
        lines: the document's visual lines in order, furniture and chunk numbers taken out before.

    Repeated while it joins anything, so that what comes out comes out again unchanged.
    """
    lines = in_boxes(join_at_stops(lines))
    given = lines = with_rows(at_seams(lines))
    while (better := split_blobs(at_seams(_unwrapped(lines)))) != lines and len(better) < len(lines):
        lines = better
    read = len(better) < len(given) and any(line.broken for line in given)
    return out_of_boxes(join_figures(join_over_pages(better, read=read)))


def _unwrapped(lines: list[Line]) -> list[Line]:
    if (paragraphs := unwrap(lines)) is lines and (paragraphs := join_pieces(lines)) is lines:
        return join_short(lines)
    return paragraphs
