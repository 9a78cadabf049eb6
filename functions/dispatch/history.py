"""What officers did about a tip, and the files of their reports."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from functions.dispatch import clock_face
from functions.dispatch.exhibits import Exhibits
from satark.case import CaseEvent, OfficerActed, OfficerReported
from satark.message import Show
from satark.police_range.model import PoliceRange
from satark.roster import Officer

type FindOfficer = Callable[[str], Officer | None]


@dataclass(frozen=True, slots=True)
class History:
    """Some events of a case, to be read in one language."""

    events: Iterable[CaseEvent]
    protected: bool
    find_officer: FindOfficer
    police_range: PoliceRange
    language: str

    def entries(self, *, precise_times: bool) -> Iterator[str]:
        """What was done, when and by whom, with the words of a report on lines of their own."""
        for event in self.events:
            time = clock_face.shown(event.at, precise=precise_times)
            match event.what:
                case OfficerActed(officer_id=doer, action=action):
                    yield self._line(f"done.{action}", doer, time)
                case OfficerReported(officer_id=doer) as report:
                    line = self._line("done.reported", doer, time)
                    yield "\n".join((line, *self._content(event, report)))

    def shown(self) -> Iterator[Show]:
        for event in self.events:
            if isinstance(event.what, OfficerReported):
                yield from self._exhibits(event, event.what).shown(self.police_range, self.language)

    def _line(self, key: str, doer: str, time: str) -> str:
        done = self._text(key)
        if (officer := self.find_officer(doer)) is None:
            return self._text("history_gone", time=time, done=done)
        office = self._office(officer.office)
        return self._text("history", time=time, done=done, rank=officer.rank, office=office)

    def _content(self, event: CaseEvent, report: OfficerReported) -> Iterator[str]:
        exhibits = self._exhibits(event, report)
        yield from (words for words in (report.words, *exhibits.captions()) if words)
        yield from exhibits.counted(self.police_range, self.language)

    def _office(self, office: str) -> str:
        """`thana:jaunpur/kotwali` by the name of its place; the range office has a text."""
        _, _, place = office.partition(":")
        if not place:
            return self._text("range_office")
        return self.police_range.name(self.language, f"place.{place}.name", otherwise=place)

    def _exhibits(self, event: CaseEvent, report: OfficerReported) -> Exhibits:
        evidence = (report.evidence,) if report.evidence else ()
        return Exhibits(event.case_id, evidence, self.protected)

    def _text(self, key: str, /, **values: object) -> str:
        return self.police_range.text(self.language, f"officer.{key}", **values)
