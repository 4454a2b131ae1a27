"""``collection.toml``: what it says arrives; what is wrong in it is named with file, line and key."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from scraper.collection.configuration import (
    Configuration,
    ConfigurationError,
    Source,
    load_configuration,
    read_configuration,
)

WHOLE = """\
[[source]]
urls = ["https://a.example/1.html", "https://a.example/2.html"]
tags = ["speeches"]

[[source]]
listing = "https://a.example/list_1.html"
links = "ul.list a"
next = "a.next"
max_pages = 3

[[source]]
sitemap = "https://a.example/sitemap.xml"
include = ["*/doc/*"]
exclude = ["*/draft/*"]
newer_than = 2024-01-31

[fetch]
delay = 2
header = ["Accept-Language: zh"]
[clean]
script = "tw2sp"
[output]
formats = ["jsonl", "markdown"]
name = "{title}-{id}"
"""


def test_every_key_arrives() -> None:
    configuration = read_configuration(WHOLE, "collection.toml")
    assert configuration.sources == (
        Source("urls", ("https://a.example/1.html", "https://a.example/2.html"), tags=("speeches",)),
        Source("listing", ("https://a.example/list_1.html",), links="ul.list a", next="a.next", max_pages=3),
        Source(
            "sitemap",
            ("https://a.example/sitemap.xml",),
            include=("*/doc/*",),
            exclude=("*/draft/*",),
            newer_than=date(2024, 1, 31),
        ),
    )
    assert (configuration.fetch.delay, configuration.fetch.header) == (2, ("Accept-Language: zh",))
    assert configuration.fetch.timeout is None
    assert configuration.clean.script == "tw2sp"
    assert (configuration.output.formats, configuration.output.name) == (("jsonl", "markdown"), "{title}-{id}")


def test_an_empty_file_collects_nothing() -> None:
    assert read_configuration("", "c.toml") == Configuration()


def test_the_template_is_valid_and_so_is_everything_it_comments_out(tmp_path: Path) -> None:
    template = files("scraper.collection").joinpath("template.toml").read_text(encoding="utf-8")
    assert read_configuration(template, "c.toml") == Configuration(
        fetch=read_configuration("[fetch]\ndelay=1.0", "").fetch
    )
    rows = re.sub(r"^# (?=\[\[|\w+ = )", "", template, flags=re.MULTILINE)
    (tmp_path / "cookies.txt").write_text("# Netscape HTTP Cookie File\n", "utf-8")
    (tmp_path / "sites").mkdir()
    whole = read_configuration(rows, str(tmp_path / "c.toml"))
    assert [source.kind for source in whole.sources] == ["urls", "file", "listing", "sitemap", "feed"]
    assert whole.clean.jobs == 2 and whole.fetch.retries == 2 and whole.sources[3].newer_than == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[source]]\nurls = ['http://a/']\n\n[[source]]\nurl = 'http://a/'\n", "c.toml:5: url: is not a key of"),
        ("[[source]]\nurls = ['http://a/']\n[[source]]\ntags = ['x']\nfeed = 1\n", "c.toml:5: feed: must be a string"),
        ("[[source]]\nurls = ['http://a/', '']\n", "c.toml:2: urls: must be a list of strings"),
        ("[[source]]\nurls = ['a.html']\n", "c.toml:2: urls: 'a.html' is no http"),
        ("[[source]]\ntags = ['x']\n", "c.toml:1: source: a source has exactly one of urls, file"),
        ("[[source]]\nurls=['http://a/']\nfeed='http://a/'\n", "c.toml:3: feed: a source has exactly one of"),
        ("[[source]]\nfeed='http://a/'\nlinks='a'\n", "c.toml:3: links: is not a key of [[source]]"),
        ("[[source]]\nlisting='http://a/'\nlinks='a['\n", "c.toml:3: links: bad selector"),
        ("[[source]]\nlisting='http://a/'\nmax_pages=0\n", "c.toml:3: max_pages: must be a whole number above 0"),
        ("[[source]]\nfeed='http://a/'\nnewer_than='2024'\n", "c.toml:3: newer_than: must be a date"),
        ("[source]\nfeed='http://a/'\n", "c.toml:1: source: must be [[source]]"),
        ("[fetch]\ndelay = -1\n", "c.toml:2: delay: must be a number, 0 or above"),
        ("[fetch]\ndelay = true\n", "c.toml:2: delay: must be a number"),
        ("[fetch]\n\nretries = 1.5\n", "c.toml:3: retries: must be a whole number"),
        ("[clean]\nscript = 'martian'\n", "c.toml:2: script: must be keep"),
        ("[clean]\npunctuation = 'wide'\n", "c.toml:2: punctuation: must be keep, full or half"),
        ("[output]\nformats = ['pdf']\n", "c.toml:2: formats: must be one or more of jsonl"),
        ("[output]\nname = '{nobody}'\n", "c.toml:2: name: name template"),
        ("[outptu]\n", "c.toml:1: outptu: is not a key of the file; known: source, fetch, clean, output"),
        ("fetch = 3\n", "c.toml:1: fetch: must be a table"),
        ("[fetch\n", "c.toml:1: no TOML: Expected"),
        ("\n[fetch]\ndelay = \n", "c.toml:3: no TOML: Invalid value"),
        ("[fetch]\ndelay = 'a", "c.toml:2: no TOML: "),
        ("[[source]]\nurls = ['http://a/', 'http://']\n", "c.toml:2: urls: 'http://' is no http"),
        ("[fetch]\ntimeout = 0\n", "c.toml:2: timeout: must be above 0"),
        ("[fetch]\nheader = ['Cookie']\n", "c.toml:2: header: 'Cookie' is not 'Name: value'"),
        ('[fetch]\nheader = ["A: b\\r\\nC: d"]\n', "c.toml:2: header: must be a list of strings"),
        ("[fetch]\nheader = ['A B: c']\n", "c.toml:2: header: 'A B: c' is not 'Name: value'"),
        ("[fetch]\nuser_agent = '渡口'\n", "c.toml:2: user_agent: '渡口' has characters that no header can have"),
        ("[fetch]\nproxy = 'http://'\n", "c.toml:2: proxy: 'http://' is no address of a proxy"),
        ("[fetch]\nuser_agent = 'a\\nb'\n".replace("'", '"'), "c.toml:2: user_agent: must be a string of one line"),
        ("[fetch]\nproxy = 'squid'\n", "c.toml:2: proxy: 'squid' is no address of a proxy"),
        ("[fetch]\ncookies = 'none.txt'\n", "c.toml:2: cookies: none.txt: No such file"),
        ("[clean]\nprofiles = 'none'\n", "c.toml:2: profiles: none: no such file or folder"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(text: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_configuration(text, "c.toml")
    assert str(caught.value).startswith(message)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"missing\.toml: No such file"):
        load_configuration(tmp_path / "missing.toml")
    (tmp_path / "gbk.toml").write_bytes("# 清".encode("gbk"))
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        load_configuration(tmp_path / "gbk.toml")
