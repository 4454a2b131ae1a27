"""Site profiles: what is wrong with one is said with file, line and key, before anything runs."""

from __future__ import annotations

import pytest

from cleaners import CleanOptions, clean
from cleaners.profile import ProfileError, built_in_profiles, match_profile, read_profile

GOOD = """\
name = "tea"
hosts = ["tea.example.org"]
example = "https://tea.example.org/doc/1.html"
status = "working"

[content]
select = ["#missing", "div.text"]

[chrome]
remove = [".ad"]
lines = ["茶友{n}人在看", "本文由{author:name}整理"]

[metadata]
title = "b.title"
published = "time@datetime"
"""

PAGE = """<html><head><title>首页</title></head><body>
<b class="title">春茶采摘技术要点</b><time datetime="2022-04-08">春天</time>
<div class="text"><p>茶友12人在看</p><p>采摘标准以一芽一叶初展为宜，芽叶长度在两厘米半左右。</p><p class="ad">买好茶</p>
<p>本文由竹林听风整理</p><p>鲜叶进厂后应当立即摊放，中间翻动一次。</p></div><p>别处的话，不是正文。</p></body></html>"""


def test_a_profile_says_where_text_and_facts_stand() -> None:
    options = CleanOptions(profiles=(read_profile(GOOD, "tea.toml"),))
    document = clean(PAGE.encode(), url="https://tea.example.org/doc/7.html", options=options)
    first, second = "采摘标准以一芽一叶初展为宜，芽叶长度在两厘米半左右。", "鲜叶进厂后应当立即摊放，中间翻动一次。"
    assert document.text == f"{first}\n{second}"
    assert (document.title, document.metadata.published) == ("春茶采摘技术要点", "2022-04-08")
    assert document.metadata.author == "竹林听风"
    assert (document.site, document.profile) == ("tea", "tea")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("hosts =", "host =", r"tea\.toml:2: host: is not a key"),
        ('hosts = ["tea.example.org"]', "hosts = []", r"tea\.toml:2: hosts: is missing or empty"),
        ('"https://tea.example.org/doc/1.html"', '"https://example.com/"', r"tea\.toml:3: example: is not on one"),
        ('"working"', '"broken"', r"tea\.toml:4: status: must be working"),
        ('"div.text"', '"div..text"', r"tea\.toml:7: select: bad selector 'div\.\.text'"),
        ('["#missing", "div.text"]', '"div.text"', r"tea\.toml:7: select: must be a list of strings"),
        ("select =", "selects =", r"tea\.toml:7: selects: is not a key of \[content\]"),
        ('".ad"', '"a["', r"tea\.toml:10: remove: bad selector"),
        ('"working"', '"changed"', r"tea\.toml:4: status: must be working"),
        ("{author:name}", "{auther:name}", r"tea\.toml:11: lines: unknown fact 'auther'"),
        ("time@datetime", "time@", r"tea\.toml:15: published: bad selector 'time@'"),
        ("{n}", "{number}", r"tea\.toml:11: lines: unknown placeholder"),
        ("published =", "date =", r"tea\.toml:15: date: is not a key of \[metadata\]"),
        ('"b.title"', "3", r"tea\.toml:14: title: must be a string"),
        ("[content]", "[content", r"tea\.toml: .*line 6"),
    ],
)
def test_a_wrong_profile_names_file_line_and_key(old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(ProfileError, match=message):
        read_profile(GOOD.replace(old, new, 1), "tea.toml")


def test_sub_domains_belong_to_a_host_and_look_alikes_do_not() -> None:
    profiles = built_in_profiles()
    assert match_profile(profiles, "https://m.docin.com/p-1.html").name == "docin.com"
    assert match_profile(profiles, "https://notdocin.com/p-1.html") is None
    assert match_profile(profiles, "https://docin.com.example.org/p-1.html") is None
    assert match_profile(profiles, None) is None
