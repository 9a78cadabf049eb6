"""What a message does to a filed tip, in place of the draft, which waits meanwhile."""

from dataclasses import dataclass, replace
from datetime import datetime

from functions.flow.naming import ByQuote, Named
from functions.flow.session import Draft, Matter
from functions.flow.voice import Voice
from satark.case import TipExtended, TipsterRated
from satark.message import Ask, InboundMessage, Tap
from satark.police_range.model import PoliceRange
from satark.standing import Standing
from satark.tip import Evidence

ADD, LEAVE, DONE = "filed:add", "filed:leave", "filed:done"
SPEAK = "speak"
"""The taps about a filed tip. Nothing in them says which: Meta reads them."""

_TITLES = ("update.answer", "update.decline", "update.helpful_yes", "update.helpful_no")


@dataclass(frozen=True, slots=True)
class Aside:
    """`matter` stays open. `asked`, or a `note` before the draft's question, is the reply to it.

    Without either, nothing is said. `happened` goes to the case; `missed`: a code led nowhere;
    `urgent`: it is said in a flood of messages, too.
    """

    matter: Matter | None = None
    note: str | None = None
    asked: Ask | None = None
    happened: TipExtended | TipsterRated | None = None
    missed: bool = False
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """A message, and all that may join it to a filed tip."""

    police_range: PoliceRange
    message: InboundMessage
    named: Named | None
    evidence: Evidence | None
    matter: Matter | None
    draft: Draft | None
    blocked_until: datetime | None

    @property
    def about(self) -> Matter | None:
        """The tip that is quoted, else the one that is open."""
        if self.named and isinstance(self.named.by, ByQuote) and not self.named.by.rating:
            return self._taken_up(self.named.head.case_id)
        return self._matter

    @property
    def quotes(self) -> bool:
        return self.about is not None and self.about != self._matter

    @property
    def voice(self) -> Voice:
        known = self.matter and self.matter.language
        return Voice(self.police_range, known or self._drafted_in or self._pressed_in)

    def opened(self, case_id: str) -> Matter:
        return Matter(case_id, self.message.at, self.voice.language)

    @property
    def _matter(self) -> Matter | None:
        """The open one, while its case is there, with this message as the latest word on it."""
        if self.matter is None or self.named is None:
            return None
        return replace(self.matter, at=self.message.at)

    def _taken_up(self, case_id: str) -> Matter:
        if self._matter and self._matter.case_id == case_id:
            return replace(self._matter, adding=True)
        return replace(self.opened(case_id), adding=True)

    @property
    def _drafted_in(self) -> str | None:
        return self.draft.language if self.draft else None

    @property
    def _pressed_in(self) -> str | None:
        """The language of the button, which is that of the tip."""
        content = self.message.content
        return next(
            (
                language
                for language in self.police_range.languages
                if isinstance(content, Tap) and content.title in self._titles(language)
            ),
            None,
        )

    def _titles(self, language: str) -> set[str]:
        return {self.police_range.text(language, key) for key in _TITLES}


def offered(visit: Visit, matter: Matter) -> Aside:
    """How far it has come, and whether to add something."""
    if visit.named is None:
        return Aside(note=visit.voice.text("filed.ask_code"))
    voice = Voice(visit.police_range, matter.language)
    body = f"{_how_it_stands(visit.named.head.standing, voice)}\n\n{voice.text('filed.offer')}"
    asked = voice.ask(body, (ADD, "note.yes"), (LEAVE, "note.no"))
    return Aside(replace(matter, adding=False), asked=asked)


def _how_it_stands(standing: Standing, voice: Voice) -> str:
    """The public status; and that it is late, where that has gone to an office above."""
    late = "late_" if standing.passed_up else ""
    return voice.text(f"update.{late}{standing.status}")


def invited(visit: Visit, matter: Matter, note: str | None = None) -> Aside:
    """To send whatever there is to add, until "done"."""
    voice = Voice(visit.police_range, matter.language)
    body = note or voice.text("filed.answering" if matter.answers else "filed.adding")
    return Aside(replace(matter, adding=True), asked=voice.ask(body, (DONE, "note.done")))


def asked_again(visit: Visit, matter: Matter, note: str | None = None) -> Aside:
    again = invited(visit, matter) if matter.adding else offered(visit, matter)
    return replace(again, note=note)


def closed(visit: Visit, matter: Matter | None) -> Aside:
    """Nothing joins this sender to the case any more."""
    voice = Voice(visit.police_range, matter.language) if matter else visit.voice
    return Aside(note=voice.text("filed.thanks" if matter and matter.added else "filed.left"))
