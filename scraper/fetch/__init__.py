"""The fetcher: polite, bounded, safe."""

from scraper.fetch.archive import Archive
from scraper.fetch.fetcher import Fetcher
from scraper.fetch.options import Fetched, FetchOptions, FetchRequest

__all__ = ["Archive", "FetchOptions", "FetchRequest", "Fetched", "Fetcher"]
