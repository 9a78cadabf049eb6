"""`make user STAGE=pilot OFFICE=thana:ghazipur/zamania EMAIL=…`: an officer may sign in.

The pool writes to the address: a first password, good for a day. Run again for the same address
after the officer's number has changed, or for the officer who follows. With `--auditor`, for
somebody who is in no roster and looks at the range of this office. Whoever runs it needs the right
to make users of the pool; the roster is read in the stack's RosterRole.
"""

import argparse
import secrets
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import boto3

from operations.stack import in_role, outputs
from satark.aws.dynamo_enlistment import DynamoEnlistment
from satark.roster import Officer

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient
    from mypy_boto3_cognito_idp.type_defs import AttributeTypeTypeDef

GROUPS: Final = {"range": "range_office", "district": "sp_office", "thana": "thana"}
AUDITOR: Final = "auditor"


class NotOne(Exception):
    """The message says whom there is to choose from."""


@dataclass(frozen=True, slots=True)
class User:
    """`officer` as in the roster; `office` only of an auditor, whom no roster places."""

    group: str
    officer: str
    name: str
    office: str = ""

    @property
    def attributes(self) -> "list[AttributeTypeTypeDef]":
        said = {"name": self.name, "custom:officer": self.officer, "custom:office": self.office}
        return [{"Name": name, "Value": value} for name, value in said.items() if value]


def user_of(officers: Iterable[Officer], *, office: str, name: str) -> User:
    """Raises NotOne."""
    group = GROUPS.get(office.partition(":")[0])
    if group is None:
        raise NotOne(f"{office}: only offices of a range, district or thana have pages")
    there = [one for one in officers if one.office == office and not one.suspended]
    match [one for one in there if name in {"", one.name}]:
        case [officer]:
            return User(group, officer.id, officer.name)
        case _:
            names = ", ".join(one.name for one in there) or "nobody"
            raise NotOne(f"In service at {office}: {names}. Name one of them by NAME=…")


def auditor(*, office: str, name: str) -> User:
    """Raises NotOne."""
    if not (office.startswith("range:") and name):
        raise NotOne("An auditor has a NAME=…, and the OFFICE=range:… whose cases they count")
    return User(AUDITOR, f"auditor-{secrets.token_hex(8)}", name, office)


def admit(user: User, client: "CognitoIdentityProviderClient", *, pool: str, email: str) -> bool:
    """Whether the user is new to the pool. In any case it ends in this group alone."""
    new = _create(user, client, pool=pool, email=email)
    if not new:
        client.admin_update_user_attributes(
            UserPoolId=pool, Username=email, UserAttributes=user.attributes
        )
    groups = client.admin_list_groups_for_user(UserPoolId=pool, Username=email)["Groups"]
    for group in groups:
        if group["GroupName"] != user.group:
            client.admin_remove_user_from_group(
                UserPoolId=pool, Username=email, GroupName=group["GroupName"]
            )
    client.admin_add_user_to_group(UserPoolId=pool, Username=email, GroupName=user.group)
    return new


def _create(user: User, client: "CognitoIdentityProviderClient", *, pool: str, email: str) -> bool:
    """False where the pool has this address already."""
    address: list[AttributeTypeTypeDef] = [
        {"Name": "email", "Value": email},
        {"Name": "email_verified", "Value": "true"},
    ]
    try:
        client.admin_create_user(
            UserPoolId=pool,
            Username=email,
            UserAttributes=[*address, *user.attributes],
            DesiredDeliveryMediums=["EMAIL"],
        )
    except client.exceptions.UsernameExistsException:
        return False
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", required=True)
    parser.add_argument("--office", required=True, help="such as thana:ghazipur/zamania")
    parser.add_argument("--name", default="", help="as in the roster, where several serve there")
    parser.add_argument("--email", required=True)
    parser.add_argument("--auditor", action="store_true")
    arguments = parser.parse_args()
    stack = outputs(arguments.stage)
    try:
        if arguments.auditor:
            user = auditor(office=arguments.office, name=arguments.name)
        else:
            dynamodb = in_role(stack["RosterRole"], called="user").client("dynamodb")
            enlisted = DynamoEnlistment(dynamodb, table=stack["OfficersTable"]).officers()
            user = user_of(enlisted.values(), office=arguments.office, name=arguments.name)
    except NotOne as why:
        sys.stderr.write(f"{why}\n")
        return 1
    client = boto3.client("cognito-idp")
    new = admit(user, client, pool=stack["DashboardUserPool"], email=arguments.email)
    how = "a first password was sent" if new else "known already, now for this office"
    sys.stdout.write(f"{user.name}, {user.group}: {how}. {stack['DashboardUrl']}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
