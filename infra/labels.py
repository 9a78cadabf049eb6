"""What the files of a tip show or say, as far as it makes the tip more urgent."""

from constructs import Construct

from infra.function import MEDIA_TIMEOUT_SECONDS, HouseFunction, police_range
from infra.house import House
from infra.role import PUT, QUERY


class Labels(HouseFunction):
    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        stores = house.stores
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="labels",
            memory_mb=512,
            timeout_seconds=MEDIA_TIMEOUT_SECONDS,
            layers=[house.layers.range],
            environment={
                **police_range(),
                "CASES_TABLE": stores.cases.table_name,
                "HEADS_TABLE": stores.heads.table_name,
                "LABELS_LINE": house.labels_line.url,
            },
        )
        self.reads(house.labels_line)
        self.role.may("sqs:ChangeMessageVisibility", on=house.labels_line.arn)
        self.role.may(QUERY, PUT, on=stores.cases.table_arn)
        self.role.may(PUT, on=stores.heads.table_arn)
        house.content.serve(self.role, through=["sqs", "dynamodb"])
