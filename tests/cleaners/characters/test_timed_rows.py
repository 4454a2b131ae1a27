"""Entries that begin with a time keep the spaces between their words; other lines lose those of a PDF."""

from __future__ import annotations

import pytest

from cleaners.characters.spacing import close_gaps


@pytest.mark.parametrize(
    "line",
    [
        "2022.09—2026.06 江淮学院 会计学 本科",
        "2025.07-至今 石桥文库 实习生",
        "第一週 課程說明",
        "第二至四周 老街的形成",
        "8:30-9:00 签到 领取材料",
    ],
)
def test_entries_with_a_time_keep_their_words_apart(line: str) -> None:
    assert close_gaps(line) == line


@pytest.mark.parametrize("line", ["2022 年的 工作 已经 完成 。", "第 一 週"])
def test_other_lines_lose_the_gaps_of_a_pdf(line: str) -> None:
    assert " 工作 " not in close_gaps(line) and "第 一" not in close_gaps(line)
