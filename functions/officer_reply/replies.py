"""What an officer reads back. Notices of what others did come from dispatch."""

from collections.abc import Sequence
from dataclasses import dataclass

from functions.officer_reply.reading import PENDING
from satark.case import Case, tip_number
from satark.command.scene import Answer, Scene
from satark.delivery import intent_id
from satark.message import (
    Ask,
    InboundMessage,
    Option,
    OutboundMessage,
    Outgoing,
    Recipient,
    Say,
    ToOfficer,
    ToSender,
)
from satark.police_range.model import PoliceRange
from satark.roster import Officer
from satark.taps import tap_id, with_actions
from satark.whatsapp.limits import LIST_ROWS


@dataclass(frozen=True, slots=True)
class Replies:
    """The reply to one message of one officer."""

    message: InboundMessage
    scene: Scene

    def say(self, key: str, /, **values: object) -> OutboundMessage:
        return self.answer(Answer(self.scene.text(key, **values)))

    def help(self) -> OutboundMessage:
        pending = Option(PENDING, self.scene.text(PENDING))
        return self.answer(Answer(self.scene.text("help"), (pending,)))

    def answer(self, answer: Answer) -> OutboundMessage:
        """Without a case id, where it is not certain that the officer was told of the case."""
        return self._sent(self._content(answer))

    def about(self, answer: Answer, case: Case) -> OutboundMessage:
        """An answer about a tip that this officer was told of."""
        return self._sent(self._content(answer, case), case.case_id)

    def which(self, cases: Sequence[Case], key: str) -> OutboundMessage:
        """Asks for the tip. The ten latest are offered; any may be named."""
        options = tuple(map(self._option, cases[:LIST_ROWS]))
        return self.answer(Answer(self.scene.text(key), options, "which_button"))

    def _option(self, case: Case) -> Option:
        tap = tap_id("file", case.case_id)
        return Option(tap, tip_number(case.case_id), self.scene.category(case))

    def _content(self, answer: Answer, case: Case | None = None) -> Outgoing:
        scene = self.scene
        if answer.actions and case is not None:
            return with_actions(answer.text, case, scene.officer, scene.police_range)
        if answer.options:
            return Ask(answer.text, answer.options, scene.text(answer.button))
        return Say(answer.text)

    def _sent(self, content: Outgoing, case_id: str | None = None) -> OutboundMessage:
        officer_id = self.scene.officer.id
        return reply(self.message, ToOfficer(officer_id), officer_id, content, case_id)


def to_stranger(message: InboundMessage, police_range: PoliceRange) -> OutboundMessage:
    """To a number that is on no roster, in every language, for we know nothing of them."""
    texts = (police_range.text(language, "officer.unknown") for language in police_range.languages)
    sender = message.sender
    return reply(message, ToSender(sender.address), sender.group, Say("\n\n".join(texts)), None)


def to_suspended(
    message: InboundMessage, officer: Officer, police_range: PoliceRange
) -> OutboundMessage:
    """Straight back, for nothing goes to them by the roster any more."""
    sender, text = message.sender, police_range.text(officer.language, "officer.suspended")
    return reply(message, ToSender(sender.address), sender.group, Say(text), None)


def reply(
    message: InboundMessage, to: Recipient, group: str, content: Outgoing, case_id: str | None
) -> OutboundMessage:
    """The one reply to a message: the same id each time that the message is delivered."""
    return OutboundMessage(
        id=intent_id(f"reply to {message.ref}", group, 0),
        at=message.at,
        group=group,
        to=to,
        content=content,
        case_id=case_id,
    )
