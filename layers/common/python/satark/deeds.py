"""What one event of a case says that somebody did, in an officer's words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from satark.case import (
    ActionDetailed,
    CaseMerged,
    CaseTransferred,
    DeadlinePassed,
    Decided,
    FilesOpened,
    Happening,
    LevelRaised,
    OfficerActed,
    OfficerAsked,
    OfficerAssigned,
    OfficerReported,
    OpeningAgreed,
    OpeningAsked,
    SenderBlocked,
    SenderUnblocked,
    TipExtended,
    tip_number,
)
from satark.chain import office_name
from satark.police_range.model import PoliceRange
from satark.roster import Officer

_TOLD = {1: "actor", 2: "above", 3: "range"}


@dataclass(frozen=True, slots=True)
class Deed:
    """`doer` is an officer's id; None for the tipster, of whom nothing is known, and for no one."""

    done: str
    doer: str | None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deeds:
    asked: dict[str, str]
    find_officer: Callable[[str], Officer | None]
    police_range: PoliceRange
    language: str

    def of(self, what: Happening) -> Deed | None:
        """None for what is no news to an officer, such as that an alert was read."""
        match what:
            case TipExtended(words=words, answers=question):
                asked = self.asked.get(question or "")
                return self._deed("answered" if asked else "added", None, asked or "", words)
            case OfficerActed() | OfficerReported() | OfficerAsked() | ActionDetailed():
                return self._done(what)
            case LevelRaised(sensitivity=sensitivity):
                level = self._text(f"level.{sensitivity.level}")
                return Deed(self._text("done.raised", level=level), None)
            case DeadlinePassed(what=awaited, step=step):
                told = self._text(f"late_told.{_TOLD[step]}")
                return self._deed(f"late_{awaited}", None, told)
            case _:
                return self._decided(what) if isinstance(what, Decided) else None

    def _done(self, what: OfficerActed | OfficerReported | OfficerAsked | ActionDetailed) -> Deed:
        match what:
            case OfficerActed(officer_id=doer, action=action):
                return self._deed(action, doer)
            case OfficerReported(officer_id=doer, words=words):
                return self._deed("reported", doer, words)
            case OfficerAsked(officer_id=doer, words=words):
                return self._deed("asked", doer, words)
            case ActionDetailed(officer_id=doer):
                return self._deed("detailed", doer, *self._details(what))

    def _decided(self, what: Decided) -> Deed:
        match what:
            case OfficerAssigned(by=by, officer_id=assignee):
                return self._deed("assigned", by, self._named(assignee))
            case CaseTransferred(by=by, district=district):
                return self._deed("transferred", by, self._place(district))
            case CaseMerged(by=by, into=into):
                return self._deed("merged", by, tip_number(into))
            case SenderBlocked(by=by, reason=reason):
                return self._deed("blocked", by, self._text(f"block_{reason}"))
            case SenderUnblocked(by=by):
                return self._deed("unblocked", by)
            case OpeningAsked(by=by) | OpeningAgreed(by=by) | FilesOpened(by=by):
                return self._deed(what.kind, by, *self._opened(what))

    def _opened(self, what: Decided) -> Iterator[str]:
        if isinstance(what, FilesOpened):
            yield self._text("opening_files", count=what.files)

    def _deed(self, done: str, doer: str | None, *words: str) -> Deed:
        return Deed(self._text(f"done.{done}"), doer, tuple(filter(None, words)))

    def _details(self, what: ActionDetailed) -> Iterator[str]:
        if what.fir is not None:
            yield self._text("detail_fir", fir=what.fir)
        if what.arrests is not None:
            yield self._text("detail_arrests", count=what.arrests)
        if what.seizure is not None:
            seized = what.seizure or self._text("nothing_seized")
            yield self._text("detail_seizure", seizure=seized)

    def _named(self, officer_id: str) -> str:
        officer = self.find_officer(officer_id)
        if officer is None:
            return self._text("officer_gone")
        office = office_name(officer.office, self.police_range, self.language)
        return self._text("officer_named", rank=officer.rank, name=officer.name, office=office)

    def _place(self, district: str) -> str:
        return self.police_range.name(self.language, f"place.{district}.name", otherwise=district)

    def _text(self, key: str, /, **values: object) -> str:
        return self.police_range.text(self.language, f"officer.{key}", **values)
