"""All that a function sees and does: its event, each call with its answer, each line it prints."""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
import urllib3
from botocore.client import BaseClient

from tests.faults.house import Json

SQS_OWN = {"SentTimestamp", "ApproximateFirstReceiveTimestamp", "SequenceNumber", "SenderId"}
"""What SQS says of itself, by a clock that no test can set."""

_NUMBER = re.compile(r"\b\d{4}-?\d{4}\b")
_LONG = r"(?=[\w+/=-]*[A-Z0-9])[\w+/=-]{16,}|[\w+/=-]{40,}"
_NAME = re.compile(rf"{_LONG}|{_NUMBER.pattern}", re.ASCII)
"""Whatever chance or a key may have made: long words, and the numbers of cases."""
_SHELF = re.compile(r"\b(draft|kept|protected|quarantine)/")
_SHARD = re.compile(r'("due_shard": {"S": ")\d')
"""It follows from the case's number alone."""


@dataclass(frozen=True, slots=True)
class Call:
    """`told` and `answered` as JSON, without what AWS says of the request itself."""

    name: str
    told: str
    answered: str


@dataclass
class Watch:
    calls: list[Call] = field(default_factory=list)

    def install(self, patched: pytest.MonkeyPatch) -> None:
        to_aws = BaseClient._make_api_call  # type: ignore[attr-defined]  # noqa: SLF001 - where every call of every client passes
        to_meta = urllib3.PoolManager.request

        def of_aws(client: Any, operation: str, told: Any) -> Any:
            answer = to_aws(client, operation, told)
            name = f"{client.meta.service_model.service_name}.{operation}"
            said = {key: value for key, value in answer.items() if key != "ResponseMetadata"}
            self.calls.append(Call(name, dumped(told), dumped(said)))
            return answer

        def of_meta(pool: Any, method: str, url: str, **how: Any) -> Any:
            answer = to_meta(pool, method, url, **how)
            self.calls.append(Call(f"meta.{method}", dumped([url, how.get("json")]), ""))
            return answer

        patched.setattr(BaseClient, "_make_api_call", of_aws)
        patched.setattr(urllib3.PoolManager, "request", of_meta)

    def taken(self) -> list[Call]:
        taken, self.calls = self.calls, []
        return taken


def dumped(told: Any) -> str:
    return json.dumps(told, default=_plain, ensure_ascii=False, sort_keys=True)


def without_sqs(event: Json) -> Json:
    records = event.get("Records", [])
    return {"Records": [{**record, **_own(record)} for record in records]}


def renamed(lines: Iterable[str]) -> Iterator[str]:
    """Each name by its first appearance, and with its length: which are the same can be seen."""
    names: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        word = found[0] if _NUMBER.fullmatch(found[0]) is None else found[0].replace("-", "")
        return names.setdefault(word, f"<{len(names)}: {len(word)}>")

    return (_NAME.sub(name, _apart(line)) for line in lines)


def joined(rows: Iterable[str]) -> list[str]:
    """Rows without an order: each name by how many of them have it."""
    rows = [_apart(row) for row in rows]
    named = [set(_NAME.findall(row)) for row in rows]
    counts = {name: sum(name in names for names in named) for name in set[str]().union(*named)}
    return sorted(_NAME.sub(lambda m: f"<{len(m[0])} in {counts[m[0]]}>", row) for row in rows)


def _apart(line: str) -> str:
    """With the random part of names standing alone."""
    return _SHARD.sub(r"\1", _SHELF.sub(r"\1/ ", line))


def _own(record: Json) -> Json:
    attributes = record.get("attributes")
    if attributes is None:
        return {}
    return {"attributes": {key: attributes[key] for key in attributes.keys() - SQS_OWN}}


def _plain(told: Any) -> str:
    if isinstance(told, bytes):
        return base64.b64encode(told).decode()
    return "a time" if isinstance(told, datetime) else type(told).__name__
