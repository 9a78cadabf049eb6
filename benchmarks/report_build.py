"""A month's report for the range office: how long, and how much memory at its peak.

Each size in a process of its own, on Linux. The queries run on DuckDB here, in that process; in
the cloud Athena runs them, and the function is left with setting pages, pictures and workbook.
"""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import lake_files
from functions.reports.drawing import Press
from functions.reports.gathering import gather
from functions.reports.letter import enclosed, letter
from functions.reports.paper import paper
from local.report import TYPEFACES
from satark.lake.duckdb_engine import DuckDbEngine
from satark.periods import named
from satark.police_range.build import build

SIZES = (100_000, 1_000_000)
MONTH = "2026-11"
SOMEWHERE = (25.5, 83.2)


def main() -> None:
    print(f"report of {MONTH}, range office: ask (DuckDB) + set (typst, workbook, mail); peak RSS")
    for tips in SIZES:
        with TemporaryDirectory() as name:
            lake_files.write(Path(name), tips=tips)
            command = [sys.executable, "-m", "benchmarks.report_build", name]
            ended = subprocess.run(command, check=True, capture_output=True, text=True)
        print(f"  {tips:9,} tips  {ended.stdout.strip()}", flush=True)


def measure(folder: Path) -> str:
    police_range = build(Path("ranges/varanasi"))
    before, started = _peak(), time.perf_counter()
    with DuckDbEngine(folder) as engine:
        report = gather(
            engine,
            office="range:varanasi",
            period=named(MONTH),
            police_range=police_range,
            centre=lambda _: SOMEWHERE,  # the cells of these files are no real ones
        )
    asked, middle = _peak(), time.perf_counter()
    told = paper(report, police_range, made=date(2026, 12, 1))
    mail = letter(enclosed(told, Press(TYPEFACES)), sender="a@b.example", to=["c@d.example"])
    ended = time.perf_counter()
    return (
        f"ask {middle - started:5.1f} s, set {ended - middle:4.1f} s, "
        f"mail {len(mail) / 1e3:4.0f} kB; "
        f"peak {before:.0f} MB at first, {asked:.0f} MB asked, {_peak():.0f} MB set"
    )


def _peak() -> float:
    """MB since this program began; getrusage would tell its parent's, which made the files."""
    status = Path("/proc/self/status").read_text("ascii")
    [line] = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) / 1e3


if __name__ == "__main__":
    print(measure(Path(sys.argv[1])))
