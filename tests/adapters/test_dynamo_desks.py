from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from satark.aws.dynamo_desks import DynamoDesks
from satark.filing import SessionRecord
from satark.ports import Conflicted
from tests.adapters.tables import create
from tests.samples import AT

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

FIRST = SessionRecord("{}", 1, AT + timedelta(days=8))


@pytest.fixture
def desks(dynamodb: "DynamoDBClient") -> DynamoDesks:
    return DynamoDesks(dynamodb, table=create(dynamodb, "desks", ("officer_id",)))


def test_what_is_kept_is_given_back(desks: DynamoDesks) -> None:
    assert desks.load("sho") is None
    desks.keep("sho", FIRST)
    desks.keep("sho", second := replace(FIRST, text='{"kept":[]}', version=2))

    assert desks.load("sho") == second
    assert desks.load("sp") is None


@pytest.mark.parametrize("version", [1, 3])
def test_whoever_read_something_else_is_refused(desks: DynamoDesks, version: int) -> None:
    desks.keep("sho", FIRST)
    with pytest.raises(Conflicted):
        desks.keep("sho", replace(FIRST, text="other", version=version))
    assert desks.load("sho") == FIRST


def test_what_has_expired_meanwhile_may_be_written_anew(desks: DynamoDesks) -> None:
    desks.keep("sho", replace(FIRST, version=7))
    assert desks.load("sho") == replace(FIRST, version=7)
