"""The quality gate: content F1 on real pages may not sink below what was reached."""

from __future__ import annotations

import pytest

from benchmarks.content import main_content_text, pages_folder, read_cases, score

FOLDER = pages_folder()


@pytest.mark.skipif(FOLDER is None, reason="no ../shared/pages beside this checkout")
@pytest.mark.parametrize(("name", "floor"), [("zh-article", 0.972), ("zh-forum", 0.82)])
def test_main_content_of_real_pages(name: str, floor: float) -> None:
    assert FOLDER is not None
    assert score(read_cases(FOLDER / name), main_content_text).f1 >= floor
