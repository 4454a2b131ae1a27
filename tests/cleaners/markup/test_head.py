"""What the head of a page states."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cleaners import clean
from cleaners.markup.head import read_head

BODY = "<p>采摘标准以一芽一叶初展为宜，芽叶长度在两厘米半左右，采时用拇指和食指轻轻提起。</p>"

KEYS = ["@type", "author", "name", "datePublished", "itemListElement", "@graph", "mainEntity", "item", "position"]
KEYS += [
    "keywords",
    "numberOfPages",
    "encoding",
    "contentSize",
    "interactionStatistic",
    "interactionType",
    "articleSection",
]


def page(head: str) -> bytes:
    return f"<html><head><title>采茶的讲究</title>{head}</head><body>{BODY}</body></html>".encode()


def test_a_relative_canonical_link_is_completed() -> None:
    tree = LexborHTMLParser(page('<link rel="canonical" href="/doc/7.html">'))
    assert read_head(tree, b"", url="https://example.org/a/b").canonical == "https://example.org/doc/7.html"


def test_a_link_that_is_no_address_is_none() -> None:
    tree = LexborHTMLParser(page('<link rel="canonical" href="javascript:void(0)">'))
    assert read_head(tree, b"", url="https://example.org/").canonical is None


def test_the_first_page_of_a_site_is_no_documents_address_but_names_the_site() -> None:
    document = clean(page('<meta property="og:url" content="http://www.example.org/">'))
    assert document.url is None
    assert document.site == "example.org"
    assert document.id == clean(page("")).id
    assert (
        clean(page('<link rel="canonical" href="/?id=7">'), url="https://example.org/").url
        == "https://example.org/?id=7"
    )


def test_what_presents_the_site_or_adds_its_name_is_no_summary() -> None:
    for described in ("茶园网，茶农自己的网站，收录制茶的经验。", "采茶的讲究 - 茶园网", "采茶的讲究，茶园网"):
        head = f'<meta name="description" content="{described}"><meta property="og:site_name" content="茶园网">'
        assert clean(page(head)).metadata.summary is None
    told = "三代茶农口述，从清明前第一锅说到谷雨后的晒青。"
    assert clean(page(f'<meta name="description" content="{told}">')).metadata.summary == told


def test_facts_of_json_ld_and_metas_and_the_first_of_each() -> None:
    document = clean(
        page(
            '<meta name="author" content="竹林听风"><meta name="author" content="别人">'
            '<meta property="article:published_time" content="2022-04-08T09:00:00+08:00">'
            '<meta name="keywords" content="春茶，采摘">'
            '<script type="application/ld+json">[{"@graph":[{"@type":"BreadcrumbList","itemListElement":['
            '{"name":"首页"},{"item":{"name":"农业"}}]}]}]</script>'
        )
    )
    facts = document.metadata
    assert (facts.author, facts.published) == ("竹林听风", "2022-04-08")
    assert (facts.tags, facts.category) == (("春茶", "采摘"), ("农业",))


@given(st.text(max_size=200))
def test_any_json_ld_is_read_without_an_error(script: str) -> None:
    markup = page(f'<script type="application/ld+json">{script}</script>'.encode("utf-8", "replace").decode())
    assert read_head(LexborHTMLParser(markup), markup, url=None).title == "采茶的讲究"


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(KEYS),
                inner | st.just("BreadcrumbList"),
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_facts_of_any_shape_of_json_ld_are_read_without_an_error(value: object) -> None:
    import json

    document = clean(page(f'<script type="application/ld+json">{json.dumps(value)}</script>'))
    assert document.title == "采茶的讲究"


JSON_LD = """<script type="application/ld+json; charset=utf-8">{"@type": "DigitalDocument",
"author": {"name": "竹林听风"}, "datePublished": "1980-01-01", "numberOfPages": 21, "keywords": ["春茶", "Da Hong Pao"],
"articleSection": "农业", "encodingFormat": "application/pdf", "contentSize": "311.37KB", "isAccessibleForFree": true,
"interactionStatistic": [{"interactionType": "https://schema.org/ReadAction", "userInteractionCount": 1234},
{"interactionType": {"@type": "LikeAction"}, "userInteractionCount": 5}]}</script>"""


def test_json_ld_states_every_fact() -> None:
    facts = clean(page(JSON_LD)).metadata
    assert (facts.author, facts.published, facts.page_count, facts.file_size) == ("竹林听风", None, 21, 318843)
    assert (facts.doc_type, facts.views, facts.downloads, facts.access) == ("pdf", 1234, None, "free")
    assert (facts.tags, facts.category) == (("春茶", "Da Hong Pao"), ("农业",))


def test_json_ld_of_a_video_or_a_comment_states_nothing_of_the_document() -> None:
    seen = '"interactionStatistic": {"interactionType": "https://schema.org/WatchAction", "userInteractionCount": 9}'
    video = f'{{"@type": "VideoObject", "keywords": "铁锅", {seen}}}'
    comment = '{"@type": "Comment", "author": {"name": "路人"}, "datePublished": "2022-04-08"}'
    facts = clean(page(f'<script type="application/ld+json">[{video}, {comment}]</script>')).metadata
    assert (facts.views, facts.tags, facts.author, facts.published) == (None, None, None, None)


def test_a_badge_comes_before_what_the_head_states() -> None:
    body = page(JSON_LD).replace(
        b"<body>", "<body><h1>采茶的讲究</h1><div>2022-04-08 | 9 页 | 3.5万次阅读</div>".encode()
    )
    facts = clean(body).metadata
    assert (facts.published, facts.page_count, facts.views, facts.author) == ("2022-04-08", 9, 35000, "竹林听风")


def test_steps_of_json_ld_stand_in_the_order_of_their_positions() -> None:
    steps = '{"position": 2, "name": "农业"}, {"position": 3, "name": "茶叶"}, {"position": 1, "name": "首页"}'
    listed = f'{{"@type": "BreadcrumbList", "itemListElement": [{steps}]}}'
    assert clean(page(f'<script type="application/ld+json">{listed}</script>')).metadata.category == ("农业", "茶叶")


def test_open_graph_states_tags_and_section() -> None:
    tags = "".join(f'<meta property="article:tag" content="{tag}">' for tag in ("春茶", "Da Hong Pao"))
    facts = clean(page(f'{tags}<meta property="article:section" content="农业">')).metadata
    assert (facts.tags, facts.category) == (("春茶", "Da Hong Pao"), ("农业",))


def test_microdata_of_the_document_and_none_of_comments() -> None:
    comment = '<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">路人</b></div>'
    author = (
        '<p itemprop="author" itemscope itemtype="https://schema.org/Person">文 <b itemprop="name">竹林听风</b></p>'
    )
    time = '<time itemprop="datePublished" datetime="2022-04-08T09:00">三天前</time>'
    item = f'{comment}<div itemscope itemtype="https://schema.org/Article">{author}{time}</div>'
    facts = clean(page("").replace(b"<body>", f"<body>{item}".encode())).metadata
    assert (facts.author, facts.published) == ("竹林听风", "2022-04-08")


def test_a_title_and_meta_tags_count_behind_what_ends_the_head() -> None:
    head = '<div>x</div><title>采茶的讲究</title><meta name="author" content="梁渡生"><link rel="canonical" href="/7">'
    markup = f"<html><head>{head}</head><body><svg><title>箭头</title></svg>{BODY}</body></html>".encode()
    read = read_head(LexborHTMLParser(markup), markup, url="https://example.org/a")
    assert (read.title, read.metas, read.canonical) == ("采茶的讲究", {"author": "梁渡生"}, "https://example.org/7")


def test_the_microdata_of_a_body_and_titles_of_drawings_state_nothing_of_the_page() -> None:
    body = '<div itemscope><meta itemprop="author" content="陆离"></div><svg><title>箭头</title></svg>'
    markup = f"<html><head></head><body>{body}{BODY}</body></html>".encode()
    read = read_head(LexborHTMLParser(markup), markup, url=None)
    assert (read.title, read.metas) == (None, {})
