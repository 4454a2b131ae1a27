"""Whole or not at all: against killed writers, full disks and writers at work."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from output.atomic import AtomicFile, atomic_file, sweep
from tests.unmeasured import unmeasured

WRITER = """
import sys, time
from pathlib import Path
from output.atomic import AtomicFile
file = AtomicFile(Path(sys.argv[1]))
for _ in range(200):
    file.write("half" * 10_000)
print("begun", flush=True)
time.sleep(600)
"""

LIMITED = """
import resource, signal, sys
from pathlib import Path
from output.atomic import atomic_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    with atomic_file(Path(sys.argv[1])) as file:
        file.write("x" * 200_000)
except OSError as error:
    print(error.strerror)
"""


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_file_appears_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")
    with atomic_file(target) as file:
        file.write("new")
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_text(encoding="utf-8") == "new"
    assert names(tmp_path) == ["out.txt"]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), atomic_file(target) as file:
        file.write("new")
        raise RuntimeError
    assert target.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["out.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "out.txt"
    link.symlink_to(tmp_path / "real" / "out.txt")
    with atomic_file(link) as file:
        file.write("new")
    assert link.is_symlink() and (tmp_path / "real" / "out.txt").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o640])
def test_a_file_that_is_replaced_keeps_its_mode_from_the_first_byte_on(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")
    target.chmod(mode)
    with atomic_file(target) as file:
        file.write("new")
        assert [path.stat().st_mode & 0o777 for path in tmp_path.iterdir()] == [mode, mode]
    assert (target.read_text(encoding="utf-8"), target.stat().st_mode & 0o777) == ("new", mode)


@pytest.mark.parametrize("name", ["nowhere/out.txt", "."])
def test_an_impossible_target_is_an_error_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError, match=r"No such file|Is a directory"):
        AtomicFile(tmp_path / name)


def test_a_killed_writer_leaves_the_target_and_its_rest_is_swept(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")
    with subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout and writer.stdout.readline() == b"begun\n"
        assert sweep(tmp_path) == 0  # it is at work
        assert len(names(tmp_path)) == 2
        writer.send_signal(signal.SIGKILL)
    assert target.read_text(encoding="utf-8") == "old"
    assert sweep(tmp_path) == 1
    assert names(tmp_path) == ["out.txt"]


def test_a_full_disk_leaves_the_target(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")
    command = [sys.executable, "-c", LIMITED, str(target)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=unmeasured())
    assert done.stdout == "File too large\n"
    assert target.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["out.txt"]
