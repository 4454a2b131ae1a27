"""A first line that begins with the title and goes on behind it."""

import pytest

from cleaners import clean

TITLE = "灯塔看守人须知"
BODY = "看守人应当在日落前一刻钟点灯，日出后熄灯，并把点灯和熄灯的时刻记入日志。雾天不分昼夜都要鸣笛，每分钟一次。" * 2


def page(title: str, line: str) -> bytes:
    return f"<title>{title}</title><h1>{title}</h1><div><p>{line}</p><p>{BODY}</p></div>".encode()


def test_the_title_goes_and_is_listed() -> None:
    document = clean(page(TITLE, f"{TITLE} 各位看守人：{BODY}"))
    assert document.text.startswith("各位看守人")
    assert ("title-repeated", TITLE) in [(drop.rule, drop.text) for drop in document.drops]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        (TITLE, f"{TITLE}自今年三月起施行，{BODY}"),  # it is the subject of a sentence
        (TITLE, f"{TITLE} 已经航标处审议通过，现予印发，{BODY}"),
        (TITLE, f"{TITLE} （试行） 第一条 {BODY}"),
        ("The Keeper", "The Keeper lights the lamp a quarter of an hour before sunset and puts it out after sunrise."),
        (TITLE, f"{TITLE} 第一版"),
    ],
)
def test_a_line_that_only_begins_with_the_words_stays(title: str, line: str) -> None:
    assert "".join(line.split()) in "".join(clean(page(title, line)).text.split())
