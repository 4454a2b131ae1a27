"""Counts beside icons are read by the titles of their elements."""

from __future__ import annotations

import pytest

from cleaners.document import Line
from cleaners.facts.titled_values import titled_values

LINES = [Line("3,582 146")]


@pytest.mark.parametrize(
    ("markup", "facts"),
    [
        (
            '<b title="浏览量"><svg><path d="M0"></path></svg><em>3,582</em></b><li title="下载次数"><i></i>146</li>',
            {"views": "3,582", "downloads": "146"},
        ),
        ('<b aria-label="阅读">3,582</b>', {"views": "3,582"}),
        ('<i title="浏览量"></i>3,582<i title="浏览量"></i>146<br>', {}),  # a list of documents
        ('<i title="点赞有惊喜"></i>146', {}),
        ('<i title="浏览量"></i>9999', {}),  # no line shows it
        ("", {}),
    ],
)
def test_a_number_is_what_its_title_says(markup: str, facts: dict[str, str]) -> None:
    found = {fact: value for one in titled_values(markup.encode(), LINES, set()) for fact, value in one.facts.items()}
    found.pop("views_text", None)
    assert found == facts


def test_what_is_known_is_not_looked_for() -> None:
    markup = '<b title="浏览量">3,582</b>'.encode()
    assert not list(titled_values(markup, LINES, {"views", "downloads", "page_count"}))
