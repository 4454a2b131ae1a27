"""Lists of addresses: listing pages, sitemaps, feeds, in the shapes that sites give them."""

from __future__ import annotations

import gzip
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.collection.addresses import ListError, absolute, passes
from scraper.collection.feed import read_feed
from scraper.collection.listing import read_listing
from scraper.collection.rows import Found
from scraper.collection.sitemap import Child, read_sitemap

LISTING = """<html><head><meta charset="gbk"><title>演讲稿</title></head><body>
<div class="top"><a href="/">首页</a> <a href="/login.html">登录</a> <a href="/vip">开通会员,畅享海量文档</a></div>
<nav><a href="/cat/1001.html">党政公文范文大全集</a></nav>
<ul class="list">
 <li><a href="doc/20431.html"><b>镇长在春季植树动员会上的讲话</b></a> <a href="/user/7">李</a></li>
 <li><a href="//docs.example.org/p-77812.html#top" title="新学期开学典礼校长致辞">新学期…</a></li>
 <li><a href="/view?id=ab3">How we keep the reading room open in winter</a></li>
 <li><a href="doc/20431.html">阅读全文</a></li>
 <li><a href="https://ads.example.net/20431.html">三天学会写作的独家秘诀,点击领取</a></li>
</ul>
<div class="pages"><a href="list_1.html">1</a> <a href="list_2.html">第二页在这里,请点击继续</a>
<a class="next" href="list_2.html">下一页</a></div>
<footer><a href="/about/20431.html">关于我们与联系方式说明</a></footer>
</body></html>"""
HERE = "https://www.example.org/list_1.html"


def test_links_that_look_like_documents_are_found_in_a_gbk_page() -> None:
    found, following = read_listing(LISTING.encode("gbk"), HERE)
    assert [one.url for one in found] == [
        "https://www.example.org/doc/20431.html",
        "https://docs.example.org/p-77812.html",
        "https://www.example.org/view?id=ab3",
    ]
    assert following is None


def test_a_selector_names_links_or_what_holds_them() -> None:
    for css in ("ul.list li > a:first-child", "ul.list li b"):
        found, following = read_listing(
            LISTING.encode(), HERE, "text/html; charset=utf-8", links=css, following=".next"
        )
        assert following == "https://www.example.org/list_2.html"
        if css.endswith("b"):
            assert not found  # the heading inside a link is no link
        else:
            assert found[0].url.endswith("/20431.html") and len(found) == 4
    found, _ = read_listing(LISTING.encode(), HERE, links="ul.list")
    assert len(found) == 5


def test_a_next_link_that_leads_to_the_same_page_is_the_end() -> None:
    assert read_listing(b'<a class=next href="#">next</a>', HERE, following="a.next").next is None


def test_a_base_element_is_heeded() -> None:
    found, _ = read_listing(b'<base href="/a/"><a class=d href="1.html">x</a>', HERE, links="a.d")
    assert found == [Found("https://www.example.org/a/1.html")]


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://a.example/doc/1.html?a=1&amp;b=2 </loc><lastmod>2026-02-01</lastmod>
<image:image><image:loc>https://a.example/1.png</image:loc></image:image></url>
<url><loc>https://a.example/doc/2.html</loc></url>
<url><lastmod>2026-02-01</lastmod></url><url><loc>javascript:alert(1)</loc></url>
</urlset>"""
FOUND = [Found("https://a.example/doc/1.html?a=1&b=2", "2026-02-01"), Found("https://a.example/doc/2.html")]


@pytest.mark.parametrize(
    "wrap",
    [bytes, gzip.compress, b"\xef\xbb\xbf".__add__, b"\n ".__add__],
    ids=["plain", "gzip", "byte order mark", "spaces first"],
)
def test_a_sitemap_gives_addresses_with_their_days(wrap: type[bytes]) -> None:
    assert list(read_sitemap(wrap(SITEMAP.encode()), "https://a.example/sitemap.xml")) == FOUND


def test_an_index_gives_sitemaps() -> None:
    index = (
        b"<sitemapindex><sitemap><loc>/s1.xml.gz</loc></sitemap><sitemap><loc>/s2.xml</loc></sitemap></sitemapindex>"
    )
    children = [Child("https://a.example/s1.xml.gz"), Child("https://a.example/s2.xml")]
    assert list(read_sitemap(index, "https://a.example/sitemap.xml")) == children


def test_a_sitemap_of_lines() -> None:
    lines = b"https://a.example/1\r\n\r\nhttps://a.example/2\r\n"
    assert [one.url[-1] for one in read_sitemap(lines, "https://a.example/s.txt")] == ["1", "2"]


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>'


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"<html><p>not here", "no well-formed XML"),
        (b"<html></html>", "no sitemap: its root is <html>"),
        (b"", "empty"),
        (b"gone fishing", "neither XML nor lines of addresses"),
        (BOMB, "no well-formed XML: EntitiesForbidden"),
        (gzip.compress(SITEMAP.encode())[:-20], "damaged gzip"),
        (gzip.compress(b"<urlset>" + bytes(70_000_000)), "larger than 64 MiB"),
    ],
    ids=["cut", "page", "empty", "text", "entities", "cut gzip", "bomb"],
)
def test_what_is_no_sitemap_is_refused(body: bytes, message: str) -> None:
    with pytest.raises(ListError, match=message):
        assert list(read_sitemap(body, "https://a.example/s.xml"))


def test_a_sitemap_of_fifty_thousand_is_read_in_flat_memory() -> None:
    row = "<url><loc>https://a.example/doc/{}.html</loc><lastmod>2026-02-01</lastmod></url>\n"
    body = f"<urlset>{''.join(map(row.format, range(50_000)))}</urlset>".encode()
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_sitemap(body, "https://a.example/")) == 50_000
        assert tracemalloc.get_traced_memory()[1] < 2.5 * len(body)
    finally:
        tracemalloc.stop()


RSS = b"""<rss version="2.0"><channel><title>x</title><link>https://a.example/</link>
<item><title>one</title><link>https://a.example/1.html#c</link><pubDate>Sun, 01 Mar 2026 10:00:00 +0800</pubDate></item>
<item><title>two</title><guid isPermaLink="true">https://a.example/2.html</guid></item>
<item><title>none</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>清</title><entry><title>一</title>
<link rel="alternate" href="/1.html"/><link rel="edit" href="/edit/1"/>
<published>2026-02-01T00:00:00Z</published><updated>2026-03-01T02:00:00Z</updated></entry></feed>"""


def test_rss_gives_addresses_with_times() -> None:
    rss = list(read_feed(RSS, "https://a.example/rss.xml"))
    assert rss == [Found("https://a.example/1.html", "2026-03-01T02:00:00Z"), Found("https://a.example/2.html")]


def test_atom_gives_addresses_with_the_time_of_change() -> None:
    atom = list(read_feed(ATOM.encode("gbk"), "https://a.example/atom.xml", "application/atom+xml; charset=gbk"))
    assert atom == [Found("https://a.example/1.html", "2026-03-01T02:00:00Z")]


def test_an_empty_feed_is_a_feed_and_a_page_is_none() -> None:
    assert list(read_feed(b"<rss version='2.0'><channel><title>x</title></channel></rss>", HERE)) == []
    for body in (LISTING.encode(), b"", b"\0\1\2"):
        with pytest.raises(ListError, match="no feed"):
            list(read_feed(body, HERE))


@given(st.binary(max_size=300), st.sampled_from(["", "<urlset><url><loc>", "<rss><channel><item><link>", "<a href='"]))
def test_no_bytes_raise_anything_else(body: bytes, lead: str) -> None:
    data = lead.encode() + body
    for read in (read_sitemap, read_feed, lambda body, url: read_listing(body, url).found):
        try:
            assert all(isinstance(one, Found | Child) and one.url.startswith("http") for one in read(data, HERE))
        except ListError as error:
            assert str(error)


def test_a_hostile_page_costs_no_more_than_time_in_proportion() -> None:
    begun = time.process_time()
    read_listing(b"<div>" * 100_000 + b"<a href=/1234.html>" * 1000, HERE)
    assert time.process_time() - begun < 5


def test_addresses_are_made_whole() -> None:
    base = "https://A.example/x/y.html"
    assert absolute(base, " ../z.html#part ") == "https://A.example/z.html"
    assert absolute(base, "https://A.Example") == "https://a.example/"
    assert absolute(base, "a b\n.html") == "https://A.example/x/a%20b.html"
    for nothing in ("mailto:x@y", "javascript:void(0)", "https://[bad", "http://", "a\x01b", "x" * 3000):
        assert absolute(base, nothing) is None


def test_patterns_cover_the_whole_address() -> None:
    url = "https://a.example/doc/1.html"
    assert passes(url, (), ())
    assert passes(url, ("*/doc/*",), ("*/draft/*",))
    assert not passes(url, ("*/list/*",), ())
    assert not passes(url, ("/doc/*",), ())
    assert not passes(url, (), ("*.html",))
    assert passes(url, ("*/other/*", "https://a.example/doc/?.html"), ())
