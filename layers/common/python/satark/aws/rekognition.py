"""What Amazon Rekognition sees in a picture: names of things, never of anybody.

https://docs.aws.amazon.com/rekognition/latest/dg/labels.html
https://docs.aws.amazon.com/rekognition/latest/dg/moderation-api.html
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from botocore.exceptions import ClientError

from satark.tip import Evidence

if TYPE_CHECKING:
    from mypy_boto3_rekognition import RekognitionClient
    from mypy_boto3_rekognition.type_defs import ImageTypeDef
    from mypy_boto3_s3 import S3Client

_LARGEST: Final = 5 * 1024 * 1024
_READABLE: Final = {"image/jpeg", "image/png"}
_SURE: Final = 80
"""Per cent. Below it, a thing is more often taken for another."""
_NEVER: Final = {
    "ImageTooLargeException",
    "InvalidImageFormatException",
    "InvalidParameterException",
}


class RekognitionEye:
    """The bytes go along, so that Rekognition needs no right to the bucket, nor learns the key."""

    def __init__(self, client: "RekognitionClient", s3: "S3Client", *, bucket: str) -> None:
        self._client = client
        self._s3 = s3
        self._bucket = bucket

    def sees(self, item: Evidence) -> tuple[str, ...]:
        if item.mime not in _READABLE or item.size > _LARGEST:
            return ()
        body = self._s3.get_object(Bucket=self._bucket, Key=item.key)["Body"].read()
        try:
            return tuple(self._names({"Bytes": body}))
        except ClientError as error:
            if error.response["Error"]["Code"] in _NEVER:
                return ()
            raise

    def _names(self, image: "ImageTypeDef") -> Iterator[str]:
        shown = self._client.detect_labels(Image=image, MinConfidence=_SURE)
        yield from (label["Name"] for label in shown["Labels"])
        held = self._client.detect_moderation_labels(Image=image, MinConfidence=_SURE)
        yield from (label["Name"] for label in held["ModerationLabels"])
