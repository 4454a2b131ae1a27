"""What can be read without a network: files, folders, standard input, compressed or not; each source yields pages."""

from scraper.sources.read import SKIPPED, holds_one_page, read_sources

__all__ = ["SKIPPED", "holds_one_page", "read_sources"]
