"""Takes what arrives on the officers' line: writes it to its case first, then answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Protocol

from functions.officer_reply import matching
from functions.officer_reply.deciding import Decision, decide
from functions.officer_reply.matching import About, Clues, NotTold, Unclear
from functions.officer_reply.progress import progressed
from functions.officer_reply.reading import Report, Request, read
from functions.officer_reply.recording import Cause, Decide, record_once
from functions.officer_reply.replies import Replies, to_stranger
from functions.officer_reply.told import Told
from satark.case import Case, Happening, OfficerReported, tip_number
from satark.message import DeliveryStatus, InboundMessage, Media, OutboundMessage, Text
from satark.police_range.model import PoliceRange
from satark.ports import CaseStore, Deliveries, Outbox, Roster
from satark.roster import Officer
from satark.tip import Evidence


class KeepsMedia(Protocol):
    def keep(self, media: Media, *, forwarded: bool = False) -> Evidence:
        """Raises MediaUnavailable where the file has to wait."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    cases: CaseStore
    roster: Roster
    deliveries: Deliveries
    outbox: Outbox
    intake: KeepsMedia
    police_range: PoliceRange

    def take(self, arrived: InboundMessage | DeliveryStatus) -> None:
        """Safe to repeat. Raises Conflicted, MediaUnavailable, and whatever a port raises."""
        match arrived:
            case DeliveryStatus():
                self._follow(arrived)
            case InboundMessage():
                self.outbox.put(tuple(self._answer(arrived)))

    def _follow(self, status: DeliveryStatus) -> None:
        intent = self.deliveries.progress(status)
        if intent is None or intent.case_id is None:
            return
        cause = Cause.of(intent.id, status.state, at=status.at)
        record_once(
            self.cases, intent.case_id, cause, lambda case, _: progressed(case, intent, status)
        )

    def _answer(self, message: InboundMessage) -> Iterator[OutboundMessage]:
        request = read(message.content, self.police_range)
        officer = self.roster.by_pseudonym(message.sender.pseudonym)
        if officer is not None:
            self.roster.seen(officer.id, message.at)
        if request == "silence":
            return
        if officer is None:
            yield to_stranger(message, self.police_range)
        elif request == "chatter":
            yield Replies(message, officer, self.police_range).say("help")
        else:
            yield from self._serve(officer, message, request)

    def _serve(
        self, officer: Officer, message: InboundMessage, request: Request
    ) -> Iterator[OutboundMessage]:
        cause = Cause.of("officer message", message.ref, at=message.at)
        told = Told(self.deliveries.about(officer.id), cause, self.cases)
        clues = self._clues(officer, message, request)
        replies = Replies(message, officer, self.police_range)
        match matching.match(clues, told.case_ids, told.open_tips):
            case NotTold(case_id=case_id):
                yield replies.say("not_told", number=tip_number(case_id))
            case Unclear(case_ids=case_ids):
                yield replies.which([told.case(case_id) for case_id in case_ids])
            case About(case_id=case_id):
                decide = self._decide(officer, message, request)
                outcome = record_once(self.cases, case_id, cause, decide)
                if answer := outcome.decision.answer:
                    yield replies.about(case_id, answer, outcome.case)

    def _clues(self, officer: Officer, message: InboundMessage, request: Request) -> Clues:
        intent = self.deliveries.by_ref(message.quotes) if message.quotes else None
        quoted = intent.case_id if intent and intent.officer_id == officer.id else None
        match request, message.content:
            case Report(words=words), _:
                return Clues(quoted=quoted, words=words)
            case _, Text(body=body):
                return Clues(quoted=quoted, words=body)
            case _:
                return Clues(tapped=request.tapped, quoted=quoted)

    def _decide(self, officer: Officer, message: InboundMessage, request: Request) -> Decide:
        """The file of a report is fetched once, and not again where the ledger has it."""
        fetched = cache(partial(self._evidence, message, request))

        def decided(case: Case, done: Happening | None) -> Decision:
            evidence = done.evidence if isinstance(done, OfficerReported) else fetched()
            return decide(case, officer.id, request, evidence)

        return decided

    def _evidence(self, message: InboundMessage, request: Request) -> Evidence | None:
        match request:
            case Report(media=Media() as media):
                return self.intake.keep(media, forwarded=message.forwarded)
            case _:
                return None
