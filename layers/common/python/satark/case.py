"""A case is its events: an append-only ledger from which everything else is read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from satark.identity import Handle
from satark.labels import By
from satark.sensitivity import UNRATED, Sensitivity
from satark.tip import Evidence, Tip

Action = Literal[
    "accepted",
    "in_progress",
    "action_taken",
    "nothing_found",
    "false_information",
    "not_mine",
    "closed",
]
Status = Literal["received", "accepted", "action_taken", "closed"]

_STATUS_AFTER: dict[Action, Status] = {
    "accepted": "accepted",
    "in_progress": "accepted",
    "not_mine": "received",
    "action_taken": "action_taken",
    "nothing_found": "closed",
    "false_information": "closed",
    "closed": "closed",
}
_ORDER: tuple[Status, ...] = ("received", "accepted", "action_taken", "closed")


@dataclass(frozen=True, slots=True)
class TipFiled:
    """A tip came in. `handle` leads the courier alone, by the vault, back to the tipster."""

    tip: Tip
    handle: Handle
    sensitivity: Sensitivity = UNRATED
    kind: Literal["tip_filed"] = "tip_filed"


@dataclass(frozen=True, slots=True)
class AlertOpened:
    """An officer tapped the alert's button, which opens the window for the whole tip."""

    officer_id: str
    kind: Literal["alert_opened"] = "alert_opened"


@dataclass(frozen=True, slots=True)
class AlertProgressed:
    """What became of the alert to an officer; `error` is Meta's code where it failed."""

    officer_id: str
    state: Literal["delivered", "read", "failed"]
    error: int | None = None
    kind: Literal["alert_progressed"] = "alert_progressed"


@dataclass(frozen=True, slots=True)
class OfficerActed:
    officer_id: str
    action: Action
    kind: Literal["officer_acted"] = "officer_acted"


@dataclass(frozen=True, slots=True)
class OfficerReported:
    """What an officer found, in words or as a photo, video, voice note or document."""

    officer_id: str
    words: str = ""
    evidence: Evidence | None = None
    kind: Literal["officer_reported"] = "officer_reported"


@dataclass(frozen=True, slots=True)
class TipExtended:
    """What the tipster adds to a filed tip: one message's words or file.

    `answers` is the id of the OfficerAsked event that it answers, if it was asked for.
    """

    words: str = ""
    evidence: Evidence | None = None
    answers: str | None = None
    kind: Literal["tip_extended"] = "tip_extended"


@dataclass(frozen=True, slots=True)
class TipsterRated:
    """Whether the tipster, once the case was closed, found that it had helped."""

    helpful: bool
    kind: Literal["tipster_rated"] = "tipster_rated"


@dataclass(frozen=True, slots=True)
class OfficerAsked:
    """A question to the tipster, which passed the check on what may be asked."""

    officer_id: str
    words: str
    kind: Literal["officer_asked"] = "officer_asked"


@dataclass(frozen=True, slots=True)
class ActionDetailed:
    """What came of an action. None: not asked or skipped; an empty `seizure`: nothing was."""

    officer_id: str
    fir: str | None = None
    arrests: int | None = None
    seizure: str | None = None
    kind: Literal["action_detailed"] = "action_detailed"


@dataclass(frozen=True, slots=True)
class OfficerAssigned:
    """A superior gives the case to an officer, who acts on it from now on."""

    by: str
    officer_id: str
    kind: Literal["officer_assigned"] = "officer_assigned"


@dataclass(frozen=True, slots=True)
class CaseTransferred:
    """A superior hands the case to another district's office."""

    by: str
    district: str
    kind: Literal["case_transferred"] = "case_transferred"


@dataclass(frozen=True, slots=True)
class CaseMerged:
    """The case is a duplicate: `into` is the one that goes on."""

    by: str
    into: str
    kind: Literal["case_merged"] = "case_merged"


BlockReason = Literal["false", "abuse", "flood"]


@dataclass(frozen=True, slots=True)
class SenderBlocked:
    """A superior wants no new tips of whoever sent this one. Nobody learns who, or whether it took.

    The tips that the sender has filed go on as they are.
    """

    by: str
    reason: BlockReason
    kind: Literal["sender_blocked"] = "sender_blocked"


@dataclass(frozen=True, slots=True)
class SenderUnblocked:
    by: str
    kind: Literal["sender_unblocked"] = "sender_unblocked"


@dataclass(frozen=True, slots=True)
class OpeningAsked:
    """A superior asks to see the protected files."""

    by: str
    kind: Literal["opening_asked"] = "opening_asked"


@dataclass(frozen=True, slots=True)
class OpeningAgreed:
    """Another superior agrees: satark.opening."""

    by: str
    asked_by: str
    kind: Literal["opening_agreed"] = "opening_agreed"


@dataclass(frozen=True, slots=True)
class FilesOpened:
    """So many protected files were handed out, as `by` had asked and `agreed_by` agreed."""

    by: str
    agreed_by: str
    files: int
    kind: Literal["files_opened"] = "files_opened"


Opening = OpeningAsked | OpeningAgreed | FilesOpened
Decided = OfficerAssigned | CaseTransferred | CaseMerged | SenderBlocked | SenderUnblocked | Opening
"""What the SP and DIG offices alone decide."""


@dataclass(frozen=True, slots=True)
class FileLabelled:
    """What the file under this key shows or says, as ids of the range's signals, and no more of it.

    See satark.rating.raised.
    """

    key: str
    by: By
    labels: tuple[str, ...] = ()
    kind: Literal["file_labelled"] = "file_labelled"


@dataclass(frozen=True, slots=True)
class LevelRaised:
    """What a file shows makes the case more urgent. No event makes it less so."""

    sensitivity: Sensitivity
    kind: Literal["level_raised"] = "level_raised"


@dataclass(frozen=True, slots=True)
class DeadlinePassed:
    """Nobody has accepted the tip, or reported on it, in time.

    `step` is who is told so: 1 whoever is to act, 2 the SP office, 3 the DIG office.
    """

    what: Literal["accept", "report"]
    step: int
    kind: Literal["deadline_passed"] = "deadline_passed"


Happening = (
    TipFiled
    | AlertOpened
    | AlertProgressed
    | OfficerActed
    | OfficerReported
    | TipExtended
    | TipsterRated
    | OfficerAsked
    | ActionDetailed
    | OfficerAssigned
    | CaseTransferred
    | CaseMerged
    | SenderBlocked
    | SenderUnblocked
    | OpeningAsked
    | OpeningAgreed
    | FilesOpened
    | FileLabelled
    | LevelRaised
    | DeadlinePassed
)


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One line of the ledger. `seq` counts from 1 without gaps.

    `id` is derived from what caused the event: the same cause is recorded once.
    """

    case_id: str
    seq: int
    id: str
    at: datetime
    what: Happening


@dataclass(frozen=True, slots=True)
class Case:
    """The present state of a case, folded from its events in order."""

    case_id: str
    filed: TipFiled
    events: tuple[CaseEvent, ...]

    @classmethod
    def of(cls, events: Iterable[CaseEvent]) -> "Case":
        """Raises ValueError unless the events are one case's, gapless, from its filing on."""
        ledger = tuple(events)
        match ledger:
            case (CaseEvent(what=TipFiled() as filed), *_):
                pass
            case _:
                raise ValueError("a case starts with the filing of its tip")
        if [event.seq for event in ledger] != list(range(1, len(ledger) + 1)):
            raise ValueError(f"the ledger of case {ledger[0].case_id} has a gap")
        return cls(ledger[0].case_id, filed, ledger)

    @property
    def tip(self) -> Tip:
        return self.filed.tip

    @property
    def status(self) -> Status:
        return status_after(self.events)

    @property
    def sensitivity(self) -> Sensitivity:
        raised = (what.sensitivity for what in self._happened(LevelRaised))
        return next(raised, self.filed.sensitivity)

    @property
    def district(self) -> str:
        """The one that works on the case, which need not be the tip's own."""
        moves = (what.district for what in self._happened(CaseTransferred))
        return next(moves, self.tip.district)

    @property
    def transferred(self) -> bool:
        return any(self._happened(CaseTransferred))

    @property
    def assignee(self) -> str | None:
        """The officer whom a superior gave the case, and who has not handed it up."""
        return _held_by(self.events)[0]

    @property
    def handed_up(self) -> bool:
        """Whether it is for the SP office to assign: no officer is thought to be competent."""
        return _held_by(self.events)[1]

    @property
    def blocked(self) -> bool:
        """Whether a superior blocked the sender, and nobody took it back. It may have run out."""
        happened = (event.what for event in reversed(self.events))
        said = (what for what in happened if isinstance(what, SenderBlocked | SenderUnblocked))
        return isinstance(next(said, None), SenderBlocked)

    @property
    def open(self) -> bool:
        return self.status != "closed"

    def records(self, event_id: str) -> bool:
        """Whether the cause with this id is already in the ledger."""
        return any(event.id == event_id for event in self.events)

    def next(self, event_id: str, at: datetime, what: Happening) -> CaseEvent:
        return CaseEvent(self.case_id, len(self.events) + 1, event_id, at, what)

    def before(self, event: CaseEvent) -> "Case":
        """The case as it stood when this event of its own was decided."""
        return Case.of(self.events[: event.seq - 1])

    def _happened[What: Happening](self, kind: type[What]) -> Iterator[What]:
        """Latest first."""
        return (event.what for event in reversed(self.events) if isinstance(event.what, kind))


def status_after(events: Iterable[CaseEvent]) -> Status:
    """The status that the tipster may hear. It only moves forward; a report counts as action."""
    return max((_implied(event.what) for event in events), key=_ORDER.index, default="received")


def _implied(what: Happening) -> Status:
    match what:
        case OfficerActed(action=action):
            return _STATUS_AFTER[action]
        case OfficerReported() | ActionDetailed():
            return "action_taken"
        case CaseMerged():
            return "closed"
        case _:
            return "received"


def _held_by(events: Iterable[CaseEvent]) -> tuple[str | None, bool]:
    """The assignee, and whether the case was handed up.

    An officer who never held it, or holds it no more, cannot hand it up.
    """
    assignee: str | None = None
    handed_up = False
    for event in events:
        match event.what:
            case OfficerAssigned(officer_id=assignee):
                handed_up = False
            case CaseTransferred():
                assignee, handed_up = None, True
            case OfficerActed(officer_id=doer, action="not_mine") if assignee in {None, doer}:
                assignee, handed_up = None, True
    return assignee, handed_up


def status_named(name: str) -> Status:
    """Raises StopIteration for what is no status."""
    return next(status for status in _ORDER if status == name)


def tip_number(case_id: str) -> str:
    """The eight digits of a case id as people read and write them: `4829-1376`."""
    digits = case_id.replace("-", "")
    return f"{digits[:4]}-{digits[4:]}"
