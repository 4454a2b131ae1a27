"""Short lines below a text that call on its readers to do something, ``查看答案与解析``, in words that it has not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.coherence import words_of
from cleaners.document import Line
from cleaners.facts.findings import Findings
from cleaners.lazily import lazily
from cleaners.rules.phrases import key_of

_LONGEST: Final = 16  # characters
_READ: Final = 400  # lines of the text
_MOST: Final = 3  # such lines
_CALL: Final = lazily(
    r"(?:点[击我此]|戳|查看|下载|登[录陆]|注册|扫码|购买|开通|展开|收起|加入|分享|收藏|举报|关注|订阅|打印|复制|返回|领取|转发|打开|进入|前往"
    r"|我要|我来|立即|马上|免费|继续|去)[^。，,；;：:？?！!]{1,12}[>»→]*"
)


def above_calls(lines: Sequence[Line], found: Findings, tail: int, head: int) -> int:
    """Return where the text ends above calls on readers that stand right above the site's lines at its end.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        tail: the place of the first line of the site below the text.
        head: that of the text's first line.
    """
    if tail >= len(lines):
        return tail
    stop = tail
    while stop - 1 > head and tail - stop < _MOST and stop - 1 not in found and _calls(lines[stop - 1].text):
        stop -= 1
    if stop == tail:
        return tail
    said = words_of(line.text for line in lines[max(head, stop - _READ) : stop])
    own = words_of(line.text for line in lines[stop:tail])
    return tail if own and 2 * len(own & said) >= len(own) else stop


def _calls(text: str) -> bool:
    return len(text) <= _LONGEST and _CALL.fullmatch(key_of(text)) is not None
