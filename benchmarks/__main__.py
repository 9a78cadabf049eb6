from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import (
    cold_start,
    first_reply,
    lake_nights,
    lake_queries,
    layers,
    report_build,
    webhook_cpu,
)
from local.meta import Meta
from local.system import Setup, example_roster, synthesise


def main() -> None:
    """Every figure that has a budget in docs/decisions.md."""
    webhook_cpu.main()
    lake_nights.main()
    lake_queries.main()
    report_build.main()
    with TemporaryDirectory() as folder:
        setup = Setup(
            meta=Meta.from_environment(port=0),
            range_name="varanasi",
            state=Path(folder),
            roster=example_roster("varanasi"),
        )
        assembly = synthesise(setup, Path(folder) / "cdk")
        layers.main(assembly)
        cold_start.main(assembly)
        first_reply.main(assembly)


if __name__ == "__main__":
    main()
