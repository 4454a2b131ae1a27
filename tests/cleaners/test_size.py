"""Pages of tens of thousands of lines take time that grows with them: each of these took more than this once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.unmeasured import unmeasured

PROSE = "今天一早，村里的水渠通了水，大家沿着田埂走了一圈，回来都说今年的秧苗不用愁。"
SECONDS = 10  # of the child's own: the machine may be busy with other things

PAGES: dict[str, Callable[[], str]] = {
    "time stamps": lambda: "\n".join(
        [f"2023-05-{at % 28 + 1:02} 10:{at % 60:02}:{at % 60:02}" for at in range(60_000)]
    ),
    "posts": lambda: (
        "<title>水渠</title>"
        + "".join(
            [
                f"<div class=post><div class=author>老井{at}</div><div class=time>2023-05-01 10:00:{at % 60:02}</div>"
                f"<div class=content><p>{PROSE}</p></div></div>"
                for at in range(12_000)
            ]
        )
    ),
}
CHILD = "import sys, time; from cleaners import clean; clean(sys.stdin.buffer.read()); print(time.process_time())"


@pytest.mark.parametrize("name", PAGES)
def test_a_large_page_takes_time_that_grows_with_it(name: str) -> None:
    page = PAGES[name]().encode()
    child = subprocess.run([sys.executable, "-c", CHILD], input=page, capture_output=True, check=True, env=unmeasured())
    assert float(child.stdout) < SECONDS
