"""A link to the second page of a text tells that it goes on; pagers of other things, and of other pages, do not."""

from __future__ import annotations

import pytest

from cleaners.markup.next_page import leads_to_second_page


@pytest.mark.parametrize(
    "behind",
    [
        '<p>止。</p><a href="3380_2.html">下一页</a>',
        '<div><b>1</b><a href="?page=2">2</a><a href="?page=2">下一页 »</a></div>',
        '<a href="thread-20981-2-1.html" class="nxt"><span>下一頁</span></a>',
        '<p>相关推荐：<a href="9.html">T</a></p><a href="44180_2.html">下一页</a>',
        '<span>Page 1 of 3</span> <a href="/doc/diary?page=2">Next page &raquo;</a>',
    ],
)
def test_link_to_the_second_page(behind: str) -> None:
    assert leads_to_second_page(behind.encode())


@pytest.mark.parametrize(
    "behind",
    [
        "<p>止。</p>",
        '<a href="#">下一页</a>',
        '<a href="javascript:next(2)">下一页</a>',
        '<a href="3381.html">下一页</a>',  # the next article
        '<a href="/t/list_2.html">下一页</a>',
        '<a href="/docs/step-2">Next page</a>',
        '<a href="/news/?page=2">下一页</a>',  # nothing counts pages
        '<b>1</b><a href="/55/photo_2">2</a><a href="/55/photo_2">下一页</a>',
        '<h3>网友评论</h3><p>好</p><a href="?page=2">下一页</a>',
        '<h3>相关文章</h3><a href="?page=2">下一页</a>',
        '<a href="3380.html">上一页</a><a href="3380_2.html">下一页</a>',  # of the last page, to itself
    ],
)
def test_other_links(behind: str) -> None:
    assert not leads_to_second_page(behind.encode())
