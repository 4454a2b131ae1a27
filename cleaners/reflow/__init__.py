"""Hard-wrapped lines -> paragraphs: the wrap is learned from the document, the evidence weighed line by line."""

from cleaners.reflow.chunks import join_chunks
from cleaners.reflow.paragraphs import reflow

__all__ = ["join_chunks", "reflow"]
