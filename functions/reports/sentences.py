"""What a report says in sentences: its key figures, the gist of it, and what it cannot tell."""

from collections.abc import Iterator
from typing import Any, Final

from functions.reports.mapping import nearest
from functions.reports.report import Report
from functions.reports.words import NONE, Label, Words, changed, counted
from satark.police_range.model import PoliceRange

ALIKE: Final = 0.03
"""Of one: up to so much is no change worth a sentence."""
LIMITS: Final = (
    *("limit_trust", "limit_people", "limit_small", "limit_time", "limit_late"),
    *("limit_places", "limit_told", "limit_merged"),
)


def tiles(report: Report, words: Words) -> list[dict[str, Any]]:
    """The four key figures; `late` is one that a reader should worry about."""
    acted = dict(zip(report.outcomes.rows, report.outcomes.table.row_totals, strict=True))
    return [
        _tile(words("tips"), _same(words, counted(report.total)), _before(report, words)),
        _tile(
            words("in_time"),
            _same(words, NONE if report.in_time is None else f"{report.in_time:.0%}"),
            words("in_time_note"),
        ),
        _tile(words("accepted_in"), words.lasting(report.pace.half), words("accepted_in_note")),
        _tile(
            words("acted_on"),
            _same(words, counted(acted.get("action_taken", 0))),
            words("acted_on_note"),
        ),
    ]


def brief(report: Report, police_range: PoliceRange, words: Words) -> list[Label]:
    return list(_brief(report, police_range, words))


def limits(report: Report, words: Words) -> list[Label]:
    least = str(report.least)
    told = [words(name, least=least) if name == "limit_small" else words(name) for name in LIMITS]
    return told if report.office.startswith("range:") else [*told, words("limit_own")]


def _brief(report: Report, police_range: PoliceRange, words: Words) -> Iterator[Label]:
    yield _compared(report, words)
    categories = zip(report.categories.rows, report.categories.table.row_totals, strict=True)
    top = max(((tips or 0, name) for name, tips in categories), default=(0, ""))
    if top[0]:
        yield words("brief_category", category=words.category(top[1]), tips=str(top[0]))
    stations = [at for one in report.districts for at in one.stations if at.thana and at.tips]
    if stations:
        at = max(stations, key=lambda station: station.tips or 0)
        thana = at.thana or ""
        district = words.place(thana.partition("/")[0])
        yield words(
            "brief_station", station=words.place(thana), district=district, tips=counted(at.tips)
        )
    if report.spots and (near := nearest(report.spots[0], police_range)):
        tips = str(report.spots[0].tips)
        yield words("brief_place", station=words.place(near.id), tips=tips)
    if report.late:
        yield words("brief_late", late=counted(report.late))


def _compared(report: Report, words: Words) -> Label:
    tips, before = counted(report.total), counted(report.before)
    if report.total is None or not report.before:
        return words("brief_tips", tips=tips)
    part = (report.total - report.before) / report.before
    if abs(part) < ALIKE:
        return words("brief_same", tips=tips, before=before)
    share = f"{abs(part):.0%}"
    if part > 0:
        return words("brief_more", tips=tips, before=before, share=share)
    return words("brief_fewer", tips=tips, before=before, share=share)


def _before(report: Report, words: Words) -> Label:
    told = words("tips_note", before=counted(report.before))
    change = changed(report.total, report.before)
    return told if change == NONE else tuple(f"{each} ({change})" for each in told)


def _same(words: Words, text: str) -> Label:
    return (text,) * len(words("tips"))


def _tile(label: Label, value: Label, note: Label) -> dict[str, Any]:
    return {"label": label, "value": value, "note": note}
