"""What wakes the function: files to look at, and the news of Transcribe."""

from typing import Any

import pytest

from functions.labels import handler
from satark.log import Failed
from tests.unit.labels.test_by_machine import HEARING, VOICE, World


class Jobs:
    def hearing(self, job: str) -> str:
        return job.removeprefix("satark.")


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    made = World()
    monkeypatch.setattr(handler, "ear", Jobs)
    monkeypatch.setattr(handler, "machine", lambda: made.machine)
    monkeypatch.setattr(handler, "labelling", lambda: made.labelling)
    made.sends(VOICE)
    return made


def news(status: str) -> dict[str, Any]:
    job = {"TranscriptionJobName": f"satark.{HEARING}", "TranscriptionJobStatus": status}
    return {"source": "aws.transcribe", "detail": job}


@pytest.mark.parametrize(
    ("status", "labels"), [("COMPLETED", ("speech.shooting",)), ("FAILED", ())]
)
def test_the_news_of_a_job_puts_what_was_heard_on_the_case(
    world: World, status: str, labels: tuple[str, ...]
) -> None:
    assert handler.lambda_handler(news(status), None) is None
    assert world.found()[0].labels == labels  # type: ignore[union-attr]  # the first is a FileLabelled


def test_a_transcript_that_cannot_be_read_is_tried_again(world: World) -> None:
    world.ear.transcripts.clear()
    with pytest.raises(Failed):
        handler.lambda_handler(news("COMPLETED"), None)
    assert world.found() == []
