"""The intake of files, loaded with the first file and not before: its libraries are heavy."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from satark.aws import clients
from satark.message import Media
from satark.settings import FlowSettings
from satark.tip import Evidence

if TYPE_CHECKING:
    from satark.media.intake import Intake


@dataclass(frozen=True, slots=True)
class LateIntake:
    settings: FlowSettings

    def keep(self, media: Media, *, forwarded: bool) -> Evidence:
        """Raises MediaUnavailable where a later attempt may succeed."""
        return _intake(self.settings).keep(media, forwarded=forwarded)


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
    return Intake(source, S3EvidenceStore(clients.s3(), bucket=settings.evidence_bucket))
