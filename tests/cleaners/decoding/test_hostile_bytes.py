"""Whatever the bytes, ``clean`` gives text or a clear refusal, in time and in memory."""

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaners import Rejected, clean

LIMIT_SECONDS = 10.0
LIMIT_BYTES = 1 << 30
PROSE = "图书馆的新馆今天开馆,来自各区的读者参加了仪式。"

# Each is an expression that makes the page, so that a child process of bounded memory can make it itself.
PAGES = {
    "a million attributes": "b'<p ' + b''.join(b'a%d=1 ' % i for i in range(1_000_000)) + b'>' + prose",
    "a million words in a line": "b' '.join(b'a%d=1' % i for i in range(1_000_000)) + prose",
    "100,000 nested elements": "b'<div>' * 100_000 + prose",
    "100,000 nested and closed": "b'<div>' * 100_000 + prose + b'</div>' * 100_000",
    "20,000 nested, below the count that is looked at": "b'<i>' * 2_900 + prose",
    "50 MB in one paragraph": "b'<p>' + prose * (50_000_000 // len(prose))",
    "50 MB without markup": "prose * (50_000_000 // len(prose))",
    "five million <": "prose + b'<' * 5_000_000",
    "a million tags": "b'<p>a' * 1_000_000",
    "an unclosed script": "b'<p>' + prose + b'</p><script>' + b'var a=1;<p>' * 500_000",
    "an unclosed comment": "b'<p>' + prose + b'</p><!-- ' + b'<p>a' * 500_000",
    "an unclosed textarea": "b'<p>' + prose + b'</p><textarea>' + b'<p>a' * 500_000",
    "a tag that never ends": "b'<p>' + prose + b'</p><a href=\"' + b'x' * 5_000_000",
    "5,000 questions in a list": (
        "b''.join(b'<div class=k%d>' % i + prose + '<p>3 个回答'.encode() + b'</div>' for i in range(5_000))"
    ),
    "200 answers of 100 boxes": (
        "'<h2>200 个回答</h2>'.encode() + (b'<div class=a><p>' + prose + b'<p class=u>a</p>' * 100 + b'</div>') * 200"
    ),
    "formatting left open": "b''.join(b'<p><b a=%d>' % i for i in range(5_000)) + prose",
}
CHILD = """
import resource, time
resource.setrlimit(resource.RLIMIT_AS, ({limit}, {limit}))
from cleaners import Rejected, clean
prose = {prose!r}
try:
    document = clean({page})
except Rejected as refusal:
    print("refused", refusal.stage, refusal.reason, refusal.detail)
else:
    print("text" if prose.decode() in document.text else "lost")
print(time.process_time())
"""


@pytest.mark.parametrize("name", PAGES)
def test_hostile_pages_are_cleaned_in_time_and_memory(name: str) -> None:
    code = CHILD.format(limit=2 * LIMIT_BYTES, prose=PROSE.encode(), page=PAGES[name])
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert child.returncode == 0, child.stderr
    assert float(child.stdout.split()[-1]) < LIMIT_SECONDS  # of its own: the machine may be busy with other things
    assert child.stdout.startswith(("text", "refused parse too-costly")), child.stdout


@settings(max_examples=200)
@given(st.binary(max_size=2_000))
@example(b"<")
@example(b"\xff\xfe")
@example(b"<p>\x1b[31m\x9b\xe2\x80\xae</p>" + PROSE.encode())
def test_any_bytes_give_text_or_a_refusal(data: bytes) -> None:
    for page in (data, b"<html><body><p>" + data, PROSE.encode() + data):
        try:
            text = clean(page).text
        except Rejected:
            continue
        assert not [char for char in text if char < " " and char not in "\n\t"]


@settings(max_examples=100)
@given(st.binary(max_size=500), st.integers(0, 200))
def test_pages_cut_anywhere_are_read(noise: bytes, cut: int) -> None:
    page = b"<html><head><meta charset=gbk></head><body><p>" + (PROSE * 5).encode("gbk") + b"</p>"
    try:
        assert clean(page[: len(page) - cut] + noise).encoding
    except Rejected as refusal:
        assert refusal.stage == "decode"
