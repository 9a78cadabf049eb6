"""`make report`: a period's reports, of the range office and of each SP office, without AWS.

Of made-up cases, which each report says; or, with --lake, of a copy of the lake's bucket.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from functions.reports.drawing import Press
from functions.reports.gathering import gather
from functions.reports.letter import Enclosed, enclosed
from functions.reports.paper import paper
from local.cloud.process import ROOT
from local.mailbox.letter import standalone
from local.narrator import Say, narrator
from local.seed import lake
from satark.lake.cells import centre
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.rows import indian
from satark.periods import Period, named
from satark.police_range.build import build
from satark.police_range.model import PoliceRange

TYPEFACES = ROOT / "build" / "typefaces"


def main() -> int:
    arguments = _arguments()
    say = narrator()
    try:
        period, police_range = named(arguments.period), _range(arguments.range)
        arguments.out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as made_up:
            stored = arguments.lake or _made_up(Path(made_up), police_range, period, say)
            for parts in _reports(stored, police_range, period, sample=not arguments.lake):
                say(", ".join(_write(arguments.out, parts)))
    except (OSError, ValueError, RuntimeError) as error:
        sys.stderr.write(f"make report: {error}\n")
        return 1
    say(f"All of it is in {os.path.relpath(arguments.out)}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make report", description=__doc__)
    parser.add_argument("--range", default="varanasi", help="the folder under ranges/")
    parser.add_argument("--period", required=True, help="2026-11, 2026-11-H1 or 2026-W47")
    parser.add_argument("--lake", type=Path, help="a folder that holds what the bucket holds")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "report")
    return parser.parse_args()


def _range(name: str) -> PoliceRange:
    folder = ROOT / "ranges" / name
    if not folder.is_dir():
        known = ", ".join(sorted(one.name for one in folder.parent.iterdir() if one.is_dir()))
        raise ValueError(f"there is no range {name!r}: RANGE is one of {known}")
    return build(folder)


def _made_up(folder: Path, police_range: PoliceRange, period: Period, say: Say) -> Path:
    say(f"Making up a half year of cases, to {period.last}")
    lake.write(folder, police_range, last=period.last)
    return folder


def _reports(
    stored: Path, police_range: PoliceRange, period: Period, *, sample: bool
) -> Iterator[Enclosed]:
    press, today = Press(TYPEFACES), indian(datetime.now(UTC)).date()
    with DuckDbEngine(stored) as engine:
        for office in police_range.reports.recipients:
            report = gather(
                engine, office=office, period=period, police_range=police_range, centre=centre
            )
            yield enclosed(paper(report, police_range, made=today, sample=sample), press)


def _write(folder: Path, parts: Enclosed) -> Iterator[str]:
    page = standalone(parts.html, parts.charts.items())
    files = {".pdf": parts.pdf, ".xlsx": parts.xlsx, ".html": page.encode()}
    for ending, content in files.items():
        (folder / f"{parts.name}{ending}").write_bytes(content)
        yield f"{parts.name}{ending}"


if __name__ == "__main__":
    sys.exit(main())
