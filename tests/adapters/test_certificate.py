"""`make certificate` against a table and a bucket as a stack has them."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from operations.certificate import __main__ as certificate
from operations.certificate.__main__ import certify
from satark.aws.dynamo_cases import DynamoCaseStore
from satark.case import TipFiled
from satark.standing import Standing
from satark.tip import Evidence
from tests.adapters.tables import create
from tests.samples import TIP, filing

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_s3 import S3Client

PHOTO = b"\xff\xd8 a cleaned photo"
FILED = filing().event
FILE = Evidence(
    "image", "kept", key="kept/k1", mime="image/jpeg", sha256_stored=sha256(PHOTO).hexdigest()
)
KEY: Any = {"case_id": {"S": FILED.case_id}, "seq": {"N": "1"}}


@pytest.fixture
def stack(dynamodb: "DynamoDBClient", s3: "S3Client", monkeypatch: pytest.MonkeyPatch) -> None:
    """A tip with a photo that lies in the bucket, and one that does not."""
    create(dynamodb, "cases", ("case_id", "seq"))
    create(dynamodb, "heads", ("case_id",), by_due=("due_shard", "due"))
    where: Any = {"LocationConstraint": "ap-south-1"}
    s3.create_bucket(Bucket="evidence", CreateBucketConfiguration=where)
    s3.put_object(Bucket="evidence", Key=FILE.key, Body=PHOTO)
    told = {"CasesTable": "cases", "EvidenceBucket": "evidence"}
    monkeypatch.setattr(certificate, "outputs", {"pilot": told}.__getitem__)
    assert isinstance(FILED.what, TipFiled)
    tip = replace(TIP, evidence=(FILE, replace(FILE, key="kept/gone")))
    event = replace(FILED, what=replace(FILED.what, tip=tip))
    DynamoCaseStore(dynamodb, cases="cases", heads="heads").append(event, Standing("received"))


@pytest.mark.usefixtures("stack")
def test_what_lies_in_the_bucket_is_hashed_again(s3: "S3Client") -> None:
    found, cloud = certify("pilot", FILED.case_id)
    assert [one.again for one in found.files] == ["agrees", "unread"]
    assert (cloud.account, cloud.region) == ("123456789012", "ap-south-1")
    s3.put_object(Bucket="evidence", Key=FILE.key, Body=b"another")
    found, _ = certify("pilot", FILED.case_id)
    assert found.files[0].again == "differs"


@pytest.mark.usefixtures("stack")
def test_a_case_that_was_touched_or_is_not_there_has_no_certificate(
    dynamodb: "DynamoDBClient", tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ["--stage", "pilot", "--folder", str(tmp_path)]
    assert certificate.main(["1111-1111", *said]) == 1
    assert "There is no tip 1111-1111." in capsys.readouterr().err
    dynamodb.update_item(
        TableName="cases",
        Key=KEY,
        UpdateExpression="SET follows = :f",
        ExpressionAttributeValues={":f": {"S": "ab"}},
    )
    assert certificate.main(["4829-1376", *said]) == 1
    assert "row 1 does not follow row 0" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
