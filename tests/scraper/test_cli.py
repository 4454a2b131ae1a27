"""``qingwen`` as users run it: real child processes, exit codes to the letter."""

from __future__ import annotations

import gzip
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unmeasured import unmeasured

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>
<p>河道巡查由乡镇负责，每周不少于两次，发现险情应当立即上报，并在现场设置警示标志，等待处置人员到达。</p>
<p>第{title}号巡查点的水位记录应当逐日填写，月底由水利站汇总核对，任何人不得涂改原始数据，违者追究责任。</p></body></html>"""


def qingwen(*arguments: str | Path, cwd: Path | None = None, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from scraper.cli import main; main()", *map(str, arguments)]
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stdin", subprocess.DEVNULL)
    return subprocess.run(command, cwd=cwd, stderr=subprocess.PIPE, timeout=60, check=False, **options)


def lines(stream: bytes) -> list[str]:
    return stream.decode().splitlines()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.html").write_text(PAGE.format(title=f"巡查{number}"), encoding="utf-8")
    return folder


def test_one_page_to_standard_output(pages: Path) -> None:
    done = qingwen("clean", pages / "00.html", "-f", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    record = json.loads(done.stdout)
    assert record["source"] == str(pages / "00.html")
    assert "逐日填写" in record["text"]


@pytest.mark.parametrize("typed", ["./pages/00.html", "pages//00.html", "pages/../pages/00.html", "link.html"])
def test_the_source_is_the_path_as_it_was_typed(pages: Path, typed: str) -> None:
    (pages.parent / "link.html").symlink_to("pages/00.html")
    done = qingwen("clean", typed, "-f", "json", cwd=pages.parent)
    assert json.loads(done.stdout)["source"] == typed


@pytest.mark.parametrize("typed", [".", "./pages", "pages/", "pages/../pages"])
def test_the_source_of_what_is_met_begins_with_the_folder_as_it_was_typed(pages: Path, typed: str) -> None:
    for path in sorted(pages.iterdir())[1:]:
        path.unlink()
    done = qingwen("clean", typed, "-f", "jsonl", cwd=pages.parent)
    found = "pages/00.html" if typed == "." else "00.html"
    assert json.loads(done.stdout)["source"] == f"{typed.removesuffix('/')}/{found}"


def test_a_file_that_is_named_twice_is_one_document_wherever_it_goes(pages: Path) -> None:
    (pages.parent / "link.html").symlink_to("pages/00.html")
    named = [
        "./pages/00.html",
        "pages/00.html",
        str(pages / "00.html"),
        "link.html",
        "pages",
        "./pages/",
        "pages/01.html",
    ]
    for output, count in (("out/", 12), ("out.jsonl", 1)):
        done = qingwen("clean", *named, "-o", output, cwd=pages.parent)
        assert (done.returncode, done.stderr) == (0, b"")
        written = pages.parent / output
        assert len(list(written.iterdir()) if written.is_dir() else [written]) == count
    sources = [json.loads(line)["source"] for line in lines((pages.parent / "out.jsonl").read_bytes())]
    assert sources == ["./pages/00.html", *(f"pages/{number:02}.html" for number in range(2, 12)), "pages/01.html"]


def test_a_folder_whose_pages_are_all_named_is_no_failure(pages: Path) -> None:
    done = qingwen("clean", pages, *sorted(pages.iterdir()), "-f", "jsonl")
    assert (done.returncode, done.stderr, len(lines(done.stdout))) == (0, b"", 12)


def test_standard_input_compressed_or_not(pages: Path) -> None:
    page = (pages / "00.html").read_bytes()
    plain, packed = (
        qingwen("clean", "-", "-f", "jsonl", stdin=None, input=data) for data in (page, gzip.compress(page))
    )
    assert plain.returncode == packed.returncode == 0
    assert plain.stdout == packed.stdout
    assert json.loads(plain.stdout)["source"] == "-"


@pytest.mark.parametrize(
    ("output", "count"),
    [("all.jsonl", 1), ("all.json", 1), ("all.md", 1), ("all.txt", 1), ("folder", 12), ("f.d/", 12)],
)
def test_output_does_not_depend_on_jobs_and_reruns_are_equal(pages: Path, output: str, count: int) -> None:
    results = []
    for run, jobs in enumerate(["1", "3", "3"]):
        target = pages.parent / str(min(run, 1)) / output  # the third run writes over the second
        target.parent.mkdir(exist_ok=True)
        where = f"{target}/" if output.endswith("/") else str(target)
        done = qingwen("clean", "pages", "-o", where, "-j", jobs, cwd=pages.parent)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        files = [target] if target.is_file() else sorted(target.iterdir())
        results.append({path.name: path.read_bytes() for path in files})
    assert results[0] == results[1] == results[2]
    assert len(results[0]) == count


def test_json_is_an_object_of_one_source_and_an_array_of_several(pages: Path) -> None:
    one = json.loads(qingwen("clean", pages / "00.html", "-f", "json").stdout)
    two = json.loads(qingwen("clean", pages / "00.html", pages / "01.html", "-f", "json").stdout)
    assert two[0] == one and len(two) == 2
    assert len(json.loads(qingwen("clean", pages, "-f", "json").stdout)) == 12


def test_failures_are_one_line_each_and_the_others_are_written(pages: Path) -> None:
    missing, binary = pages / "missing.html", pages.parent / "logo.png"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n")
    done = qingwen("clean", missing, pages / "00.html", binary, "-f", "jsonl")
    assert done.returncode == 1
    assert len(lines(done.stdout)) == 1
    first, second = lines(done.stderr)
    assert str(missing) in first and "No such file" in first
    assert str(binary) in second and "picture" in second


def test_failures_as_records(pages: Path) -> None:
    done = qingwen("clean", pages / "missing.html", "--log-format", "json", "-q")
    assert done.returncode == 3
    (record,) = map(json.loads, lines(done.stderr))
    assert record["source"] == str(pages / "missing.html")
    assert (record["stage"], record["error"]) == ("read", "missing")


def test_a_page_of_which_nothing_is_left_is_said(pages: Path) -> None:
    empty = pages / "empty.html"
    empty.write_text("<html><head><title>空页</title></head><body><p> </p></body></html>", encoding="utf-8")
    done = qingwen("clean", pages / "00.html", empty, "-f", "jsonl")
    assert (done.returncode, len(lines(done.stdout))) == (0, 2)
    assert json.loads(lines(done.stdout)[1])["warnings"] == ["nothing-left"]
    (said,) = lines(done.stderr)
    assert said.startswith(f"qingwen: {empty}: ") and said.endswith("[nothing-left]")
    (record,) = map(json.loads, lines(qingwen("clean", empty, "--log-format", "json").stderr))
    assert (record["level"], record["source"], record["warning"]) == ("warning", str(empty), "nothing-left")
    quiet = qingwen("clean", empty, "-q")
    assert (quiet.returncode, quiet.stderr) == (0, b"")


def test_a_folder_without_pages_fails(tmp_path: Path) -> None:
    done = qingwen("clean", tmp_path)
    assert (done.returncode, done.stdout) == (3, b"")
    assert lines(done.stderr) == [f"qingwen: {tmp_path}: no pages in this folder [read: no-pages]"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["clean"],
        ["clean", "--nonsense", "pages"],
        ["nonsense"],
        ["clean", "pages", "-f", "docx"],
        ["clean", "pages", "-o", "out.docx"],
        ["clean", "pages", "-o", "out.jsonl", "-f", "text"],
        ["clean", "pages", "-o", "out/", "--name", "{titel}"],
        ["clean", "pages", "-o", "out.jsonl", "--name", "{title}"],
        ["clean", "pages", "--name", "{title}"],
        ["clean", "pages", "--script", "klingon"],
        ["clean", "pages", "--punctuation", "wide"],
        ["clean", "pages", "-j", "0"],
        ["clean", "pages", "--profiles", "missing.toml"],
        ["clean", "pages", "--profiles", "pages"],
        ["clean", "pages", "--profiles", "pages/00.html"],
        ["clean", "pages", "-o", "pages"],
        ["clean", "pages/00.html", "--drops", "pages/00.html"],
        ["clean", "pages", "-o", "nowhere/out.jsonl"],
        ["clean", "pages", "-o", "/proc/out/"],
        ["clean", "pages", "-o", ""],
        ["clean", "pages", "-o", "out.jsonl", "--drops", "./out.jsonl"],
        ["clean", ""],
        ["clean", "pages", ""],
        ["clean", "pages", "--drops", "-"],
        ["clean", "pages", "-o", "out/", "--drops", "-"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_one_line_and_nothing_is_done(pages: Path, arguments: list[str]) -> None:
    before = sorted(pages.parent.rglob("*"))
    done = qingwen(*arguments, cwd=pages.parent)
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(lines(done.stderr)) == 1 and done.stderr.startswith(b"qingwen: ")
    assert sorted(pages.parent.rglob("*")) == before


def test_a_current_folder_that_is_gone_is_one_line(tmp_path: Path) -> None:
    command = f"mkdir gone && cd gone && rmdir ../gone && {sys.executable} -c 'from scraper.cli import main; main()'"
    done = subprocess.run(["sh", "-c", f"{command} clean x"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, lines(done.stderr)) == (2, ["qingwen: the current folder is gone"])


def test_no_command_shows_them_all(tmp_path: Path) -> None:
    done = qingwen(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert any(line.split()[:1] == ["clean"] for line in lines(done.stderr))


def test_paths_that_lead_nowhere_are_one_line_each(pages: Path) -> None:
    (pages / "circle.html").symlink_to(pages / "circle.html")
    done = qingwen("clean", "pages", "pages/circle.html", "x" * 300, "-o", "out.jsonl", cwd=pages.parent)
    assert done.returncode == 1
    assert [line.partition(": ")[2].partition(":")[0] for line in lines(done.stderr)] == [
        "pages/circle.html",
        "x" * 300,
    ]
    assert len(lines((pages.parent / "out.jsonl").read_bytes())) == 12
    for output in ("circle.jsonl", "circle.jsonl/x.jsonl", "circle.jsonl/", "x" * 300, f"{'x' * 300}.jsonl"):
        (pages.parent / "circle.jsonl").unlink(missing_ok=True)
        (pages.parent / "circle.jsonl").symlink_to("circle.jsonl")
        refused = qingwen("clean", "pages/00.html", "-o", output, cwd=pages.parent)
        assert (refused.returncode, len(lines(refused.stderr))) == (2, 1)
        assert b".tmp" not in refused.stderr


def test_total_failure_leaves_the_former_output(pages: Path) -> None:
    output = pages.parent / "out.jsonl"
    output.write_text("former", encoding="utf-8")
    assert qingwen("clean", pages / "missing", "-o", output).returncode == 3
    assert output.read_text(encoding="utf-8") == "former"


def test_an_output_that_nobody_else_may_read_stays_so(pages: Path) -> None:
    output = pages.parent / "out.jsonl"
    output.touch(mode=0o600)
    assert qingwen("clean", pages, "-o", output).returncode == 0
    assert (len(lines(output.read_bytes())), output.stat().st_mode & 0o777) == (12, 0o600)


@pytest.mark.parametrize("output", ["out.jsonl", "out/"])
def test_a_killed_run_leaves_nothing_after_the_next(pages: Path, output: str) -> None:
    os.mkfifo(pages.parent / "feed")
    command = [sys.executable, "-c", "from scraper.cli import main; main()", "clean", "feed", "-o", output]
    with (
        subprocess.Popen(command, cwd=pages.parent, stderr=subprocess.PIPE) as process,
        (pages.parent / "feed").open("wb"),  # opened when the output has been begun; never fed
    ):
        process.kill()
    (pages.parent / "feed").unlink()
    assert qingwen("clean", "pages", "-o", output, cwd=pages.parent).returncode == 0
    assert list(pages.parent.rglob(".*")) == []


def test_the_output_folder_is_no_source(pages: Path) -> None:
    runs = [qingwen("clean", "pages", "-o", "pages/out/", cwd=pages.parent).returncode for _ in range(2)]
    assert runs == [0, 0]
    assert len(list((pages / "out").iterdir())) == 12


def test_standard_output_on_a_full_disk(pages: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = qingwen("clean", pages, stdout=full)
    assert done.returncode == 3
    assert lines(done.stderr) == ["qingwen: cannot write standard output: No space left on device"]


@pytest.mark.parametrize("output", ["out.jsonl", "out/"])
def test_a_file_on_a_full_disk(pages: Path, output: str) -> None:
    def limit() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    done = qingwen("clean", "pages", "-o", output, cwd=pages.parent, preexec_fn=limit, env=unmeasured())
    assert done.returncode == 3
    assert len(lines(done.stderr)) == 1 and b"File too large" in done.stderr
    assert [path for path in pages.parent.rglob("*") if path.is_file() and path.parent != pages] == []


def test_closed_standard_streams(pages: Path) -> None:
    command = f"{sys.executable} -c 'from scraper.cli import main; main()' clean {pages}"
    closed = subprocess.run(["sh", "-c", f"{command} >&-"], stderr=subprocess.PIPE, check=False)
    assert (closed.returncode, len(lines(closed.stderr))) == (2, 1)
    silent = subprocess.run(["sh", "-c", f"{command}/missing 2>&-"], stdout=subprocess.PIPE, check=False)
    assert (silent.returncode, silent.stdout) == (3, b"")
    deaf = subprocess.run(["sh", "-c", f"{command} - <&-"], capture_output=True, check=False)
    assert (deaf.returncode, len(lines(deaf.stdout)) > 0, len(lines(deaf.stderr))) == (1, True, 1)


def test_a_reader_that_goes_away_is_no_error(pages: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = qingwen("clean", pages, stdout=gone)
    assert (done.returncode, done.stderr) == (0, b"")


def test_removed_lines_are_listed(pages: Path) -> None:
    drops = pages.parent / "drops.jsonl"
    done = qingwen("clean", pages, "-f", "jsonl", "--drops", drops)
    counted = {(r["source"], rule): n for r in map(json.loads, lines(done.stdout)) for rule, n in r["dropped"].items()}
    listed: dict[tuple[str, str], int] = {}
    for row in map(json.loads, lines(drops.read_bytes())):
        assert list(row) == ["source", "number", "rule", "text"]
        listed[row["source"], row["rule"]] = listed.get((row["source"], row["rule"]), 0) + 1
    assert listed == counted


def test_removed_lines_go_into_the_output_folder_or_a_pipe(pages: Path) -> None:
    done = qingwen("clean", pages, "-o", "out/", "--drops", "out/drops.jsonl", cwd=pages.parent)
    assert (done.returncode, len(list((pages.parent / "out").iterdir()))) == (0, 13)
    os.mkfifo(pages.parent / "pipe")
    command = [sys.executable, "-c", "from scraper.cli import main; main()", "clean", pages, "-o", "records.jsonl"]
    with subprocess.Popen([*command, "--drops", "pipe"], cwd=pages.parent, env=unmeasured()) as process:
        listed = (pages.parent / "pipe").read_bytes()
        assert process.wait(30) == 0
    assert listed == (pages.parent / "out" / "drops.jsonl").read_bytes()
    assert (pages.parent / "pipe").is_fifo()
    with (pages.parent / "both").open("wb") as both:
        qingwen("clean", pages, "-f", "jsonl", "--drops", "/dev/stdout", stdout=both)
    written = lines((pages.parent / "both").read_bytes())
    assert len(written) == 12 + len(lines(listed))


def test_a_run_without_documents_leaves_no_folder(tmp_path: Path) -> None:
    assert qingwen("clean", "missing.html", "-o", "out/", cwd=tmp_path).returncode == 3
    assert list(tmp_path.iterdir()) == []


def test_no_escape_of_a_page_or_a_name_reaches_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J.html").write_text(PAGE.format(title="红\x1b[31m字&#27;[5m\x9b1m"), encoding="utf-8")
    for form in ("text", "markdown", "json", "jsonl"):
        done = qingwen("clean", tmp_path, tmp_path / "b\x1b[2J", "-v", "-f", form)
        assert done.returncode == 1
        for stream in (done.stdout, done.stderr):
            assert not {"\x1b", "\x9b"} & set(stream.decode())
    qingwen("clean", tmp_path, "-o", tmp_path / "out", "--name", "{title}-{source}")
    assert all("\x1b" not in path.name for path in (tmp_path / "out").iterdir())


def test_an_interrupt_keeps_what_was_finished(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "feed")
    (tmp_path / "pages").mkdir()
    for number in range(100):  # more than the engine holds, so that some are written before the pipe is opened
        (tmp_path / "pages" / f"{number:03}.txt").write_text(f"第{number}次巡查记录", encoding="utf-8")
    command = [sys.executable, "-c", "from scraper.cli import main; main()"]
    command += ["clean", "pages", "feed", "-o", "out.jsonl", "-j", "1"]
    with (
        subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, env=unmeasured()) as process,
        (tmp_path / "feed").open("wb"),  # opened when all pages are read; never fed
    ):
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr and process.stderr.read() == b""
    sources = [json.loads(line)["source"] for line in lines((tmp_path / "out.jsonl").read_bytes())]
    assert sources == [f"pages/{number:03}.txt" for number in range(len(sources))]
    assert len(sources) >= 16
    assert {path.name for path in tmp_path.iterdir()} == {"feed", "pages", "out.jsonl"}


PROGRESS = """
import time
from scraper.report import Reporter, Verbosity
reporter, begun = Reporter(Verbosity()), time.monotonic()
while time.monotonic() - begun < 1.3:
    reporter.advance(5, 1)
reporter.close()
"""


def test_a_bar_shows_on_a_terminal_and_never_otherwise() -> None:
    assert subprocess.run([sys.executable, "-c", PROGRESS], stderr=subprocess.PIPE, check=True).stderr == b""
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", PROGRESS], stderr=theirs):
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 4096):
                shown += chunk
        except OSError:  # how Linux says that the other end is closed
            os.close(ours)
    assert b"5 done, 1 failed" in shown


def test_version_and_help() -> None:
    assert qingwen("--version").stdout.startswith(b"qingwen ")
    for arguments in (["--help"], ["clean", "-h"]):
        done = qingwen(*arguments)
        assert done.returncode == 0 and b"Usage: qingwen" in done.stdout


def test_help_loads_no_network_and_no_parser() -> None:
    probe = "import sys; from scraper.cli.app import invoke; invoke(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True, env=unmeasured())
    loaded = set(done.stderr.split())
    assert not loaded & {"httpx", "selectolax", "rich", "opencc", "sqlite3", "asyncio", "multiprocessing"}
