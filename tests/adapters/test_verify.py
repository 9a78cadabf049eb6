"""`make verify` against tables and a bucket as a stack has them, whole and damaged."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from functions.compaction.seal import sealed
from operations import verify
from satark.aws.dynamo_cases import DynamoCaseStore, row_of
from satark.aws.s3_lake import S3Landing
from satark.case import Case, Happening, OfficerActed, OfficerAsked
from satark.lake.layout import seal_key
from satark.ledger import BEGINNING, Link
from satark.standing import Standing
from tests.adapters.tables import create
from tests.samples import AT, filing

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_s3 import S3Client

CASES, HEADS, SEALS = "cases", "heads", "seals"
FIRST = filing().event
KEY: Any = {"case_id": {"S": FIRST.case_id}, "seq": {"N": "1"}}
SEAL = sealed([Link(FIRST.case_id, 1, row_of(FIRST, BEGINNING).hash)])

type Damage = Callable[["DynamoDBClient", "S3Client"], object]


@pytest.fixture
def verified(
    dynamodb: "DynamoDBClient",
    s3: "S3Client",
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[], tuple[int, str]]:
    """A case of three events beside a question and a rating, sealed after the first."""
    create(dynamodb, CASES, ("case_id", "seq"))
    create(dynamodb, HEADS, ("case_id",), by_due=("due_shard", "due"))
    where: Any = {"LocationConstraint": "ap-south-1"}
    s3.create_bucket(Bucket=SEALS, CreateBucketConfiguration=where, ObjectLockEnabledForBucket=True)
    told = {"CasesTable": CASES, "HeadsTable": HEADS, "SealsBucket": SEALS}
    monkeypatch.setattr(verify, "outputs", {"pilot": told}.__getitem__)
    store, case = DynamoCaseStore(dynamodb, cases=CASES, heads=HEADS), Case.of([FIRST])
    store.append(FIRST, Standing("received"))
    later: dict[str, Happening] = {"a": OfficerActed("o", "accepted"), "q": OfficerAsked("o", "?")}
    for name, what in later.items():
        case = Case.of([*case.events, case.next(name, AT, what)])
        store.append(case.events[-1], Standing(case.status))
    S3Landing(s3, bucket=SEALS).put(seal_key("2026-11-24", SEAL[0]), SEAL[1])

    def run() -> tuple[int, str]:
        code = verify.main(["--stage", "pilot"])
        return code, capsys.readouterr().out

    return run


def test_a_ledger_that_nobody_touched_passes(verified: Callable[[], tuple[int, str]]) -> None:
    code, said = verified()
    assert code == 0
    assert said.splitlines() == [
        "1 cases, 3 rows.",
        "1 sealed nights, from 2026-11-24 to 2026-11-24.",
        "1 rows are sealed; 2 came later.",
        "Nothing was changed, dropped or moved.",
    ]


def _edit(dynamodb: "DynamoDBClient", _s3: "S3Client") -> None:
    said: Any = {":e": {"S": "{}"}}
    dynamodb.update_item(
        TableName=CASES,
        Key=KEY,
        UpdateExpression="SET #e = :e",
        ExpressionAttributeNames={"#e": "event"},
        ExpressionAttributeValues=said,
    )


def _strip(dynamodb: "DynamoDBClient", _s3: "S3Client") -> None:
    dynamodb.update_item(TableName=CASES, Key=KEY, UpdateExpression="REMOVE follows")


def _behead(dynamodb: "DynamoDBClient", _s3: "S3Client") -> None:
    dynamodb.delete_item(TableName=HEADS, Key={"case_id": {"S": FIRST.case_id}})


def _drop(dynamodb: "DynamoDBClient", _s3: "S3Client") -> None:
    dynamodb.delete_item(TableName=CASES, Key=KEY)


def _write_over(_dynamodb: "DynamoDBClient", s3: "S3Client") -> None:
    S3Landing(s3, bucket=SEALS).put(seal_key("2026-11-24", SEAL[0]), b"")


def _delete(_dynamodb: "DynamoDBClient", s3: "S3Client") -> None:
    s3.delete_object(Bucket=SEALS, Key=seal_key("2026-11-24", SEAL[0]))


DAMAGE: dict[str, tuple[Damage, str]] = {
    "edited": (_edit, "row 1 is not what it was, by the seal of 2026-11-24"),
    "stripped of a field": (_strip, "row 1 does not follow row 0 as it stands"),
    "beheaded": (_behead, "has no head"),
    "dropped": (_drop, "row 1 is not there: row 2 stands in its place"),
    "sealed anew": (_write_over, "is not what its name says, and counts for nothing"),
    "unsealed": (_delete, "was deleted; what it says is still there, and counts"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_was_touched_is_told(
    damage: str,
    verified: Callable[[], tuple[int, str]],
    dynamodb: "DynamoDBClient",
    s3: "S3Client",
) -> None:
    touch, said = DAMAGE[damage]
    touch(dynamodb, s3)
    code, report = verified()
    assert code == 1
    assert said in report
    assert "रात" not in report
