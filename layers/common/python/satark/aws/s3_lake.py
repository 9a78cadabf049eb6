"""The lake in S3: landing objects, one Parquet a day, and the nights' seals."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from satark.ports import Conflicted

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_SOMEBODY_ELSE_WROTE = {"PreconditionFailed", "ConditionalRequestConflict", "NoSuchKey"}
_DELETED_AT_ONCE = 1000


class S3Landing:
    """Objects to be written, and nothing to be read."""

    def __init__(self, client: "S3Client", *, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def put(self, key: str, body: bytes) -> None:
        self._client.put_object(Bucket=self._bucket, Key=key, Body=body)


class S3Lake(S3Landing):
    def keys(self, prefix: str) -> Sequence[str]:
        pages = self._client.get_paginator("list_objects_v2").paginate(
            Bucket=self._bucket, Prefix=prefix
        )
        return [found["Key"] for page in pages for found in page.get("Contents", [])]

    def fetch(self, key: str, destination: Path) -> str | None:
        """The object's version, as `replace` takes it; None where there is no such object."""
        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=key)
        except self._client.exceptions.NoSuchKey:
            return None
        with destination.open("wb") as file:
            for part in answer["Body"].iter_chunks():
                file.write(part)
        return answer["ETag"]

    def replace(self, key: str, source: Path, version: str | None) -> None:
        """Raises Conflicted unless the object is of this version, or there is none for None."""
        put = {"IfMatch": version} if version else {"IfNoneMatch": "*"}
        try:
            with source.open("rb") as file:
                self._client.put_object(Bucket=self._bucket, Key=key, Body=file, **put)  # type: ignore[arg-type]  # one of the two
        except ClientError as error:
            if error.response["Error"]["Code"] in _SOMEBODY_ELSE_WROTE:
                raise Conflicted from error
            raise

    def remove(self, keys: Sequence[str]) -> None:
        for start in range(0, len(keys), _DELETED_AT_ONCE):
            some = keys[start : start + _DELETED_AT_ONCE]
            answer = self._client.delete_objects(
                Bucket=self._bucket, Delete={"Objects": [{"Key": key} for key in some]}
            )
            if failed := answer.get("Errors"):
                raise OSError(f"{len(failed)} of {len(some)} objects were not deleted")
