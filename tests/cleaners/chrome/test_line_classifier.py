"""How much a line reads like a site's does not depend on the order in which its signs come."""

from __future__ import annotations

from itertools import permutations

from cleaners.chrome.line_classifier import weigh_signs

WEIGHTS = {"a": 0.1, "b": 0.2, "c": 0.3, "d": -0.7}  # their sum as floats depends on the order


def test_the_order_of_signs_changes_no_bit_of_their_sum() -> None:
    orders = [dict.fromkeys(signs) for signs in permutations(WEIGHTS)]
    assert len({sum(WEIGHTS[sign] for sign in order) for order in orders}) > 1
    assert len({weigh_signs(order.keys(), WEIGHTS) for order in orders}) == 1


def test_signs_without_a_weight_do_not_count() -> None:
    assert weigh_signs({"a", "unknown"}, WEIGHTS) == WEIGHTS["a"]
