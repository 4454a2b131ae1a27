"""The pure heart of qingwen: bytes in, document out; no files, network, clock or state."""

from cleaners.clean import clean
from cleaners.document import Document, Drop, Line, Metadata, Page, Rejected, Rejection
from cleaners.options import CleanOptions

__all__ = ["CleanOptions", "Document", "Drop", "Line", "Metadata", "Page", "Rejected", "Rejection", "clean"]
