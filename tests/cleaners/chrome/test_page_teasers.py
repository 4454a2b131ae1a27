"""The first words of pages, listed above a text, are a site's; the contents of a document are its own."""

import pytest

from cleaners.chrome.page_teasers import TEASER, find_page_teasers
from cleaners.document import Line
from cleaners.facts.finding import Findings

PAGES = (
    "The weir was built of oak in the year of the great flood, and it has been mended with oak ever since that day.",
    "Eels are counted at the grating by the miller, who is paid a penny for each dozen that he lets pass upstream.",
)
TEASERS = tuple(f"Page {number}: {text[:90]}" for number, text in enumerate(PAGES, 1))


def _found(*texts: str) -> Findings:
    found: Findings = {}
    find_page_teasers([Line(text) for text in texts], found)
    return found


def test_first_words_that_the_text_has_again_are_found_and_count_its_pages() -> None:
    found = _found("The Weir", "2", *TEASERS, *PAGES)
    assert [*found] == [2, 3]
    assert all(one.rule is TEASER for one in found.values())
    assert found[2].facts == {"page_count": "2"}
    assert not _found("The Weir", *TEASERS, *PAGES)[1].facts


@pytest.mark.parametrize(
    "texts",
    [
        (*TEASERS, PAGES[0]),  # the text lacks one
        ("Page 1: The weir", "Page 2: Eels", *PAGES),  # too short
        (*TEASERS, *(text[:90] for text in PAGES), *PAGES),  # headings of their own
        (TEASERS[0], *PAGES),  # one
        *[(*(f"Page {at}: {text}" for at, text in enumerate(PAGES, 1)), " ".join(PAGES))],  # whole sentences
    ],
)
def test_other_lines_are_not(texts: tuple[str, ...]) -> None:
    assert not _found(*texts)
