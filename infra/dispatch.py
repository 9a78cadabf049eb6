"""Who hears of what: it follows the ledger as it grows, each case in its own order."""

from constructs import Construct

from infra.function import HouseFunction, police_range
from infra.house import House
from infra.ledger_stream import failures_of, follow_ledger
from infra.role import GET, QUERY


class Dispatch(HouseFunction):
    """`failures` receives where in the stream a batch lies that failed for good."""

    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        stores = house.stores
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="dispatch",
            memory_mb=1024,
            timeout_seconds=60,
            layers=[house.layers.range],
            environment={
                **police_range(),
                "CASES_TABLE": stores.cases.table_name,
                "OFFICERS_TABLE": stores.officers.table_name,
                "TIPSTER_OUTBOX": house.tipster_outbox.url,
                "OFFICER_OUTBOX": house.officer_outbox.url,
                "LABELS_LINE": house.labels_line.url,
            },
        )
        self.failures = failures_of(self, house=house, means="Somebody did not hear of a case")
        follow_ledger(
            self,
            house=house,
            failures=self.failures,
            batch_size=10,
            at_once=4,
            reports_items=True,
        )
        self.role.may(QUERY, on=[stores.cases.table_arn, stores.cases_by_subject])
        self.role.may(QUERY, on=stores.officers_by_office)
        self.role.may(GET, on=stores.officers.table_arn)
        self.role.may_send_to(house.tipster_outbox, house.officer_outbox, house.labels_line)
        house.content.serve(self.role, through=["sqs", "dynamodb"])
