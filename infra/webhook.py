"""The door: it proves that Meta speaks, seals identities, and puts messages on their lines."""

from constructs import Construct

from infra.function import HouseFunction
from infra.house import House


class Webhook(HouseFunction):
    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        tips, officers, secrets = house.tips, house.officers, house.credentials
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="webhook",
            # A POST of Meta's holds up to a thousand messages, each sealed by two calls to KMS.
            memory_mb=1024,
            timeout_seconds=29,
            environment={
                "DOOR_SECRET": secrets.door.secret_arn,
                "MESSAGE_REF_SECRET": secrets.message_ref.secret_arn,
                "TIPS_PHONE_NUMBER_ID": house.stage.tips_phone_number_id,
                "TIPS_MAC_KEY": tips.mac.key_id,
                "TIPS_ADDRESS_KEY": tips.address.key_id,
                "TIPS_LINE": house.tips_line.url,
                "TIPSTER_OUTBOX": house.tipster_outbox.url,
                "OFFICERS_PHONE_NUMBER_ID": house.stage.officers_phone_number_id,
                "OFFICERS_MAC_KEY": officers.mac.key_id,
                "OFFICERS_ADDRESS_KEY": officers.address.key_id,
                "OFFICERS_LINE": house.officers_line.url,
            },
        )
        self.role.may_read(secrets.door, secrets.message_ref)
        self.role.may_send_to(house.tips_line, house.officers_line, house.tipster_outbox)
        house.content.serve(self.role, through=["sqs"])
