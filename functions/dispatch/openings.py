"""Who hears that protected files are asked for, agreed on and opened: the SP and DIG offices."""

from collections.abc import Iterator

from functions.dispatch.letter import Letter
from functions.dispatch.officer_letters import OfficerLetters
from functions.dispatch.routing import superiors
from satark.case import Case, FilesOpened, OpeningAgreed, OpeningAsked
from satark.opening import may_agree
from satark.police_range.model import PoliceRange
from satark.ports import Roster


def opening_letters(
    what: OpeningAsked | OpeningAgreed | FilesOpened,
    case: Case,
    roster: Roster,
    police_range: PoliceRange,
    write: OfficerLetters,
) -> Iterator[Letter]:
    above = {each.id: each for each in superiors(case, roster, police_range)}
    match what:
        case OpeningAsked(by=by):
            asker = roster.officer(by)
            for officer in above.values():
                if asker and may_agree(officer, asker, case, police_range):
                    yield write.news(officer, to_act=True)
        case OpeningAgreed(by=by):
            others = (officer for officer in above.values() if officer.id != by)
            yield from (write.news(officer, alerts=True) for officer in others)
        case FilesOpened():
            yield from map(write.news, above.values())
