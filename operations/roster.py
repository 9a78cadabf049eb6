"""`make roster STAGE=pilot FILE=officers.csv`: enlist exactly the officers of a file.

Works in the stack's RosterRole, which can seal a number and open none. An officer who is in the
file no longer is struck off; one who stays keeps the 24-hour window that is open, and stays
suspended if suspended.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from operations.stack import in_role, outputs
from satark.aws.dynamo_enlistment import DynamoEnlistment
from satark.aws.kms import KmsIdentityKeys
from satark.enlisting import Imported, replace_all
from satark.police_range.build import build
from satark.police_range.problems import InvalidRange
from satark.police_range.roster import RosterRow, read_roster

ROOT = Path(__file__).parent.parent


def enlist_officers(rows: Sequence[RosterRow], *, stack: Mapping[str, str]) -> Imported:
    """Import into the stack with these outputs, in its RosterRole."""
    session = in_role(stack["RosterRole"], called="roster")
    keys = KmsIdentityKeys(
        session.client("kms"),
        mac_key=stack["OfficersMacKey"],
        address_key=stack["OfficersAddressKey"],
    )
    enlistment = DynamoEnlistment(session.client("dynamodb"), table=stack["OfficersTable"])
    return replace_all(rows, keys=keys, enlistment=enlistment)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="columns as in officers.example.csv")
    parser.add_argument("--stage", required=True)
    parser.add_argument("--range", default="varanasi", help="the folder under ranges/")
    arguments = parser.parse_args()
    try:
        rows = read_roster(arguments.file, build(ROOT / "ranges" / arguments.range))
    except InvalidRange as invalid:
        sys.stderr.write(f"{invalid}\nNothing was imported.\n")
        return 1
    imported = enlist_officers(rows, stack=outputs(arguments.stage))
    sys.stdout.write(f"{imported.enlisted} officers enlisted, {imported.struck} struck off.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
