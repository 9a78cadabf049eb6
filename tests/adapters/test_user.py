"""`make user`: an officer of the roster, or an auditor, may sign in, in one group alone."""

from collections.abc import Iterator
from dataclasses import replace

import boto3
import pytest
from moto import mock_aws
from mypy_boto3_cognito_idp import CognitoIdentityProviderClient

from functions.dashboard.viewer import GROUPS, Viewer, viewer_of
from operations.user import NotOne, admit, auditor, user_of
from satark.roster import Officer
from tests.fakes import RosterList
from tests.samples import varanasi

EMAIL = "zamania@police.example"
SO = Officer("o-1", "थानाध्यक्ष", "SO", "thana:ghazipur/zamania", "hi")
SP = Officer("o-2", "एसपी", "SP", "district:ghazipur", "hi")
ROSTER = RosterList([SO, SP, replace(SP, id="o-3", name="एएसपी")])


@pytest.fixture
def client() -> Iterator[CognitoIdentityProviderClient]:
    with mock_aws():
        yield boto3.client("cognito-idp", region_name="ap-south-1")


@pytest.fixture
def pool(client: CognitoIdentityProviderClient) -> str:
    made = client.create_user_pool(
        PoolName="p",
        UsernameAttributes=["email"],
        Schema=[{"Name": name, "AttributeDataType": "String"} for name in ("officer", "office")],
    )["UserPool"]["Id"]
    for group in GROUPS:
        client.create_group(UserPoolId=made, GroupName=group)
    return made


def viewer(client: CognitoIdentityProviderClient, pool: str) -> Viewer:
    """As the dashboard would take the claims of this user's token."""
    found = client.admin_get_user(UserPoolId=pool, Username=EMAIL)["UserAttributes"]
    groups = client.admin_list_groups_for_user(UserPoolId=pool, Username=EMAIL)["Groups"]
    claims: dict[str, object] = {one["Name"]: one["Value"] for one in found}
    claims["cognito:groups"] = [group["GroupName"] for group in groups]
    return viewer_of(claims, ROSTER, varanasi())


def test_an_officer_is_admitted_and_whoever_follows_takes_the_place(
    client: CognitoIdentityProviderClient, pool: str
) -> None:
    user = user_of(ROSTER.officers, office=SO.office, name="")
    assert admit(user, client, pool=pool, email=EMAIL)
    assert (viewer(client, pool).id, viewer(client, pool).role) == ("o-1", "thana")
    after = user_of(ROSTER.officers, office=SP.office, name="एएसपी")
    assert not admit(after, client, pool=pool, email=EMAIL)
    assert (viewer(client, pool).id, viewer(client, pool).role) == ("o-3", "district")


def test_an_auditor_is_admitted(client: CognitoIdentityProviderClient, pool: str) -> None:
    assert admit(auditor(office="range:varanasi", name="अ"), client, pool=pool, email=EMAIL)
    found = viewer(client, pool)
    assert (found.role, found.office, found.id[:8]) == ("auditor", "range:varanasi", "auditor-")


@pytest.mark.parametrize(
    ("office", "name", "says"),
    [
        (SP.office, "", "एसपी, एएसपी"),
        (SP.office, "कोई और", "एसपी, एएसपी"),
        ("thana:ghazipur/gahmar", "", "nobody"),
        ("circle:ghazipur/zamania", "", "have pages"),
        ("", "", "have pages"),
    ],
)
def test_whom_it_is_about_must_be_clear(office: str, name: str, says: str) -> None:
    with pytest.raises(NotOne, match=says):
        user_of(ROSTER.officers, office=office, name=name)


def test_nobody_suspended_is_admitted_and_no_auditor_without_range_or_name() -> None:
    with pytest.raises(NotOne, match="nobody"):
        user_of([replace(SO, suspended=True)], office=SO.office, name="")
    for office, name in (("range:varanasi", ""), ("district:ghazipur", "अ")):
        with pytest.raises(NotOne):
            auditor(office=office, name=name)
