"""Pages of the dashboard over a hundred thousand tips: how long they take, and how long they are.

"Asked": every question of the page is asked anew, of DuckDB in a warm process, one after another.
"Remembered": they were asked in the last five minutes. From the request with its session's cookie
to the compressed answer. Budget of the overview: 300 ms and 300 KB.

In the cloud Athena answers: it needs a second or two for a question of any size, whatever it scans.
"""

import base64
import statistics
import time
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import lake_files
from functions.dashboard.site import Site
from satark.lake.duckdb_engine import DuckDbEngine
from satark.police_range.build import build
from tests.unit.dashboard.visits import event, site_of

TIPS = 100_000
RUNS = 20
PAGES = {
    "overview": event("/hi/overview"),
    "overview, 90 days": event("/hi/overview", query={"days": "90"}),
    "stations": event("/hi/stations"),
    "station": event("/hi/station", query={"thana": "jaunpur/kotwali"}),
    "hotspots": event("/hi/hotspots"),
}


def main() -> None:
    print(f"dashboard over {TIPS:,} tips, {RUNS} runs (budget of the overview: 300 ms, 300 KB)")
    print(f"  {'page':18} {'asked p50':>10} {'p95':>7} {'remembered p50':>15} {'p95':>7}   size")
    police_range = build(Path("ranges/varanasi"))
    with TemporaryDirectory() as name:
        lake_files.write(Path(name), tips=TIPS)
        with DuckDbEngine(Path(name)) as engine:
            for page, visit in PAGES.items():
                made = partial(site_of, engine, police_range)
                _print(page, made, visit | {"headers": {"accept-encoding": "gzip"}})


def _print(page: str, made: Callable[[], Site], visit: dict[str, Any]) -> None:
    made().answer(visit)
    asked = [_timed(made(), visit) for _ in range(RUNS)]
    site = made()
    size = len(base64.b64decode(site.answer(visit)["body"]))
    remembered = [_timed(site, visit) for _ in range(RUNS)]
    (p50, p95), (warm50, warm95) = _percentiles(asked), _percentiles(remembered)
    print(
        f"  {page:18} {p50:7.0f} ms {p95:4.0f} ms {warm50:12.1f} ms {warm95:4.1f} ms"
        f" {size / 1e3:4.1f} KB",
        flush=True,
    )


def _timed(site: Site, visit: dict[str, Any]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    answer = site.answer(visit)
    assert answer["statusCode"] == HTTPStatus.OK
    return (time.perf_counter() - started) * 1e3


def _percentiles(times: list[float]) -> tuple[float, float]:
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
