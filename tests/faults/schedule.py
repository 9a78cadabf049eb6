"""A schedule of tips, played by the real functions one after the other, on a clock of its own."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import get_ident
from typing import Any

import pytest

from satark import wire
from satark.aws import clients
from satark.message import Ask, OutboundMessage
from tests.faults.events import OFFICERS, TIPS, drained, enlist
from tests.faults.house import Json
from tests.faults.marked import Marked, posted
from tests.faults.rooms import Rooms
from tests.faults.watching import Call, Watch, dumped, joined, renamed, without_sqs

NOON = datetime(2026, 11, 24, 6, 30, tzinfo=UTC).timestamp()
POLICE = {"Dispatch", "OfficerReply", "OfficersCourier"}
UNREAD = {"StoresSessions"}
"""The flow's own, by keys that nobody else can derive: all other tables are looked at."""


@dataclass
class Schedule:
    """`seen` is all that the police side saw so far, in its order; `did` what each room did."""

    rooms: Rooms
    watch: Watch
    officer: Marked
    now: float = NOON
    player: int = field(default_factory=get_ident)
    seen: list[str] = field(default_factory=list)
    did: list[tuple[str, Call]] = field(default_factory=list)
    case_ids: list[str] = field(default_factory=list)
    streamed: set[tuple[str, str]] = field(default_factory=set)

    def begin(self, patched: pytest.MonkeyPatch) -> None:
        patched.setattr(time, "time", self.tick)
        enlist(self.rooms, self.officer, datetime.fromtimestamp(self.now, UTC))
        self.watch.install(patched)

    def tick(self) -> float:
        """No two things happen at once, or their order would be chance's.

        Threads that other tests have left running may ask for the time and do not move it.
        """
        if get_ident() == self.player:
            self.now += 0.001
        return self.now

    def tells(self, person: Marked, category: str) -> None:
        """From "Hi" to the receipt, until everybody has heard of it."""
        shown = self.asks(person, person.text("Hi"))
        shown = self.asks(person, tapped(person, shown, "hi"))
        shown = self.asks(person, person.photo())
        shown = self.asks(person, tapped(person, shown, category))
        while shown.options[0].id.startswith("questions/"):
            shown = self.asks(person, tapped(person, shown, "unknown"))
        self.asks(person, tapped(person, shown, "ghazipur"))
        self.says(person, person.text("jamaniya"))
        shown = self.asks(person, person.text("पुल के पास"))
        for choice in ("regularly", "done", "no"):
            shown = self.asks(person, tapped(person, shown, choice))
        self.says(person, tapped(person, shown, "send"))
        self.goes_on()

    def accepts(self, case_id: str) -> None:
        """The officer does, and the tipster hears of it."""
        tap = self.officer.tap(f"accepted:{case_id}", "")
        self.run("Webhook", posted(self.officer, OFFICERS, tap))
        self.run("OfficerReply", self.waiting("OfficersLineQueue"))
        self.goes_on()

    def asks(self, person: Marked, said: Json) -> Ask:
        """What the tipster is asked in return."""
        replies = [wire.outbound.load(each["body"]) for each in self.says(person, said)]
        asked = replies[-1]
        assert isinstance(asked, OutboundMessage)
        assert isinstance(asked.content, Ask)
        return asked.content

    def says(self, person: Marked, said: Json) -> list[Json]:
        """The replies, as they lie in the tips courier's outbox."""
        self.now += 7
        self.run("Webhook", posted(person, TIPS, said))
        self.run("Flow", self.waiting("TipsLineQueue"))
        replies: list[Json] = self.waiting("TipsterOutboxQueue")["Records"]
        return replies

    def goes_on(self) -> None:
        """The ledger's stream to dispatch, and both couriers."""
        self.run("Dispatch", self.new_events())
        self.run("OfficersCourier", self.waiting("OfficerOutboxQueue"))
        self.run("TipsCourier", self.waiting("TipsterOutboxQueue"))

    def run(self, function: str, event: Json) -> None:
        if event.get("Records") == []:
            return  # Lambda is not woken by an empty queue
        self.watch.taken()
        said = self.rooms.run(function, event)
        assert not said.failed, said.printed.decode()
        did = self.watch.taken()
        self.did += ((function, call) for call in did)
        if function in POLICE:
            calls = (f"{call.name} {call.told} {call.answered}" for call in did)
            self.seen += [dumped(without_sqs(event)), *calls, said.printed.decode()]

    def waiting(self, queue: str) -> Json:
        return {"Records": list(drained(self.rooms.house.names[queue]))}

    def new_events(self) -> Json:
        rows = [row for row in self.rows("StoresCases") if _key(row) not in self.streamed]
        rows.sort(key=lambda row: (row["at"]["S"], int(row["seq"]["N"])))
        self.streamed |= set(map(_key, rows))
        self.case_ids += (row["case_id"]["S"] for row in rows if row["seq"]["N"] == "1")
        return {
            "Records": [
                {"dynamodb": {"SequenceNumber": row["seq"]["N"], "NewImage": row}} for row in rows
            ]
        }

    def rows(self, table: str) -> list[Any]:
        pages = clients.dynamodb().get_paginator("scan").paginate(TableName=table)
        return [item for page in pages for item in page["Items"]]

    def left(self) -> Iterator[str]:
        """What rests at the end: rows, names of files, messages that wait."""
        house = self.rooms.house
        for table in house.of_type("AWS::DynamoDB::Table").keys() - UNREAD:
            yield from (f"{table} {dumped(row)}" for row in self.rows(table))
        for bucket in house.of_type("AWS::S3::Bucket").values():
            found = clients.s3().list_objects_v2(Bucket=bucket).get("Contents", [])
            yield from (f"{bucket} {item['Key']} {item['Size']} {item['ETag']}" for item in found)
        for queue in house.of_type("AWS::SQS::Queue"):
            yield f"{queue} {dumped(without_sqs(self.waiting(queue)))}"

    def picture(self) -> list[str]:
        return [*renamed(self.seen), *joined(self.left())]


def tapped(person: Marked, shown: Ask, choice: str) -> Json:
    option = next(each for each in shown.options if re.split("[=:]", each.id)[-1] == choice)
    return person.tap(option.id, option.title)


def _key(row: Any) -> tuple[str, str]:
    return row["case_id"]["S"], row["seq"]["N"]
