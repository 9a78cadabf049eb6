"""Why a tip is as urgent as it is, reason by reason, for the offices that answer for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from satark.police_range.model import PoliceRange
from satark.sensitivity import Reason, Sensitivity

_FOUND = {"lexicon": "reason_words", "label": "reason_label"}


@dataclass(frozen=True, slots=True)
class Why:
    """In the range's own words by the reasons' ids; an id that the range knows no more stays."""

    sensitivity: Sensitivity
    police_range: PoliceRange
    language: str

    def text(self) -> str:
        return self._text(
            "why",
            level=self._text(f"level.{self.sensitivity.level}"),
            score=self.sensitivity.score,
            reasons="\n".join(self._lines()) or self._text("no_reason"),
        )

    def reasons(self) -> Iterator[tuple[str, int]]:
        """What counted, and its points."""
        for reason in self.sensitivity.reasons:
            yield self._what(reason), reason.points

    def _lines(self) -> Iterator[str]:
        for what, points in self.reasons():
            yield self._text("reason", what=what, points=points)

    def _what(self, reason: Reason) -> str:
        match reason.id.split("."):
            case ["category", _]:
                return self._text("reason_category", category=self._named(f"{reason.id}.name"))
            case [*question, "choice", _] if question[0] == "category":
                asked, chosen = self._named(".".join((*question, "text"))), self._named(reason.id)
                return self._text("reason_answer", question=asked, choice=chosen)
            case ["lexicon" | "label" as found, _]:
                return self._text(_FOUND[found], name=self._named(f"{reason.id}.name"))
            case ["speech", said]:
                return self._text("reason_speech", name=self._named(f"lexicon.{said}.name"))
            case ["media", kind]:
                return self._text(f"reason_media.{kind}")
        return self._named(reason.id)

    def _named(self, key: str) -> str:
        return self.police_range.name(self.language, key, otherwise=key)

    def _text(self, key: str, /, **values: object) -> str:
        return self.police_range.text(self.language, f"officer.{key}", **values)
