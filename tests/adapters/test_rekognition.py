"""Against botocore's own model of the service: a wrong parameter or answer fails here."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber

from satark.aws.rekognition import RekognitionEye
from satark.tip import Evidence

if TYPE_CHECKING:
    from mypy_boto3_rekognition import RekognitionClient
    from mypy_boto3_s3 import S3Client

PHOTO = Evidence("image", "kept", key="kept/p1", mime="image/jpeg", size=7)
ASKED = {"Image": {"Bytes": b"picture"}, "MinConfidence": 80}


@pytest.fixture
def client() -> "RekognitionClient":
    return boto3.client("rekognition")


@pytest.fixture
def rekognition(client: "RekognitionClient") -> Iterator[Stubber]:
    with Stubber(client) as stub:
        yield stub
        stub.assert_no_pending_responses()


@pytest.fixture
def eye(s3: "S3Client", files: str, client: "RekognitionClient") -> RekognitionEye:
    s3.put_object(Bucket=files, Key="kept/p1", Body=b"picture")
    return RekognitionEye(client, s3, bucket=files)


def test_what_is_shown_and_what_is_unsafe_are_named(
    rekognition: Stubber, eye: RekognitionEye
) -> None:
    labels = {"Labels": [{"Name": "Gun", "Confidence": 97.0}, {"Name": "Person"}]}
    rekognition.add_response("detect_labels", labels, ASKED)
    unsafe = {"ModerationLabels": [{"Name": "Weapon Violence", "ParentName": "Violence"}]}
    rekognition.add_response("detect_moderation_labels", unsafe, ASKED)
    assert eye.sees(PHOTO) == ("Gun", "Person", "Weapon Violence")


@pytest.mark.parametrize(
    "item",
    [
        Evidence("image", "kept", key="kept/p1", mime="image/webp", size=7),
        Evidence("image", "kept", key="kept/p1", mime="image/jpeg", size=5 * 1024 * 1024 + 1),
    ],
)
def test_what_rekognition_cannot_read_is_not_shown_to_it(
    item: Evidence, rekognition: Stubber, eye: RekognitionEye
) -> None:
    assert eye.sees(item) == ()


def test_a_picture_that_it_refuses_shows_nothing(rekognition: Stubber, eye: RekognitionEye) -> None:
    rekognition.add_client_error("detect_labels", "InvalidImageFormatException")
    assert eye.sees(PHOTO) == ()


def test_a_busy_service_is_asked_again_later(rekognition: Stubber, eye: RekognitionEye) -> None:
    rekognition.add_client_error("detect_labels", "ProvisionedThroughputExceededException")
    with pytest.raises(ClientError):
        eye.sees(PHOTO)
