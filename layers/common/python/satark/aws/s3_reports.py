"""Reports in the lake's bucket: `reports/district/jaunpur/2026-11.pdf`, and the same as .xlsx."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from satark.shelved import FORMS, Shelved

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_PREFIX: Final = "reports/"


class S3ReportShelf:
    def __init__(self, client: "S3Client", *, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def keep(self, office: str, period: str, files: Mapping[str, bytes]) -> None:
        for form, body in files.items():
            self._client.put_object(
                Bucket=self._bucket,
                Key=f"{_folder(office)}{period}.{form}",
                Body=body,
                ContentType=FORMS[form],
            )


class S3KeptReports:
    def __init__(self, client: "S3Client", *, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def of(self, office: str) -> Sequence[Shelved]:
        """By the names of their periods."""
        folder = _folder(office)
        pages = self._client.get_paginator("list_objects_v2").paginate(
            Bucket=self._bucket, Prefix=folder, Delimiter="/"
        )
        forms = defaultdict[str, set[str]](set)
        for found in (found for page in pages for found in page.get("Contents", [])):
            period, _, form = found["Key"].removeprefix(folder).rpartition(".")
            forms[period].add(form)
        return [Shelved(office, period, frozenset(each)) for period, each in sorted(forms.items())]

    def link(self, report: Shelved, form: str, lives: timedelta) -> str:
        """Signed by the function's own role: it ends with the role's session, if that is sooner."""
        place = report.office.partition(":")[2].replace("/", "-")
        named = f"satark-mitra-{report.period}-{place}.{form}"
        return self._client.generate_presigned_url(
            "get_object",
            Params={
                "Bucket": self._bucket,
                "Key": f"{_folder(report.office)}{report.period}.{form}",
                "ResponseContentDisposition": f'attachment; filename="{named}"',
            },
            ExpiresIn=int(lives.total_seconds()),
        )


def _folder(office: str) -> str:
    return f"{_PREFIX}{office.replace(':', '/', 1)}/"
