"""The client's own sample: eight paragraphs out of 65 visual lines."""

from pathlib import Path

import pytest

from cleaners.document import Line
from cleaners.reflow import reflow

SAMPLE = Path(__file__).parents[4] / "shared" / "samples" / "speech-preview.txt"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the client's samples are not beside this checkout")
def test_eight_paragraphs_of_the_sample() -> None:
    body = SAMPLE.read_text("utf-8").splitlines()[9:68]
    lines = [Line(text, broken=True, number=number) for number, text in enumerate(body)]
    texts = [line.text for line in reflow(lines)]
    assert "".join(texts) == "".join(body)
    assert [text[:4] for text in texts] == [
        "同志们:",
        "今天,我",
        "刚才,我",
        "去年以来",
        "第一,要",
        "党的十八",
        "第二,要",
        "党的领导",
    ]
    assert "自觉用习近平外交思想武装头脑" in texts[5]
