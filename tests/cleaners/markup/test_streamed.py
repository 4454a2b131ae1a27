"""Parts that a server sent later, hidden at the end of the page, stand where its scripts put them."""

from __future__ import annotations

from cleaners import clean

PROSE = "河边的老柳树又发了新芽，孩子们放学以后就在树下读书，一年又一年。"


def page(script: str) -> bytes:
    first, last = (f"<p>{name}，{PROSE * 2}</p>" for name in ("起初", "最后"))
    part = f"<div hidden id='S:0'><p>中间，{PROSE}</p><template id='P:1'></template></div>"
    inner = f"<div hidden id='S:1'><p>再后，{PROSE}</p></div>"
    main = f'<main><template id="B:0"></template>{last}</main>'
    return f"<body><h1>老柳树</h1><div>{first}{main}</div>{part}{inner}<script>{script}</script></body>".encode()


def test_parts_that_were_sent_later_stand_in_their_places() -> None:
    text = clean(page('$RS("S:1","P:1");$RC("B:0","S:0")')).text
    assert [line[:2] for line in text.split("\n")] == ["起初", "中间", "再后", "最后"]


def test_hidden_parts_that_no_script_shows_stay_hidden() -> None:
    assert [line[:2] for line in clean(page("var a = 1")).text.split("\n")] == ["起初", "最后"]
    assert [line[:2] for line in clean(page('$RC("B:7","S:7")')).text.split("\n")] == ["起初", "最后"]
