"""Against botocore's own model of the service; what was said lies in a bucket until forgotten."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.stub import Stubber

from satark.aws.transcribe import Recordings, TranscribeEar
from satark.tip import Evidence

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_transcribe import TranscribeServiceClient

VOICE = Evidence("audio", "kept", key="kept/v1", mime="audio/ogg", size=9, voice=True)
HEARING = "48291376-abc"
JOB = {"TranscriptionJobName": f"satark.{HEARING}"}
ASKED = {
    **JOB,
    "LanguageCode": "hi-IN",
    "MediaFormat": "ogg",
    "Media": {"MediaFileUri": "s3://evidence/kept/v1"},
    "OutputBucketName": "evidence",
    "OutputKey": f"transcripts/{HEARING}.json",
    "OutputEncryptionKMSKeyId": "key",
}


@pytest.fixture
def client() -> "TranscribeServiceClient":
    return boto3.client("transcribe")


@pytest.fixture
def transcribe(client: "TranscribeServiceClient") -> Iterator[Stubber]:
    with Stubber(client) as stub:
        yield stub
        stub.assert_no_pending_responses()


@pytest.fixture
def ear(s3: "S3Client", files: str, client: "TranscribeServiceClient") -> TranscribeEar:
    return TranscribeEar(client, s3, recordings=Recordings(files, "key", "satark"))


def test_it_listens_in_hindi_and_keeps_what_is_said_under_our_key(
    transcribe: Stubber, ear: TranscribeEar
) -> None:
    transcribe.add_response("start_transcription_job", {}, ASKED)
    assert ear.listens(HEARING, VOICE)


def test_it_listens_once(transcribe: Stubber, ear: TranscribeEar) -> None:
    transcribe.add_client_error("start_transcription_job", "ConflictException")
    assert ear.listens(HEARING, VOICE)


def test_what_it_cannot_hear_it_does_not_listen_to(transcribe: Stubber, ear: TranscribeEar) -> None:
    assert not ear.listens(HEARING, replace(VOICE, mime="audio/aac"))


def test_what_was_said_is_read_and_then_gone(
    transcribe: Stubber, ear: TranscribeEar, s3: "S3Client"
) -> None:
    told = {"results": {"transcripts": [{"transcript": "यहाँ गोली"}, {"transcript": "चली"}]}}
    key = f"transcripts/{HEARING}.json"
    s3.put_object(Bucket="evidence", Key=key, Body=json.dumps(told).encode())
    assert ear.heard(HEARING) == "यहाँ गोली\nचली"

    transcribe.add_response("delete_transcription_job", {}, JOB)
    ear.forget(HEARING)
    assert "Contents" not in s3.list_objects_v2(Bucket="evidence")
    transcribe.add_client_error("delete_transcription_job", "BadRequestException")
    ear.forget(HEARING)


def test_a_job_leads_back_to_what_it_was_begun_as(ear: TranscribeEar) -> None:
    assert ear.hearing(JOB["TranscriptionJobName"]) == HEARING
