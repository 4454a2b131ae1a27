"""A site that changes from night to night, collected for real: documents, state and reports are exactly as expected."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.scraper.collection.site import Site, configure, serve

BODY = "春天里我们在河堤上种下了第一批树苗,乡亲们都来帮忙,大家都很高兴。"


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


def qingwen(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from scraper.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def records(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()]


def manifest(folder: Path) -> dict[str, Any]:
    return json.loads(max((folder / "runs").iterdir(), key=lambda path: path.stat().st_mtime_ns).read_text("utf-8"))


def a_day_later(folder: Path) -> None:
    """Put every time in the state a day back: as good as waiting for the next night."""
    with sqlite3.connect(folder / "state.db") as database:
        for column in ("found_at", "first_visit", "last_visit", "next_visit"):
            database.execute(f"UPDATE address SET {column} = strftime('%Y-%m-%dT%H:%M:%SZ', {column}, '-1 day')")
    database.close()


def statuses(folder: Path) -> dict[str, str]:
    with sqlite3.connect(folder / "state.db") as database:
        rows = database.execute("SELECT url, status FROM address").fetchall()
    database.close()
    return {url.rpartition("/")[2]: status for url, status in rows}


def test_three_nights_of_a_changing_site(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    for number in range(1, 7):
        site.write(f"/doc/100{number}.html", f"第{number}号文件", f"这是第{number}号文件。{BODY}", BODY[::-1])
    site.pages["/doc/1006.html"] = site.pages["/doc/1005.html"]
    site.link("/list_1.html", ["/doc/1001.html", "/doc/1002.html"], "/list_2.html")
    site.link("/list_2.html", ["/doc/1003.html", "/doc/1004.html", "/doc/1005.html", "/doc/1006.html"])
    source = f'[[source]]\nlisting = "{site.root}/list_1.html"\nnext = "a.next"\ntags = ["讲话"]'
    configure(folder, f'{source}\n[output]\nformats = ["jsonl", "text"]')

    night = qingwen("collect", folder)
    assert night.returncode == 0, night.stderr
    assert "6 found, 5 new, 0 changed, 0 unchanged, 1 duplicate, 0 vanished, 0 failed" in night.stderr
    assert [record["url"].rpartition("/")[2] for record in records(folder)] == [f"100{n}.html" for n in range(1, 6)]
    assert all(record["tags"] == ["讲话"] and record["fetched_at"] for record in records(folder))
    assert len(list((folder / "documents").glob("*.txt"))) == 5
    assert [one["duplicate_of"] for one in manifest(folder)["documents"]][-1] == f"{site.root}/doc/1005.html"

    # The same night again: nothing is due, the listing is unchanged.
    site.asked.clear()
    again = qingwen("collect", folder)
    assert (again.returncode, "0 found, 0 new" in again.stderr) == (0, True)
    assert not [path for path in site.asked if path.startswith("/doc/")]

    # The second night: one new, one changed, one gone, one moved, one broken.
    a_day_later(folder)
    site.write("/doc/1007.html", "第7号文件", f"这是第7号文件。{BODY}")
    site.link("/list_1.html", ["/doc/1007.html", "/doc/1001.html", "/doc/1002.html"], "/list_2.html")
    site.write("/doc/1001.html", "第1号文件", f"这是第1号文件的修订本。{BODY}")
    del site.pages["/doc/1002.html"]
    site.write("/moved/1003.html", "第3号文件", f"这是第3号文件。{BODY}", BODY[::-1])
    site.statuses["/doc/1003.html"] = 301, {"Location": "/moved/1003.html"}
    site.statuses["/doc/1004.html"] = 500, {}
    night = qingwen("collect", folder)
    assert night.returncode == 1
    assert "1 found, 1 new, 1 changed, 3 unchanged, 0 duplicate, 1 vanished, 1 failed" in night.stderr
    assert night.stderr.count("1004.html") == 1
    assert [record["text"][:10] for record in records(folder)][5:] == ["这是第7号文件。春天", "这是第1号文件的修订"]
    assert len(list((folder / "documents" / "earlier").iterdir())) == 1
    told = statuses(folder)
    assert {name for name, status in told.items() if status != "kept"} == {"1002.html", "1004.html"}
    assert (told["1002.html"], told["1004.html"]) == ("vanished", "failed")
    assert {one["url"].rpartition("/")[2] for one in manifest(folder)["pages_failed"]} == {"1002.html", "1004.html"}

    # The third night: what was broken works, what was gone is back, the rest is as it was.
    a_day_later(folder)
    site.statuses.pop("/doc/1004.html")
    site.write("/doc/1002.html", "第2号文件", f"这是第2号文件。{BODY}", BODY[::-1])
    night = qingwen("collect", folder)
    assert night.returncode == 0, night.stderr
    assert "0 found, 0 new, 0 changed" in night.stderr and "0 failed" in night.stderr
    assert set(statuses(folder).values()) == {"kept"}
    assert len(records(folder)) == 7

    facts = json.loads(qingwen("status", folder, "-f", "json").stdout)
    assert (facts["documents"], facts["earlier_versions"], facts["duplicates"]) == (6, 1, 1)
    assert facts["last_run"]["outcome"] == "done" and facts["troubled"] == []
    assert "documents" in qingwen("status", folder).stdout


def test_sitemap_feed_file_and_addresses_meet_in_one_collection(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    for number in range(4):
        site.write(f"/doc/200{number}.html", f"第{number}号", f"第{number}号。{BODY}")
    site.pages["/sitemap.xml"] = f"<urlset><url><loc>{site.root}/doc/2000.html</loc></url></urlset>"
    site.pages["/rss.xml"] = (
        f"<rss version='2.0'><channel><item><link>{site.root}/doc/2001.html</link></item>"
        f"<item><link>{site.root}/doc/2000.html</link></item></channel></rss>"
    )
    configure(
        folder,
        f"""
[[source]]
sitemap = "{site.root}/sitemap.xml"
tags = ["s"]
[[source]]
feed = "{site.root}/rss.xml"
tags = ["f"]
[[source]]
file = "urls.txt"
[[source]]
urls = ["{site.root}/doc/2003.html"]
""",
    )
    (folder / "urls.txt").write_text(f"# mine\n\n{site.root}/doc/2002.html\nnonsense\n", "utf-8")
    night = qingwen("collect", folder)
    assert night.returncode == 1 and "urls.txt:4: 'nonsense' is no http or https address" in night.stderr
    assert "list failed" in (told := qingwen("status", folder).stdout) and "'nonsense' is no http" in told
    assert {record["url"][-6]: record["tags"] for record in records(folder)} == {
        "0": ["f", "s"],
        "1": ["f"],
        "2": None,
        "3": None,
    }


def test_private_hosts_are_fetched_where_a_file_names_them_and_not_where_a_listing_does(
    site: Site, tmp_path: Path
) -> None:
    folder = tmp_path / "archive"
    for number in (1, 2):
        site.write(f"/doc/100{number}.html", f"第{number}号", f"第{number}号。{BODY}")
    configure(folder, '[[source]]\nfile = "urls.txt"')
    (folder / "urls.txt").write_text(f"# mine\n{site.root}/doc/1001.html\n", "utf-8")
    night = qingwen("collect", folder)
    assert night.returncode == 0 and "1 found, 1 new" in night.stderr

    site.link("/list.html", [site.root.replace("127.0.0.1", "localhost") + "/doc/1002.html"])
    configure(folder, f'[[source]]\nfile = "urls.txt"\n[[source]]\nlisting = "{site.root}/list.html"\nlinks = "ul a"')
    night = qingwen("collect", folder)
    assert night.returncode == 1 and "[fetch: private-address]" in night.stderr
    assert len(records(folder)) == 1

    (folder / "urls.txt").write_bytes(b"\xff")
    assert "urls.txt: not UTF-8 [read: unreadable]" in qingwen("collect", folder).stderr


def test_a_listing_in_which_nothing_is_found_any_more_is_a_failure(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    site.write("/doc/1001.html", "一号", BODY)
    site.link("/list.html", ["/doc/1001.html"])
    configure(folder, f'[[source]]\nlisting = "{site.root}/list.html"\nlinks = "ul a"')
    assert qingwen("collect", folder).returncode == 0
    site.pages["/list.html"] = site.pages["/list.html"].replace("ul>", "ol>")
    a_day_later(folder)
    night = qingwen("collect", folder)
    assert night.returncode == 1 and "no link on the page matches 'ul a' [read: no-links]" in night.stderr
    (failed,) = json.loads(qingwen("status", folder, "-f", "json").stdout)["last_run"]["lists_failed"]
    assert failed == {"source": f"{site.root}/list.html", "error": "no link on the page matches 'ul a'"}


def test_dry_run_lists_what_would_be_fetched_and_changes_nothing(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    configure(folder, f'[[source]]\nurls = ["{site.root}/1.html", "{site.root}/2.html"]')
    dry = qingwen("collect", "--dry-run", folder)
    assert (dry.returncode, dry.stdout.split()) == (0, [f"{site.root}/1.html", f"{site.root}/2.html"])
    assert [path.name for path in folder.iterdir()] == ["collection.toml"]
    assert not site.asked


def test_reclean_makes_new_versions_from_the_archive_alone(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    site.write("/1.html", "一号文件", f"開始寫作的時候。{BODY}")
    site.write("/2.html", "二号文件", BODY, BODY[::-1])
    source = f'[[source]]\nurls = ["{site.root}/1.html", "{site.root}/2.html"]\ntags = ["t"]'
    configure(folder, source)
    assert qingwen("collect", folder).returncode == 0
    visits = statuses(folder)
    site.asked.clear()
    assert "0 changed, 2 unchanged" in qingwen("collect", "--reclean", folder).stderr
    configuration = (folder / "collection.toml").read_text("utf-8")
    (folder / "collection.toml").write_text(configuration.replace("[clean]", "[clean]\nscript = 'simplified'"), "utf-8")
    again = qingwen("collect", "--reclean", folder)
    assert again.returncode == 0 and "1 changed, 1 unchanged" in again.stderr
    assert not site.asked and statuses(folder) == visits
    assert records(folder)[-1]["text"].startswith("开始写作的时候。") and records(folder)[-1]["tags"] == ["t"]
    assert len(records(folder)) == 3

    # A fact that is read now and was not before is a new version as well.
    (folder / "sites").mkdir()
    (folder / "sites" / "here.toml").write_text(
        f'hosts = ["127.0.0.1"]\nexample = "{site.root}/1.html"\n[metadata]\nauthor = "h1"\n', "utf-8"
    )
    (folder / "collection.toml").write_text(configuration.replace("[clean]", "[clean]\nprofiles = 'sites'"), "utf-8")
    assert "2 changed, 0 unchanged" in qingwen("collect", "--reclean", folder).stderr
    assert [record["author"] for record in records(folder)[3:]] == ["一号文件", "二号文件"]
    assert "0 changed, 2 unchanged" in qingwen("collect", "--reclean", folder).stderr


def outputs(folder: Path) -> dict[str, bytes]:
    """Return the files of ``documents/``, and each record of ``documents.jsonl`` by its address."""
    files = {path.name: path.read_bytes() for path in (folder / "documents").iterdir() if path.is_file()}
    rows = (folder / "documents.jsonl").read_bytes().splitlines()
    found = {json.loads(row)["source"]: row for row in rows}
    assert len(found) == len(rows)
    return files | found


def test_outputs_that_vanished_are_said_and_come_back_from_the_archive(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    for number in (1, 2, 3):
        site.write(f"/{number}.html", f"第{number}号", f"第{number}号文件。{BODY}")
    site.pages["/4.html"] = site.pages["/3.html"]
    urls = ", ".join(f'"{site.root}/{number}.html"' for number in (1, 2, 3, 4))
    configure(folder, f'[[source]]\nurls = [{urls}]\n[output]\nformats = ["jsonl", "text"]')
    assert qingwen("collect", folder).returncode == 0
    before = outputs(folder)
    site.asked.clear()

    # All is gone: it is said, and comes back.
    (folder / "documents.jsonl").unlink()
    shutil.rmtree(folder / "documents")
    told = qingwen("collect", folder).stderr
    assert told.count(f"are gone; `qingwen collect {folder} --reclean` writes them again from the archive") == 2
    assert "0 changed, 1 unchanged" in (again := qingwen("collect", "--reclean", folder).stderr)
    assert "3 restored" in again and outputs(folder) == before

    # Some is gone: half a line, a record, a file.
    rows = (folder / "documents.jsonl").read_bytes()
    (folder / "documents.jsonl").write_bytes(rows[rows.index(b"\n") + 1 : -9])
    next((folder / "documents").iterdir()).unlink()
    assert "are gone" in qingwen("collect", folder).stderr
    qingwen("collect", "--reclean", folder)
    assert outputs(folder) == before
    assert "4 unchanged" in (again := qingwen("collect", "--reclean", folder).stderr) and "0 restored" in again

    # A format more is asked for.
    configuration = (folder / "collection.toml").read_text("utf-8")
    (folder / "collection.toml").write_text(configuration.replace('"text"', '"text", "markdown"'), "utf-8")
    assert "3 restored" in qingwen("collect", "--reclean", folder).stderr
    assert before.items() < outputs(folder).items()
    assert sorted(path.suffix for path in (folder / "documents").iterdir()) == [".md"] * 3 + [".txt"] * 3
    assert "0 restored" in qingwen("collect", "--reclean", folder).stderr
    assert not [path for path in site.asked if path.endswith(".html")]


def test_a_document_of_several_pages_is_one_document_whichever_page_changes(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    for page, following in enumerate(["/9_2.html", "/9_3.html", None], start=1):
        path = "/9.html" if page == 1 else f"/9_{page}.html"
        site.write(path, "九号文件", f"这是第{page}页上的文字。{BODY}", following=following)
    configure(folder, f'[[source]]\nurls = ["{site.root}/9.html"]')
    assert qingwen("collect", folder).returncode == 0
    (record,) = records(folder)
    assert record["text"].count(BODY) == 3 and record["complete"] is None

    site.asked.clear()
    assert "0 changed, 1 unchanged" in qingwen("collect", "--reclean", folder).stderr and not site.asked

    a_day_later(folder)
    site.write("/9_3.html", "九号文件", f"这是最后一页的新文字。{BODY}")
    assert "1 changed, 0 unchanged" in qingwen("collect", folder).stderr
    a_day_later(folder)
    assert "0 changed, 1 unchanged" in qingwen("collect", folder).stderr
    assert len(records(folder)) == 2 and "新文字" in records(folder)[1]["text"]

    configuration = (folder / "collection.toml").read_text("utf-8")
    (folder / "collection.toml").write_text(configuration.replace("[fetch]", "[fetch]\nmax_pages = 2"), "utf-8")
    a_day_later(folder)
    a_day_later(folder)
    assert "1 changed" in qingwen("collect", folder).stderr
    assert (records(folder)[2]["text"].count(BODY), records(folder)[2]["complete"]) == (2, False)


def test_time_that_is_over_ends_the_run_in_good_order(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    for number in range(3):
        site.write(f"/{number}.html", str(number), f"{number}。{BODY}")
    configure(folder, f'[[source]]\nurls = ["{site.root}/0.html", "{site.root}/1.html", "{site.root}/2.html"]')
    over = qingwen("collect", "--max-time", "0", folder)
    assert over.returncode == 0 and "0 new" in over.stderr and "(out-of-time)" in over.stderr
    assert qingwen("collect", folder).returncode == 0
    assert len(records(folder)) == 3


def test_every_page_failing_is_exit_code_3(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    configure(folder, f'[[source]]\nurls = ["{site.root}/none.html"]')
    assert qingwen("collect", folder).returncode == 3


def test_mistakes_are_one_line_and_exit_code_2(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    for command in ("collect", "status"):
        nowhere = qingwen(command, folder)
        assert nowhere.returncode == 2 and f"`qingwen init {folder}`" in nowhere.stderr
    assert qingwen("init", folder).returncode == 0
    again = qingwen("init", folder)
    assert again.returncode == 2 and again.stderr.endswith("collection.toml is there already; it was not touched\n")
    assert "none yet" in qingwen("status", folder).stdout and not (folder / "state.db").exists()
    assert "no [[source]] yet" in qingwen("collect", folder).stderr
    (folder / "collection.toml").write_text("[fetch]\nspeed = 9\n", "utf-8")
    wrong = qingwen("collect", folder)
    assert wrong.returncode == 2 and wrong.stderr.count("\n") == 1 and "collection.toml:2: speed" in wrong.stderr
    (folder / "collection.toml").write_text("[[source]]\nfile = 'urls.txt'\n", "utf-8")
    (folder / "state.db").write_bytes(b"damaged " * 1000)
    wrong = qingwen("collect", folder)
    assert wrong.returncode == 2 and wrong.stderr.count("\n") == 1 and "file is not a database" in wrong.stderr
    assert (folder / "state.db").read_bytes() == b"damaged " * 1000


def test_a_state_that_was_lost_is_made_anew_from_outputs_and_archive(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    for number in (1, 2):
        site.write(f"/{number}.html", f"第{number}号", f"第{number}号文件。{BODY}")
        site.statuses[f"/{number}.html"] = 200, {"ETag": ""}
    configure(folder, f'[[source]]\nurls = ["{site.root}/1.html", "{site.root}/2.html"]\ntags = ["t"]')
    with (folder / "collection.toml").open("a", encoding="utf-8") as file:
        file.write("[output]\nformats = ['jsonl', 'text']\n")
    assert qingwen("collect", folder).returncode == 0
    a_day_later(folder)
    assert "2 unchanged" in qingwen("collect", folder).stderr
    before = records(folder), {path.name: path.read_bytes() for path in (folder / "documents").iterdir()}
    (folder / "state.db").write_bytes(b"damaged " * 1000)
    damaged = qingwen("collect", folder)
    assert damaged.returncode == 2 and "move it away: the next run makes a new one from the archive" in damaged.stderr
    (folder / "state.db").unlink()
    site.asked.clear()
    again = qingwen("collect", folder)
    assert again.returncode == 0 and "0 new, 0 changed, 2 unchanged" in again.stderr
    assert "state.db: a new one; 2 documents learned" in again.stderr

    # Cleaned again before anything is fetched, and after half a record, a record and a file were lost as well.
    (folder / "state.db").unlink()
    assert "0 changed, 2 unchanged" in qingwen("collect", "--reclean", folder).stderr
    (folder / "state.db").unlink()
    lines = (folder / "documents.jsonl").read_bytes()
    (folder / "documents.jsonl").write_bytes(lines[: lines.index(b"\n") + 9])
    next((folder / "documents").iterdir()).unlink()
    assert "0 changed" in (again := qingwen("collect", folder)).stderr and again.returncode == 0

    assert not [path for path in site.asked if path.endswith(".html")]
    assert records(folder) == before[0]
    assert {path.name: path.read_bytes() for path in (folder / "documents").iterdir()} == before[1]


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_state_that_was_lost_is_learned_from_files_alone(site: Site, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "archive"
    for number in (1, 2):
        site.write(f"/{number}.html", f"第{number}号", f"第{number}号文件。{BODY}")
    configure(
        folder, f'[[source]]\nurls = ["{site.root}/1.html", "{site.root}/2.html"]\n[output]\nformats = ["{form}"]'
    )
    assert qingwen("collect", folder).returncode == 0
    a_day_later(folder)
    site.write("/1.html", "新题目", f"第1号文件的修订本。{BODY}")
    assert "1 changed" in qingwen("collect", folder).stderr

    def files() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in (folder / "documents").rglob("*") if path.is_file()}

    before = files()
    (folder / "state.db").unlink()
    assert "0 new, 0 changed, 2 unchanged" in qingwen("collect", folder).stderr
    assert files() == before
    assert "0 changed, 2 unchanged" in qingwen("collect", "--reclean", folder).stderr
    assert files() == before and len(before) == 3

    # Records are asked for as well: each is written once.
    configuration = (folder / "collection.toml").read_text("utf-8")
    (folder / "collection.toml").write_text(configuration.replace("formats = [", 'formats = ["jsonl", '), "utf-8")
    assert "2 restored" in qingwen("collect", "--reclean", folder).stderr
    assert "0 restored" in qingwen("collect", "--reclean", folder).stderr
    assert files() == before and len(records(folder)) == 2
