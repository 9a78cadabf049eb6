"""The dialogue with a tipster."""

from constructs import Construct

from infra.function import MEDIA_TIMEOUT_SECONDS, HouseFunction, graph, police_range
from infra.house import House
from infra.role import GET, PUT, SCAN


class Flow(HouseFunction):
    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        stores, secrets = house.stores, house.credentials
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="flow",
            memory_mb=2048,
            timeout_seconds=MEDIA_TIMEOUT_SECONDS,
            scratch_mb=1024,
            layers=[house.layers.flow, house.layers.media, house.layers.range],
            environment={
                **graph(house.stage, house.stage.tips_phone_number_id, secrets.tips_token),
                **police_range(),
                "PEPPER_SECRET": secrets.pepper.secret_arn,
                "SESSIONS_TABLE": stores.sessions.table_name,
                "RECEIPTS_TABLE": stores.receipts.table_name,
                "CASES_TABLE": stores.cases.table_name,
                "HEADS_TABLE": stores.heads.table_name,
                "VAULT_TABLE": stores.vault.table_name,
                "BLOCKS_TABLE": stores.blocks.table_name,
                "DELIVERIES_TABLE": stores.tip_deliveries.table_name,
                "EVIDENCE_BUCKET": house.evidence.bucket.bucket_name,
                "PROTECTED_KEY": house.protected.key.key_arn,
                "TIPS_LINE": house.tips_line.url,
                "TIPSTER_OUTBOX": house.tipster_outbox.url,
            },
        )
        self.reads(house.tips_line)
        self.role.may("sqs:ChangeMessageVisibility", on=house.tips_line.arn)
        self.role.may_read(secrets.pepper, secrets.tips_token)
        self.role.may(GET, PUT, on=stores.sessions.table_arn)
        self.role.may(GET, PUT, on=[stores.receipts.table_arn, stores.heads.table_arn])
        self.role.may(PUT, on=[stores.cases.table_arn, stores.vault.table_arn])
        self.role.may(GET, on=stores.tip_deliveries.table_arn)
        self.role.may(SCAN, on=stores.blocks.table_arn)
        house.evidence.let_keep_drafts(self.role)
        house.evidence.let_keep(self.role)
        self.role.may_send_to(house.tipster_outbox)
        house.content.serve(self.role, through=["sqs", "dynamodb", "s3"])
