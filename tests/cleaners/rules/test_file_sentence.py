"""The sentence in which a site states what its file is, and sentences of a document that count things as well."""

from __future__ import annotations

import pytest

from cleaners.rules.file_sentence import facts_of_file, facts_of_upload


def test_a_sentence_states_who_put_up_what() -> None:
    assert facts_of_file("青苇研究所发布了这份28页的PDF，体积4.6MB，截至目前有1.8万人打开过。") == {
        "page_count": "28",
        "file_size": "4.6mb",
        "views": "1.8万",
        "doc_type": "pdf",
        "author": "青苇研究所",
    }
    assert facts_of_file("本资料共 12 页，已有 340 人下载") == {"page_count": "12", "downloads": "340"}


@pytest.mark.parametrize(
    "text",
    [
        "去年有三百人看过展览，其中12人看了两遍。",
        "见第28页，共有340人阅读了原文。",
        "这份名册28页。",
        "全书28页，插图4.6MB，附录10页。",
    ],
)
def test_what_a_document_counts_is_no_fact_of_its_file(text: str) -> None:
    assert facts_of_file(text) == {}


def test_sentence_of_an_upload_counts_the_pages_of_the_file() -> None:
    put_up = "was uploaded by Ida Lund on Friday October 9, 2015."
    assert facts_of_upload(f"This 2 page Essay {put_up}")["page_count"] == "2"
    assert facts_of_upload(f"This video {put_up} Within a day it had received 300 views.") == {}
