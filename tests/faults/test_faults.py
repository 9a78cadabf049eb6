"""Whatever call fails, and whatever it says of whom: nothing of it is printed, logged or stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pytest

from local.leaks import Form, find
from satark.aws import clients
from tests.faults import events, machine
from tests.faults.marked import Marked
from tests.faults.outside import KINDS
from tests.faults.rooms import NO_OTHER, Rooms, Said

SECRET = "secretsmanager.GetSecretValue"
GET, PUT, QUERY = "dynamodb.GetItem", "dynamodb.PutItem", "dynamodb.Query"
UPDATE, DELETE, SCAN = "dynamodb.UpdateItem", "dynamodb.DeleteItem", "dynamodb.Scan"
TRANSACT = "dynamodb.TransactWriteItems"
SEND, PAUSE = "sqs.SendMessageBatch", "sqs.ChangeMessageVisibilityBatch"
TRANSCRIBE = "transcribe.StartTranscriptionJob"
FETCH = {"meta.look_up", "meta.download"}


@dataclass(frozen=True, slots=True)
class Scene:
    function: str
    prepare: events.Prepare
    calls: frozenset[str]
    environment: Mapping[str, str] = NO_OTHER


SCENES = {
    "a tipster writes": Scene(
        "Webhook",
        events.everything_posted,
        frozenset({SECRET, "kms.GenerateMac", "kms.Encrypt", SEND}),
    ),
    "an officer writes": Scene(
        "Webhook",
        events.officer_posted,
        frozenset({SECRET, "kms.GenerateMac", "kms.Encrypt", SEND}),
    ),
    "somebody greets the door": Scene("Webhook", events.handshake, frozenset({SECRET})),
    "a photo comes first": Scene(
        "Flow", events.first_photo, frozenset({SECRET, GET, PUT, SEND, "s3.PutObject", *FETCH})
    ),
    "a tip is filed": Scene(
        "Flow", events.last_answer, frozenset({SECRET, GET, PUT, SCAN, TRANSACT, SEND})
    ),
    "a tip is filed with a photo": Scene(
        "Flow",
        events.last_answer_after_a_photo,
        frozenset({SECRET, GET, PUT, SCAN, TRANSACT, SEND, "s3.CopyObject", "s3.DeleteObject"}),
    ),
    "a tipster stops": Scene("Flow", events.stop, frozenset({SECRET, GET, PUT, SEND})),
    "officers hear of a tip": Scene("Dispatch", events.filed_case, frozenset({QUERY, SEND})),
    "a tipster hears of an action": Scene(
        "Dispatch", events.case_acted_on, frozenset({QUERY, GET, SEND})
    ),
    "nobody accepts a tip": Scene("Deadlines", events.alone_late, frozenset({QUERY, TRANSACT})),
    "files are opened": Scene("Opening", events.files_to_open, frozenset({QUERY, GET, TRANSACT})),
    "a tip is counted": Scene("Lake", events.filed_case, frozenset({"s3.PutObject"})),
    "a night is compacted": Scene(
        "Compaction",
        events.a_night,
        frozenset({"s3.ListObjectsV2", "s3.GetObject", "s3.PutObject", "s3.DeleteObjects"}),
    ),
    "a report is sent": Scene(
        "Reports",
        events.a_quiet_month,
        frozenset(
            {PUT, UPDATE, "athena.StartQueryExecution", "athena.GetQueryExecution"}
            | {"athena.GetQueryResults", "s3.PutObject", "sesv2.SendEmail"}
        ),
    ),
    "an officer is enlisted": Scene(
        "Roster",
        events.an_officer_to_enlist,
        frozenset({SCAN, PUT, "kms.GenerateMac", "kms.Encrypt"}),
    ),
    "an officer is suspended": Scene(
        "Roster", events.an_officer_to_suspend, frozenset({SCAN, UPDATE})
    ),
    "an officer signs in": Scene(
        "Dashboard", events.officer_signs_in, frozenset({"pool.exchange", "pool.keys"})
    ),
    "an officer looks": Scene(
        "Dashboard",
        events.officer_looks,
        frozenset(
            {GET, "pool.keys", "athena.StartQueryExecution", "athena.GetQueryExecution"}
            | {"athena.GetQueryResults"}
        ),
    ),
    "the range office adds an officer": Scene(
        "Dashboard", events.range_office_adds, frozenset({GET, "pool.keys", "lambda.Invoke"})
    ),
    "a file is labelled": Scene("Labels", events.file_to_label, frozenset({QUERY, TRANSACT})),
    "a machine looks at a photo": Scene(
        "Labels",
        machine.photo,
        frozenset(
            {QUERY, TRANSACT, "s3.GetObject"}
            | {"rekognition.DetectLabels", "rekognition.DetectModerationLabels"}
        ),
        machine.ON,
    ),
    "a machine is given a recording": Scene(
        "Labels", machine.recording, frozenset({QUERY, TRANSCRIBE}), machine.ON
    ),
    "a machine has listened": Scene(
        "Labels",
        machine.heard,
        frozenset(
            {QUERY, TRANSACT, "s3.GetObject", "s3.DeleteObject"}
            | {"transcribe.DeleteTranscriptionJob"}
        ),
        machine.ON,
    ),
    "an officer reports": Scene(
        "OfficerReply",
        events.officers_photo,
        frozenset({SECRET, GET, PUT, QUERY, UPDATE, TRANSACT, SEND, "s3.PutObject", *FETCH}),
    ),
    "notices go out": Scene(
        "OfficersCourier",
        events.notices,
        frozenset(
            {SECRET, GET, PUT, TRANSACT, "kms.Decrypt", "s3.GetObject", "s3.HeadObject"}
            | {"meta.upload", "meta.send"}
        ),
    ),
    "replies go out": Scene(
        "TipsCourier",
        events.replies,
        frozenset(
            {SECRET, GET, PUT, UPDATE, TRANSACT, DELETE, SCAN, "meta.send"}
            | {"kms.Decrypt", "kms.ReEncrypt"}
        ),
    ),
}
each_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)


def test_every_function_of_the_template_is_failed(rooms: Rooms) -> None:
    assert {scene.function for scene in SCENES.values()} == set(rooms.house.functions)


@each_scene
def test_no_failing_call_lets_anything_out(
    scene: Scene, rooms: Rooms, people: Iterator[Marked]
) -> None:
    rooms = replace(rooms, other=scene.environment)
    calls = recorded(scene, rooms, next(people))
    assert set(calls) == scene.calls

    failed = injected = 0
    for fails_at, call in enumerate(calls):
        for kind in KINDS:
            person = next(people)
            event = scene.prepare(rooms, person)
            said = rooms.run(
                scene.function,
                event,
                fails_at=fails_at,
                kind=kind,
                words=person.words,
            )
            assert rooms.outside.calls[: fails_at + 1] == calls[: fails_at + 1]
            injected += 1
            failed += said.failed
            assert_silent(said, person, f"{call} {kind}")
    assert injected == len(calls) * len(KINDS)
    assert failed  # else nothing was failed at all


def recorded(scene: Scene, rooms: Rooms, person: Marked) -> list[str]:
    """The calls of a run in which all goes well."""
    event = scene.prepare(rooms, person)
    said = rooms.run(scene.function, event)
    assert not said.failed, said.printed.decode()
    assert_silent(said, person, "a good run")
    return list(rooms.outside.calls)


def assert_silent(said: Said, person: Marked, what: str) -> None:
    assert found(person.whole(), said.printed) == {}, f"printed at {what}"
    for sent in said.sent:
        assert found(person.identity(), sent) == {}, f"sent at {what}"


def test_nothing_of_anybody_was_stored(rooms: Rooms) -> None:
    """After all those runs, in no table, queue or bucket: by whoever of them it may be."""
    marks = {
        what: forms
        for person in (next(Marked.people()),)
        for what, forms in person.identity().items()
    } | {"a number": (Form("of any of them", b"919000000"),)}
    leaks = [(where, found(marks, data)) for where, data in stored(rooms) if found(marks, data)]
    assert len(list(stored(rooms))) > len(SCENES)
    assert leaks == []


def found(marks: Mapping[str, tuple[Form, ...]], data: bytes) -> dict[str, list[str]]:
    return {what: names for what, forms in marks.items() if (names := find(forms, data))}


def stored(rooms: Rooms) -> Iterator[tuple[str, bytes]]:
    for name in rooms.house.of_type("AWS::DynamoDB::Table").values():
        pages = clients.dynamodb().get_paginator("scan").paginate(TableName=name)
        yield from ((name, str(item).encode()) for page in pages for item in page["Items"])
    for name, url in rooms.house.of_type("AWS::SQS::Queue").items():
        yield from ((name, str(one).encode()) for one in events.drained(url))
    for bucket in rooms.house.of_type("AWS::S3::Bucket").values():
        for item in clients.s3().list_objects_v2(Bucket=bucket).get("Contents", []):
            body = clients.s3().get_object(Bucket=bucket, Key=item["Key"])["Body"].read()
            yield bucket, item["Key"].encode() + body
