"""Evidence in S3, under random keys, encrypted by the bucket's own key."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


class S3EvidenceStore:
    """`kept/` may be shown to officers; what lies in `quarantine/` no function can read."""

    def __init__(self, client: "S3Client", *, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def keep(self, source: Path, *, mime: str, quarantine: bool = False) -> str:
        key = f"{'quarantine' if quarantine else 'kept'}/{secrets.token_urlsafe(24)}"
        with source.open("rb") as file:
            self._client.upload_fileobj(file, self._bucket, key, ExtraArgs={"ContentType": mime})
        return key

    @contextmanager
    def opened(self, key: str) -> Iterator[Path]:
        with tempfile.NamedTemporaryFile() as file:
            self._client.download_fileobj(self._bucket, key, file)
            file.flush()
            yield Path(file.name)
