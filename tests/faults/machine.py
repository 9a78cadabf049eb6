"""Labels where a stage has the machine turned on: what Rekognition and Transcribe are asked.

moto plays neither as they are; they answer what a test gives them, where every client passes.
"""

import json
from typing import Any, Final

from satark.aws import clients
from satark.labels import ToLabel, hearing_id
from satark.tip import Evidence
from tests.faults.events import Event, asked_of_labels, with_file
from tests.faults.marked import WORDS, Marked
from tests.faults.rooms import Rooms

ON: Final = {"LABELS_BY": "machine"}
ANSWERS: Final[dict[str, Any]] = {
    "rekognition.DetectLabels": {"Labels": [{"Name": "Gun", "Confidence": 97.0}]},
    "rekognition.DetectModerationLabels": {"ModerationLabels": [{"Name": "Weapon Violence"}]},
    "transcribe.StartTranscriptionJob": {},
    "transcribe.DeleteTranscriptionJob": {},
}


def photo(rooms: Rooms, person: Marked) -> Event:
    """One that Rekognition can read, with words under it."""
    key = f"kept/{person.number[-3:]}"
    item = Evidence("image", "kept", key=key, mime="image/jpeg", size=7, caption=WORDS)
    return asked_of_labels(rooms, _sent(rooms, person, item))


def recording(rooms: Rooms, person: Marked) -> Event:
    return asked_of_labels(rooms, _sent(rooms, person, _voice(person)))


def heard(rooms: Rooms, person: Marked) -> Event:
    """The news that a job is done; what was said lies where Transcribe has put it."""
    item = _voice(person)
    hearing = hearing_id(_sent(rooms, person, item).case_id, item.key)
    said = {"results": {"transcripts": [{"transcript": WORDS}]}}
    _put(rooms, f"transcripts/{hearing}.json", json.dumps(said).encode())
    jobs = rooms.house.environment("Labels")["HEARINGS"]
    job = {"TranscriptionJobName": f"{jobs}.{hearing}", "TranscriptionJobStatus": "COMPLETED"}
    return {"source": "aws.transcribe", "detail": job}


def _voice(person: Marked) -> Evidence:
    key = f"kept/{person.number[-3:]}v"
    return Evidence("audio", "kept", key=key, mime="audio/ogg", size=7, voice=True)


def _sent(rooms: Rooms, person: Marked, item: Evidence) -> ToLabel:
    rooms.outside.answers = ANSWERS
    _put(rooms, item.key, b"content")
    return with_file(rooms, person, item)


def _put(rooms: Rooms, key: str, body: bytes) -> None:
    bucket = rooms.house.names["EvidenceBucket"]
    clients.s3().put_object(Bucket=bucket, Key=key, Body=body)
