"""Controls and counters below each answer of a question: all of them go, what the answers say stays."""

from __future__ import annotations

from cleaners import clean

QUESTION = [
    "问题 > 家居",
    "老木窗一到雨天就关不上，是什么原因？",
    "窗框是杉木的，晴天开关都很顺，一下雨就要用力撞，撞得玻璃直响。",
    "渡口的猫 提问于 2019-05-19",
    "被浏览 28,406",
    "关注者 75",
    "好问题 12",
    "···",
]
ANSWERS = [
    "木头吸了潮气会胀，先看看油漆是不是起了皮，起了皮的地方水汽进得最快。",
    "也可能是合页下沉，拿一张纸塞在窗缝里上下拉一拉，紧的那一头就是下沉的地方。",
]
CONTROLS = ["赞同 {0}", "{0} 条评论", "收藏", "感谢", "收起"]


def page() -> list[str]:
    rows = []
    for count, (name, answer) in enumerate(zip(["修窗的阿坤", "半夏"], ANSWERS, strict=True), 3):
        rows += [name, f"{count} 人赞同了该回答", answer, f"编辑于 2019-05-2{count}"]
        rows += [control.format(count) for control in CONTROLS]
    return [*QUESTION, "2 个回答", *rows, "写下你的回答…", "相关问题", "租房时最容易忽略的细节有哪些？ 210 个回答"]


def test_what_stands_below_each_answer_goes_and_its_facts_are_the_questions() -> None:
    document = clean("\n".join(page()).encode())
    assert document.text.split("\n") == [QUESTION[2], *ANSWERS]
    told = document.metadata
    assert (told.author, told.published, told.views) == ("渡口的猫", "2019-05-19", 28406)


def test_a_word_that_a_text_says_twice_stays_between_lines_of_its_own() -> None:
    text = ["考勤", "每天上午八点到岗，下午五点半离岗，迟到三次按一天事假算。", "考勤", "请假要提前一天写条子。"]
    assert clean("\n".join(text).encode()).text.count("考勤") == 2
