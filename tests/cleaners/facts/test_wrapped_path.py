"""Paths that a text browser wrapped within their last step."""

from cleaners.document import Line
from cleaners.facts.wrapped_path import with_path_joined


def _joined(*texts: str) -> list[str]:
    return [line.text for line in with_path_joined([Line(text, number=at) for at, text in enumerate(texts)])]


def test_a_path_from_home_is_put_together() -> None:
    path, rest = "Home > Essays > Salt, Rope and Silence in The Ferryman of Low", "Water"
    title = "Salt, Rope and Silence in The Ferryman of Low Water"
    assert _joined(path, rest, title) == [f"{path} {rest}", title]


def test_steps_of_a_manual_stay() -> None:
    for texts in (
        ("开始 > 设置 > 网络", "连接", "点击后出现窗口。", "网络连接"),
        ("Start > Settings > Printers and", "scanners", "Printers and scanners"),
        ("首页 > 设置 > 网络", "连接", "网络连接"),
    ):
        assert _joined(*texts) == [*texts]
