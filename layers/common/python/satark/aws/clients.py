"""boto3 clients, made once a process and only when needed: each costs cold-start time."""

from functools import cache
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from mypy_boto3_athena import AthenaClient
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_lambda import LambdaClient
    from mypy_boto3_rekognition import RekognitionClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sesv2 import SESV2Client
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_transcribe import TranscribeServiceClient

_CONFIG = Config(connect_timeout=2, read_timeout=10, retries={"mode": "standard"})


@cache
def athena() -> "AthenaClient":
    return boto3.client("athena", config=_CONFIG)


@cache
def dynamodb() -> "DynamoDBClient":
    return boto3.client("dynamodb", config=_CONFIG)


@cache
def kms() -> "KMSClient":
    return boto3.client("kms", config=_CONFIG)


@cache
def functions() -> "LambdaClient":
    """A call that was made and not answered may have been heard: it is not made again."""
    once = Config(read_timeout=30, retries={"total_max_attempts": 1})
    return boto3.client("lambda", config=_CONFIG.merge(once))


@cache
def s3() -> "S3Client":
    """S3 opens an object under a key of ours for a link only where it is signed in this version.

    With the bucket in its host a link names the region's own: S3 sends any other on to there, where
    the signature is not valid, and a page's policy does not follow.
    https://boto3.amazonaws.com/v1/documentation/api/latest/guide/configuration.html
    """
    links = Config(signature_version="s3v4", s3={"addressing_style": "virtual"})
    return boto3.client("s3", config=_CONFIG.merge(links))


@cache
def secretsmanager() -> "SecretsManagerClient":
    return boto3.client("secretsmanager", config=_CONFIG)


@cache
def sesv2() -> "SESV2Client":
    """Asked once: SES would send a message again whose answer was only late."""
    once = Config(read_timeout=60, retries={"mode": "standard", "total_max_attempts": 1})
    return boto3.client("sesv2", config=_CONFIG.merge(once))


@cache
def sqs() -> "SQSClient":
    return boto3.client("sqs", config=_CONFIG)


@cache
def rekognition() -> "RekognitionClient":
    return boto3.client("rekognition", config=_CONFIG)


@cache
def transcribe() -> "TranscribeServiceClient":
    return boto3.client("transcribe", config=_CONFIG)


@cache
def secret(secret_id: str) -> str:
    """A secret's text, read once a process: a rotated one is picked up by the next cold start."""
    return secretsmanager().get_secret_value(SecretId=secret_id)["SecretString"]
