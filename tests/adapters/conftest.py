"""AWS as moto plays it: good for the shape of calls; the embedded cloud proves the rest."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest
from moto import mock_aws

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import CreateBucketConfigurationTypeDef
    from mypy_boto3_sqs import SQSClient


@pytest.fixture(autouse=True)
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-south-1")
    with mock_aws():
        yield


@pytest.fixture
def dynamodb() -> "DynamoDBClient":
    return boto3.client("dynamodb")


@pytest.fixture
def kms() -> "KMSClient":
    return boto3.client("kms")


@pytest.fixture
def s3() -> "S3Client":
    return boto3.client("s3")


@pytest.fixture
def files(s3: "S3Client") -> str:
    """A bucket of evidence."""
    where: CreateBucketConfigurationTypeDef = {"LocationConstraint": "ap-south-1"}
    s3.create_bucket(Bucket="evidence", CreateBucketConfiguration=where)
    return "evidence"


@pytest.fixture
def sqs() -> "SQSClient":
    return boto3.client("sqs")
