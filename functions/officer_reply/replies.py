"""What an officer reads back. Notices of what others did come from dispatch."""

from collections.abc import Sequence
from dataclasses import dataclass

from functions.officer_reply.deciding import Answer
from satark.case import Case, tip_number
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
from satark.taps import OPEN, tap_id, with_actions
from satark.whatsapp.limits import LIST_ROWS


@dataclass(frozen=True, slots=True)
class Replies:
    """Replies to one message of one officer."""

    message: InboundMessage
    officer: Officer
    police_range: PoliceRange

    def say(self, key: str, **values: object) -> OutboundMessage:
        return self._sent(Say(self._text(key, **values)))

    def about(self, case_id: str, answer: Answer, case: Case | None) -> OutboundMessage:
        """An answer about a tip that this officer was told of, with the taps of what may follow.

        `case` is None where nothing was recorded. Then nothing may be offered: by the time that
        the message is delivered again, the case may have moved on.
        """
        text = self._text(answer, number=tip_number(case_id))
        if case is None:
            return self._sent(Say(text), case_id)
        return self._sent(with_actions(text, case, self.officer, self.police_range), case_id)

    def which(self, cases: Sequence[Case]) -> OutboundMessage:
        """Asks for the tip. The ten latest are offered to be seen again; any may be named."""
        if not cases:
            return self.say("no_open_tip")
        options = tuple(map(self._option, cases[:LIST_ROWS]))
        return self._sent(Ask(self._text("which_tip"), options, self._text("which_button")))

    def _option(self, case: Case) -> Option:
        named, key = case.tip.category, f"category.{case.tip.category}.name"
        category = self.police_range.name(self.officer.language, key, otherwise=named)
        return Option(tap_id(OPEN, case.case_id), tip_number(case.case_id), category)

    def _sent(self, content: Outgoing, case_id: str | None = None) -> OutboundMessage:
        """Without a case id, where it is not certain that the officer was told of the case."""
        return reply(self.message, ToOfficer(self.officer.id), self.officer.id, content, case_id)

    def _text(self, key: str, **values: object) -> str:
        return self.police_range.text(self.officer.language, f"officer.{key}", **values)


def to_stranger(message: InboundMessage, police_range: PoliceRange) -> OutboundMessage:
    """To a number that is on no roster, in every language, for we know nothing of them."""
    texts = (police_range.text(language, "officer.unknown") for language in police_range.languages)
    sender = message.sender
    return reply(message, ToSender(sender.address), sender.group, Say("\n\n".join(texts)), None)


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
