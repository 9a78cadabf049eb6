"""`make epoch STAGE=pilot`: end the key that sealed tipsters' addresses until this month.

docs/keys.md tells the month's routine. The tips courier seals what lies under the former key again,
this counts with it, and says what to do next. With MFA="SERIAL CODE" it then has the former key
destroyed, in seven days. It may be broken off anywhere, and run as often as one likes.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import Protocol

from operations.epoch_stack import Counted, Stack, Unanswered
from operations.stack import outputs


class NotYet(Exception):
    """The former key is still needed; the message says for what, and what to do."""


class House(Protocol):
    """What is asked of the deployed stack. Each may raise AWS's own errors."""

    def fate(self) -> str | None:
        """What becomes of the former key; None while nobody has asked for its end."""
        ...

    def rewrap(self) -> Counted:
        """Have some hundred addresses sealed again. Raises Unanswered."""
        ...

    def waiting(self) -> dict[str, int]:
        """How many messages wait, by the queue; after watching for a minute."""
        ...

    def destroy(self) -> str:
        """Have the former key destroyed; gives what becomes of it."""
        ...


def end(house: House, *, former: str, destroying: bool) -> Iterator[str]:
    """Line by line what is done. Raises NotYet, having destroyed nothing."""
    if fate := house.fate():
        yield f"The key of {former} {fate}. Next month begins as docs/keys.md says."
        return
    yield from _sealed_again(house, former)
    if waiting := house.waiting():
        held = ", ".join(f"{queue}: {count}" for queue, count in waiting.items())
        raise NotYet(f"Messages wait that may be sealed under it ({held}). Redrive dead letters.")
    if house.rewrap() != Counted(0, 0):
        raise NotYet(f"A message that waited was sealed under the key of {former} meanwhile.")
    yield f"Nothing is sealed under the key of {former} any more: no address, no message."
    if destroying:
        yield f"The key of {former} {house.destroy()}."
    else:
        yield 'To destroy it, run this again with your second factor: MFA="SERIAL CODE".'


def _sealed_again(house: House, former: str) -> Iterator[str]:
    done, counted = 0, house.rewrap()
    while counted.count:
        done += counted.count
        yield f"{done} addresses sealed again, {counted.left} left."
        if not counted.left:
            return
        counted = house.rewrap()
    if counted.left:
        raise NotYet(
            f"{counted.left} addresses are sealed under a key older than that of {former}: nothing "
            "opens them. They end by themselves, 30 days after their tips were filed."
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", required=True)
    parser.add_argument("--mfa", default="", help="your device's serial number, and its code")
    arguments = parser.parse_args()
    if len(arguments.mfa.split()) not in {0, 2}:
        parser.error("--mfa: give the serial number and the code, with a space between")
    told = outputs(arguments.stage)
    present, *former = told["TipsAddressEpochs"].split()
    if not former:
        sys.stdout.write(
            f"Only the key of {present} is deployed. When the month is over, write into cdk.json "
            f"former_address_epoch {present} and the new address_epoch, deploy, and run this.\n"
        )
        return 0
    try:
        house = Stack.of(told, second_factor=arguments.mfa.split())
        for line in end(house, former=former[0], destroying=bool(arguments.mfa)):
            sys.stdout.write(f"{line}\n")
    except (NotYet, Unanswered) as not_yet:
        sys.stderr.write(f"{not_yet} The key stays; run this again.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
