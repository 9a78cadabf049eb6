"""Everything that the system stores, as it lies in the embedded cloud, for a doubter to search."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from local.cloud.deploy import Deployment
from local.phones import Store

type Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class About:
    station: str = ""
    note: str = ""


_TABLES = {
    "Cases": About("cases", "The ledger: each line is one event of a case"),
    "Heads": About("cases", "Where each case stands"),
    "Vault": About("courier", "Sealed reply addresses, each under a random handle"),
    "Sessions": About("flow", "Conversations, each under a keyed pseudonym"),
    "Receipts": About("flow", "Receipt codes, keyed"),
    "TipDeliveries": About("courier", "That something was sent to a tipster; not to whom"),
    "OfficerDeliveries": About("courier", "What officers were sent, and when it arrived"),
    "Officers": About("officer_reply", "The roster; numbers are sealed"),
}
_BUCKETS = {
    "Evidence": About("flow", "Files, cleaned, under random names"),
    "LakeStores": About("lake", "The ledger as rows to count, with nobody in them"),
    "LakeStoresSeals": About(
        "compaction", "Each night's seal of the ledger; nobody can change one"
    ),
}
_ROOMS = {"TipsCourier": "courier", "OfficersCourier": "courier"}


def police_side(deployment: Deployment) -> list[Store]:
    """Tables, evidence, waiting messages and logs: all that there are, those named above first."""
    return [
        *_tables(deployment),
        *_buckets(deployment),
        *_queues(deployment),
        *_logs(deployment),
    ]


def _tables(deployment: Deployment) -> Iterator[Store]:
    dynamodb = deployment.cloud.client("dynamodb")
    tables = _named(deployment, "AWS::DynamoDB::Table", prefix="Stores")
    for name in _in_order(tables, _TABLES):
        pages = dynamodb.get_paginator("scan").paginate(TableName=tables[name])
        rows = [_row(item) for page in pages for item in page["Items"]]
        rows.sort(key=lambda row: str(row.get("at", "")))
        yield _store(name, "table", rows, _TABLES.get(name, About()))


def _row(item: dict[str, dict[str, Any]]) -> Row:
    return {name: _plain(value) for name, value in sorted(item.items())}


def _plain(attribute: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever the attribute holds
    [(kind, value)] = attribute.items()
    match kind:
        case "N":
            return float(value) if "." in value else int(value)
        case "L":
            return [_plain(one) for one in value]
        case "M":
            return _row(value)
        case "S" if value.startswith("{"):
            return json.loads(value)
    return value


def _buckets(deployment: Deployment) -> Iterator[Store]:
    s3 = deployment.cloud.client("s3")
    buckets = _named(deployment, "AWS::S3::Bucket", suffix="Bucket")
    for name in _in_order(buckets, _BUCKETS):
        pages = s3.get_paginator("list_objects_v2").paginate(Bucket=buckets[name])
        keys = [found["Key"] for page in pages for found in page.get("Contents", [])]
        rows = [_object(s3, buckets[name], key) for key in keys]
        yield _store(name, "bucket", rows, _BUCKETS.get(name, About()))


def _object(s3: Any, bucket: str, key: str) -> Row:  # noqa: ANN401 - a boto3 client
    head = s3.head_object(Bucket=bucket, Key=key)
    row = {"key": key, "type": head["ContentType"], "bytes": head["ContentLength"]}
    return row | dict(head["Metadata"])


def _queues(deployment: Deployment) -> Iterator[Store]:
    waiting = deployment.cloud.waiting()
    for name, url in _named(deployment, "AWS::SQS::Queue", suffix="Queue").items():
        yield _store(name, "queue", waiting.get(url, []), About(note="Messages that wait now"))


def _logs(deployment: Deployment) -> Iterator[Store]:
    logs = deployment.logs()
    for name in _named(deployment, "AWS::Lambda::Function", suffix="Function"):
        [text] = [text for logical, text in logs.items() if logical.startswith(f"{name}Function")]
        station = _ROOMS.get(name, _words(name).lower().replace(" ", "_"))
        yield _store(f"{name}Log", "log", text.splitlines(), About(station))


def _named(
    deployment: Deployment, resource_type: str, *, prefix: str = "", suffix: str = ""
) -> dict[str, str]:
    """Construct -> physical id. CDK ends a logical id with eight hex digits."""
    found = deployment.of_type(resource_type)
    return {
        logical[:-8].removeprefix(prefix).removesuffix(suffix): physical
        for logical, physical in sorted(found.items())
    }


def _in_order(names: Mapping[str, str], first: Mapping[str, About]) -> list[str]:
    return [name for name in first if name in names] + [name for name in names if name not in first]


def _store(name: str, kind: str, rows: list[Any], about: About) -> Store:
    return Store(name=_words(name), kind=kind, rows=rows, station=about.station, note=about.note)


def _words(name: str) -> str:
    """`OfficerDeliveries` as `Officer deliveries`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
