"""One message from the outbox to WhatsApp: the intent first, then the call, then its outcome.

The call cannot be made idempotent. Whoever crashes in the middle of it leaves an intent whose
outcome nobody knows: the next attempt gives a status that long to settle it, then sends again.
https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.courier.directory import Destination, Directory, destination
from satark import log
from satark.delivery import Ending, Intent, State
from satark.fifo import Later
from satark.identity import SenderId
from satark.message import DeliveryStatus, OutboundMessage, Outgoing, Template, ToOfficer
from satark.ports import AddressOpener, Deliveries, Messenger
from satark.whatsapp.errors import SendFailed, SendUnanswered, reaction, reaction_to

PATIENCE = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Courier:
    directory: Directory
    opener: AddressOpener
    deliveries: Deliveries
    messenger: Messenger

    def deliver(self, message: OutboundMessage, *, now: datetime, attempt: int) -> State:
        """What became of it, now or at an earlier attempt. Raises Later, and errors of AWS."""
        taken_up = self._take_up(message, now)
        if taken_up.state != "sending":
            return taken_up.state
        found = destination(message, self.directory)
        if found is None:
            return self._end(message, "gone", now)
        content = message.content if found.window_open(message.at) else message.template
        if content is None:
            return self._end(message, "held", now)
        return self._send(message, content, found, now, attempt)

    def note(self, status: DeliveryStatus) -> None:
        """A failure told only now is final: the message has left the outbox."""
        self.deliveries.progress(status)
        if status.error is not None:
            _tell_operator(status.error, alarm=reaction_to(status.error).alarm)

    def _take_up(self, message: OutboundMessage, now: datetime) -> Intent:
        officer_id = message.to.officer_id if isinstance(message.to, ToOfficer) else None
        intent = Intent(message.id, now, officer_id=officer_id, case_id=message.case_id)
        begun = self.deliveries.begin(intent)
        if begun is intent or not _unsettled(begun):
            return begun
        if (left := begun.at + PATIENCE - now) > timedelta(0):
            raise Later(int(left.total_seconds()) + 1)
        self.deliveries.withdraw(message.id)
        return self.deliveries.begin(intent)

    def _send(
        self,
        message: OutboundMessage,
        content: Outgoing,
        found: Destination,
        now: datetime,
        attempt: int,
    ) -> State:
        address = self._opened(message, found)
        try:
            ref = self.messenger.send(address, content, intent=message.id)
        except SendUnanswered:
            raise Later(int(PATIENCE.total_seconds())) from None
        except SendFailed as failure:
            if reaction(failure).then == "template" and not isinstance(content, Template):
                return self._send_template(message, found, now, attempt)
            return self._refused(message, failure, now, attempt)
        self.deliveries.sent(message.id, ref, now)
        return "sent"

    def _opened(self, message: OutboundMessage, found: Destination) -> SenderId:
        """Where this fails, nothing was sent: the next attempt need not wait to learn that."""
        try:
            return self.opener.open(found.address)
        except Exception:
            self.deliveries.withdraw(message.id)
            raise

    def _send_template(
        self, message: OutboundMessage, found: Destination, now: datetime, attempt: int
    ) -> State:
        """Meta holds the window to be closed: its clock counts, not ours."""
        if message.template is None:
            return self._end(message, "held", now)
        return self._send(message, message.template, found, now, attempt)

    def _refused(
        self, message: OutboundMessage, failure: SendFailed, now: datetime, attempt: int
    ) -> State:
        reacts = reaction(failure)
        _tell_operator(failure.code or failure.status, alarm=reacts.alarm)
        if (pause := reacts.pause(attempt)) is None:
            return self._end(message, "failed", now, failure.code)
        self.deliveries.withdraw(message.id)
        raise Later(pause)

    def _end(
        self, message: OutboundMessage, ending: Ending, now: datetime, error: int | None = None
    ) -> State:
        self.deliveries.ended(message.id, ending, now, error)
        return ending


def _unsettled(intent: Intent) -> bool:
    """The message is back though its intent exists: unless that says how it ended, it is not done.

    A failure that a later attempt may mend came by status, while the call itself had no answer.
    """
    if intent.state == "failed" and intent.error is not None:
        return reaction_to(intent.error).then == "retry"
    return intent.state == "sending"


def _tell_operator(code: int, *, alarm: bool) -> None:
    """By code alone. `refused_alarm` is what the alarm on the log group counts."""
    log.warning("refused_alarm" if alarm else "refused", code=code)
