"""The type of a file by an icon in the heading of its page."""

from __future__ import annotations

import pytest

from cleaners.facts.type_icon import type_icon

_TITLE = "山区冷链配送路径研究"


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (f'<h1><i class="icon_docx"></i>{_TITLE}</h1>', "docx"),
        (f'<h1><b class="ic ic-doc" title="doc"></b>{_TITLE}</h1>', "doc"),
        (f'<h1><em class="ico">pptx</em>{_TITLE}</h1>', "pptx"),
        (f'<h1><img src="/ico/s_pdf.gif" alt=""> {_TITLE}</h1>', "pdf"),
        (f'<i class="icon pdf"></i><h1>{_TITLE}</h1>', "pdf"),
        (f'<h1><i class="ic-doc"></i>{_TITLE}</h1><i class="ic-pdf"></i>', "doc"),
    ],
)
def test_icon_names_a_type(page: str, kind: str) -> None:
    assert type_icon(page.encode(), _TITLE) == kind


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>{_TITLE}</h1>",
        f'<h1><i class="ic-doc"></i>{_TITLE}</h1>',  # of any document
        f'<h1><i class="ic-pdf"></i>{_TITLE}.docx</h1>',  # the name of the file says it
        f'<h1>{_TITLE}<a href="/p"><i class="ic-pdf"></i></a></h1>',  # a control
        f'<h1><i class="ic-pdf"></i>别的文档</h1><h1>{_TITLE}</h1>',
        f'<h1><i class="ic-pdf"></i><i class="ic-docx"></i>{_TITLE}</h1>',
        f'<h1><span class="doc-title">{_TITLE}</span></h1>',
    ],
)
def test_nothing_names_one(page: str) -> None:
    assert type_icon(page.encode(), _TITLE) is None
