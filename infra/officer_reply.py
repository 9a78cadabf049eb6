"""The dialogue with an officer: it matches each report to its tip."""

from constructs import Construct

from infra.function import MEDIA_TIMEOUT_SECONDS, HouseFunction, graph, police_range
from infra.house import House
from infra.role import GET, PUT, QUERY, UPDATE


class OfficerReply(HouseFunction):
    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        stores, token = house.stores, house.credentials.officers_token
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="officer_reply",
            memory_mb=2048,
            timeout_seconds=MEDIA_TIMEOUT_SECONDS,
            scratch_mb=1024,
            layers=[house.layers.media, house.layers.range],
            environment={
                **graph(house.stage, house.stage.officers_phone_number_id, token),
                **police_range(),
                "CASES_TABLE": stores.cases.table_name,
                "HEADS_TABLE": stores.heads.table_name,
                "OFFICERS_TABLE": stores.officers.table_name,
                "DELIVERIES_TABLE": stores.officer_deliveries.table_name,
                "DESKS_TABLE": stores.desks.table_name,
                "EVIDENCE_BUCKET": house.evidence.bucket.bucket_name,
                "PROTECTED_KEY": house.protected.key.key_arn,
                "OFFICERS_LINE": house.officers_line.url,
                "OFFICER_OUTBOX": house.officer_outbox.url,
            },
        )
        self.reads(house.officers_line)
        self.role.may("sqs:ChangeMessageVisibility", on=house.officers_line.arn)
        self.role.may_read(token)
        self.role.may(QUERY, PUT, on=stores.cases.table_arn)
        self.role.may(PUT, on=stores.heads.table_arn)
        self.role.may(GET, UPDATE, on=stores.officers.table_arn)
        self.role.may(QUERY, on=[stores.officers_by_office, stores.officers_by_pseudonym])
        self.role.may(GET, PUT, on=stores.desks.table_arn)
        self.role.may(GET, UPDATE, on=stores.officer_deliveries.table_arn)
        self.role.may(QUERY, on=stores.officer_deliveries_by_officer)
        house.evidence.let_keep(self.role)
        self.role.may_send_to(house.officer_outbox)
        house.content.serve(self.role, through=["sqs", "dynamodb", "s3"])
