from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from satark.aws.dynamo_blocks import DynamoBlocks
from satark.identity import Handle, OwnerTag
from tests.adapters.tables import create

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

NOW = datetime.now(UTC).replace(microsecond=0)
SOON, LATER = NOW + timedelta(days=1), NOW + timedelta(days=30)


@pytest.fixture
def blocks(dynamodb: "DynamoDBClient") -> DynamoBlocks:
    return DynamoBlocks(dynamodb, table=create(dynamodb, "blocks", ("handle",)))


def mine(salt: str) -> OwnerTag:
    return OwnerTag.of("me", salt)


def test_the_longest_block_of_an_owner_counts_and_nobody_elses(blocks: DynamoBlocks) -> None:
    blocks.keep(Handle("one"), mine("a"), SOON)
    blocks.keep(Handle("two"), mine("b"), LATER)
    blocks.keep(Handle("three"), OwnerTag.of("another", "c"), LATER + timedelta(days=1))

    assert blocks.until("me") == LATER
    assert blocks.until("somebody") is None


def test_a_block_that_is_over_is_none_though_it_lies_there(blocks: DynamoBlocks) -> None:
    blocks.keep(Handle("one"), mine("a"), NOW - timedelta(seconds=1))

    assert blocks.until("me") is None


def test_lifting_one_leaves_the_other(blocks: DynamoBlocks) -> None:
    blocks.keep(Handle("one"), mine("a"), SOON)
    blocks.keep(Handle("two"), mine("b"), LATER)
    blocks.lift(Handle("two"))
    blocks.lift(Handle("unknown"))

    assert blocks.until("me") == SOON


def test_said_again_it_gets_a_new_end(blocks: DynamoBlocks) -> None:
    for end in (SOON, LATER, LATER):
        blocks.keep(Handle("one"), mine("a"), end)

    assert blocks.until("me") == LATER
