"""A month's reports: how long, and how much memory at its peak.

In the cloud Athena is asked, and what the function needs memory for is setting: so asking and
setting run in processes of their own, on Linux, for the range office alone and for every office.
The process that sets has imported all that the function imports, and is given what DuckDB answered.
"""

import pickle
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import lake_files
from functions.reports import handler
from functions.reports.drawing import Press
from functions.reports.gathering import gather
from functions.reports.letter import enclosed, letter
from functions.reports.paper import paper
from functions.reports.report import Report
from local.report import TYPEFACES
from satark.lake.asked import Asked
from satark.lake.cells import centre
from satark.lake.queries import Query, QueryEngine
from satark.periods import named
from satark.police_range.build import build
from satark.police_range.model import PoliceRange

SIZES = (100_000, 1_000_000)
MONTH = "2026-11"
RANGE = Path("ranges/varanasi")


class Kept:
    """A QueryEngine that keeps what another answered, and answers it without the other."""

    def __init__(self, engine: QueryEngine | None = None) -> None:
        self._engine = engine
        self.answers: dict[tuple[str, Asked], tuple[object, ...]] = {}

    def run[Row](self, query: Query[Row], asked: Asked) -> tuple[Row, ...]:
        key = (query.name, asked)
        if self._engine and key not in self.answers:
            self.answers[key] = self._engine.run(query, asked)
        return self.answers[key]  # type: ignore[return-value]  # by the query's name


def main() -> None:
    print(f"reports of {MONTH}: asked of DuckDB; then set by typst, workbook and mail")
    for tips in SIZES:
        with TemporaryDirectory() as name:
            lake_files.write(Path(name), tips=tips)
            for offices in ("range:varanasi", "all"):
                asked, made = (_in_a_process(how, name, offices) for how in ("ask", "set"))
                print(f"  {tips:9,} tips, {offices:14}  ask {asked}; set {made}", flush=True)


def _in_a_process(*arguments: str) -> str:
    command = [sys.executable, "-m", "benchmarks.report_build", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def ask(folder: Path, offices: Sequence[str], police_range: PoliceRange) -> str:
    from satark.lake.duckdb_engine import DuckDbEngine  # noqa: PLC0415 - the function has none

    with DuckDbEngine(folder) as engine:
        kept = Kept(engine)
        for office in offices:
            _gathered(kept, office, police_range)
    (folder / "answers").write_bytes(pickle.dumps(kept.answers))
    return f"at {_peak():.0f} MB"


def set_all(folder: Path, offices: Sequence[str], police_range: PoliceRange) -> str:
    kept, before = Kept(), _peak()
    kept.answers = pickle.loads((folder / "answers").read_bytes())
    size = 0
    for office in offices:
        told = paper(_gathered(kept, office, police_range), police_range, made=date(2026, 12, 1))
        parts = enclosed(told, Press(TYPEFACES))
        size = max(size, len(letter(parts, sender="a@b.example", to=["c@d.example"])))
    return (
        f"at {_peak():.0f} MB, {before:.0f} MB of it {handler.__name__}; mail {size / 1e3:.0f} kB"
    )


def _gathered(engine: QueryEngine, office: str, police_range: PoliceRange) -> Report:
    return gather(
        engine, office=office, period=named(MONTH), police_range=police_range, centre=centre
    )


def _peak() -> float:
    """MB since this program began; getrusage would tell its parent's, which made the files."""
    status = Path("/proc/self/status").read_text("ascii")
    [line] = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) / 1e3


def _measured(how: str, folder: str, offices: str) -> str:
    police_range = build(RANGE)
    chosen = list(police_range.reports.recipients) if offices == "all" else [offices]
    started = time.perf_counter()
    told = {"ask": ask, "set": set_all}[how](Path(folder), chosen, police_range)
    return f"{time.perf_counter() - started:.1f} s, {told}"


if __name__ == "__main__":
    if sys.argv[1:]:
        print(_measured(*sys.argv[1:]))
    else:
        main()
