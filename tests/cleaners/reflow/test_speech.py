"""What quotation marks say of the seam between two lines."""

from __future__ import annotations

from cleaners.reflow.evidence import End
from cleaners.reflow.speech import Speech, closed_speech, speech


def test_a_speech_goes_on_until_its_mark_closes() -> None:
    lines = ["他放下碗说：“今年的水来得早。", "堤上要添人手，", "夜里也不能断。”", "说完他就出门了。", "外面下着雨。"]
    assert speech(lines) == [Speech.OPEN, Speech.OPEN, Speech.NONE, Speech.NONE]


def test_replies_and_paragraphs_of_a_long_speech_open_their_marks_again() -> None:
    lines = ["他问：", "“船修好了吗？”", "“修好了。", "“桨也换了新的。”"]
    assert speech(lines) == [Speech.NEXT, Speech.REPLY, Speech.AGAIN]


def test_a_mark_that_nobody_closed_is_forgotten() -> None:
    lines = ["旧戏台上写着“同乐", *["河水绕过村子往东去。"] * 20]
    assert speech(lines)[0] is Speech.OPEN
    assert speech(lines)[-1] is Speech.NONE


def test_a_document_without_quotation_marks_says_nothing() -> None:
    assert speech(["河水绕过村子", "往东去。", "第二天放晴了。"]) == [None, None]


def test_a_quotation_that_began_a_line_ends_a_sentence_without_a_mark() -> None:
    lines = [
        "「ロシアの小説です。長くて、なかなか終わり",
        "ません」",
        "「終わらない本は、いい本ですよ」",
        "看板には「渡り鳥」",
    ]
    assert closed_speech(lines, [End.PHRASE] * 4) == [End.PHRASE, End.SENTENCE, End.SENTENCE, End.PHRASE]
