"""A query as one statement: its views stand before it, so both engines run this very text.

MiniStack's Athena has no views and knows no types of JSON columns, and it takes no parameters.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Final, Literal

from satark.lake.asked import Asked
from satark.lake.queries import Query
from satark.lake.schema import COLUMNS, PARTITION

Table = Literal["landing", "compacted"]
TABLES: Final[tuple[Table, ...]] = ("landing", "compacted")
"""As Glue has them: the rows as they came, JSON lines, and one Parquet a day."""

_FOLDER: Final = Path(__file__).with_name("sql")
_PLACE: Final = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)?")
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")
_TYPED: Final = ", ".join(f'CAST("{name}" AS {kind}) AS "{name}"' for name, kind in COLUMNS.items())


def statement(query: Query[object], asked: Asked, tables: Mapping[Table, str]) -> str:
    """SQL in Athena's dialect, without parameters. `tables` are the names in the engine."""
    since = None if query.standing else min(asked.earlier, asked.first)
    views = [*_tables(tables, since), *_views(asked)]
    with_views = ",\n".join(f"{name} AS (\n{text}\n)" for name, text in views)
    return f"WITH {with_views}\n{_text(_FOLDER / f'{query.name}.sql')}"


def _tables(tables: Mapping[Table, str], since: date | None) -> Iterator[tuple[str, str]]:
    """A tip's events come after its filing: earlier days need not be read for it."""
    days = f" WHERE {PARTITION} >= '{since.isoformat()}'" if since else ""
    for name, stored in tables.items():
        yield name, f"SELECT {_TYPED}, {PARTITION} FROM {stored}{days}"  # noqa: S608 - our own names


def _views(asked: Asked) -> Iterator[tuple[str, str]]:
    """In the order of their names, in which each uses only those before it."""
    for file in sorted((_FOLDER / "views").glob("*.sql")):
        text = _text(file)
        yield file.stem, _filled(text, asked) if file.stem == "asked" else text


def _filled(text: str, asked: Asked) -> str:
    values = iter(_literals(asked))
    return re.sub(r"\?", lambda _: next(values), text)


def _literals(asked: Asked) -> Iterator[str]:
    """One for each question mark of asked.sql, in its order."""
    ends = asked.until or _midnight(asked.last + timedelta(days=1))
    for moment in (_midnight(asked.first), ends, _midnight(asked.earlier)):
        yield f"'{moment:%Y-%m-%d %H:%M:%S}'"
    yield f"'{asked.reader.kind}'"
    yield f"',{','.join(map(_place, asked.reader.places))},'"
    yield str(int(asked.k))
    yield f"'{_name(asked.district)}'"
    yield f"'{_name(asked.category)}'"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _place(name: str) -> str:
    """Raises ValueError for what would not be an id of the range's data."""
    if not _PLACE.fullmatch(name):
        raise ValueError(f"no id of a place: {name!r}")
    return name


def _name(text: str) -> str:
    """Of a district or category, or none. Raises ValueError for what would not be an id."""
    if text and not _NAME.fullmatch(text):
        raise ValueError(f"no id: {text!r}")
    return text


@cache
def _text(file: Path) -> str:
    return file.read_text("utf-8").strip()
