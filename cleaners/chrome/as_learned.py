"""Lines as the classifiers learned to read them: those saw marks of full width beside Han characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.lazily import lazily

_COMMA: Final = lazily(r"[\u3400-\u9fff],")
_NARROW: Final = lazily(r"(?<=[\u3400-\u9fff”’》）])[,:;?!()]|[,:;?!()](?=[\u3400-\u9fff“‘《])")
_FULL: Final = str.maketrans(",:;?!()", "，：；？！（）")
_SEVERAL: Final = 3


def as_learned(texts: Sequence[str]) -> Sequence[str]:
    """Return the lines of a dump whose marks are narrow with marks of full width; those of others as they are."""
    if any("，" in text for text in texts) or sum([_COMMA.search(text) is not None for text in texts]) < _SEVERAL:
        return texts
    return [text if text.isascii() else _NARROW.sub(lambda mark: mark[0].translate(_FULL), text) for text in texts]
