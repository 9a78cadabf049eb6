"""S3 and Secrets Manager do what we rely on: the next MiniStack must pass here first."""

import pytest
from botocore.exceptions import ClientError

from local.cloud.deploy import Deployment
from local.cloud.embedded import EmbeddedCloud


def code(error: pytest.ExceptionInfo[ClientError]) -> str:
    return error.value.response["Error"]["Code"]


def test_an_object_is_stored_encrypted_and_read_back(cloud: EmbeddedCloud, toy: Deployment) -> None:
    s3, bucket = cloud.client("s3"), toy.resources["Evidence"]
    s3.put_object(
        Bucket=bucket,
        Key="tip/photo",
        Body=b"\xff\xd8 a photo",
        ContentType="image/jpeg",
        ServerSideEncryption="aws:kms",
        SSEKMSKeyId=toy.resources["SealKey"],
    )
    stored = s3.get_object(Bucket=bucket, Key="tip/photo")
    assert stored["Body"].read() == b"\xff\xd8 a photo"
    assert stored["ContentType"] == "image/jpeg"
    assert stored["ServerSideEncryption"] == "aws:kms"


def test_a_large_object_arrives_in_parts(cloud: EmbeddedCloud, toy: Deployment) -> None:
    s3, where = cloud.client("s3"), {"Bucket": toy.resources["Evidence"], "Key": "video"}
    upload = s3.create_multipart_upload(**where)["UploadId"]
    pieces = [b"a" * 5 * 1024 * 1024, b"the end"]
    parts = [
        {
            "PartNumber": number,
            "ETag": s3.upload_part(**where, UploadId=upload, PartNumber=number, Body=piece)["ETag"],
        }
        for number, piece in enumerate(pieces, 1)
    ]
    s3.complete_multipart_upload(**where, UploadId=upload, MultipartUpload={"Parts": parts})
    assert s3.get_object(**where)["Body"].read() == b"".join(pieces)


def test_a_missing_object_is_named_so(cloud: EmbeddedCloud, toy: Deployment) -> None:
    with pytest.raises(ClientError) as error:
        cloud.client("s3").get_object(Bucket=toy.resources["Evidence"], Key="never")
    assert code(error) == "NoSuchKey"


def test_a_locked_object_is_there_for_good(cloud: EmbeddedCloud, toy: Deployment) -> None:
    """By the template's Object Lock: another version may lie over it, and it stays below."""
    s3, where = cloud.client("s3"), {"Bucket": toy.resources["Seals"], "Key": "seals/night"}
    version = s3.put_object(**where, Body=b"first")["VersionId"]
    s3.put_object(**where, Body=b"another")
    s3.delete_object(**where)
    with pytest.raises(ClientError) as error:
        s3.delete_object(**where, VersionId=version)
    assert code(error) == "AccessDenied"
    assert s3.get_object(**where, VersionId=version)["Body"].read() == b"first"


def test_a_question_for_athena_is_kept(cloud: EmbeddedCloud, toy: Deployment) -> None:
    found = cloud.client("athena").get_named_query(NamedQueryId=toy.resources["Question"])
    assert found["NamedQuery"]["QueryString"] == "SELECT 1"


def test_a_secret_is_generated_and_can_be_replaced(cloud: EmbeddedCloud, toy: Deployment) -> None:
    secrets, pepper = cloud.client("secretsmanager"), toy.resources["Pepper"]
    assert len(secrets.get_secret_value(SecretId=pepper)["SecretString"]) == 40
    secrets.put_secret_value(SecretId=pepper, SecretString="another")
    assert secrets.get_secret_value(SecretId=pepper)["SecretString"] == "another"
