"""Votes over posts that end with their time are the site's, a post that is a number is not."""

from __future__ import annotations

from cleaners import clean

THREAD = """怎样给旧的木船补缝
{first}
我的小木船在岸上放了一个冬天,船底的缝裂开了手指那么宽,不知道该先泡水还是先填麻丝。
2 回答 2
{votes}
先泡三天水,木头胀开以后再看还有哪里漏,不要急着往里面填东西,否则木头一胀就会挤裂。
于 2014-06-02T11:40:09.120 回答
{votes}
{second}于 2014-06-03T08:15:44.601 回答
"""


def test_votes_over_answers_go() -> None:
    page = THREAD.format(first=6, votes=17, second="麻丝要用桐油拌过,填进去以后再用石灰抹平,晾一个星期才能下水。\n")
    text = clean(page.encode()).text
    assert "17" not in text
    assert "\n6\n" not in f"\n{text}\n"
    assert "麻丝要用桐油拌过" in text


def test_a_post_that_is_a_number_stays() -> None:
    assert "666" in clean(THREAD.format(first=6, votes=666, second="").encode()).text


def test_numbers_of_sections_in_a_post_below_its_stamp_stay() -> None:
    page = """旧木船补缝记,请大家指正
李四 发表于 2014-06-02 11:40
1
我的小木船在岸上放了一个冬天,船底的缝裂开了手指那么宽,不知道该先泡水还是先填麻丝。
2
先泡三天水,木头胀开以后再看还有哪里漏,不要急着往里面填东西,否则木头一胀就会挤裂。
王五 发表于 2014-06-03 08:15
写得真细,等着看下文。
"""
    assert clean(page.encode()).text.startswith("1\n我的小木船")
