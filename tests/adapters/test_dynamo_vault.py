"""The vault under two keys: what is left under the former one, and how it is exchanged."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from satark.aws.dynamo_vault import DynamoAddressVault
from satark.identity import Handle, SealedAddress
from tests.adapters.tables import create
from tests.samples import AT

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

OLD, NEW = SealedAddress("k1.sealed"), SealedAddress("k2.sealed")
H1 = Handle("h1")


@pytest.fixture
def vault(dynamodb: "DynamoDBClient") -> DynamoAddressVault:
    return DynamoAddressVault(dynamodb, table=create(dynamodb, "vault", ("handle",)))


def put(client: "DynamoDBClient", handle: str, address: str, *, days: int = 30) -> None:
    expires = datetime.now(UTC) + timedelta(days=days)
    item = {"handle": handle, "address": address, "opened_at": AT.isoformat()}
    text = {name: {"S": value} for name, value in item.items()}
    number = {"expires": {"N": str(int(expires.timestamp()))}}
    client.put_item(TableName="vault", Item=text | number)


def test_only_what_another_key_sealed_is_given_to_be_exchanged(
    dynamodb: "DynamoDBClient", vault: DynamoAddressVault
) -> None:
    for handle, address in {"h1": OLD, "h2": NEW, "h3": "k22.sealed"}.items():
        put(dynamodb, handle, address)

    assert sorted(vault.under_another("k2")) == [("h1", OLD), ("h3", "k22.sealed")]


def test_what_has_expired_is_forgotten_instead(
    dynamodb: "DynamoDBClient", vault: DynamoAddressVault
) -> None:
    put(dynamodb, "h1", OLD, days=-1)

    assert list(vault.under_another("k2")) == []
    assert dynamodb.scan(TableName="vault")["Items"] == []


def test_an_exchange_changes_the_address_alone_and_only_once(
    dynamodb: "DynamoDBClient", vault: DynamoAddressVault
) -> None:
    put(dynamodb, "h1", OLD)
    [before] = dynamodb.scan(TableName="vault")["Items"]

    vault.exchange(H1, OLD, NEW)
    vault.exchange(H1, OLD, SealedAddress("k2.late"))

    assert dynamodb.scan(TableName="vault")["Items"] == [before | {"address": {"S": NEW}}]
    assert vault.find(H1) == (NEW, AT)


def test_an_exchange_brings_nothing_back(
    dynamodb: "DynamoDBClient", vault: DynamoAddressVault
) -> None:
    vault.exchange(H1, OLD, NEW)

    assert dynamodb.scan(TableName="vault")["Items"] == []
