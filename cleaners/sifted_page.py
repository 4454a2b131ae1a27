"""A page without chrome, and all that its lines state, in the text and around it, the most trusted first."""

from __future__ import annotations

from cleaners.chrome.duplicates import REPEATED
from cleaners.chrome.post_blocks import of_thread
from cleaners.chrome.sift import Sifted, sift
from cleaners.completeness import shown_around
from cleaners.document import Drop, Line
from cleaners.facts.access_notices import access_notices
from cleaners.facts.authors import names_author
from cleaners.facts.before_others import before_others, without_listed_above, without_topic
from cleaners.facts.finding import Finding
from cleaners.facts.members import begin_thread, first_post, member_named, without_quoted
from cleaners.facts.surroundings import find_around
from cleaners.facts.trust import by_trust
from cleaners.rules.matcher import Matcher
from cleaners.rules.rulebook import Rule
from cleaners.site import site_of
from cleaners.told_by_place import stamps_above, told_by_place, told_by_posts
from cleaners.view import View


def sift_page(view: View, title: str | None, own: Matcher[Rule] | None, raw_title: str | None = None) -> Sifted:
    """Return a page's lines without chrome, all that it loses, and all findings, those near the text first."""
    sifted = sift(view.lines, title, own, raw_title, site_of(view.url), flat=view.flat)
    start = sifted.kept[0].number if sifted.kept else 0
    end = sifted.kept[-1].number if sifted.kept else 0
    around = _find_around(view, sifted, title, own, raw_title, start)
    if sifted.kept:
        lost: list[Line | Drop] = [*view.near, *sifted.drops]
        sifted = sifted._replace(findings=before_others(sifted.findings, lost, end))
        around = before_others(around, lost, end)
        if not view.page:
            around = without_topic(around, sifted.findings, start)
            sifted = sifted._replace(findings=without_listed_above(sifted.findings, start))
    near, far = by_trust(sifted.findings, around, start, end)
    if view.page:
        far += told_by_place(view, sifted, [*near, *far], [*sifted.findings, *around], start, title)
    else:
        near = without_quoted(near, start)
        far += told_by_posts(sifted, [*near, *far], start)
    once = [drop for drop in sifted.drops if drop.rule != REPEATED]
    return sifted._replace(
        drops=[*view.drops, *sifted.drops],
        findings=near,
        far=far,
        shown=shown_around([line.text for line in view.near], once, sifted.kept if view.is_dump else ()),
    )


def _find_around(
    view: View, sifted: Sifted, title: str | None, own: Matcher[Rule] | None, raw_title: str | None, start: int
) -> list[Finding]:
    """Return what lines around a text, which begins at line ``start``, state: also who wrote the post that it is."""
    known = {finding.line.number for finding in sifted.findings}
    beside = [one for one in find_around(sifted.beside, title, own, raw_title) if one.line.number not in known]
    around = of_thread([*find_around(view.near, title, own, raw_title), *beside], sifted.findings)
    around += access_notices([*sifted.beside, *view.near], [*sifted.findings, *around])
    above = [line for line in view.near if line.number < start]
    stamps = stamps_above(view, start) or begin_thread(above)
    above_text = [one for one in sifted.findings if one.line.number < start]
    if stamps and not (names_author(above_text) and any("published" in one.facts for one in above_text)):
        around += first_post(stamps, [line for line in above if line.number < stamps[0].number], view.page)
    if view.page and not names_author([*sifted.findings, *(one for one in around if one.line.number < start)]):
        around += filter(None, [member_named(above, around, view.page)])
    return around
