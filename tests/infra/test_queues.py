"""Four lines in order, each with its dead letters; and where the ledger's failures end."""

from typing import Any

import pytest

from tests.infra.template import Template, listed, said

READERS = {
    "TipsLine": "FlowFunction",
    "OfficersLine": "OfficerReplyFunction",
    "LabelsLine": "LabelsFunction",
    "TipsterOutbox": "TipsCourierFunction",
    "OfficerOutbox": "OfficersCourierFunction",
}
FOUR_DAYS = 4 * 24 * 3600


def test_there_are_no_other_queues(template: Template) -> None:
    lines = {f"{line}{part}" for line in READERS for part in ("Queue", "DeadLetters")}
    assert set(template.all("SQS::Queue")) == lines | {"DispatchFailures", "LakeFailures"}


@pytest.mark.parametrize("line", READERS)
def test_a_line_keeps_each_senders_order(line: str, template: Template) -> None:
    for part in ("Queue", "DeadLetters"):
        queue = template.all("SQS::Queue")[f"{line}{part}"]
        assert queue["FifoQueue"] is True
        assert queue["ContentBasedDeduplication"] is False
        assert queue["DeduplicationScope"] == "messageGroup"
        assert queue["FifoThroughputLimit"] == "perMessageGroupId"


@pytest.mark.parametrize("line", READERS)
def test_what_fails_is_set_aside_and_rings(line: str, template: Template) -> None:
    redrive = template.all("SQS::Queue")[f"{line}Queue"]["RedrivePolicy"]
    assert said(redrive["deadLetterTargetArn"]) == f"{line}DeadLetters"
    assert redrive["maxReceiveCount"] == (30 if "Outbox" in line else 10)
    assert f"{line}DeadLetters" in template.alarms_on("ApproximateNumberOfMessagesVisible")
    assert f"{line}Queue" in template.alarms_on("ApproximateAgeOfOldestMessage")


@pytest.mark.parametrize("failures", ["DispatchFailures", "LakeFailures"])
def test_what_the_ledgers_stream_could_not_tell_rings(failures: str, template: Template) -> None:
    assert failures in template.alarms_on("ApproximateNumberOfMessagesVisible")


@pytest.mark.parametrize(("line", "reader"), READERS.items())
def test_a_reader_has_time_to_retry_a_batch(line: str, reader: str, template: Template) -> None:
    timeout = template.all("Lambda::Function")[reader]["Timeout"]
    assert template.all("SQS::Queue")[f"{line}Queue"]["VisibilityTimeout"] >= 6 * timeout


@pytest.mark.parametrize(("line", "reader"), READERS.items())
def test_one_reader_takes_batches_and_reports_each_failure(
    line: str, reader: str, template: Template
) -> None:
    [mapping] = _mappings(template, f"{line}Queue")
    assert said(mapping["FunctionName"]) == reader
    assert mapping["BatchSize"] == 10
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    at_once = mapping.get("ScalingConfig", {}).get("MaximumConcurrency")
    assert at_once == (8 if "Courier" in reader else None)


FOLLOWERS = {"Dispatch": ["ReportBatchItemFailures"], "Lake": None}
"""The lake lands a batch whole or fails it whole: then Lambda halves it."""


def test_nobody_else_follows_the_ledger(template: Template) -> None:
    """Two readers are as many as a shard of the stream bears."""
    followers = {
        said(mapping["FunctionName"]) for mapping in _mappings(template, "StoresCases.StreamArn")
    }
    assert followers == {f"{room}Function" for room in FOLLOWERS}


@pytest.mark.parametrize(("room", "responses"), FOLLOWERS.items())
def test_what_is_added_to_the_ledger_is_followed(
    room: str, responses: list[str] | None, template: Template
) -> None:
    [mapping] = [
        mapping
        for mapping in _mappings(template, "StoresCases.StreamArn")
        if said(mapping["FunctionName"]) == f"{room}Function"
    ]
    assert mapping["FilterCriteria"] == {"Filters": [{"Pattern": '{"eventName": ["INSERT"]}'}]}
    assert mapping["StartingPosition"] == "TRIM_HORIZON"
    assert mapping["BisectBatchOnFunctionError"] is True
    assert mapping.get("FunctionResponseTypes") == responses
    assert said(mapping["DestinationConfig"]["OnFailure"]["Destination"]) == f"{room}Failures"


def test_nothing_waits_in_a_queue_for_more_than_four_days(template: Template) -> None:
    periods = {queue["MessageRetentionPeriod"] for queue in template.all("SQS::Queue").values()}
    assert periods == {FOUR_DAYS}


def test_every_queue_is_encrypted_under_the_content_key(template: Template) -> None:
    keys = {said(queue["KmsMasterKeyId"]) for queue in template.all("SQS::Queue").values()}
    assert keys == {"ContentKey"}


def test_every_queue_refuses_what_is_not_tls_and_admits_nobody_by_policy(
    template: Template,
) -> None:
    refusing = set()
    for policy in template.all("SQS::QueuePolicy").values():
        [statement] = policy["PolicyDocument"]["Statement"]
        assert statement["Effect"] == "Deny"
        assert statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
        refusing |= {said(queue) for queue in listed(policy["Queues"])}
    assert refusing == set(template.all("SQS::Queue"))


def _mappings(template: Template, source: str) -> list[dict[str, Any]]:
    mappings = template.all("Lambda::EventSourceMapping").values()
    return [mapping for mapping in mappings if said(mapping["EventSourceArn"]) == source]
