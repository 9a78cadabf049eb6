"""Which officers hear of the last event of a case, and in which kind of letter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from functions.dispatch.letter import Letter
from functions.dispatch.officer_letters import OfficerLetters
from functions.dispatch.openings import opening_letters
from functions.dispatch.routing import (
    Recipient,
    acting_officers,
    next_up,
    office_in_charge,
    recipients,
    superiors,
    told_late,
    unreached,
)
from satark.case import (
    ActionDetailed,
    AlertOpened,
    AlertProgressed,
    Case,
    CaseMerged,
    CaseTransferred,
    DeadlinePassed,
    Decided,
    LevelRaised,
    OfficerActed,
    OfficerAsked,
    OfficerAssigned,
    OfficerReported,
    SenderBlocked,
    SenderUnblocked,
    TipExtended,
    TipFiled,
)
from satark.chain import may_hear
from satark.police_range.model import PoliceRange
from satark.ports import Roster
from satark.roster import Officer


@dataclass(frozen=True, slots=True)
class Audience:
    case: Case
    roster: Roster
    police_range: PoliceRange
    write: OfficerLetters

    def letters(self) -> Iterator[Letter]:
        match self.case.events[-1].what:
            case TipFiled():
                yield from map(self.write.whole, self._recipients())
            case AlertOpened(officer_id=officer_id):
                yield from map(self._opened, self._reader(officer_id))
            case AlertProgressed(officer_id=officer_id, state="failed"):
                yield from self._unreached(officer_id)
            case OfficerActed(officer_id=doer, action="not_mine"):
                yield from self._handed_up(doer)
            case (
                OfficerReported(officer_id=doer)
                | OfficerActed(officer_id=doer)
                | OfficerAsked(officer_id=doer)
                | ActionDetailed(officer_id=doer)
            ):
                yield from self._news((*self._acting_beside(doer), *self._superiors), but={doer})
            case TipExtended(answers=question):
                yield from self._extended(question)
            case LevelRaised():
                yield from self._raised()
            case DeadlinePassed(step=step):
                told = told_late(self.case, step, self.roster, self.police_range)
                yield from (self.write.news(officer, to_act=True) for officer in told)
            case decision if isinstance(decision, Decided):
                yield from self._decided(decision)

    def _decided(self, decision: Decided) -> Iterator[Letter]:
        match decision:
            case OfficerAssigned(by=by, officer_id=assignee):
                yield from self._assigned(by, assignee)
            case CaseTransferred(by=by):
                yield from self._transferred(by)
            case CaseMerged(by=by) | SenderBlocked(by=by) | SenderUnblocked(by=by):
                yield from self._news((*self._acting, *self._superiors), but={by})
            case opening:
                yield from opening_letters(
                    opening, self.case, self.roster, self.police_range, self.write
                )

    def _handed_up(self, doer: str) -> Iterator[Letter]:
        """The office in charge is asked to assign it; the offices above only hear."""
        in_charge = office_in_charge(self.case, self.roster, self.police_range)
        yield from (self.write.news(officer, to_act=True) for officer in in_charge)
        yield from self._news(self._superiors, but={doer, *(each.id for each in in_charge)})

    def _assigned(self, by: str, assignee: str) -> Iterator[Letter]:
        told = [each for each in self._recipients() if each.officer.id == assignee]
        yield from map(self.write.whole, told)
        yield from self._relieved(but={by, assignee})
        relieved = {officer.id for officer in self._formerly_acting}
        yield from self._news(self._superiors, but={by, assignee, *relieved})

    def _transferred(self, by: str) -> Iterator[Letter]:
        """The whole tip to the office that has it now; to the others, where it has gone."""
        told = [each for each in self._recipients() if each.duty == "act"]
        yield from map(self.write.whole, told)
        hearing = {each.officer.id for each in told}
        yield from self._relieved(but={by, *hearing})
        relieved = {officer.id for officer in self._formerly_acting}
        before = self.case.before(self.case.events[-1])
        formerly = superiors(before, self.roster, self.police_range)
        yield from self._news((*formerly, *self._superiors), but={by, *hearing, *relieved})

    def _relieved(self, *, but: set[str]) -> Iterator[Letter]:
        """Those who were to act until now."""
        former = _distinct(self._formerly_acting, but=but)
        yield from (self.write.news(officer, alerts=True) for officer in former)

    def _extended(self, question: str | None) -> Iterator[Letter]:
        """What the tipster adds is for whoever acts, the office in charge, and the asker."""
        yield from (self.write.news(officer, to_act=True) for officer in self._acting)
        in_charge = office_in_charge(self.case, self.roster, self.police_range)
        acting = {officer.id for officer in self._acting}
        others = _distinct((*in_charge, *self._asker(question)), but=acting)
        yield from (self.write.news(officer, alerts=True) for officer in others)

    def _raised(self) -> Iterator[Letter]:
        """The same as before hear of it: a level changes how soon, and never who."""
        for told in self._recipients():
            acts = told.duty == "act"
            yield self.write.news(told.officer, to_act=acts, alerts=True)

    def _asker(self, question: str | None) -> Iterator[Officer]:
        asked = (event.what for event in self.case.events if event.id == question)
        for what in asked:
            if isinstance(what, OfficerAsked):
                yield from self._still_hearing(what.officer_id)

    def _unreached(self, officer_id: str) -> Iterator[Letter]:
        for failed in self._still_hearing(officer_id):
            above = next_up(self.case, failed, self.roster, self.police_range)
            yield from (self.write.stand_in(recipient, failed) for recipient in above)

    def _opened(self, reader: Recipient) -> Letter:
        """The whole tip; to a stand-in, with whom it did not reach, which a template leaves out."""
        notices = []
        for failed, stand_in in self._stood_in():
            if stand_in.officer == reader.officer:
                reader = stand_in
                notices.append(self.write.unreached(failed, reader.officer.language))
        return self.write.whole(reader, *notices)

    def _stood_in(self) -> Iterator[tuple[Officer, Recipient]]:
        for officer_id in sorted(unreached(self.case)):
            for failed in self._still_hearing(officer_id):
                for recipient in next_up(self.case, failed, self.roster, self.police_range):
                    yield failed, recipient

    def _reader(self, officer_id: str) -> Iterator[Recipient]:
        """Nobody, where the officer has since moved, or the case has."""
        told = {each.officer.id: each for each in self._recipients()}
        for officer in self._still_hearing(officer_id):
            yield told.get(officer.id, Recipient(officer, "inform"))

    def _still_hearing(self, officer_id: str) -> Iterator[Officer]:
        officer = self.roster.officer(officer_id)
        if officer and may_hear(officer, self.case, self.police_range):
            yield officer

    def _news(self, officers: Iterable[Officer], *, but: set[str]) -> Iterator[Letter]:
        yield from map(self.write.news, _distinct(officers, but=but))

    def _acting_beside(self, doer: str) -> tuple[Officer, ...]:
        """Who acts hears of what others do, but not of what a colleague of the office does."""
        acting = self._acting
        return () if doer in {officer.id for officer in acting} else acting

    def _recipients(self) -> tuple[Recipient, ...]:
        return recipients(self.case, self.roster, self.police_range)

    @property
    def _acting(self) -> tuple[Officer, ...]:
        return acting_officers(self.case, self.roster, self.police_range)

    @property
    def _formerly_acting(self) -> tuple[Officer, ...]:
        before = self.case.before(self.case.events[-1])
        return acting_officers(before, self.roster, self.police_range)

    @property
    def _superiors(self) -> tuple[Officer, ...]:
        return superiors(self.case, self.roster, self.police_range)


def _distinct(officers: Iterable[Officer], *, but: set[str]) -> Iterable[Officer]:
    """By their ids: two reads of one officer may differ in when the officer was seen."""
    return {officer.id: officer for officer in officers if officer.id not in but}.values()
