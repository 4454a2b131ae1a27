"""What can be read without a network: files, folders, standard input, compressed or not; each source yields pages."""

from scraper.sources.read import SKIPPED, read_sources

__all__ = ["SKIPPED", "read_sources"]
