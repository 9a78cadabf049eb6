"""Who is late: every five minutes it looks at the cases whose time has come."""

from constructs import Construct

from infra.function import HouseFunction, police_range
from infra.house import House
from infra.role import PUT, QUERY
from infra.schedule import Schedule


class Deadlines(HouseFunction):
    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        stores = house.stores
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="deadlines",
            memory_mb=512,
            timeout_seconds=240,
            layers=[house.layers.range],
            environment={
                **police_range(),
                "CASES_TABLE": stores.cases.table_name,
                "HEADS_TABLE": stores.heads.table_name,
            },
        )
        self.schedule = Schedule(
            self,
            "Clock",
            alarms=house.alarms,
            function=self.function,
            when="rate(5 minutes)",
            missing_means="Overdue tips were not looked at: read its log group.",
        )
        self.role.may(QUERY, on=[stores.heads_by_due, stores.cases.table_arn])
        self.role.may(PUT, on=[stores.cases.table_arn, stores.heads.table_arn])
        house.content.serve(self.role, through=["dynamodb"])
