"""What happened in a case, in its order: deeds of officers, words of its tipster, deadlines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from functions.dashboard.visit import Visit
from satark.case import (
    AlertOpened,
    AlertProgressed,
    Case,
    CaseEvent,
    CaseNoted,
    OfficerAsked,
    OfficerReported,
    TipExtended,
    TipFiled,
    TipsterRated,
)
from satark.chain import office_name
from satark.deeds import Deed, Deeds
from satark.lake.rows import indian


@dataclass(frozen=True, slots=True)
class Moment:
    """`doer` is empty where nobody of the police did it. `at` is the wall clock in India."""

    at: datetime
    done: str
    doer: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    visit: Visit
    case: Case

    def moments(self) -> Iterator[Moment]:
        for event in self.case.events:
            if deed := self._deed(event):
                doer = self._named(deed.doer) if deed.doer else ""
                yield Moment(indian(event.at), deed.done, doer, (*deed.words, *_caption(event)))

    def _deed(self, event: CaseEvent) -> Deed | None:
        """None for what is of no matter here, such as that somebody looked at the case."""
        text = self.visit.words
        match event.what:
            case TipFiled():
                return Deed(text("happened_filed"), None)
            case AlertProgressed(officer_id=reader, state=state):
                return Deed(text(f"happened_{state}"), reader)
            case AlertOpened(officer_id=reader):
                return Deed(text("happened_opened"), reader)
            case TipsterRated(helpful=helpful):
                return Deed(text("happened_helpful" if helpful else "happened_unhelpful"), None)
            case CaseNoted(by=writer, words=words):
                return Deed(text("happened_noted"), writer, (words,))
            case what:
                return self._deeds.of(what)

    @property
    def _deeds(self) -> Deeds:
        stores = self.visit.stores
        asked = {
            event.id: event.what.words
            for event in self.case.events
            if isinstance(event.what, OfficerAsked)
        }
        return Deeds(asked, stores.roster.officer, stores.police_range, self.visit.language)

    def _named(self, officer_id: str) -> str:
        """By rank, name and office; whoever is in the roster no more, as such."""
        officer = self.visit.stores.roster.officer(officer_id)
        if officer is None:
            return self.visit.words("somebody_gone")
        office = office_name(officer.office, self.visit.stores.police_range, self.visit.language)
        return f"{officer.rank} {officer.name}, {office}"


def _caption(event: CaseEvent) -> Iterator[str]:
    """What its sender wrote under a file."""
    match event.what:
        case OfficerReported(evidence=file) | TipExtended(evidence=file) if file and file.caption:
            yield file.caption
