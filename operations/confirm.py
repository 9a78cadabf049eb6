"""`make confirm STAGE=pilot OFFICE=thana:ghazipur/zamania`: an officer is still the officer.

For those whom the system suspended because their phone, SIM or number changed. Without an office
it lists them. Whoever runs it has asked the officer by call or in person, as the range office does
that can say the same over WhatsApp. Works in the stack's RosterRole.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from operations.stack import in_role, outputs
from satark.aws.dynamo_enlistment import DynamoEnlistment
from satark.aws.dynamo_roster import DynamoRoster
from satark.ports import Roster
from satark.roster import Officer


def waiting(officers: Iterable[Officer], *, office: str, name: str) -> list[Officer]:
    """Those suspended by a change; of this office and name, where they are given."""
    return [
        officer
        for officer in officers
        if officer.suspended and officer.changed_at
        if office in {"", officer.office}
        if name in {"", officer.name}
    ]


def confirm(officers: Sequence[Officer], roster: Roster) -> Iterator[str]:
    """Lift one officer's suspension; of several, say who they are and lift none."""
    match officers:
        case [Officer(changed_at=datetime() as change) as officer]:
            lifted = roster.vouch(officer.id, change)
            yield f"{_line(officer)}: {'confirmed' if lifted else 'changed again: ask anew'}."
        case _:
            yield from listed(officers)


def listed(officers: Sequence[Officer]) -> Iterator[str]:
    yield from map(_line, officers)
    yield f"{len(officers)} suspended by a change. Name one by office, and by name if need be."


def _line(officer: Officer) -> str:
    return f"{officer.rank} {officer.name}, {officer.office}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", required=True)
    parser.add_argument("--office", default="", help="such as thana:ghazipur/zamania")
    parser.add_argument("--name", default="", help="as in the roster")
    arguments = parser.parse_args()
    stack = outputs(arguments.stage)
    dynamodb = in_role(stack["RosterRole"], called="confirm").client("dynamodb")
    enlisted = DynamoEnlistment(dynamodb, table=stack["OfficersTable"]).officers().values()
    found = waiting(enlisted, office=arguments.office, name=arguments.name)
    roster = DynamoRoster(dynamodb, table=stack["OfficersTable"])
    for line in confirm(found, roster) if arguments.office else listed(found):
        sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
