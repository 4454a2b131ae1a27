"""What is put off to make the start short: patterns, public suffixes and profiles, each the same as read at once."""

from __future__ import annotations

import subprocess
import sys

import pytest
from publicsuffixlist import PublicSuffixList

from cleaners.lazily import lazily
from cleaners.profile import built_in_profiles, match_profile, profile_for, read_profile
from cleaners.site import site_of
from tests.scraper.unmeasured import unmeasured


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
    code = f"import sys, scraper.cli.app, scraper.offline; print(*sorted({heavy} & set(sys.modules)))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=unmeasured())
    assert done.stdout.strip() == ""
