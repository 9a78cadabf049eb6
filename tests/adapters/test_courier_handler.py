"""The courier's handler with its real adapters, as both deployments: off the queue, over HTTP."""

import base64
from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest

from functions.courier import handler
from satark.aws import clients
from satark.aws.dynamo_enlistment import DynamoEnlistment
from satark.aws.kms import KmsIdentityKeys
from satark.aws.sqs import SqsOutbox
from satark.identity import SealedAddress, SenderId, message_ref
from satark.message import OutboundMessage, Say, Show, ToOfficer, ToSender
from satark.roster import Officer
from tests.adapters.tables import create
from tests.samples import AT
from tests.unit.whatsapp.graph_api import GraphApi, graph_api

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sqs import SQSClient

WAMID = "wamid." + base64.b64encode(b"\x1c\x18\x0c919000000123").decode()
CACHES = (
    clients.kms,
    clients.sqs,
    clients.s3,
    clients.dynamodb,
    clients.secretsmanager,
    clients.secret,
    handler.courier,
    handler.pauses,
)


@pytest.fixture(autouse=True)
def cold_start() -> Iterator[None]:
    yield
    for cache in CACHES:
        cache.cache_clear()


@pytest.fixture
def api() -> Iterator[GraphApi]:
    with graph_api() as api:
        yield api


@pytest.fixture
def queue_url(sqs: "SQSClient") -> str:
    attributes = {"FifoQueue": "true", "VisibilityTimeout": "360"}
    return sqs.create_queue(QueueName="outbox.fifo", Attributes=attributes)["QueueUrl"]  # type: ignore[arg-type]  # names of attributes as a dict


@pytest.fixture
def deployed(
    monkeypatch: pytest.MonkeyPatch,
    dynamodb: "DynamoDBClient",
    kms: "KMSClient",
    api: GraphApi,
    queue_url: str,
) -> str:
    """What both deployments have; gives the address key."""
    secrets = boto3.client("secretsmanager")
    secrets.create_secret(Name="token", SecretString="t0")
    secrets.create_secret(Name="message-ref", SecretString="ref-key")
    address_key = kms.create_key()["KeyMetadata"]["KeyId"]
    told = {
        "graph_api_url": api.url,
        "graph_api_version": "v25.0",
        "phone_number_id": "10",
        "token_secret": "token",
        "message_ref_secret": "message-ref",
        "address_keys": address_key,
        "deliveries_table": create(dynamodb, "deliveries", ("id",)),
        "outbox": queue_url,
    }
    for name, value in told.items():
        monkeypatch.setenv(name.upper(), value)
    return address_key


@pytest.fixture
def sealed(kms: "KMSClient", deployed: str) -> SealedAddress:
    keys = KmsIdentityKeys(kms, mac_key="none", address_key=deployed)
    return keys.seal(SenderId("919000000123"))


@pytest.fixture
def for_tipsters(monkeypatch: pytest.MonkeyPatch, dynamodb: "DynamoDBClient") -> None:
    monkeypatch.setenv("VAULT_TABLE", create(dynamodb, "vault", ("handle",)))
    monkeypatch.setenv("BLOCKS_TABLE", create(dynamodb, "blocks", ("handle",)))


@pytest.fixture
def for_officers(
    monkeypatch: pytest.MonkeyPatch,
    dynamodb: "DynamoDBClient",
    s3: "S3Client",
    sealed: SealedAddress,
) -> None:
    table = create(dynamodb, "officers", ("officer_id",))
    sho = Officer("sho", "प्रभारी", "SHO", "thana:ghazipur/zamania", "hi", seen_at=AT)
    enlistment = DynamoEnlistment(dynamodb, table=table)
    enlistment.enlist(sho, pseudonyms=(), address=sealed, position=1)
    s3.create_bucket(
        Bucket="evidence", CreateBucketConfiguration={"LocationConstraint": "ap-south-1"}
    )
    s3.put_object(Bucket="evidence", Key="kept/k1", Body=b"picture")
    monkeypatch.setenv("OFFICERS_TABLE", table)
    monkeypatch.setenv("EVIDENCE_BUCKET", "evidence")


def consume(sqs: "SQSClient", queue_url: str, message: OutboundMessage) -> list[str]:
    """One message through queue and handler, as Lambda does it; the ids that come again."""
    SqsOutbox(sqs, queue_url=queue_url).put([message])
    got = sqs.receive_message(QueueUrl=queue_url, MessageSystemAttributeNames=["All"])
    records = [
        {
            "messageId": one["MessageId"],
            "receiptHandle": one["ReceiptHandle"],
            "body": one["Body"],
            "attributes": one["Attributes"],
        }
        for one in got["Messages"]
    ]
    answer = handler.lambda_handler({"Records": records}, None)
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


@pytest.mark.usefixtures("for_tipsters")
def test_a_reply_leaves_the_tips_number(
    sqs: "SQSClient", queue_url: str, sealed: SealedAddress, api: GraphApi
) -> None:
    api.accepts(WAMID)
    reply = OutboundMessage("i1", AT, "g1", ToSender(sealed), Say("नमस्ते"))

    assert consume(sqs, queue_url, reply) == []
    (request,) = api.requests
    assert request.json["to"] == "+919000000123"
    found = handler.courier().deliveries.by_ref(message_ref(b"ref-key", WAMID))
    assert found is not None
    assert (found.id, found.state) == ("i1", "sent")


@pytest.mark.usefixtures("for_officers")
def test_evidence_leaves_the_officers_number(
    sqs: "SQSClient", queue_url: str, api: GraphApi
) -> None:
    api.answers = [(200, {"id": "m1"})]
    api.accepts(WAMID)
    shown = Show("kept/k1", "image", "image/jpeg")

    assert consume(sqs, queue_url, OutboundMessage("i1", AT, "g1", ToOfficer("sho"), shown)) == []
    assert b"picture" in api.requests[0].body
    assert api.requests[1].json["image"] == {"id": "m1"}


@pytest.mark.usefixtures("for_tipsters")
def test_a_refused_message_is_out_of_sight_for_its_pause_alone(
    sqs: "SQSClient", queue_url: str, sealed: SealedAddress, api: GraphApi
) -> None:
    api.refuses(400, 131056)
    reply = OutboundMessage("i1", AT, "g1", ToSender(sealed), Say("नमस्ते"))

    assert len(consume(sqs, queue_url, reply)) == 1
    again = sqs.receive_message(QueueUrl=queue_url, WaitTimeSeconds=5)
    assert len(again.get("Messages", [])) == 1
