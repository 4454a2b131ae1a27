"""Pages -> documents in worker processes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from functools import partial

from cleaners.document import Document, Page, Rejected, Rejection
from cleaners.options import CleanOptions
from scraper.engines import Engine, Failure


def clean_page(page: Page | Rejection, options: CleanOptions) -> Document | Rejection:
    """Clean one page; a rejection goes through as it is. Runs in a worker."""
    from cleaners.clean import clean

    if isinstance(page, Rejection):
        return page
    try:
        return clean(
            page.body,
            url=page.url,
            content_type=page.content_type,
            source=page.source,
            fetched_at=page.fetched_at,
            not_after=page.not_after,
            further=page.further,
            options=options,
        )
    except Rejected as error:
        return Rejection(page.source, error.stage, error.reason, error.detail, page.url)


def clean_pages(
    pages: Iterable[Page | Rejection | None], engine: Engine, options: CleanOptions
) -> Generator[Document | Rejection, None, None]:
    """Clean pages in the engine's workers; outcomes in the order of the pages, as they come."""
    work: Callable[[Page | Rejection], Document | Rejection] = partial(clean_page, options=options)
    outcomes: Generator[Document | Rejection | Failure[Page | Rejection], None, None] = engine.map(work, pages, _weight)
    with closing(outcomes):
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                page = outcome.item
                stage = "clean" if outcome.reason == "error" else "worker"
                yield Rejection(page.source, stage, outcome.reason, outcome.detail, page.url)
            else:
                yield outcome


def _weight(page: Page | Rejection) -> int:
    return len(page.body) + sum(map(len, page.further.bodies)) if isinstance(page, Page) else 0
