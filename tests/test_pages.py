"""Golden pages: what a careful reader expects of a page, and the rule or site profile that the page shows.

A case is a folder `tests/pages/<site>/<case>/` with the page as saved (`page.html` or `page.txt`), `expected.json`, the
record, and `case.toml`:

- `why`: what the page shows, and where it comes from
- `url`, `content_type`, `not_after`: handed to `clean`
- `present`, `absent`: snippets that the text must and must not have. They are checked apart from `expected.json`, so
  that a careless `--update` cannot bless chrome
- `rules`: rules that remove a line of this page
- `known`: what is wrong at present; the case is then expected to fail, and to be freed of this line when it does not

`expected.json` holds the record without `dropped`, which counts lines by rule: which of two rules was first is nobody's
contract, and `rules` says what matters.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cleaners import Document, clean
from cleaners.profile import built_in_profiles, match_profile
from cleaners.rules.rulebook import rulebook
from output.text import render_text

PAGES = Path(__file__).parent / "pages"
PROFILES = {profile.name: profile for profile in built_in_profiles()}


@dataclass(frozen=True)
class Case:
    folder: Path
    why: str
    url: str | None = None
    content_type: str | None = None
    not_after: str | None = None
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    known: str | None = None

    @property
    def body(self) -> bytes:
        (page,) = self.folder.glob("page.*")
        return page.read_bytes()

    @property
    def expected(self) -> dict[str, Any]:
        return json.loads((self.folder / "expected.json").read_text(encoding="utf-8"))


def read_case(folder: Path) -> Case:
    table = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    return Case(folder, **{key: tuple(value) if isinstance(value, list) else value for key, value in table.items()})


CASES = [read_case(path.parent) for path in sorted(PAGES.glob("*/*/case.toml"))]


@cache
def cleaned(case: Case) -> Document:
    return clean(case.body, url=case.url, content_type=case.content_type, not_after=case.not_after)


def name_of(case: Case) -> str:
    return str(case.folder.relative_to(PAGES))


def param(case: Case) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case.known)] if case.known else []
    return pytest.param(case, id=name_of(case), marks=marks)


def as_lines(record: dict[str, Any]) -> list[str]:
    """Facts one a line, then the text as it stands."""
    facts = {key: value for key, value in record.items() if key not in ("text", "chars", "sha256", "id")}
    return [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items()] + record[
        "text"
    ].splitlines()


@pytest.mark.parametrize("case", [param(case) for case in CASES])
def test_page_gives_the_expected_record(case: Case, request: pytest.FixtureRequest) -> None:
    document = cleaned(case)
    record = {key: value for key, value in document.to_dict().items() if key != "dropped"}
    if request.config.getoption("--update") and not case.known:
        written = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
        (case.folder / "expected.json").write_text(written, encoding="utf-8")
    diff = "\n".join(unified_diff(as_lines(case.expected), as_lines(record), "expected", "actual", lineterm="", n=1))
    assert not diff, f"\n{diff}"
    assert record == case.expected
    assert [snippet for snippet in case.present if snippet not in document.text] == []
    assert [snippet for snippet in case.absent if snippet in document.text] == []
    assert set(case.rules) - {drop.rule for drop in document.drops} == set()


@pytest.mark.parametrize("case", [pytest.param(case, id=name_of(case)) for case in CASES])
def test_keys_stand_in_the_order_of_the_contract(case: Case) -> None:
    order = (
        "id url source site title author published language doc_type page_count file_size views downloads views_text "
        "access_text access category tags summary complete truncation encoding profile fetched_at text chars sha256 "
        "dropped warnings"
    )
    assert list(cleaned(case).to_dict()) == order.split()
    assert list(case.expected) == [key for key in order.split() if key != "dropped"]


@pytest.mark.parametrize("case", [pytest.param(case, id=name_of(case)) for case in CASES])
def test_cleaning_the_clean_text_changes_nothing(case: Case) -> None:
    once = clean(case.body, url=case.url, content_type=case.content_type, not_after=case.not_after)
    again = clean(render_text(once).encode())
    asides = dict.fromkeys(("source", "encoding", "dropped", "warnings"))
    assert again.to_dict() | asides == once.to_dict() | asides


def test_every_rule_has_a_page_that_shows_it() -> None:
    shown = {drop.rule for case in CASES for drop in cleaned(case).drops if drop.rule in case.rules}
    assert [rule.name for rule in rulebook().rules if rule.name not in shown] == []


def test_every_profile_has_a_page() -> None:
    used = {case.expected["profile"] for case in CASES}
    assert sorted(set(PROFILES) - used) == []


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_example_of_a_profile_matches_that_profile_alone(profile: Any) -> None:
    assert [other.name for other in PROFILES.values() if match_profile([other], profile.example)] == [profile.name]


def test_every_fact_is_stated_by_some_page() -> None:
    stated = {key for case in CASES for key, value in case.expected.items() if value is not None}
    assert [key for key in CASES[0].expected if key not in stated] == ["source", "fetched_at"]
