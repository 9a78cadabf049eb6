from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from satark.aws.dynamo_cases import DynamoCaseStore, row_of
from satark.aws.dynamo_heads import DynamoCaseHeads
from satark.aws.dynamo_receipts import DynamoReceipts
from satark.aws.dynamo_sessions import DynamoSessionStore, FlowTables
from satark.aws.dynamo_vault import DynamoAddressVault
from satark.case import CaseEvent, OfficerActed, TipExtended
from satark.filing import Addition, Filing, SessionRecord
from satark.identity import Handle, OwnerTag
from satark.ledger import BEGINNING
from satark.ports import Conflicted
from satark.standing import Standing
from tests.adapters.tables import create
from tests.samples import AT, filing

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

EXPIRES = (datetime.now(UTC) + timedelta(days=8)).replace(microsecond=0)


def record(version: int, text: str = "{}") -> SessionRecord:
    return SessionRecord(text, version, EXPIRES)


RECEIVED = filing().standing


@pytest.fixture
def cases(dynamodb: "DynamoDBClient") -> DynamoCaseStore:
    create(dynamodb, "cases", ("case_id", "seq"))
    create(dynamodb, "heads", ("case_id",), by_due=("due_shard", "due"))
    return DynamoCaseStore(dynamodb, cases="cases", heads="heads")


@pytest.fixture
def vault(dynamodb: "DynamoDBClient") -> DynamoAddressVault:
    return DynamoAddressVault(dynamodb, table=create(dynamodb, "vault", ("handle",)))


@pytest.fixture
def sessions(
    dynamodb: "DynamoDBClient", cases: DynamoCaseStore, vault: DynamoAddressVault
) -> DynamoSessionStore:
    tables = FlowTables(
        sessions=create(dynamodb, "sessions", ("session",)),
        cases="cases",
        heads="heads",
        vault="vault",
        receipts=create(dynamodb, "receipts", ("receipt",)),
    )
    return DynamoSessionStore(dynamodb, tables=tables)


def test_a_session_comes_back_as_it_was_written(sessions: DynamoSessionStore) -> None:
    sessions.commit("k", record(1, "एक"))
    sessions.commit("k", record(2, "दो"))

    assert sessions.load("k") == record(2, "दो")
    assert sessions.load("another") is None


@pytest.mark.parametrize("version", [1, 3])
def test_of_two_writers_the_second_is_told(sessions: DynamoSessionStore, version: int) -> None:
    sessions.commit("k", record(1))

    with pytest.raises(Conflicted):
        sessions.commit("k", record(version, "late"))
    assert sessions.load("k") == record(1)


def test_a_filed_tip_moves_session_case_vault_and_receipt_together(
    dynamodb: "DynamoDBClient",
    sessions: DynamoSessionStore,
    cases: DynamoCaseStore,
    vault: DynamoAddressVault,
) -> None:
    filed = filing()

    sessions.commit("k", record(1), filed)

    assert sessions.load("k") == record(1)
    assert cases.events(filed.event.case_id) == [filed.event]
    assert vault.find(filed.handle) == (filed.address, AT)
    receipts = DynamoReceipts(dynamodb, table="receipts")
    assert receipts.case_of("r1") == filed.event.case_id
    assert receipts.case_of("r2") is None


@pytest.mark.parametrize("protected", [False, True])
def test_whether_the_files_of_a_tip_are_protected_is_known_without_its_case(
    dynamodb: "DynamoDBClient", sessions: DynamoSessionStore, *, protected: bool
) -> None:
    sessions.commit("k", record(1), replace(filing(), protected=protected))

    heads = DynamoCaseHeads(dynamodb, table="heads")
    assert heads.protected(filing().event.case_id) is protected
    assert heads.protected("another") is False


def test_an_expired_receipt_leads_nowhere(
    dynamodb: "DynamoDBClient", sessions: DynamoSessionStore
) -> None:
    expired = replace(filing(), forgotten_at=datetime.now(UTC) - timedelta(seconds=1))

    sessions.commit("k", record(1), expired)

    assert DynamoReceipts(dynamodb, table="receipts").case_of("r1") is None


def test_what_is_added_to_a_tip_moves_with_the_session(
    sessions: DynamoSessionStore, cases: DynamoCaseStore
) -> None:
    filed = filing().event
    sessions.commit("k", record(1), filing())
    added = CaseEvent(filed.case_id, 2, "e2", AT, TipExtended("और भी"))

    sessions.commit("k", record(2), Addition(added, RECEIVED, row_of(filed, BEGINNING).hash))

    assert cases.events(filed.case_id) == [filed, added]


def test_where_the_case_went_on_meanwhile_nothing_is_added(
    sessions: DynamoSessionStore, cases: DynamoCaseStore
) -> None:
    filed = filing().event
    sessions.commit("k", record(1), filing())
    accepted = CaseEvent(filed.case_id, 2, "e2", AT, OfficerActed("o1", "accepted"))
    cases.append(accepted, Standing("accepted"))

    late = CaseEvent(filed.case_id, 2, "e3", AT, TipExtended("और भी"))
    with pytest.raises(Conflicted):
        sessions.commit("k", record(2), Addition(late, RECEIVED, row_of(filed, BEGINNING).hash))

    assert sessions.load("k") == record(1)
    assert cases.events(filed.case_id) == [filed, accepted]


def test_what_does_not_follow_the_last_row_is_not_added(
    sessions: DynamoSessionStore, cases: DynamoCaseStore
) -> None:
    filed = filing().event
    sessions.commit("k", record(1), filing())
    added = CaseEvent(filed.case_id, 2, "e2", AT, TipExtended("और भी"))

    with pytest.raises(Conflicted):
        sessions.commit("k", record(2), Addition(added, RECEIVED, "0" * 64))

    assert cases.events(filed.case_id) == [filed]


@pytest.mark.parametrize(
    "taken",
    [
        filing(handle="h2", receipt="r2"),
        filing(case_id="11112222", receipt="r2"),
        filing(case_id="11112222", handle="h2"),
    ],
    ids=["case", "handle", "receipt"],
)
def test_where_one_id_is_taken_nothing_is_written(
    sessions: DynamoSessionStore, cases: DynamoCaseStore, vault: DynamoAddressVault, taken: Filing
) -> None:
    sessions.commit("k", record(1), filing())

    with pytest.raises(Conflicted):
        sessions.commit("k", record(2, "again"), taken)

    assert sessions.load("k") == record(1)
    assert cases.events("11112222") == []
    assert vault.find(Handle("h2")) is None


def test_an_expired_address_is_not_found_although_the_table_still_has_it(
    sessions: DynamoSessionStore, vault: DynamoAddressVault
) -> None:
    expired = replace(filing(), forgotten_at=datetime.now(UTC) - timedelta(seconds=1))

    sessions.commit("k", record(1), expired)

    assert vault.find(expired.handle) is None


def test_a_forgotten_address_is_gone(
    sessions: DynamoSessionStore, vault: DynamoAddressVault
) -> None:
    sessions.commit("k", record(1), filing())

    vault.forget(filing().handle)

    assert vault.find(filing().handle) is None


def test_an_address_ends_sooner_and_never_later(
    dynamodb: "DynamoDBClient", sessions: DynamoSessionStore, vault: DynamoAddressVault
) -> None:
    sessions.commit("k", record(1), filing())
    soon = datetime.now(UTC) + timedelta(days=7)

    for until in (soon, soon, soon + timedelta(days=1)):
        vault.let_go(filing().handle, until)

    [row] = dynamodb.scan(TableName="vault")["Items"]
    assert row["expires"] == {"N": str(int(soon.timestamp()))}
    assert vault.find(filing().handle) == (filing().address, AT)
    vault.let_go(filing().handle, datetime.now(UTC))
    assert vault.find(filing().handle) is None


def test_to_let_go_of_an_address_that_is_gone_brings_nothing_back(
    dynamodb: "DynamoDBClient", vault: DynamoAddressVault
) -> None:
    vault.let_go(Handle("h1"), datetime.now(UTC) + timedelta(days=7))

    assert dynamodb.scan(TableName="vault")["Items"] == []


def test_all_of_an_owner_is_forgotten_but_what_was_filed_since(
    sessions: DynamoSessionStore, vault: DynamoAddressVault
) -> None:
    later = AT + timedelta(seconds=1)
    filed = {
        "mine": ("me", AT),
        "mine too": ("me", AT - timedelta(days=20)),
        "mine, filed since": ("me", later),
        "another's": ("another", AT),
    }
    for count, (name, (owner, at)) in enumerate(filed.items()):
        tip = filing(case_id=f"1111222{count}", handle=name, receipt=name)
        tag = OwnerTag.of(owner, f"salt of {name}")
        sessions.commit(name, record(1), replace(tip, owner=tag, opened_at=at))

    for _ in range(2):
        vault.forget_all_of("me", AT)

    left = {name for name in filed if vault.find(Handle(name))}
    assert left == {"mine, filed since", "another's"}
