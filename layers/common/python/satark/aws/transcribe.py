"""What Amazon Transcribe hears in a recording. What was said is read once, and deleted.

https://docs.aws.amazon.com/transcribe/latest/APIReference/API_StartTranscriptionJob.html
"""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from satark.tip import Evidence

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_transcribe import TranscribeServiceClient
    from mypy_boto3_transcribe.literals import MediaFormatType

_FORMATS: "Final[dict[str, MediaFormatType]]" = {
    "audio/amr": "amr",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
}


@dataclass(frozen=True, slots=True)
class Recordings:
    """Where they lie, under which key transcripts are written, and how jobs are called."""

    bucket: str
    content_key: str
    jobs: str


class TranscribeEar:
    """In Hindi; its transcripts lie under `transcripts/` until they are forgotten."""

    def __init__(
        self, client: "TranscribeServiceClient", s3: "S3Client", *, recordings: Recordings
    ) -> None:
        self._client = client
        self._s3 = s3
        self._of = recordings

    def listens(self, hearing: str, item: Evidence) -> bool:
        if (form := _FORMATS.get(item.mime)) is None:
            return False
        try:
            self._client.start_transcription_job(
                TranscriptionJobName=self._job(hearing),
                LanguageCode="hi-IN",
                MediaFormat=form,
                Media={"MediaFileUri": f"s3://{self._of.bucket}/{item.key}"},
                OutputBucketName=self._of.bucket,
                OutputKey=_transcript(hearing),
                OutputEncryptionKMSKeyId=self._of.content_key,
            )
        except self._client.exceptions.ConflictException:
            return True  # It listens already.
        return True

    def heard(self, hearing: str) -> str:
        answer = self._s3.get_object(Bucket=self._of.bucket, Key=_transcript(hearing))
        told = json.loads(answer["Body"].read())
        return "\n".join(each["transcript"] for each in told["results"]["transcripts"])

    def forget(self, hearing: str) -> None:
        self._s3.delete_object(Bucket=self._of.bucket, Key=_transcript(hearing))
        try:
            self._client.delete_transcription_job(TranscriptionJobName=self._job(hearing))
        except self._client.exceptions.BadRequestException:
            return  # It is gone already.

    def hearing(self, job: str) -> str:
        """As which this job was begun."""
        return job.removeprefix(f"{self._of.jobs}.")

    def _job(self, hearing: str) -> str:
        return f"{self._of.jobs}.{hearing}"


def _transcript(hearing: str) -> str:
    return f"transcripts/{hearing}.json"
