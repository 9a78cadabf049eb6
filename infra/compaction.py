"""Each night: one Parquet a day of what landed, and the night's seal."""

from constructs import Construct

from infra.function import HouseFunction
from infra.house import House
from infra.schedule import Schedule

NIGHTLY = "cron(30 2 * * ? *)"
"""Long after the day's last event has landed, and while nobody counts."""


class Compaction(HouseFunction):
    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="compaction",
            memory_mb=2048,
            timeout_seconds=900,
            scratch_mb=2048,
            layers=[house.layers.lake],
            environment={
                "LAKE_BUCKET": house.lake.bucket.bucket_name,
                "SEALS_BUCKET": house.lake.seals.bucket_name,
            },
        )
        self.schedule = Schedule(
            self,
            "Clock",
            alarms=house.alarms,
            function=self.function,
            when=NIGHTLY,
            missing_means="A night was left out: what landed is still counted. Run it by hand.",
        )
        house.lake.let_compact(self.role)
        house.lake.let_seal(self.role)
        house.alarms.ring(
            self,
            "Missed",
            metric=self.function.metric_errors(),
            at_least=1,
            means="A night's run failed: what landed is still there, and is counted. Run it again.",
        )
        house.alarms.ring_unless_daily(
            self,
            "NotRun",
            function=self.function,
            means="No night's run for a day: is its schedule enabled? What landed is counted.",
        )
