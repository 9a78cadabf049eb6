"""Each function works under its own role, and a role that lacks a statement stops the road."""

from itertools import product

import pytest

from tests.journey.browser import browser
from tests.journey.phone_files import locked_document, photo
from tests.journey.roles import Grant, Roles
from tests.journey.town import Town
from tests.telling import Story

OUTBOXES = {"TipsterOutboxQueue", "OfficerOutboxQueue"}
QUEUES = {"TipsLineQueue", "OfficersLineQueue", "LabelsLineQueue", *OUTBOXES}
BY_LAMBDA_ITSELF = {
    *(("dynamodb:" + verb, "StoresCases/stream") for verb in (
        "DescribeStream", "GetRecords", "GetShardIterator", "ListStreams",
    )),
    *product(("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"), QUEUES),
    *product(("kms:Decrypt", "kms:GenerateDataKey"), ("ContentKey", "LakeStoresContentKey")),
    ("kms:GenerateDataKey", "ProtectedKey"),
    *product(("sqs:SendMessage",), ("DispatchFailures", "LakeFailures")),
}  # fmt: skip
"""Actions on resources. Encryption at rest is by AWS's services on their behalf."""

NOT_ON_THIS_ROAD = {
    # Receipts, questions, assignments, a case's end, a block and a STOP have roads of their own.
    Grant("Flow", "dynamodb:GetItem", "StoresHeads"),
    Grant("Flow", "dynamodb:GetItem", "StoresReceipts"),
    Grant("Flow", "dynamodb:GetItem", "StoresTipDeliveries"),
    Grant("Flow", "dynamodb:DeleteItem", "StoresSessions"),
    Grant("OfficerReply", "dynamodb:Query", "StoresOfficers/index/by-office"),
    Grant("Flow", "s3:PutObject", "EvidenceBucket/protected"),
    Grant("OfficerReply", "s3:PutObject", "EvidenceBucket/protected"),
    Grant("Opening", "dynamodb:GetItem", "StoresOfficers"),
    Grant("Opening", "dynamodb:PutItem", "StoresCases"),
    Grant("Opening", "dynamodb:PutItem", "StoresHeads"),
    Grant("Opening", "kms:Decrypt", "ProtectedKey"),
    Grant("Opening", "s3:GetObject", "EvidenceBucket/protected"),
    Grant("TipsCourier", "dynamodb:DeleteItem", "StoresBlocks"),
    Grant("TipsCourier", "dynamodb:PutItem", "StoresBlocks"),
    Grant("Labels", "sqs:ChangeMessageVisibility", "LabelsLineQueue"),
    Grant("Compaction", "s3:DeleteObject", "LakeStoresBucket/events"),
    Grant("TipsCourier", "dynamodb:DeleteItem", "StoresVault"),
    Grant("TipsCourier", "dynamodb:Scan", "StoresVault"),
    Grant("TipsCourier", "dynamodb:UpdateItem", "StoresVault"),
    # Nothing was sealed in the month before; nothing is re-encrypted in the embedded cloud.
    Grant("TipsCourier", "kms:Decrypt", "TipsAddressKey202611"),
    Grant("TipsCourier", "kms:ReEncryptFrom", "TipsAddressKey202611"),
    Grant("TipsCourier", "kms:ReEncryptTo", "TipsAddressKey202612"),
    # Its cases, files and deeds have roads of their own; no query of the dashboard takes too long.
    Grant("Dashboard", "athena:StopQueryExecution", "CatalogueWorkgroup"),
    Grant("Dashboard", "dynamodb:Query", "StoresCases"),
    Grant("Dashboard", "dynamodb:PutItem", "StoresCases"),
    Grant("Dashboard", "dynamodb:PutItem", "StoresHeads"),
    Grant("Dashboard", "dynamodb:Query", "StoresOfficers/index/by-office"),
    Grant("Dashboard", "s3:GetObject", "EvidenceBucket/kept"),
    Grant("Dashboard", "lambda:InvokeFunction", "ReportsFunction"),
    Grant("Dashboard", "lambda:InvokeFunction", "RosterFunction"),
    # No query takes too long, no mail fails, and MiniStack does not tell whose mail it lets pass.
    Grant("Reports", "athena:StopQueryExecution", "CatalogueWorkgroup"),
    Grant("Reports", "dynamodb:DeleteItem", "StoresMailings"),
    Grant("Reports", "ses:SendEmail", ""),
    Grant("Reports", "ses:SendRawEmail", ""),
}

VAULT = Grant("Flow", "dynamodb:PutItem", "StoresVault")
OPENING = Grant("TipsCourier", "kms:Decrypt", "TipsAddressKey202612")
ALERTING = Grant("Dispatch", "sqs:SendMessage", "OfficerOutboxQueue")


@pytest.fixture
def roles(town: Town) -> Roles:
    return Roles(town.road.system.deployment)


def test_every_function_works_under_its_own_role_and_no_role_is_wider_than_the_road(
    town: Town, roles: Roles, expected_errors: set[str]
) -> None:
    _walk_through_every_trouble(town)
    expected_errors.add("message_failed")
    functions = roles.of_functions()
    assert {function: role for function, role in functions.items() if function != role} == {}
    assert {grant.room for grant in roles.used()} == set(functions)
    assert roles.used() <= roles.given()
    idle = {grant for grant in roles.given() - roles.used() if not _used_by_lambda(grant)}
    assert idle <= NOT_ON_THIS_ROAD


def test_without_leave_to_put_an_address_in_the_vault_no_tip_is_filed(
    town: Town, roles: Roles, expected_errors: set[str]
) -> None:
    citizen = town.citizen()
    citizen.tells(Story(), until="review")
    filed = len(town.cases())
    with roles.without(VAULT):
        citizen.person.taps("review=send")
        roles.waits_for_denial(VAULT)
        assert len(town.cases()) == filed
    citizen.person.waits_for(1)
    assert len(town.cases()) == filed + 1
    expected_errors.add("message_failed")


def test_without_leave_to_send_to_officers_nobody_is_alerted(
    town: Town, roles: Roles, expected_errors: set[str]
) -> None:
    with roles.without(ALERTING):
        town.citizen().tells(Story())
        roles.waits_for_denial(ALERTING)
        assert not town.told
    town.thana("ghazipur/zamania").is_alerted()
    expected_errors.add("event_failed")


def test_without_leave_to_open_an_address_nobody_is_answered(
    town: Town, roles: Roles, expected_errors: set[str]
) -> None:
    citizen = town.citizen()
    with roles.without(OPENING):
        citizen.person.says("Hi")
        roles.waits_for_denial(OPENING)
    town.throws_away("TipsterOutboxQueue")
    assert not citizen.person.received
    expected_errors.add("message_failed")


def _used_by_lambda(grant: Grant) -> bool:
    return (
        grant[1:] in BY_LAMBDA_ITSELF or grant.action.startswith("logs:") or _used_by_athena(grant)
    )


def _used_by_athena(grant: Grant) -> bool:
    """It looks into the catalogue and reads the lake in the role of whoever asks."""
    return grant.room in {"Reports", "Dashboard"} and grant.action.startswith(("glue:", "s3:"))


def _walk_through_every_trouble(town: Town) -> None:
    """The whole road, and then all at once what goes wrong on it and is mended."""
    citizen, thana = town.citizen(), town.thana("ghazipur/kotwali")
    shows = (lambda person: person.sends_photo(photo()),)
    citizen.tells(Story(thana="ghazipur/kotwali", evidence=shows))
    for officer in (thana, town.sp("ghazipur")):
        officer.opens_alert()
    thana.accepts()
    citizen.hears("update.accepted")

    faults = town.road.whatsapp.faults
    faults.fail_media_lookups(times=2)
    faults.fail_sends(http=500, line="tips")
    faults.fail_sends(http=500, line="officers")
    for person, quoted in ((citizen.person, None), (thana.person, thana.tip)):
        person.sends("text", {"body": "देखिए"}, quoting=quoted)
        person.sends_photo(photo())
        person.sends_document(locked_document())
    town.settles()
    town.brings_again("OfficerOutboxQueue")
    town.settles()
    town.nothing_is_due()
    town.citizen().tells(Story(evidence=[lambda person: person.sends_photo(photo())]))
    town.passes(hours=town.police_range.deadlines["normal"].accept)
    town.looks_who_is_late()
    town.hands_out(thana.number)
    town.road.system.cloud.fire(town.resource("CompactionClockSchedule"))
    town.mails_report("2026-11", "range:varanasi")
    _changes_the_roster(town)
    with browser(town) as desk:
        assert desk.signs_in("range:varanasi")[0] == 200


def _changes_the_roster(town: Town) -> None:
    """Somebody comes, and goes."""
    came = {"name": "A", "rank": "SI", "office": "thana:chandauli/chakia", "language": "hi"}
    assert town.asks_roster(do="add", number="+91 9000000977", **came)["taken"] == 1
    [new] = [one for one in town.asks_roster(do="list")["officers"] if one["name"] == "A"]
    assert town.asks_roster(do="suspend", officer=new["id"], suspended=True) == {"done": True}
