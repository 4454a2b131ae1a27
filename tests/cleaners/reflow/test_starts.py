"""What a line's beginning, and the word before it, say of the seam between them."""

from __future__ import annotations

import pytest

from cleaners.reflow.evidence import End
from cleaners.reflow.numbering import openings
from cleaners.reflow.starts import STRONG, start_weights


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("堤上的守夜人把灯挂在", "木桩上就回去了"),  # leans on what follows
        ("the keeper hung the lamp on the", "Post and went home"),
        ("入汛前要检查石阶（含木桩", "和灰浆）并做记录"),  # within a bracket that closes
        ('he called it "an old', 'map" and laughed'),
        ("水位保持在 12", "-15 米之间"),  # a range
        ("今年的租金总额为__", "____万元整"),  # a blank that the wrap cut
    ],
)
def test_a_line_that_is_not_finished_goes_on(before: str, text: str) -> None:
    assert start_weights([before, text])[1] < -1.0


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("堤上的守夜人把灯挂好了", "木桩上就回去了"),
        ("the keeper hung the lamp up", "Post and went home"),
        ("入汛前要检查石阶（含木桩）", "和灰浆（新）并做记录"),
        ("水位保持在河口", "-15 米之间"),
    ],
)
def test_the_same_beginning_says_nothing_behind_a_finished_one(before: str, text: str) -> None:
    assert start_weights([before, text])[1] == 0.0


def test_labels_that_begin_several_lines_part_them() -> None:
    lines = ["Q: where is the ferry", "At the lower bank", "Q: when does it leave", "Q: who pays"]
    assert [weight > 3.0 for weight in start_weights(lines)] == [True, False, True, True]
    assert start_weights(lines[:2])[0] == 0.0


def test_items_that_run_on_in_a_paragraph_are_none() -> None:
    listed = ["巡堤要带的东西有：1、马灯；", "2、沙袋和铁锹，", "3、记录本。"]
    assert start_weights(listed)[1] == 0.0
    assert start_weights(["1、马灯", *listed[1:]])[1] == STRONG


def test_lines_that_break_off_are_told_apart_by_their_numbers() -> None:
    lines = ["一、巡查", "1.2 石阶", "渡口", "二、物资。"]
    assert openings(lines, [End.PHRASE, End.PHRASE, End.PHRASE, End.SENTENCE]) == ["han", "nested", "plain", None]


def test_a_name_that_begins_with_its_dot_is_no_mark() -> None:
    weights = start_weights(["堤上的守夜人每天要看的文件有这些；", ".tides 文件记着昨天的水位"])
    assert weights[1] == 0.0
    torn = start_weights(["the keeper kept his list at www.tides", ".example and read it"])
    assert torn[1] < 0.0


def test_remarks_of_a_configuration_begin_lines() -> None:
    remarks = ["; hours of the lock", "; hours of the ferry", "; hours of the bridge"]
    assert min(start_weights(["例 3. 渡口的配置", *remarks])[1:]) >= STRONG
    assert start_weights(["the keeper came first", "; the others came later"])[1] < 0.0


def test_an_address_behind_an_arrow_begins_a_line() -> None:
    assert start_weights(["水位表见下面的地址", "→ https://example.org/tides"])[1] >= STRONG


def test_an_ellipsis_before_a_figure_is_no_entry_of_contents() -> None:
    assert start_weights(["他数了又数，一共走了……3", "天三夜才到了村子"])[1] < STRONG
    assert start_weights(["第二章　规划与建设…………2", "第三章　经营与服务…………3"])[1] > STRONG
