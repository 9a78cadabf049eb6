"""What one text costs: every call to AWS from the door until the reply is sent."""

from collections import Counter

from tests.journey.roles import room_of
from tests.journey.town import Town

UNTIL_THE_REPLY = Counter(
    {
        ("Webhook", "kms:GenerateMac"): 1,
        ("Webhook", "kms:Encrypt"): 1,
        ("Webhook", "sqs:SendMessage"): 1,
        ("Flow", "dynamodb:GetItem"): 1,
        ("Flow", "dynamodb:PutItem"): 1,
        ("Flow", "sqs:SendMessage"): 1,
        ("TipsCourier", "dynamodb:PutItem"): 2,
        ("TipsCourier", "kms:Decrypt"): 1,
        ("TipsCourier", "dynamodb:UpdateItem"): 1,
    }
)
WHEN_META_SAYS_THAT_IT_WAS_SENT = Counter(
    {
        ("Webhook", "sqs:SendMessage"): 1,
        ("TipsCourier", "dynamodb:GetItem"): 1,
        ("TipsCourier", "dynamodb:UpdateItem"): 1,
    }
)

AT_A_COLD_START = "secretsmanager:GetSecretValue"


def test_one_text_costs_ten_calls_of_which_three_to_kms(town: Town) -> None:
    citizen, cloud = town.citizen(), town.road.system.cloud
    citizen.greets()
    town.settles()
    before = len(cloud.calls())
    citizen.greets()
    town.settles()
    made = Counter(
        (room_of(call["principal"]), call["action"])
        for call in cloud.calls()[before:]
        if call["action"] != AT_A_COLD_START
    )
    assert made == UNTIL_THE_REPLY + WHEN_META_SAYS_THAT_IT_WAS_SENT
    assert UNTIL_THE_REPLY.total() <= 10
    assert sum(n for (_, action), n in UNTIL_THE_REPLY.items() if action.startswith("kms:")) <= 3
