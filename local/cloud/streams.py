# ruff: noqa: SLF001 - completes MiniStack from within; its version is pinned by hash
"""The event source of DynamoDB streams: in order, off the queues' thread, with partial failures.

MiniStack's own reads streams on the thread that polls the queues, ignores `batchItemFailures` and
retries without end.
"""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ministack.core import responses
from ministack.services import dynamodb, lambda_svc

type Json = dict[str, Any]

RETRY_SECONDS = 0.5


@dataclass(slots=True)
class Reader:
    """How far one event source mapping has read, and how often it failed at that place."""

    position: int
    attempts: int = 0
    limit: int | None = None  # while a failing batch is halved, to find the record that fails
    not_before: float = 0


READERS: dict[str, Reader] = {}


def install() -> None:
    lambda_svc._poll_dynamodb_streams = poll


def poll() -> bool:
    """Start a batch for every mapping that has records and none in flight."""
    started = [_start(*mapping) for mapping in lambda_svc._iter_all_esms()]
    return any(started)


def _start(account: str, region: str, mapping: Json) -> bool:
    arn, mapping_id = mapping["EventSourceArn"], mapping["UUID"]
    if ":dynamodb:" not in arn or not mapping.get("Enabled", True):
        return False
    if lambda_svc._esm_inflight.get(mapping_id):
        return False
    with _scope(account, region):
        table = _table(mapping)
        reader = _reader(mapping, table)
        if time.time() < reader.not_before or not _records(table, mapping, reader):
            return False
        lambda_svc._dispatch_esm_batch(mapping_id, _run, mapping, table, reader)
    return True


def unread() -> int:
    """Records that some mapping has not yet dealt with."""
    return sum(map(_behind, lambda_svc._iter_all_esms()))


def _behind(scoped: tuple[str, str, Json]) -> int:
    account, region, mapping = scoped
    if ":dynamodb:" not in mapping["EventSourceArn"]:
        return 0
    with _scope(account, region):
        table = _table(mapping)
        return int(dynamodb.stream_end_position(table)) - _reader(mapping, table).position


def _table(mapping: Json) -> str:
    return str(mapping["EventSourceArn"].split("/")[1])


def _reader(mapping: Json, table: str) -> Reader:
    # CloudFormation's mapping exists before the first write, so LATEST is read from there as well.
    start = lambda_svc._dynamodb_stream_positions.get(mapping["UUID"])
    first = dynamodb.stream_start_position(table) if start is None else start
    return READERS.setdefault(mapping["UUID"], Reader(int(first)))


@contextlib.contextmanager
def _scope(account: str, region: str) -> Iterator[None]:
    accounts = responses._request_account_id.set(account)
    regions = responses._request_region.set(region)
    try:
        yield
    finally:
        responses._request_account_id.reset(accounts)
        responses._request_region.reset(regions)


def _records(table: str, mapping: Json, reader: Reader) -> list[Json]:
    limit = reader.limit or mapping.get("BatchSize", 100)
    return list(dynamodb.stream_records_since(table, reader.position, limit))


def _run(mapping: Json, table: str, reader: Reader) -> None:
    records = _records(table, mapping, reader)
    matching = lambda_svc._apply_filter_criteria(records, mapping)
    result = _invoke(mapping, matching) if matching else {"body": None}
    failed = _first_failure(result, matching, mapping)
    if failed is None:
        _advance(reader, len(records))
        return
    if progress := records.index(failed):
        _advance(reader, progress)
    _retry_or_discard(mapping, reader, records[progress:], result)


def _invoke(mapping: Json, records: list[Json]) -> Json:
    function, _ = lambda_svc._get_func_record_for_qualifier(
        mapping["FunctionName"], mapping.get("Qualifier")
    )
    result: Json = lambda_svc._execute_function(function, {"Records": records})
    return result


def _first_failure(result: Json, records: list[Json], mapping: Json) -> Json | None:
    """The record from which the batch is to be repeated."""
    if result.get("error"):
        return records[0]
    if "ReportBatchItemFailures" not in mapping.get("FunctionResponseTypes", []):
        return None
    failures = (result["body"] or {}).get("batchItemFailures", [])
    numbers = {failure["itemIdentifier"] for failure in failures}
    failed = (r for r in records if r["dynamodb"]["SequenceNumber"] in numbers)
    return next(failed, records[0] if numbers else None)


def _advance(reader: Reader, records: int) -> None:
    reader.position += records
    reader.attempts = 0
    reader.limit = None


def _retry_or_discard(mapping: Json, reader: Reader, records: list[Json], result: Json) -> None:
    reader.not_before = time.time() + RETRY_SECONDS
    if mapping.get("BisectBatchOnFunctionError") and len(records) > 1:
        reader.limit = len(records) // 2
        return
    reader.attempts += 1
    retries = mapping.get("MaximumRetryAttempts", -1)
    if retries == -1 or reader.attempts <= retries:
        return
    function, _ = lambda_svc._get_func_record_for_qualifier(mapping["FunctionName"], None)
    lambda_svc._send_ddb_stream_failure_record(
        mapping, function, records, mapping["EventSourceArn"], result, "RetryAttemptsExhausted"
    )
    _advance(reader, len(records))
