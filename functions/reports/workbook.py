"""The tables of a report as a workbook, for whoever counts on: one sheet a table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from functions.reports.words import WITHHELD

WIDE: Final = 34
NARROW: Final = 17
"""Characters."""
LONGEST_NAME: Final = 31
"""Of a sheet, by Excel."""

type Value = str | int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`heads` and the first value of a row stand in every language; None is withheld."""

    name: str
    heads: Sequence[Sequence[str]]
    rows: Sequence[Sequence[Value]]


def workbook(paper: Mapping[str, Any]) -> bytes:
    """The same report, the same bytes."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        made = datetime.combine(date.fromisoformat(paper["made_on"]), time())
        book.set_properties({"title": paper["subject"], "created": made})
        styles = {
            "title": book.add_format({"bold": True, "font_size": 14}),
            "head": book.add_format(
                {"bold": True, "text_wrap": True, "bottom": 2, "valign": "bottom"}
            ),
            "count": book.add_format({"align": "right"}),
        }
        for sheet in _sheets(paper):
            _write(book, sheet, paper, styles)
    return file.getvalue()


def _write(book: Any, sheet: Sheet, paper: Mapping[str, Any], styles: Mapping[str, Any]) -> None:  # noqa: ANN401 - it has no types
    page = book.add_worksheet(sheet.name[:LONGEST_NAME])
    page.set_column(0, 0, WIDE)
    page.set_column(1, max(1, len(sheet.heads) - 1), NARROW)
    page.write_string(0, 0, paper["subject"], styles["title"])
    if paper["sample"]:
        page.write_string(1, 0, " / ".join(paper["sample"]))
    page.set_row(2, 34)
    for column, head in enumerate(sheet.heads):
        page.write_string(2, column, "\n".join(head), styles["head"])
    for number, row in enumerate(sheet.rows, start=3):
        for column, value in enumerate(row):
            if isinstance(value, int):
                page.write_number(number, column, value)
            else:
                style = styles["count"] if column else None
                page.write_string(number, column, WITHHELD if value is None else value, style)
    page.freeze_panes(3, 1)


def _sheets(paper: Mapping[str, Any]) -> Iterator[Sheet]:
    t = paper["t"]
    yield Sheet(t["limits"][0], [t["limits"]], [[_name(one)] for one in _notes(paper)])
    if paper["empty"]:
        return
    columns = ("tips", "before", "late", "late_reports", "open", "overdue")
    spans = ("half_accepted", "most_accepted", "half_reported", "most_reported")
    yield Sheet(
        t["by_district"][0],
        [t["district"], *(t[_HEADS.get(name, name)] for name in (*columns, *spans))],
        [
            [_name(row["name"]), *(row[name] for name in columns), *(row[s][0] for s in spans)]
            for row in paper["districts"]
        ],
    )
    yield Sheet(
        t["by_station"][0],
        [t["station"], t["district"], t["tips"], t["before"]],
        [
            [_name(row["name"]), _name(district["name"]), row["tips"], row["before"]]
            for district in paper["stations"]
            for row in district["rows"]
        ],
    )
    for heading, first, crossed in _CROSSED:
        yield _crossed(t[heading][0], t[first], paper[crossed], t)
    yield Sheet(
        t["hours_heading"][0],
        [t["hours_heading"], t["tips"]],
        [[_name(one["label"]), one["tips"]] for one in (*paper["hours"], *paper["weekdays"])],
    )
    yield Sheet(
        t["places"][0],
        [t["places"], t["tips"]],
        [[_name(one["near"]), one["tips"]] for one in paper["map"]["list"]],
    )


_HEADS: Final = {"overdue": "overdue_now"}
_CROSSED: Final = (
    ("by_category", "category", "categories"),
    ("by_level", "level", "levels"),
    ("outcomes", "outcome", "outcomes"),
)


def _crossed(
    name: str, first: Sequence[str], crossed: Mapping[str, Any], t: Mapping[str, Any]
) -> Sheet:
    return Sheet(
        name,
        [first, t["all"], *crossed["columns"]],
        [[_name(row["name"]), row["total"], *row["cells"]] for row in crossed["rows"]],
    )


def _notes(paper: Mapping[str, Any]) -> Iterable[Sequence[str]]:
    return (*(paper["empty"] or ()), *paper["limits"])


def _name(label: Sequence[str]) -> str:
    return " / ".join(dict.fromkeys(label))
