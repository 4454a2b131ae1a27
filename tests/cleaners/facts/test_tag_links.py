"""Tags are told by where they lead, near the text."""

from __future__ import annotations

import pytest

from cleaners.document import Line
from cleaners.facts.tag_links import tag_links

LINES = [Line("水库 管护 巡查")]


@pytest.mark.parametrize(
    ("markup", "tags"),
    [
        ('<a href="/tag/1">水库</a> <a href="/tag/2">#管护</a>', "水库、管护"),
        ('<a rel="tag" href="/x">水库</a>、<a class="t" rel="tag" href="/y">巡查</a>', "水库、巡查"),
        ('<a href="/list?tag=1">水库</a><a href="/list?tag=2">管护</a>', "水库、管护"),
        ('<a href="/tag/1">水库</a>', None),  # one link may lead anywhere
        ('<a href="/tag/1">别处</a><a href="/tag/2">没有</a>', None),  # no line shows it
        ("".join(f'<a href="/tag/{number}">水库{number}</a>' for number in range(20)), None),  # all the site's
        ('<a href="/stage/1">水库</a><a href="/stage/2">管护</a>', None),
        ("", None),
    ],
)
def test_a_few_links_in_a_row_that_lead_to_tags_are_those(markup: str, tags: str | None) -> None:
    for above, behind in ((markup.encode(), b""), (b"", markup.encode())):
        found = tag_links((above, behind), LINES)
        assert (found.facts["tags"] if found else None) == tags
