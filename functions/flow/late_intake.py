"""The intake of files, loaded with the first file and not before: its libraries are heavy."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from satark.aws import clients
from satark.evidence import CaseShelf
from satark.message import Media
from satark.settings import FlowSettings
from satark.tip import Evidence

if TYPE_CHECKING:
    from satark.aws.s3 import S3DraftFiles
    from satark.media.intake import Intake


@dataclass(frozen=True, slots=True)
class LateIntake:
    settings: FlowSettings

    def keep(self, media: Media, *, forwarded: bool) -> Evidence:
        """As the file of a draft. Raises MediaUnavailable where a later attempt may succeed."""
        return _intake(self.settings).keep(media, shelf="draft", forwarded=forwarded)

    def file(self, key: str, shelf: CaseShelf) -> str:
        return _drafts(self.settings).file(key, shelf)

    def drop(self, keys: Collection[str]) -> None:
        if keys:
            _drafts(self.settings).drop(keys)


@cache
def _intake(settings: FlowSettings) -> "Intake":
    import urllib3  # noqa: PLC0415 - see above

    from satark.aws.s3 import S3EvidenceStore  # noqa: PLC0415 - see above
    from satark.media.intake import Intake  # noqa: PLC0415 - see above
    from satark.whatsapp.media import GraphMedia  # noqa: PLC0415 - see above

    source = GraphMedia(
        urllib3.PoolManager(),
        api_url=settings.graph_api_url,
        version=settings.graph_api_version,
        phone_number_id=settings.phone_number_id,
        token=clients.secret(settings.token_secret),
    )
    store = S3EvidenceStore(
        clients.s3(), bucket=settings.evidence_bucket, protected_key=settings.protected_key
    )
    return Intake(source, store)


@cache
def _drafts(settings: FlowSettings) -> "S3DraftFiles":
    from satark.aws.s3 import S3DraftFiles  # noqa: PLC0415 - see above

    return S3DraftFiles(
        clients.s3(), bucket=settings.evidence_bucket, protected_key=settings.protected_key
    )
