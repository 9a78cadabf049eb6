"""What each of Meta's error codes asks of a courier, be it in the answer to a send or in a status.

https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

OUTSIDE_WINDOW = 131047


class SendFailed(Exception):
    """Meta refused the message, so it was not sent. `code` is Meta's, None where it gave none."""

    def __init__(self, code: int | None, *, status: int) -> None:
        super().__init__(f"WhatsApp refused a message with code {code}, HTTP {status}")
        self.code = code
        self.status = status


class SendUnanswered(Exception):
    """The message was handed over and no answer came: it may have been sent, or not."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """`retry` after a pause; send the `template` instead; `never`: let the message go.

    `pauses` are seconds before the next attempt, by attempts made; the last one repeats, unless
    the reaction is `limited` to them. `alarm`: a person must act, or nothing will pass.
    """

    then: Literal["retry", "template", "never"]
    pauses: tuple[int, ...] = ()
    limited: bool = False
    alarm: bool = False

    def pause(self, attempt: int) -> int | None:
        """Seconds to wait after this attempt, counted from 1; None: do not try again."""
        if self.then != "retry" or (self.limited and attempt > len(self.pauses)):
            return None
        return self.pauses[min(attempt, len(self.pauses)) - 1]


AGAIN = Reaction("retry", pauses=(1, 5, 30, 120, 600))
SLOWER = Reaction("retry", pauses=(2, 10, 60, 300, 900))
PAIR_RATE = Reaction("retry", pauses=(1, 4, 16, 64, 256, 1024))
MAINTENANCE = Reaction("retry", pauses=(60, 120, 300))
ONCE_MORE = Reaction("retry", pauses=(5,), limited=True)
KEEP = Reaction("retry", pauses=(300, 900), alarm=True)
"""The account is at fault and not the message: it waits for a person, at last as a dead letter."""
TEMPLATE = Reaction("template")
NEVER = Reaction("never")
OPERATOR = Reaction("never", alarm=True)


def reaction(failure: SendFailed) -> Reaction:
    """An unknown code is tried again: the queue ends it as a dead letter, which someone sees."""
    if failure.code is not None:
        return reaction_to(failure.code)
    return _BY_STATUS.get(failure.status, AGAIN)


def reaction_to(code: int) -> Reaction:
    return KEEP if code in _PERMISSIONS else REACTIONS.get(code, AGAIN)


def _each(codes: Iterable[int], reacts: Reaction) -> dict[int, Reaction]:
    return dict.fromkeys(codes, reacts)


_PERMISSIONS = range(200, 300)
_BY_STATUS = {401: KEEP, 403: KEEP, 429: SLOWER}
_OUR_MISTAKE = (33, 100, 131008, 131009, 135000)
_THE_ACCOUNT = (0, 190, 3, 10, 368, 131005, 131031, 131037, 131042, 131045, 133010)
_THE_TEMPLATE = (132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018)
_THE_FLOW = (132068, 132069)
_QUALITY = (131048, 131064, 133016)

REACTIONS: Mapping[int, Reaction] = MappingProxyType(
    {
        **_each((1, 2, 131000, 131016, 133004), AGAIN),
        **_each((4, 80007, 130429), SLOWER),
        131056: PAIR_RATE,
        131057: MAINTENANCE,
        131053: ONCE_MORE,
        **_each(_THE_ACCOUNT, KEEP),
        OUTSIDE_WINDOW: TEMPLATE,
        **_each((*_OUR_MISTAKE, *_THE_TEMPLATE, *_THE_FLOW, *_QUALITY), OPERATOR),
        # The recipient: not on WhatsApp, another country, ourselves, not in the test list, capped,
        # stopped, in an experiment, a user id where a number is due, a changed identity.
        **_each((131026, 130497, 131021, 131030, 131049, 131050, 130472, 131062, 137000), NEVER),
        # A type or a file that WhatsApp does not take.
        **_each((131051, 131052), NEVER),
    }
)
