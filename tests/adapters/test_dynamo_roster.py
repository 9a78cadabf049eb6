from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from satark.aws.dynamo_enlistment import DynamoEnlistment
from satark.aws.dynamo_roster import DynamoRoster
from satark.identity import SealedAddress
from satark.roster import Officer
from tests.adapters.tables import create
from tests.samples import AT

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

SHO = Officer("o1", "A. Kumar", "Inspector", "thana:ghazipur/zamania", "hi")
DEPUTY = Officer("o2", "S. Devi", "Sub-Inspector", "thana:ghazipur/zamania", "en")
SP = Officer("o3", "R. Singh", "SP", "district:ghazipur", "hi")


@pytest.fixture
def table(dynamodb: "DynamoDBClient") -> str:
    indexes = {"by_office": ("office", "position"), "by_pseudonym": ("pseudonym",)}
    return create(dynamodb, "officers", ("officer_id",), **indexes)


@pytest.fixture
def enlistment(dynamodb: "DynamoDBClient", table: str) -> DynamoEnlistment:
    enlistment = DynamoEnlistment(dynamodb, table=table)
    for position, officer in enumerate((SP, SHO, DEPUTY)):
        enlistment.enlist(
            officer,
            pseudonyms=[f"number-{officer.id}", f"user-id-{officer.id}"],
            address=SealedAddress(f"sealed-{officer.id}"),
            position=position,
        )
    return enlistment


@pytest.fixture
def roster(dynamodb: "DynamoDBClient", table: str, enlistment: DynamoEnlistment) -> DynamoRoster:
    return DynamoRoster(dynamodb, table=table)


def test_an_office_lists_its_officers_in_the_order_of_the_roster(roster: DynamoRoster) -> None:
    assert roster.holding("thana:ghazipur/zamania") == [SHO, DEPUTY]
    assert roster.holding("thana:jaunpur/kotwali") == []


def test_an_officer_is_known_by_id_and_by_each_pseudonym(roster: DynamoRoster) -> None:
    assert roster.officer("o3") == SP
    assert roster.by_pseudonym("number-o3") == SP
    assert roster.by_pseudonym("user-id-o3") == SP
    assert roster.address("o3") == "sealed-o3"
    assert (roster.officer("x"), roster.by_pseudonym("x"), roster.address("x")) == (None,) * 3


def test_the_window_never_moves_back(roster: DynamoRoster) -> None:
    roster.seen("o1", AT)
    roster.seen("o1", AT - timedelta(hours=1))

    assert roster.officer("o1") == replace(SHO, seen_at=AT)


def test_a_message_of_somebody_who_left_adds_nobody(roster: DynamoRoster) -> None:
    roster.seen("unknown", AT)

    assert roster.officer("unknown") is None


def test_who_is_struck_off_is_known_by_nothing(
    roster: DynamoRoster, enlistment: DynamoEnlistment
) -> None:
    enlistment.strike("o1")

    assert enlistment.officers() == {"o2": DEPUTY, "o3": SP}
    assert roster.holding("thana:ghazipur/zamania") == [DEPUTY]
    assert roster.by_pseudonym("user-id-o1") is None


def test_who_is_suspended_serves_nowhere_and_is_still_known(
    roster: DynamoRoster, enlistment: DynamoEnlistment
) -> None:
    suspended = replace(SHO, suspended=True)
    enlistment.enlist(
        suspended, pseudonyms=["number-o1"], address=SealedAddress("sealed-o1"), position=1
    )

    assert roster.holding("thana:ghazipur/zamania") == [DEPUTY]
    assert roster.by_pseudonym("number-o1") == suspended
    assert enlistment.officers()["o1"] == suspended


def test_a_change_suspends_once_and_a_word_on_it_lifts_that_one_alone(
    roster: DynamoRoster, enlistment: DynamoEnlistment
) -> None:
    roster.seen("o1", AT)
    roster.doubt("o1", AT)
    doubted = replace(SHO, seen_at=AT, suspended=True, changed_at=AT)
    assert roster.officer("o1") == doubted
    assert roster.holding("thana:ghazipur/zamania") == [DEPUTY]
    assert enlistment.officers()["o1"] == doubted

    assert not roster.vouch("o1", AT - timedelta(hours=1))
    assert roster.vouch("o1", AT)
    roster.doubt("o1", AT)  # the same one, delivered again
    assert roster.officer("o1") == replace(doubted, suspended=False)

    roster.doubt("o1", AT + timedelta(hours=1))
    assert not roster.vouch("o1", AT)


def test_nobody_is_added_by_a_change(roster: DynamoRoster) -> None:
    roster.doubt("unknown", AT)
    assert not roster.vouch("unknown", AT)
    assert roster.officer("unknown") is None


def test_an_import_keeps_what_a_change_brought(
    roster: DynamoRoster, enlistment: DynamoEnlistment
) -> None:
    roster.doubt("o1", AT)
    doubted = enlistment.officers()["o1"]
    address = SealedAddress("sealed-o1")
    enlistment.enlist(doubted, pseudonyms=["number-o1"], address=address, position=1)
    roster.doubt("o1", AT)
    assert roster.vouch("o1", AT)


def test_the_first_phone_is_trusted_until_the_officer_is_vouched_for(
    roster: DynamoRoster, enlistment: DynamoEnlistment
) -> None:
    roster.trust("o1", "old")
    roster.trust("o1", "another")
    roster.trust("unknown", "old")
    trusted = replace(SHO, identity_key="old")
    assert roster.officer("o1") == enlistment.officers()["o1"] == trusted
    enlistment.enlist(trusted, pseudonyms=[], address=SealedAddress("sealed-o1"), position=1)
    assert roster.officer("o1") == trusted

    roster.doubt("o1", AT)
    assert roster.vouch("o1", AT)
    assert roster.officer("o1") == replace(SHO, changed_at=AT)
