"""A report as the words and numbers that its pages, e-mail and workbook are set from."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from functions.reports.mapping import drawn_map
from functions.reports.report import Crossed, District, Ranked, Report
from functions.reports.sentences import brief, limits, tiles
from functions.reports.words import Label, Words, changed, counted
from satark.police_range.model import PoliceRange

HEADINGS: Final = (
    *("service", "brief", "trend", "by_district", "by_station", "by_category", "by_level"),
    *("speed", "speed_note", "ranking", "quickest", "slowest", "overdue", "overdue_note"),
    *("outcomes", "outcomes_note", "hours_heading", "weekdays_heading", "evidence", "limits"),
    *("places", "again", "before_tick", "withheld"),
)
COLUMNS: Final = (
    *("tips", "before", "change", "all", "district", "level", "category", "outcome"),
    *("half_accepted", "most_accepted", "half_reported", "most_reported", "late", "late_reports"),
    *("open", "overdue_now", "station"),
)


def paper(
    report: Report, police_range: PoliceRange, *, made: date, sample: bool = False
) -> dict[str, Any]:
    """`sample`: the figures are made up, which the first page says."""
    words = Words(police_range)
    office, title, dates = (
        words.office(report.office),
        words.title(report.period),
        words.dates(report.period),
    )
    return {
        "name": f"satark-mitra-{report.office.partition(':')[2]}-{report.period.name}",
        "made_on": made.isoformat(),
        "subject": words(
            "subject", service=words("service"), office=office, title=title, dates=dates
        )[0],
        "hello": words("hello"),
        "not_to_pass": words("not_to_pass", office=office),
        "t": {name: words(name) for name in HEADINGS + COLUMNS}
        | _notes(report, police_range, words),
        "office": office,
        "title": title,
        "dates": dates,
        "made": words("made", date=words.day(made)),
        "sample": words("sample") if sample else None,
        "empty": [words("empty"), words("empty_note")] if report.empty else None,
        "tiles": tiles(report, words),
        "brief": brief(report, police_range, words),
        "limits": limits(report, words),
        **_charts(report, words),
        "districts": [_district(one, words) for one in report.districts],
        "stations": [_stations(one, words) for one in report.districts],
        "map": drawn_map(report, police_range, words),
        "ranking": {
            "quick": [_ranked(one, words) for one in report.quickest],
            "slow": [_ranked(one, words) for one in report.slowest],
        },
        "done": words("done", **_deeds(report)),
    }


def _notes(report: Report, police_range: PoliceRange, words: Words) -> dict[str, Any]:
    hours = {level: str(each.accept) for level, each in police_range.deadlines.items()}
    least = str(report.least)
    return {
        "places_note": words("places_note", least=least),
        "ranking_note": words("ranking_note", least=str(report.compared)),
        "level_note": words("level_note", **hours),
    }


def _charts(report: Report, words: Words) -> dict[str, Any]:
    return {
        "trend": [
            {
                "label": words.mark(one.first, report.period.span),
                "tips": one.tips,
                "now": one.first == report.period.first,
            }
            for one in report.trend
        ],
        "categories": _crossed(report.categories, report, words, words.category),
        "levels": _crossed(report.levels, report, words, words.level),
        "outcomes": _crossed(report.outcomes, report, words, lambda name: words(f"outcome_{name}")),
        "hours": [
            {"label": words("hours", first=str(3 * at), last=str(3 * at + 3)), "tips": tips}
            for at, tips in enumerate(report.hours)
        ],
        "weekdays": [
            {"label": words(f"weekday_{at}"), "tips": tips}
            for at, tips in enumerate(report.weekdays, start=1)
        ],
        "evidence": [
            {"name": words(f"evidence_{kind}"), "tips": tips}
            for kind, tips in report.evidence.items()
        ],
    }


def _crossed(
    crossed: Crossed, report: Report, words: Words, name: Callable[[str], Label]
) -> dict[str, Any]:
    before = crossed.before or (None,) * len(crossed.rows)
    table = crossed.table
    return {
        "columns": [words.place(district.id) for district in report.districts],
        "rows": [
            {"name": name(row), "total": total, "tips": total, "before": earlier, "cells": cells}
            for row, total, earlier, cells in zip(
                crossed.rows, table.row_totals, before, table.cells, strict=True
            )
            if total != 0 or earlier
        ],
    }


def _district(one: District, words: Words) -> dict[str, Any]:
    return {
        "name": words.place(one.id),
        "tips": one.tips,
        "before": one.before,
        "change": changed(one.tips, one.before),
        "half_accepted": words.lasting(one.accept.half),
        "most_accepted": words.lasting(one.accept.most),
        "half_reported": words.lasting(one.report.half),
        "most_reported": words.lasting(one.report.most),
        "late": one.late,
        "late_reports": one.late_reports,
        "open": one.open,
        "overdue": one.overdue,
    }


def _stations(one: District, words: Words) -> dict[str, Any]:
    return {
        "name": words.place(one.id),
        "rows": [
            {
                "name": words.place(at.thana) if at.thana else words("station_unknown"),
                "tips": at.tips,
                "before": at.before,
            }
            for at in one.stations
            if at.tips != 0 or at.before != 0
        ],
    }


def _ranked(one: Ranked, words: Words) -> dict[str, Any]:
    district = words.place(one.thana.partition("/")[0])
    station = words.place(one.thana)
    names = tuple(f"{s}, {d}" for s, d in zip(station, district, strict=True))
    return {"name": names, "half": words.lasting(one.accepted)}


def _deeds(report: Report) -> dict[str, str]:
    deeds = report.deeds
    return {
        "firs": counted(deeds.firs),
        "arrests": counted(deeds.arrests),
        "seizures": counted(deeds.seizures),
    }
