"""Evidence in S3, under random names: the prefix says who may read it, and under which key."""

import secrets
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict
from urllib.parse import urlsplit

from satark.evidence import SEALED_APART, CaseShelf, Shelf
from satark.media.sniff import Kind
from satark.tip import Evidence

if TYPE_CHECKING:
    from typing import Literal, NotRequired

    from mypy_boto3_s3 import S3Client


SHOWN: Final = frozenset(kind.mime for kind in Kind)
"""What a browser may take a file for. None of these runs anything on a page."""
OTHERWISE: Final = "application/octet-stream"


class _Sealing(TypedDict):
    ServerSideEncryption: "NotRequired[Literal['aws:kms']]"
    SSEKMSKeyId: "NotRequired[str]"
    BucketKeyEnabled: "NotRequired[bool]"


class S3EvidenceStore:
    """It stores, and can read nothing back."""

    def __init__(self, client: "S3Client", *, bucket: str, protected_key: str) -> None:
        self._client = client
        self._bucket = bucket
        self._protected_key = protected_key

    def keep(self, source: Path, *, mime: str, shelf: Shelf) -> str:
        """In one request: a multipart upload would need leave to decrypt."""
        key = f"{shelf}/{secrets.token_urlsafe(24)}"
        with source.open("rb") as file:
            self._client.put_object(
                Bucket=self._bucket,
                Key=key,
                Body=file,
                ContentType=mime,
                **_sealing(shelf, self._protected_key),
            )
        return key


class S3DraftFiles:
    """What lies under `draft/`; whatever is forgotten there goes by the bucket's own rule."""

    def __init__(self, client: "S3Client", *, bucket: str, protected_key: str) -> None:
        self._client = client
        self._bucket = bucket
        self._protected_key = protected_key

    def file(self, key: str, shelf: CaseShelf) -> str:
        filed = f"{shelf}/{key.removeprefix('draft/')}"
        self._client.copy_object(
            Bucket=self._bucket,
            Key=filed,
            CopySource={"Bucket": self._bucket, "Key": key},
            **_sealing(shelf, self._protected_key),
        )
        return filed

    def drop(self, keys: Collection[str]) -> None:
        for key in keys:
            self._client.delete_object(Bucket=self._bucket, Key=key)


class S3EvidenceReader:
    def __init__(self, client: "S3Client", *, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    @contextmanager
    def opened(self, key: str) -> Iterator[Path]:
        with tempfile.NamedTemporaryFile() as file:
            self._client.download_fileobj(self._bucket, key, file)
            file.flush()
            yield Path(file.name)


class S3EvidenceLinks:
    def __init__(self, client: "S3Client", *, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def link(self, key: str, lives: timedelta) -> str:
        """Signed by the function's own role: it ends with the role's session, if that is sooner."""
        return self._client.generate_presigned_url(
            "get_object",
            Params={"Bucket": self._bucket, "Key": key},
            ExpiresIn=int(lives.total_seconds()),
        )


class S3EvidenceViews:
    def __init__(self, client: "S3Client", *, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    @property
    def origin(self) -> str:
        parts = urlsplit(self._link("kept/", "", "", timedelta(seconds=1)))
        return f"{parts.scheme}://{parts.netloc}"

    def view(self, file: Evidence, *, name: str, lives: timedelta) -> str:
        """S3 answers with the type and name that are signed here, whatever is stored beside it."""
        mime = file.mime if file.mime in SHOWN else OTHERWISE
        return self._link(file.key, mime, f'attachment; filename="{name}"', lives)

    def _link(self, key: str, mime: str, disposition: str, lives: timedelta) -> str:
        return self._client.generate_presigned_url(
            "get_object",
            Params={
                "Bucket": self._bucket,
                "Key": key,
                "ResponseContentType": mime,
                "ResponseContentDisposition": disposition,
                "ResponseCacheControl": "no-store",
            },
            ExpiresIn=int(lives.total_seconds()),
        )


def _sealing(shelf: Shelf, protected_key: str) -> _Sealing:
    """The bucket's own key does for the rest.

    Without a bucket key, so that CloudTrail tells of each file that is opened.
    """
    if shelf not in SEALED_APART:
        return {}
    return {
        "ServerSideEncryption": "aws:kms",
        "SSEKMSKeyId": protected_key,
        "BucketKeyEnabled": False,
    }
