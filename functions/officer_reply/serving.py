"""One message of an officer, from what it asks for to the reply and what is remembered."""

from dataclasses import dataclass, replace
from functools import cache, partial

from functions.officer_reply.agenda import agenda
from functions.officer_reply.continuing import continued
from functions.officer_reply.files import Files
from functions.officer_reply.matching import About, Clues, NotTold, Unclear, match
from functions.officer_reply.memory import Memory
from functions.officer_reply.reading import Remark, Vouch, read
from functions.officer_reply.replies import Replies
from functions.officer_reply.told import Told
from functions.officer_reply.vouching import vouched
from satark.case import Case, Happening, OfficerReported, tip_number
from satark.command.awaited import Awaited, Detail, Which
from satark.command.deciding import decide
from satark.command.recording import Cause, Decide, Outcome, record_once
from satark.command.request import Deed, Report, Request
from satark.command.scene import Decision, Scene
from satark.evidence import CaseShelf, shelf_of
from satark.message import InboundMessage, Media, OutboundMessage
from satark.roster import Officer
from satark.tip import Evidence


@dataclass(frozen=True, slots=True)
class Turn:
    """`memory` as it is after the message; the message itself is not yet among what was heard."""

    memory: Memory
    replies: tuple[OutboundMessage, ...] = ()


@dataclass(frozen=True, slots=True)
class Serving:
    """`memory` is what was remembered when the message came; `quoted` the tip that it quotes."""

    message: InboundMessage
    memory: Memory
    files: Files
    told: Told
    scene: Scene
    quoted: str | None

    @classmethod
    def of(
        cls, message: InboundMessage, officer: Officer, memory: Memory, files: Files
    ) -> "Serving":
        cause = Cause.of("officer message", message.ref, at=message.at)
        told = Told(cache(partial(files.deliveries.about, officer.id)), cause, files.cases)
        scene = Scene(
            officer=officer,
            at=message.at,
            roster=files.roster,
            police_range=files.police_range,
            told=told.find,
            open_cases=told.open_cases,
            awaited=memory.awaited,
        )
        return cls(message, memory, files, told, scene, _quoted(message, officer, files))

    def turn(self, read_as: Request | Remark) -> Turn:
        content, police_range = self.message.content, self.files.police_range
        match continued(read_as, content, self._awaited, police_range):
            case "silence":
                return Turn(self.memory)
            case "chatter":
                return self._say(self._replies.help())
            case Vouch() as said:
                return self._say(self._replies.answer(vouched(said, self.scene, self.files.roster)))
            case "pending":
                listed = agenda(self.told.listed(), self.scene, self.message.at)
                return self._say(self._replies.answer(listed))
            case request:
                return self._serve(request)

    def _serve(self, request: Request) -> Turn:
        told, clues = self.told, self._clues(request)
        match match(clues, told.case_ids, told.open_tips):
            case NotTold(case_id=case_id):
                return self._say(self._replies.say("not_told", number=tip_number(case_id)))
            case Unclear(case_ids=()):
                return self._say(self._replies.say("no_open_tip"))
            case Unclear(case_ids=case_ids):
                return self._ask_which([told.case(case_id) for case_id in case_ids])
            case About(case_id=case_id) if isinstance(request, Deed) and request.verb == "file":
                return self._file_kept(case_id)
            case About(case_id=case_id):
                return self._decided(self._record(case_id, self.message, request))

    def _ask_which(self, cases: list[Case]) -> Turn:
        """What was sent waits for its tip; nothing is fetched or recorded meanwhile."""
        if self.memory.full:
            return self._say(self._replies.which(cases, "which_tip_full"))
        asked = self._replies.which(cases, "which_tip")
        return Turn(self.memory.keeping(self.message), (asked,))

    def _file_kept(self, case_id: str) -> Turn:
        """All that waited, as if each had named this tip."""
        outcomes = [self._record(case_id, kept, self._as_read(kept)) for kept in self.memory.kept]
        if not outcomes:
            return self._say(self._replies.say("nothing_kept"))
        notable = [each for each in outcomes if not isinstance(each.decision.what, OfficerReported)]
        told = self._decided((notable or outcomes)[-1])
        awaited = None if isinstance(told.memory.awaited, Which) else told.memory.awaited
        memory = replace(told.memory, awaited=awaited, kept=())
        if notable or len(outcomes) == 1:
            return Turn(memory, told.replies)
        answer = self.scene.answer("filed_on", outcomes[-1].case)
        reply = self._replies.about(replace(answer, actions=True), outcomes[-1].case)
        return Turn(memory, (reply,))

    def _as_read(self, kept: InboundMessage) -> Request:
        request = read(kept.content, self.files.police_range)
        return request if isinstance(request, Request) else Report()

    def _record(self, case_id: str, message: InboundMessage, request: Request) -> Outcome:
        """At this message's time, also what was written earlier and waited for its tip."""
        cause = Cause.of("officer message", message.ref, at=self.message.at)
        decide = self._decide(message, request)
        return record_once(self.files.cases, self.files.police_range, case_id, cause, decide)

    def _decide(self, message: InboundMessage, request: Request) -> Decide:
        """The file of a report is fetched once, and not again where the ledger has it."""
        fetched = cache(partial(self._evidence, message, request))

        def decided(case: Case, done: Happening | None) -> Decision:
            shelf = shelf_of(case.tip.category, self.files.police_range)
            evidence = done.evidence if isinstance(done, OfficerReported) else fetched(shelf)
            return decide(case, self.scene, request, evidence)

        return decided

    def _evidence(
        self, message: InboundMessage, request: Request, shelf: CaseShelf
    ) -> Evidence | None:
        match request:
            case Report(media=Media() as media):
                return self.files.intake.keep(media, shelf=shelf, forwarded=message.forwarded)
            case _:
                return None

    def _decided(self, outcome: Outcome) -> Turn:
        memory = replace(self.memory, awaited=outcome.decision.awaits)
        answer = outcome.decision.answer
        return Turn(memory, (self._replies.about(answer, outcome.case),) if answer else ())

    def _say(self, reply: OutboundMessage) -> Turn:
        return Turn(self.memory, (reply,))

    def _clues(self, request: Request) -> Clues:
        """While we ask for what came of an action, what is sent belongs to it."""
        quoted = self.quoted
        if isinstance(request, Report) and isinstance(self._awaited, Detail):
            quoted = self._awaited.case_id
        return Clues(request.tapped, quoted, request.words)

    @property
    def _awaited(self) -> Awaited | None:
        """Nothing, where the message quotes another tip's."""
        awaited = self.memory.awaited
        about = None if awaited is None or isinstance(awaited, Which) else awaited.case_id
        return awaited if about is None or self.quoted in {None, about} else None

    @property
    def _replies(self) -> Replies:
        return Replies(self.message, self.scene)


def _quoted(message: InboundMessage, officer: Officer, files: Files) -> str | None:
    """The tip of our message to this officer that is quoted; a message to another is no clue."""
    intent = files.deliveries.by_ref(message.quotes) if message.quotes else None
    return intent.case_id if intent and intent.officer_id == officer.id else None
