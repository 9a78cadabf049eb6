"""What must be forgotten is forgotten everywhere; what must last is kept and backed up."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.infra.template import Template, said

FORGETFUL = {
    "StoresSessions",
    "StoresReceipts",
    "StoresVault",
    "StoresBlocks",
    "StoresTipDeliveries",
    "StoresOfficerDeliveries",
    "StoresDesks",
}
LASTING = {"StoresCases", "StoresHeads", "StoresMailings", "StoresOfficers"}
RANGE = tomllib.loads(Path("ranges/varanasi/range.toml").read_text())


def test_there_are_no_other_tables(template: Template) -> None:
    assert set(template.all("DynamoDB::Table")) == FORGETFUL | LASTING


@pytest.mark.parametrize("table", sorted(FORGETFUL))
def test_a_forgetful_table_expires_and_leaves_no_copy(table: str, template: Template) -> None:
    properties = template.all("DynamoDB::Table")[table]
    assert properties["TimeToLiveSpecification"] == {"AttributeName": "expires", "Enabled": True}
    for copy in (
        "StreamSpecification",
        "PointInTimeRecoverySpecification",
        "KinesisStreamSpecification",
        "ContributorInsightsSpecification",
    ):
        assert copy not in properties


@pytest.mark.parametrize("table", sorted(FORGETFUL))
def test_nobody_may_copy_a_forgetful_table(table: str, template: Template) -> None:
    policy = template.all("DynamoDB::Table")[table]["ResourcePolicy"]["PolicyDocument"]
    [statement] = policy["Statement"]
    assert statement["Effect"] == "Deny"
    assert statement["Principal"] in ("*", {"AWS": "*"})
    assert "Condition" not in statement
    assert set(statement["Action"]) == {
        "dynamodb:CreateBackup",
        "dynamodb:EnableKinesisStreamingDestination",
        "dynamodb:ExportTableToPointInTime",
        "dynamodb:RestoreTableToPointInTime",
        "dynamodb:UpdateContinuousBackups",
        "dynamodb:UpdateContributorInsights",
    }


@pytest.mark.parametrize("table", sorted(LASTING))
def test_a_lasting_table_can_be_restored(table: str, template: Template) -> None:
    properties = template.all("DynamoDB::Table")[table]
    recovery = properties["PointInTimeRecoverySpecification"]
    assert recovery == {"PointInTimeRecoveryEnabled": True}
    assert properties["DeletionProtectionEnabled"] is True
    assert "TimeToLiveSpecification" not in properties


def test_only_the_ledger_streams(template: Template) -> None:
    streams = {
        name: table["StreamSpecification"]["StreamViewType"]
        for name, table in template.all("DynamoDB::Table").items()
        if "StreamSpecification" in table
    }
    assert streams == {"StoresCases": "NEW_IMAGE"}


def test_keys_and_indexes_are_those_that_the_adapters_use(template: Template) -> None:
    keys = {
        name: [_keys(table), {index["IndexName"]: _keys(index) for index in _indexes(table)}]
        for name, table in template.all("DynamoDB::Table").items()
    }
    assert keys == {
        "StoresSessions": [["session"], {}],
        "StoresReceipts": [["receipt"], {}],
        "StoresVault": [["handle"], {}],
        "StoresBlocks": [["handle"], {}],
        "StoresCases": [["case_id", "seq"], {"by-subject": ["subject", "at"]}],
        "StoresHeads": [["case_id"], {"by-due": ["due_shard", "due"]}],
        "StoresMailings": [["mailing"], {}],
        "StoresOfficers": [
            ["officer_id"],
            {"by-office": ["office", "position"], "by-pseudonym": ["pseudonym"]},
        ],
        "StoresTipDeliveries": [["id"], {}],
        "StoresDesks": [["officer_id"], {}],
        "StoresOfficerDeliveries": [["id"], {"by-officer": ["officer_id", "at"]}],
    }


def test_every_table_is_encrypted_under_the_content_key_and_paid_by_request(
    template: Template,
) -> None:
    for table in template.all("DynamoDB::Table").values():
        assert said(table["SSESpecification"]["KMSMasterKeyId"]) == "ContentKey"
        assert table["SSESpecification"]["SSEEnabled"] is True
        assert table["BillingMode"] == "PAY_PER_REQUEST"


def test_evidence_is_private_and_goes_when_the_range_says(template: Template) -> None:
    bucket = template.all("S3::Bucket")["EvidenceBucket"]
    [encryption] = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert said(encryption["ServerSideEncryptionByDefault"]["KMSMasterKeyID"]) == "ContentKey"
    rules = bucket["LifecycleConfiguration"]["Rules"]
    days = {rule["Prefix"]: rule["ExpirationInDays"] for rule in rules if "Prefix" in rule}
    retention = RANGE["retention"]
    assert days == {
        "draft/": retention["drafts"],
        "kept/": retention["evidence"],
        "protected/": retention["evidence"],
        "quarantine/": retention["quarantine"],
    }
    assert "VersioningConfiguration" not in bucket


BUCKETS = ("EvidenceBucket", "LakeStoresBucket", "LakeStoresSealsBucket")


def test_there_are_no_other_buckets(template: Template) -> None:
    assert set(template.all("S3::Bucket")) == set(BUCKETS)


@pytest.mark.parametrize("name", BUCKETS)
def test_a_bucket_is_private_and_refuses_what_is_not_tls(name: str, template: Template) -> None:
    bucket = template.all("S3::Bucket")[name]
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    statement = _statements(template, name)[0]
    assert (statement["Effect"], statement["Action"]) == ("Deny", "s3:*")
    assert statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_a_bucket_allows_nothing_by_itself(template: Template) -> None:
    statements = {name: _statements(template, name) for name in BUCKETS}
    assert {name: len(held) for name, held in statements.items()} == {
        "EvidenceBucket": 2,
        "LakeStoresBucket": 1,
        "LakeStoresSealsBucket": 1,
    }
    assert {each["Effect"] for held in statements.values() for each in held} == {"Deny"}


def test_protected_and_uncleaned_files_are_taken_under_their_own_key_alone(
    template: Template,
) -> None:
    statement = _statements(template, "EvidenceBucket")[1]
    assert statement["Principal"] == {"AWS": "*"}
    assert statement["Action"] == "s3:PutObject"
    assert sorted(said(each) for each in statement["Resource"]) == [
        "EvidenceBucket/protected/*",
        "EvidenceBucket/quarantine/*",
    ]
    [(test, [(key, value)])] = [
        (test, list(keys.items())) for test, keys in statement["Condition"].items()
    ]
    assert (test, key) == ("StringNotEquals", "s3:x-amz-server-side-encryption-aws-kms-key-id")
    assert said(value) == "ProtectedKey"


def _statements(template: Template, bucket: str) -> list[dict[str, Any]]:
    [policy] = [
        policy
        for policy in template.all("S3::BucketPolicy").values()
        if said(policy["Bucket"]) == bucket
    ]
    held: list[dict[str, Any]] = policy["PolicyDocument"]["Statement"]
    return held


def _keys(table: dict[str, Any]) -> list[str]:
    return [key["AttributeName"] for key in table["KeySchema"]]


def _indexes(table: dict[str, Any]) -> list[dict[str, Any]]:
    indexes: list[dict[str, Any]] = table.get("GlobalSecondaryIndexes", [])
    return indexes
