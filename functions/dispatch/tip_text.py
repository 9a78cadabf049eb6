"""A tip in an officer's language, whole; what the tipster wrote stays as it was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from functions.dispatch.exhibits import Exhibits
from functions.dispatch.routing import Duty
from satark import clock_face
from satark.case import Case, tip_number
from satark.evidence import shelf_of
from satark.police_range.model import PoliceRange
from satark.tip import Conflict

_WARNING = {Conflict.STATION: "conflict_station", Conflict.DISTRICT: "conflict_district"}


@dataclass(frozen=True, slots=True)
class TipText:
    case: Case
    police_range: PoliceRange
    language: str
    precise_times: bool

    def body(self, duty: Duty) -> str:
        tip = self.case.tip
        whole = self._text(
            "tip",
            number=tip_number(self.case.case_id),
            duty="\n".join(self._duty(duty)),
            category=self._name(f"category.{tip.category}.name", tip.category),
            answers="\n".join(self._answers()),
            place="\n".join(self._place()),
            when=self._name(f"step.when.choice.{tip.when}", tip.when),
            filed=self._filed(),
            words="\n".join(self._words()),
            evidence="\n".join(self._evidence()),
        )
        return re.sub(r"\n{3,}", "\n\n", whole)

    def _duty(self, duty: Duty) -> Iterator[str]:
        yield self._text(f"duty_{duty}")
        if (level := self.case.sensitivity.level) != "normal":
            yield self._text("urgency", level=self._text(f"level.{level}"))
        if warning := _WARNING.get(self.case.tip.conflict):
            yield self._text(warning)

    def _answers(self) -> Iterator[str]:
        category = f"category.{self.case.tip.category}"
        for answer in self.case.tip.answers:
            key = f"{category}.question.{answer.question}"
            question = self._name(f"{key}.text", answer.question)
            choice = self._name(f"{key}.choice.{answer.choice}", answer.choice)
            yield self._text("answer", question=question, choice=choice)

    def _place(self) -> Iterator[str]:
        tip, place = self.case.tip, self.case.tip.place
        thana = self._text("thana_unknown")
        if tip.thana is not None:
            thana = self._name(f"place.{tip.thana}.name", tip.thana)
        yield f"{thana}, {self._name(f'place.{tip.district}.name', tip.district)}"
        if place.words:
            yield place.words
        if place.latitude is not None:
            yield self._text("pin", latitude=place.latitude, longitude=place.longitude)
        if not place.words and place.latitude is None:
            yield self._text("place_unknown")

    def _filed(self) -> str:
        time = clock_face.shown(self.case.tip.filed_at, precise=self.precise_times)
        return self._text("filed" if self.precise_times else "filed_hour", time=time)

    def _words(self) -> Iterator[str]:
        words = (*self.case.tip.statements, *self._exhibits.captions())
        yield from words or (self._text("no_words"),)

    def _evidence(self) -> Iterator[str]:
        counted = tuple(self._exhibits.counted(self.police_range, self.language))
        yield from counted or (self._text("no_evidence"),)

    @property
    def _exhibits(self) -> Exhibits:
        return exhibits(self.case, self.police_range)

    def _text(self, key: str, /, **values: object) -> str:
        return self.police_range.text(self.language, f"officer.{key}", **values)

    def _name(self, key: str, otherwise: str) -> str:
        return self.police_range.name(self.language, key, otherwise=otherwise)


def exhibits(case: Case, police_range: PoliceRange) -> Exhibits:
    return Exhibits(case.case_id, case.tip.evidence, protected(case, police_range))


def protected(case: Case, police_range: PoliceRange) -> bool:
    """Whether files of this case stay off WhatsApp."""
    return shelf_of(case.tip.category, police_range) == "protected"
