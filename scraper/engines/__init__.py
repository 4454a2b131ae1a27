"""Local worker processes: a document that hangs, crashes or eats memory is one failed document."""

from scraper.engines.engine import Engine, Failure

__all__ = ["Engine", "Failure"]
