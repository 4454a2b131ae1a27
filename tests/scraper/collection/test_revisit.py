"""When a page is visited again."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scraper.collection.revisit import ATTEMPTS, LONGEST, SHORTEST, after_failure, after_success, iso
from scraper.collection.rows import Address

NIGHT = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)
NEW = Address(number=1, url="http://a/", next_visit=iso(NIGHT))


def nights(changes: set[int], count: int) -> list[int]:
    """Visit a page every night on which it is due; return these nights."""
    address, visited = NEW, []
    for night in range(count):
        now = NIGHT + timedelta(days=night, minutes=7 * night % 30)  # cron is never on the second
        if address.next_visit and address.next_visit <= iso(now):
            address = after_success(
                address, now, changed=bool(changes & set(range((visited or [0])[-1] + 1, night + 1)))
            )
            visited.append(night)
    return visited


def test_a_page_that_never_changes_is_visited_ever_more_seldom() -> None:
    visited = nights(set(), 200)
    gaps = [after - before for before, after in itertools.pairwise(visited)]
    assert gaps == sorted(gaps) and gaps[0] == 1 and gaps[-1] > 20
    assert len(visited) < 16


def test_a_page_that_changes_every_night_is_visited_every_night() -> None:
    assert nights(set(range(30)), 30) == list(range(30))


def test_a_page_that_changes_now_and_then_is_visited_in_between() -> None:
    assert len(nights(set(), 100)) < len(nights({20, 40, 60, 80}, 100)) < len(nights(set(range(100)), 100))


def test_failures_back_off_and_are_given_up() -> None:
    address, pauses = NEW, []
    for _ in range(ATTEMPTS):
        address = after_failure(address, NIGHT, "timeout")
        if address.next_visit:
            pauses.append(datetime.fromisoformat(address.next_visit) - NIGHT)
    assert pauses == [SHORTEST * factor for factor in (1, 2, 4, 8)]
    assert (address.status, address.next_visit, address.error) == ("given-up", None, "timeout")


def test_a_page_that_comes_back_is_kept_again() -> None:
    gone = after_failure(after_success(NEW, NIGHT, changed=False), NIGHT, "http-404", vanished=True)
    assert (gone.status, gone.attempts) == ("vanished", 1)
    back = after_success(gone, NIGHT, changed=False)
    assert (back.status, back.attempts, back.error) == ("kept", 0, None)


@given(st.lists(st.tuples(st.integers(-1000, 5000), st.booleans()), max_size=20))
def test_the_next_visit_is_between_the_bounds_whatever_the_clock_does(visits: list[tuple[int, bool]]) -> None:
    address = NEW
    for hours, changed in visits:
        now = NIGHT + timedelta(hours=hours)
        address = after_success(address, now, changed=changed)
        assert address.next_visit is not None
        assert SHORTEST <= datetime.fromisoformat(address.next_visit) - now <= LONGEST


def test_times_sort_as_text_in_utc() -> None:
    assert iso(datetime.fromisoformat("2026-03-01T10:00:00.9+08:00")) == "2026-03-01T02:00:00Z"
