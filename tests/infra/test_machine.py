"""Where a machine looks and listens: what the stack holds then, beyond what it holds without."""

import json
from pathlib import Path
from typing import Any

import pytest

from proof.cdk import without_hashes
from proof.claims import EXACT, broken
from tests.infra.conftest import PILOT, synthesised
from tests.infra.template import Template, said
from tests.infra.test_roles import GOLDEN, lines

JOBS = (
    "arn:AWS::Partition:transcribe:ap-south-1:AWS::AccountId:transcription-job/satark-mitra-pilot.*"
)
FURTHER = {
    "Allow rekognition:DetectLabels on *",
    "Allow rekognition:DetectModerationLabels on *",
    "Allow s3:GetObject on EvidenceBucket/kept/*",
    "Allow s3:DeleteObject on EvidenceBucket/transcripts/*",
    "Allow s3:GetObject on EvidenceBucket/transcripts/*",
    "Allow s3:PutObject on EvidenceBucket/transcripts/*",
    f"Allow transcribe:DeleteTranscriptionJob on {JOBS}",
    f"Allow transcribe:StartTranscriptionJob on {JOBS}",
}


@pytest.fixture(scope="module")
def template_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return synthesised(tmp_path_factory, "machine", {**PILOT, "labels_by": "machine"})


@pytest.fixture(scope="module")
def looking(template_file: Path) -> Template:
    return Template.read(template_file)


def test_one_role_may_do_more_and_it_never_reads_what_is_protected(looking: Template) -> None:
    for role, golden in GOLDEN.items():
        now, before = (_but_of_the_key(each) for each in (lines(role, looking), golden))
        assert now - before == (FURTHER if role == "LabelsRole" else set()), role


def test_the_content_key_serves_it_through_these_services_alone(looking: Template) -> None:
    services = ("sqs", "dynamodb", "s3", "transcribe")
    through = " or ".join(f"{service}.ap-south-1.amazonaws.com" for service in services)
    conditions = {line.partition(" if ")[2] for line in lines("LabelsRole", looking)}
    assert conditions - {""} == {f"kms:ViaService is {through}"}


def test_it_hears_of_its_own_jobs_alone(looking: Template) -> None:
    [rule] = looking.all("Events::Rule").values()
    assert rule["EventPattern"]["source"] == ["aws.transcribe"]
    assert rule["EventPattern"]["detail"] == {
        "TranscriptionJobStatus": ["COMPLETED", "FAILED"],
        "TranscriptionJobName": [{"prefix": "satark-mitra-pilot."}],
    }
    [target] = rule["Targets"]
    assert said(target["Arn"]) == "LabelsFunction"


def test_a_transcript_that_nobody_deleted_is_gone_in_a_day(looking: Template) -> None:
    bucket: dict[str, Any] = looking.all("S3::Bucket")["EvidenceBucket"]
    rules = bucket["LifecycleConfiguration"]["Rules"]
    assert {"Prefix": "transcripts/", "ExpirationInDays": 1, "Status": "Enabled"} in rules


def test_every_claim_of_the_proof_holds_all_the_same(template_file: Path) -> None:
    whole = without_hashes(json.loads(template_file.read_text(encoding="utf-8")))
    assert broken(whole).keys() <= {EXACT}


def _but_of_the_key(said_lines: Any) -> set[str]:
    return {line for line in said_lines if "on ContentKey" not in line}
