"""What officers did about a tip and what its tipster added, with the files of both."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from functions.dispatch.exhibits import Exhibits
from satark import clock_face
from satark.case import CaseEvent, OfficerReported, TipExtended
from satark.chain import office_name
from satark.deeds import Deeds
from satark.message import Show
from satark.police_range.model import PoliceRange
from satark.roster import Officer

type FindOfficer = Callable[[str], Officer | None]


@dataclass(frozen=True, slots=True)
class History:
    """Some events of a case, to be read in one language. `asked` are the questions by their ids."""

    events: Iterable[CaseEvent]
    asked: dict[str, str]
    protected: bool
    find_officer: FindOfficer
    police_range: PoliceRange
    language: str

    def entries(self, *, precise_times: bool) -> Iterator[str]:
        """What was done, when and by whom, with the words that belong to it below."""
        deeds = Deeds(self.asked, self.find_officer, self.police_range, self.language)
        for event in self.events:
            if deed := deeds.of(event.what):
                time = clock_face.shown(event.at, precise=precise_times)
                line = self._line(deed.done, deed.doer, time)
                yield "\n".join((line, *deed.words, *self._files(event)))

    def shown(self) -> Iterator[Show]:
        for event in self.events:
            if exhibits := self._exhibits(event):
                yield from exhibits.shown(self.police_range, self.language)

    def _line(self, done: str, doer: str | None, time: str) -> str:
        if doer is None or (officer := self.find_officer(doer)) is None:
            return self._text("history_gone", time=time, done=done)
        office = office_name(officer.office, self.police_range, self.language)
        return self._text("history", time=time, done=done, rank=officer.rank, office=office)

    def _files(self, event: CaseEvent) -> Iterator[str]:
        if exhibits := self._exhibits(event):
            yield from exhibits.captions()
            yield from exhibits.counted(self.police_range, self.language)

    def _exhibits(self, event: CaseEvent) -> Exhibits | None:
        match event.what:
            case OfficerReported(evidence=evidence) | TipExtended(evidence=evidence) if evidence:
                return Exhibits(event.case_id, (evidence,), self.protected)
            case _:
                return None

    def _text(self, key: str, /, **values: object) -> str:
        return self.police_range.text(self.language, f"officer.{key}", **values)
