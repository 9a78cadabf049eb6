"""Who may use an identity key is said by the key: whoever administers it may not use it."""

from typing import Any

import pytest

from tests.infra.template import Template, listed, said

ACCOUNT, ADMINISTRATOR = "arn:AWS::Partition:iam::AWS::AccountId:root", "KeyAdministratorRole"
REPLY = {"StringEquals": {"kms:EncryptionContext:purpose": "reply"}}
USERS = {
    "TipsMacKey": {("WebhookRole", "kms:GenerateMac")},
    "OfficersMacKey": {
        ("WebhookRole", "kms:GenerateMac"),
        ("RosterRole", "kms:GenerateMac"),
        ("RosterOperatorRole", "kms:GenerateMac"),
    },
    "TipsAddressKey202612": {
        ("WebhookRole", "kms:Encrypt"),
        ("TipsCourierRole", "kms:Decrypt"),
        ("TipsCourierRole", "kms:ReEncryptTo"),
    },
    "TipsAddressKey202611": {
        ("TipsCourierRole", "kms:Decrypt"),
        ("TipsCourierRole", "kms:ReEncryptFrom"),
    },
    "OfficersAddressKey": {
        ("WebhookRole", "kms:Encrypt"),
        ("RosterRole", "kms:Encrypt"),
        ("RosterOperatorRole", "kms:Encrypt"),
        ("OfficersCourierRole", "kms:Decrypt"),
    },
    "ProtectedKey": {
        ("FlowRole", "kms:GenerateDataKey"),
        ("OfficerReplyRole", "kms:GenerateDataKey"),
        ("OpeningRole", "kms:Decrypt"),
    },
}
ADDRESS_KEYS = [key for key in USERS if "Address" in key]
USES = ("Encrypt", "Decrypt", "ReEncrypt", "Generate", "Verify", "Sign", "Derive", "CreateGrant")


def test_there_are_no_other_keys(template: Template) -> None:
    assert set(template.all("KMS::Key")) == {*USERS, "ContentKey", "LakeStoresContentKey"}


@pytest.mark.parametrize("key", USERS)
def test_exactly_these_rooms_use_a_key(key: str, template: Template) -> None:
    users = {
        (said(statement["Principal"]["AWS"]), action)
        for statement in _policy(template, key)
        for action in listed(statement["Action"])
        if said(statement["Principal"]["AWS"]) not in (ACCOUNT, ADMINISTRATOR)
    }
    assert users == USERS[key]


@pytest.mark.parametrize("who", [ACCOUNT, ADMINISTRATOR])
@pytest.mark.parametrize("key", USERS)
def test_who_administers_a_key_cannot_use_it(key: str, who: str, template: Template) -> None:
    for action in _granted(template, key, who):
        assert not action.removeprefix("kms:").startswith(USES)
        assert "*" not in action


@pytest.mark.parametrize("key", USERS)
def test_who_destroys_a_key_does_not_say_who_uses_it(key: str, template: Template) -> None:
    """CloudFormation writes the policy; a person with a second factor stops and destroys."""
    assert "kms:PutKeyPolicy" in _granted(template, key, ACCOUNT)
    assert "kms:ScheduleKeyDeletion" not in _granted(template, key, ACCOUNT)
    assert "kms:PutKeyPolicy" not in _granted(template, key, ADMINISTRATOR)
    assert "kms:ScheduleKeyDeletion" in _granted(template, key, ADMINISTRATOR)


@pytest.mark.parametrize("key", ADDRESS_KEYS)
def test_an_address_is_sealed_and_opened_for_a_reply_only(key: str, template: Template) -> None:
    for statement in _policy(template, key):
        if said(statement["Principal"]["AWS"]) not in (ACCOUNT, ADMINISTRATOR):
            assert statement["Condition"] == REPLY


def test_a_protected_file_is_stored_and_opened_through_s3_alone(template: Template) -> None:
    for statement in _policy(template, "ProtectedKey"):
        if said(statement["Principal"]["AWS"]) not in (ACCOUNT, ADMINISTRATOR):
            assert statement["Condition"] == {
                "StringEquals": {"kms:ViaService": "s3.ap-south-1.amazonaws.com"}
            }


@pytest.mark.parametrize("key", ["TipsMacKey", "OfficersMacKey"])
def test_a_pseudonym_is_made_by_hmac(key: str, template: Template) -> None:
    properties = template.all("KMS::Key")[key]
    assert properties["KeySpec"] == "HMAC_256"
    assert properties["KeyUsage"] == "GENERATE_VERIFY_MAC"


@pytest.mark.parametrize("key", [*ADDRESS_KEYS, "ProtectedKey", "ContentKey"])
def test_a_key_that_encrypts_rotates(key: str, template: Template) -> None:
    assert template.all("KMS::Key")[key]["EnableKeyRotation"] is True


def test_a_deleted_stack_leaves_the_keys(template: Template) -> None:
    for name in (*USERS, "ContentKey"):
        assert template.resources[name]["DeletionPolicy"] == "Retain"


def _granted(template: Template, key: str, who: str) -> list[str]:
    [statement] = [
        statement
        for statement in _policy(template, key)
        if said(statement["Principal"]["AWS"]) == who
    ]
    return listed(statement["Action"])


def _policy(template: Template, key: str) -> list[dict[str, Any]]:
    statements: list[dict[str, Any]] = template.all("KMS::Key")[key]["KeyPolicy"]["Statement"]
    return statements
