"""A folder of documents: names that depend on the documents alone, and nothing overwritten."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from cleaners.document import Document
from output.folder import FolderSink
from output.formats import FORMATS
from output.naming import NameTemplate
from tests.output.documents import document

SAME = [document(text, source=f"{text}.html", title="会议纪要") for text in "甲乙丙"]
OTHER = document("丁", source="丁.html", title="通知")


def write(folder: Path, *documents: Document, form: str = "text") -> dict[str, bytes]:
    sink = FolderSink(folder, FORMATS[form], NameTemplate.parse("{title}"))
    for one in documents:
        sink.write(one)
    sink.close()
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_names_do_not_depend_on_order(tmp_path: Path, form: str) -> None:
    results = [
        write(tmp_path / str(number), *order, form=form) for number, order in enumerate(permutations([*SAME, OTHER]))
    ]
    assert all(result == results[0] for result in results)
    assert len(results[0]) == 4
    assert f"通知{FORMATS[form].suffix}" in results[0]


def test_a_rerun_writes_the_same(tmp_path: Path) -> None:
    first = write(tmp_path, *SAME, OTHER)
    assert write(tmp_path, *SAME, OTHER) == first
    assert write(tmp_path, *reversed(SAME)) == first


def test_a_later_run_overwrites_no_other_document(tmp_path: Path) -> None:
    together = write(tmp_path / "together", *SAME)
    for one in SAME:
        apart = write(tmp_path / "apart", one)
    assert apart == together


def test_a_file_of_the_user_stays(tmp_path: Path) -> None:
    (tmp_path / "通知.txt").write_text("mine", encoding="utf-8")
    files = write(tmp_path, OTHER)
    assert files.pop("通知.txt") == b"mine"
    assert len(files) == 1
    assert write(tmp_path, OTHER).keys() == {"通知.txt", *files}


def test_any_subfolder_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "probe").mkdir()
    sink = FolderSink(tmp_path, FORMATS["text"], NameTemplate.parse("{title}"))
    sink.write(OTHER)
    sink.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["probe", "通知.txt"]


def test_what_cannot_be_written_is_called_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught:
        FolderSink(Path("/proc/self"), FORMATS["text"], NameTemplate.parse("{title}"))
    assert caught.value.filename == "/proc/self"
