"""What stands between the title and the text of a page with markup, as the head of a text copy is read."""

from __future__ import annotations

import pytest

from cleaners import clean

PROSE = "去年冬天我们在河边住了一个月，每天早上都能看见打渔的船从雾里出来，船头站着一只鸬鹚，船家话不多。"
PAGE = """<html><head><title>河边的一个月 - 江河手记</title></head><body>
<div class="top"><h1>河边的一个月</h1>{head}</div>
<div class="article"><p>{prose}</p><p>{prose}</p><p>{prose}</p></div></body></html>"""


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("<div>陆离 2012-03-04 10:10:10</div>", {"author": "陆离", "published": "2012-03-04"}),
        ("<div>2021/03/04 收录</div><div>翻看 345</div><div>取走 6</div>", {"views": 345, "downloads": 6}),
        ("<div>陆离</div><div>上传于 2021-03-04</div><div>热度 345</div><div>全文12页</div>", {"page_count": 12}),
        ("<div>江河手记</div><div>2021-03-04 10:22</div><div>阅读 345</div>", {"author": None, "views": 345}),
        ("<a>把这篇存成文件</a><div>2021-03-04</div>", {"author": None, "published": "2021-03-04"}),
    ],
)
def test_lines_between_title_and_text_state_facts(head: str, facts: dict[str, object]) -> None:
    record = clean(PAGE.format(head=head, prose=PROSE).encode(), not_after="2024-01-01").to_dict()
    assert {name: record[name] for name in facts} == facts
