"""What makes the start short: patterns, tables, public suffixes and profiles, each the same as made the long way."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from publicsuffixlist import PublicSuffixList

import cleaners
from cleaners.lazily import lazily
from cleaners.package_data import parse_table
from cleaners.profile import built_in_profiles, match_profile, profile_for, read_profile
from cleaners.site import site_of
from tests.unmeasured import unmeasured


def test_a_lazy_pattern_does_what_a_pattern_does() -> None:
    pattern = lazily("(?P<number>[一-鿿]+)章")
    assert pattern.pattern == "(?P<number>[一-鿿]+)章"
    found = pattern.search("，一章")
    assert found is not None
    assert found["number"] == "一"
    assert pattern.sub("节", "第，一章") == "第，节"
    assert [match[0] for match in pattern.finditer("一章，二章")] == ["一章", "二章"]
    with pytest.raises(AttributeError):
        _ = pattern.no_such_thing  # type: ignore[attr-defined]


def test_a_lazy_pattern_keeps_its_flags() -> None:
    assert lazily(rb"<B>", re.I).findall(b"<b><B>") == [b"<b>", b"<B>"]


@pytest.mark.parametrize("path", sorted(Path(cleaners.__file__).parent.rglob("*.toml")), ids=lambda path: path.name)
def test_a_table_of_the_package_is_what_toml_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert parse_table(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "plain = [\n  'a\\d', 'b',\n]\n[table]\nword = \"\\u9875\"\n# no = 1\nyes = true\n",
        "a = 1 # behind a value\n",
        "a.b = 1\n[c.d]\ne = 2\n",
        '"quoted key" = [ # behind a bracket\n"a", # behind a string\n]\n',
        "[[row]]\na = 1\n[[row]]\na = 2\n",
        'a = """\nb = "c"\n"""\nday = 2023-03-12\n',
        "a=1\n b = '\"'\nc = [[1, 2], ['x']]\n",
    ],
)
def test_a_table_may_be_written_in_any_way(text: str) -> None:
    assert parse_table(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "host",
    [
        "www.example.com",
        "docs.example.com.cn",
        "a.example.co.uk",
        "reader.example.github.io",
        "www.ck",
        "a.b.ck",
        "city.kawasaki.jp",
        "a.b.c.kawasaki.jp",
        "文档.例子.公司.中国",
        "www.example.xn--fiqs8s",
        "a.example.xn--55qx5d.xn--fiqs8s",
        "wiki.example.localdomain",
        "com",
    ],
)
def test_a_site_is_what_the_whole_list_says(host: str) -> None:
    assert site_of(f"https://{host}/doc/1.html") == (PublicSuffixList().privatesuffix(host) or host)


def test_the_built_in_profile_of_a_host_is_found_without_reading_them_all() -> None:
    profiles = built_in_profiles()
    for profile in profiles:
        for host in profile.hosts:
            address = f"https://m.{host}/p-1.html"
            assert profile_for((), address) == match_profile(profiles, address)
    assert profile_for((), "https://notdocin.com/p-1.html") is None
    assert profile_for((), None) is None


def test_a_profile_of_the_users_own_comes_before_the_built_in_one() -> None:
    own = read_profile('name = "mine"\nhosts = ["docin.com"]\nexample = "https://docin.com/p-1.html"\n', "mine.toml")
    assert profile_for((own,), "https://www.docin.com/p-1.html") == own


def test_cleaning_starts_without_what_few_pages_need() -> None:
    heavy = {"opencc", "ftfy", "httpx", "statistics", "publicsuffixlist", "rich", "sqlite3", "importlib.resources"}
    code = f"""
import sys, scraper.cli.app, scraper.offline, cleaners
cleaners.clean("第一章 总则\\n本办法自公布之日起施行。".encode())
print(*sorted({heavy | {"tomllib"}} & set(sys.modules)))"""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=unmeasured())
    assert done.stdout.strip() == ""
