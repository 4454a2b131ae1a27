"""``qingwen sites`` as its users run it."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[1] / "pages"
PAGE = PAGES / "360doc" / "html" / "page.html"
URL = "https://library.example.org/doc/7.html"


def qingwen(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from scraper.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


def test_list_names_every_profile_with_its_hosts() -> None:
    done = qingwen("sites", "list")
    rows = [row.split("\t") for row in done.stdout.splitlines()]
    assert done.returncode == 0
    assert ["renrendoc.com", "renrendoc.com"] in [row[:2] for row in rows]
    assert all(len(row) == 3 for row in rows)


def test_new_writes_a_profile_that_check_finds_good_and_that_gives_the_same_text(tmp_path: Path) -> None:
    made = qingwen("sites", "new", PAGE, "--url", URL, "-o", tmp_path)
    profile = tmp_path / "sites" / "library.example.org.toml"
    case = tmp_path / "pages" / "library.example.org" / "first"
    assert (made.returncode, str(profile) in made.stdout) == (0, True), made.stderr
    assert tomllib.loads(profile.read_text(encoding="utf-8"))["content"] == {"select": ["#artContent"]}
    assert (case / "page.html").read_bytes() == PAGE.read_bytes()
    checked = qingwen("sites", "check", profile, PAGE)
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    assert checked.returncode == 0
    assert json.loads(checked.stdout)["text"] == expected["text"]
    assert json.loads(checked.stdout)["profile"] == "library.example.org"
    listed = qingwen("sites", "list", "--profiles", tmp_path / "sites").stdout.splitlines()
    assert listed[0].startswith("library.example.org\t")
    assert qingwen("sites", "list", "--profiles", tmp_path).stdout.splitlines() == listed


def test_a_page_can_be_compressed_and_its_escapes_reach_no_terminal(tmp_path: Path) -> None:
    page = tmp_path / "page.html.gz"
    page.write_bytes(
        gzip.compress(PAGE.read_bytes().replace(b"<body>", "<body><div>\x1b[31m分享\x9b1m</div>".encode()))
    )
    assert qingwen("sites", "new", page, "--url", URL, "-o", tmp_path).returncode == 0
    checked = qingwen("sites", "check", tmp_path / "sites" / "library.example.org.toml", page)
    assert "artContent" in (tmp_path / "pages" / "library.example.org" / "first" / "page.html").read_text("utf-8")
    assert json.loads(checked.stdout)["profile"] == "library.example.org"
    assert "\\x9b1m" in checked.stderr
    assert not {"\x1b", "\x9b"} & set(checked.stdout + checked.stderr)


def test_new_says_where_it_cannot_write() -> None:
    done = qingwen("sites", "new", PAGE, "--url", URL, "-o", PAGE)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot write" in done.stderr and "Traceback" not in done.stderr


def test_new_writes_over_nothing(tmp_path: Path) -> None:
    assert qingwen("sites", "new", PAGE, "--url", URL, "-o", tmp_path).returncode == 0
    again = qingwen("sites", "new", PAGE, "--url", URL, "-o", tmp_path)
    assert (again.returncode, "exists already" in again.stderr) == (2, True)


def test_a_wrong_profile_is_said_with_file_line_and_key_before_anything_runs(tmp_path: Path) -> None:
    profile = tmp_path / "wrong.toml"
    profile.write_text('hosts = ["a.example"]\nexampel = "https://a.example/1"\n', encoding="utf-8")
    for arguments in (["sites", "check", profile], ["clean", PAGE, "--profiles", profile]):
        done = qingwen(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{profile}:2: exampel" in done.stderr


def test_a_page_without_an_address_needs_one(tmp_path: Path) -> None:
    done = qingwen("sites", "new", PAGE, "-o", tmp_path)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "--url" in done.stderr


@pytest.mark.parametrize("host", ["..", "../..", ".hidden", "a..example", "[::1]", "x" * 300])
@pytest.mark.parametrize("said_by", ["the page", "the command line"])
def test_no_address_leads_out_of_the_folder(tmp_path: Path, host: str, said_by: str) -> None:
    url = f"https://{host}/x"
    page, folder = tmp_path / "page.html", tmp_path / "made"
    text = PAGE.read_text(encoding="utf-8")
    page.write_text(text.replace("<head>", f'<head><link rel="canonical" href="{url}">', 1), encoding="utf-8")
    made = qingwen("sites", "new", page, "-o", folder, *(["--url", url] if said_by == "the command line" else []))
    assert (made.returncode, made.stdout, len(made.stderr.splitlines())) == (2, "", 1)
    assert list(tmp_path.iterdir()) == [page]


def test_check_says_where_the_profile_was_not_used_or_selects_nothing(tmp_path: Path) -> None:
    profile = tmp_path / "site.toml"
    rows = 'hosts = ["a.example"]\nexample = "https://a.example/1"\n[content]\nselect = ["#nothing"]\n'
    profile.write_text(rows, encoding="utf-8")
    elsewhere = qingwen("sites", "check", profile, PAGE, "--url", "https://other.example/1")
    assert f"{PAGE}: not cleaned by this profile, but by generic: https://other.example/1" in elsewhere.stderr
    unmatched = qingwen("sites", "check", profile, PAGE)
    assert f"{PAGE}: none of the profile's selectors of content matches: #nothing" in unmatched.stderr
    profile.write_text(rows.replace("#nothing", "#artContent"), encoding="utf-8")
    matched = qingwen("sites", "check", profile, PAGE)
    assert str(PAGE) not in matched.stderr
    assert [done.returncode for done in (elsewhere, unmatched, matched)] == [0, 0, 0]
