"""Lines above the text of a dump that are the name of its site, a word of its menu or its home: no title."""

from __future__ import annotations

from typing import Final

from cleaners.document import Line
from cleaners.facts.breadcrumb import HOMES
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_site_name
from cleaners.rules.vocabulary import site_share

SHORT: Final = 8
"""Characters of a line that can be a name."""
SITES: Final = 0.4
"""Share of a site's words that makes a line or a label the site's, beside other signs."""
MOSTLY: Final = 0.6
"""Share of a site's words above which a line is the site's, whatever else it is."""
_LONG: Final = 10
_SITE_END: Final = lazily(
    r"(?:平[台臺]|中心|天地|[园園]地|[乐樂][园園]|之窗|之家|[在线線]{2}|[驿驛]站|[频頻]道|[专專][区區]|坊)$"
)


def is_site_line(text: str) -> bool:
    """Tell whether a first line is the site's name or a word of its menu; facts then stand below the title."""
    named = len(text) <= _LONG and _SITE_END.search(text) is not None
    return named or (len(text) <= SHORT and is_site_name(key_of(text))) or site_share(text) > MOSTLY


def names_site(text: str, known: Findings) -> bool:
    """Tell whether a first line is what a site calls itself; of a page that states nothing, by any word of such."""
    if len(text) > _LONG:
        return False
    return _SITE_END.search(text) is not None or (not known and is_site_name(key_of(text)))


def is_home(line: Line, site: str | None) -> bool:
    """Tell whether a line is the word for the site's first page, or the site's name as its address has it."""
    if site and len(line.text) <= len(site):
        return key_of(line.text) in (site, site.partition(".")[0])
    return len(line.text) <= SHORT and key_of(line.text) in HOMES
