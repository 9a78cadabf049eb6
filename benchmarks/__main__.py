"""Every figure that has a budget in docs/decisions.md; `make bench ONLY=lake_queries` for one."""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks import (
    cold_start,
    dashboard_pages,
    first_reply,
    lake_nights,
    lake_queries,
    layers,
    report_build,
    webhook_cpu,
)
from local.cloud.assembly import Assembly
from local.meta import Meta
from local.system import Setup, example_roster, synthesise

ALONE: Final[dict[str, Callable[[], None]]] = {
    "webhook_cpu": webhook_cpu.main,
    "lake_nights": lake_nights.main,
    "lake_queries": lake_queries.main,
    "report_build": report_build.main,
    "dashboard_pages": dashboard_pages.main,
}
DEPLOYED: Final[dict[str, Callable[[Assembly], None]]] = {
    "layers": layers.main,
    "cold_start": cold_start.main,
    "first_reply": first_reply.main,
}
"""Those that measure what would be deployed: it is synthesised and built once for them."""


def main(*only: str) -> None:
    if unknown := {*only} - ALONE.keys() - DEPLOYED.keys():
        raise SystemExit(f"no such part: {', '.join(sorted(unknown))}")
    for name, measure in ALONE.items():
        if not only or name in only:
            measure()
    chosen = [measure for name, measure in DEPLOYED.items() if not only or name in only]
    if chosen:
        _measure_deployed(chosen)


def _measure_deployed(chosen: list[Callable[[Assembly], None]]) -> None:
    with TemporaryDirectory() as folder:
        setup = Setup(
            meta=Meta.from_environment(port=0),
            range_name="varanasi",
            state=Path(folder),
            roster=example_roster("varanasi"),
        )
        assembly = synthesise(setup, Path(folder) / "cdk")
        for measure in chosen:
            measure(assembly)


if __name__ == "__main__":
    main(*sys.argv[1:])
