"""What sites say above a text or below it only, and what a text says itself in the same words."""

from cleaners import clean

PROSE = [
    "Dear neighbours, thank you for reading our monthly letter; there is much news from the harbour this month.",
    "The ferry was painted twice, and the new ropes will be on board before the autumn storms set in again.",
    "Our earlier letters are on the notice board in the hall, next to the door, where anyone may look at them.",
]


def test_headings_of_a_newsletter_stay_over_its_prose() -> None:
    share, also = "Share this page with your friends", "You can also read"
    page = [
        "The harbour letter",
        "Uploaded by john on Mar 3, 2019",
        "1,204 views",
        PROSE[0],
        share,
        PROSE[1],
        also,
        PROSE[2],
    ]
    text = clean("\n".join([*page, "Related documents", "Terms of use"]).encode()).text
    assert share in text and also in text and PROSE[2] in text


def test_who_created_a_page_is_told_above_the_text() -> None:
    above = clean("\n".join(["The harbour letter", "Page created by Maria Lopez", *PROSE]).encode())
    within = clean("\n".join(["The harbour letter", *PROSE[:2], "Page created by Maria Lopez", PROSE[2]]).encode())
    assert above.to_dict()["author"] == "Maria Lopez"
    assert within.to_dict()["author"] is None and "Page created by Maria Lopez" in within.text
