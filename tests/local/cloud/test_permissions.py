"""Roles are enforced, with the conditions that our policies use."""

from typing import Any

import pytest

from local.cloud.deploy import Deployment
from local.cloud.embedded import EmbeddedCloud
from tests.local.cloud.conftest import Clerk

DENIED = {"error": "AccessDeniedException"}
ALLOWED = {"error": None}


@pytest.fixture
def sealed(cloud: EmbeddedCloud, toy: Deployment) -> dict[str, str]:
    """A ciphertext under each purpose."""
    kms, key = cloud.client("kms"), toy.resources["SealKey"]

    def seal(purpose: str) -> str:
        context = {"purpose": purpose}
        answer = kms.encrypt(KeyId=key, Plaintext=b"address", EncryptionContext=context)
        ciphertext: bytes = answer["CiphertextBlob"]
        return ciphertext.hex()

    return {purpose: seal(purpose) for purpose in ("reply", "other")}


def test_decrypt_needs_the_context_that_the_condition_names(
    clerk: Clerk, sealed: dict[str, str]
) -> None:
    def decrypt(purpose: str, **more: Any) -> Any:
        blob = {"CiphertextBlob": {"hex": sealed[purpose]}}
        return clerk(service="kms", operation="decrypt", arguments={**blob, **more})

    assert decrypt("reply", EncryptionContext={"purpose": "reply"}) == ALLOWED
    assert decrypt("other", EncryptionContext={"purpose": "other"}) == DENIED
    assert decrypt("reply") == DENIED


def test_a_missing_permission_is_denied(clerk: Clerk, toy: Deployment) -> None:
    mac = {"KeyId": toy.resources["MacKey"], "MacAlgorithm": "HMAC_SHA_256"}
    call = {**mac, "Message": {"hex": "00"}}
    assert clerk(service="kms", operation="generate_mac", arguments=call) == DENIED


def row(key: str) -> dict[str, Any]:
    return {"pk": {"S": key}}


def write(table: str, *keys: str) -> dict[str, Any]:
    return {table: [{"PutRequest": {"Item": row(key)}} for key in keys]}


def test_a_transaction_needs_each_items_own_permission(clerk: Clerk, toy: Deployment) -> None:
    cases, sessions = toy.resources["Cases"], toy.resources["Sessions"]

    def transact(*items: dict[str, Any]) -> Any:
        arguments = {"TransactItems": items}
        return clerk(service="dynamodb", operation="transact_write_items", arguments=arguments)

    put = {"Put": {"TableName": cases, "Item": row("own-1")}}
    update = {
        "Update": {"TableName": sessions, "Key": row("any"), "UpdateExpression": "SET a = pk"}
    }
    assert transact(put, update) == ALLOWED
    for forbidden in (
        {"Put": {"TableName": sessions, "Item": row("x")}},
        {"Delete": {"TableName": sessions, "Key": row("x")}},
        {
            "ConditionCheck": {
                "TableName": sessions,
                "Key": row("x"),
                "ConditionExpression": "pk = pk",
            }
        },
        {"Put": {"TableName": cases, "Item": row("foreign")}},
    ):
        assert transact(put, forbidden) == DENIED, forbidden


def test_a_batch_needs_its_permission_on_every_table(clerk: Clerk, toy: Deployment) -> None:
    cases, sessions = toy.resources["Cases"], toy.resources["Sessions"]

    def batch(operation: str, items: dict[str, Any]) -> Any:
        return clerk(service="dynamodb", operation=operation, arguments={"RequestItems": items})

    assert batch("batch_write_item", write(cases, "own-1", "own-2")) == ALLOWED
    assert batch("batch_write_item", write(cases, "own-1", "foreign")) == DENIED
    assert batch("batch_write_item", write(cases, "own-1") | write(sessions, "x")) == DENIED
    keys = {"Keys": [row("x")]}
    assert batch("batch_get_item", {sessions: keys}) == ALLOWED
    assert batch("batch_get_item", {sessions: keys, cases: keys}) == DENIED


def test_leading_keys_bind_single_items(clerk: Clerk, toy: Deployment) -> None:
    def put(key: str) -> Any:
        arguments = {"TableName": toy.resources["Cases"], "Item": row(key)}
        return clerk(service="dynamodb", operation="put_item", arguments=arguments)

    assert put("own-3") == ALLOWED
    assert put("foreign") == DENIED


def test_a_batch_of_messages_needs_only_send_message(clerk: Clerk, toy: Deployment) -> None:
    def send(queue: str) -> Any:
        entry = {
            "Id": "1",
            "MessageBody": "x",
            "MessageGroupId": "g",
            "MessageDeduplicationId": "d",
        }
        arguments = {"QueueUrl": toy.resources[queue], "Entries": [entry]}
        return clerk(service="sqs", operation="send_message_batch", arguments=arguments)

    assert send("OutboxDead") == ALLOWED
    assert send("Line") == {"error": "AccessDenied"}


def test_a_bucket_may_ask_for_the_key_of_what_it_takes(clerk: Clerk, toy: Deployment) -> None:
    def put(name: str, **more: str) -> Any:
        arguments = {"Bucket": toy.resources["Seals"], "Key": name, "Body": {"hex": "00"}, **more}
        return clerk(service="s3", operation="put_object", arguments=arguments)

    def under(key: str) -> dict[str, str]:
        arn = f"arn:aws:kms:ap-south-1:000000000000:key/{toy.resources[key]}"
        return {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": arn}

    assert put("sealed/a", **under("SealKey")) == ALLOWED
    assert put("sealed/a", **under("MacKey")) == {"error": "AccessDenied"}
    assert put("sealed/a") == {"error": "AccessDenied"}
    assert put("other") == ALLOWED


def test_a_policy_may_name_a_secret_by_reference(clerk: Clerk, toy: Deployment) -> None:
    secret = toy.resources["Pepper"]
    assert secret.startswith("arn:aws:secretsmanager:")
    arguments = {"SecretId": secret}
    call = {"service": "secretsmanager", "arguments": arguments}
    assert clerk(operation="get_secret_value", **call) == ALLOWED
    assert clerk(operation="describe_secret", **call) == DENIED
