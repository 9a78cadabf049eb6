"""Everybody on the road, and what the cases say of them, on one day of the tests."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from satark import wire
from satark.aws.dynamo_enlistment import DynamoEnlistment
from satark.case import Case, CaseEvent, Happening
from satark.police_range.model import PoliceRange
from tests.journey.actors import Citizen, Officer
from tests.road import Road
from tests.telling import Story


@dataclass(slots=True)
class Town:
    road: Road
    _officers: dict[str, Officer] = field(default_factory=dict)

    @property
    def police_range(self) -> PoliceRange:
        return self.road.system.police_range

    def citizen(self, name: str = "Asha", *, username: str | None = None) -> Citizen:
        return Citizen(self.road.stranger(name, username=username), self.police_range)

    def outsider(self) -> Officer:
        """Somebody on no roster who found the officers' number."""
        person = self.road.stranger("Somebody")
        person.phone.line = "officers"
        return Officer(person, self.police_range, seen=0)

    def thana(self, thana_id: str) -> Officer:
        return self._officers[f"thana:{thana_id}"]

    def sp(self, district: str) -> Officer:
        return self._officers[f"district:{district}"]

    @property
    def dig(self) -> Officer:
        return self._officers["range:varanasi"]

    def reads(self, story: Story) -> tuple[Officer, Officer]:
        """The station and the SP office, once each has opened a new tip of this story."""
        self.citizen().tells(story)
        thana, sp = self._officers[f"thana:{story.thana}"], self.sp(story.district)
        thana.opens_alert()
        sp.opens_alert()
        self.settles()
        return thana, sp

    @property
    def told(self) -> set[str]:
        """The offices that heard anything today."""
        return {office for office, officer in self._officers.items() if officer.heard}

    def wakes(self) -> None:
        """A day later every window is closed and every draft forgotten."""
        self.passes(hours=25)
        self._officers = {
            office: Officer(person, self.police_range, seen=len(person.received))
            for office, person in self.road.officers.items()
        }

    def passes(self, *, hours: float) -> None:
        self.road.whatsapp.clock.advance(hours=hours)

    def nothing_is_due(self) -> None:
        """Whatever earlier days left undone is nobody's business today."""
        update = self.road.system.cloud.client("dynamodb").update_item
        for row in self.rows("StoresHeads"):
            if "due" in row:
                update(
                    TableName=self.resource("StoresHeads"),
                    Key={"case_id": row["case_id"]},
                    UpdateExpression="REMOVE due, due_shard",
                )

    def looks_who_is_late(self) -> None:
        """As the schedule does every five minutes."""
        self.road.system.cloud.fire(self.resource("DeadlinesClockSchedule"))
        self.settles()

    def hands_out(self, number: str) -> Any:
        """What the function answers whom two officers' consent is to open files."""
        return self._invoke("OpeningFunction", case_id=number.replace("-", ""))

    def mails_report(self, period: str, office: str) -> None:
        """As an operator orders one."""
        self._invoke("ReportsFunction", period=period, office=office)

    def asks_roster(self, **asked: Any) -> Any:
        """As the dashboard does for the range office."""
        table = DynamoEnlistment(
            self.road.system.cloud.client("dynamodb"), table=self.resource("StoresOfficers")
        )
        [dig] = [one.id for one in table.officers().values() if one.office == "range:varanasi"]
        return self._invoke("RosterFunction", by=dig, **asked)

    def opens(self, path: str, *, method: str = "GET", **event: Any) -> Any:
        """What the dashboard answers to an event of API Gateway's, at the time of this day."""
        now = self.road.whatsapp.clock.now()
        asked = {
            "http": {"method": method, "path": path},
            "requestId": str(uuid4()),
            "stage": "$default",
            "timeEpoch": int(now * 1000),
        }
        told = {"version": "2.0", "rawPath": path, "requestContext": asked}
        return self._invoke("DashboardFunction", **told, **event)

    def _invoke(self, function: str, **event: Any) -> Any:
        answer = self.road.system.cloud.client("lambda").invoke(
            FunctionName=self.resource(function), Payload=json.dumps(event)
        )
        assert "FunctionError" not in answer, answer["Payload"].read()
        return json.loads(answer["Payload"].read())

    def settles(self) -> None:
        """Raises TimeoutError with what the functions said meanwhile."""
        try:
            self.road.settle()
        except TimeoutError as error:
            for function, log in self.road.system.deployment.logs().items():
                error.add_note(f"{function}: {log[-1000:]}")
            raise

    def brings_again(self, *queues: str, since: int = 0) -> None:
        """Every message that these queues ever took, once more, as if they had forgotten it."""
        urls = {self.resource(queue) for queue in queues}
        sqs = self.road.system.cloud.client("sqs")
        for sent in self.road.system.cloud.messages()[since:]:
            if sent["QueueUrl"] in urls:
                same = {key: sent[key] for key in ("QueueUrl", "MessageBody", "MessageGroupId")}
                sqs.send_message(**same, MessageDeduplicationId=str(uuid4()))

    def throws_away(self, queue: str) -> None:
        """All that waits in it."""
        self.road.system.cloud.client("sqs").purge_queue(QueueUrl=self.resource(queue))

    def case(self, number: str) -> Case:
        return self.cases()[number.replace("-", "")]

    def happened(self, number: str) -> list[Happening]:
        return [event.what for event in self.case(number).events]

    def cases(self) -> dict[str, Case]:
        """By id; raises ValueError where a ledger has a gap."""
        events: dict[str, list[CaseEvent]] = defaultdict(list)
        for event in self._ledger():
            events[event.case_id].append(event)
        return {
            case_id: Case.of(sorted(happened, key=lambda event: event.seq))
            for case_id, happened in events.items()
        }

    def deeds(self) -> set[tuple[str, str]]:
        """All events but those by which WhatsApp says how far an alert has come.

        By case and id: one message filed twice would make two cases with one id.
        """
        happened = (event for event in self._ledger() if event.what.kind != "alert_progressed")
        return {(event.case_id, event.id) for event in happened}

    def rows(self, table: str) -> list[dict[str, Any]]:
        """All that lies in it, as DynamoDB writes it."""
        scan = self.road.system.cloud.client("dynamodb").get_paginator("scan")
        pages = scan.paginate(TableName=self.resource(table))
        return [row for page in pages for row in page["Items"]]

    def _ledger(self) -> list[CaseEvent]:
        return [wire.case_event.load(row["event"]["S"]) for row in self.rows("StoresCases")]

    def resource(self, name: str) -> str:
        return self.road.system.deployment.named(name)
