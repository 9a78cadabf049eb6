"""The claims hold for the template as it is, and break for each way to a tipster's number."""

from copy import deepcopy
from typing import Any

import pytest

from proof import questions as ask
from proof.account import Account
from proof.claims import broken
from proof.questions import QUESTIONS, Answers, answers
from proof.reach import Reach
from tests.infra.proof import mutants
from tests.infra.proof.mutants import (
    ADDRESS,
    BENIGN,
    FORMER,
    MUTANTS,
    allow,
    arn,
    own,
    says,
    undeny,
)

ASKED_ABOUT = {
    "AWS::DynamoDB::Table",
    "AWS::KMS::Key",
    "AWS::Lambda::Function",
    "AWS::S3::Bucket",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
    "AWS::SecretsManager::Secret",
}
CONTROLS = {
    ask.MAKE_TIPSTERS_PSEUDONYM: "WebhookRole",
    ask.SEAL_TIPSTERS_ADDRESS: "WebhookRole",
    ask.OPEN_TIPSTERS_ADDRESS: "TipsCourierRole",
    ask.READ_VAULT: "TipsCourierRole",
    ask.WRITE_VAULT: "FlowRole",
    ask.READ_PEPPER: "FlowRole",
    ask.READ_SESSIONS: "FlowRole",
    ask.READ_CASES: "DispatchRole",
    ask.OPEN_PROTECTED_FILES: "OpeningRole",
    ask.WRITE_SEAL: "CompactionRole",
}
"""What must work, or a proof that nothing works would be worth nothing."""


@pytest.mark.promise(1, 5)
def test_every_claim_holds(house: dict[str, Any]) -> None:
    assert broken(house) == {}


@pytest.mark.promise(1, 5)
@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_way_to_a_number_is_found(mutant: str, house: dict[str, Any]) -> None:
    change, claims = MUTANTS[mutant]
    mutated = deepcopy(house)
    change(mutated)
    assert set(broken(mutated)) == claims


def test_a_sealer_who_could_write_the_ledger_is_found(house: dict[str, Any]) -> None:
    mutated = deepcopy(house)
    allow(mutated, "dynamodb:PutItem", on=arn("StoresCases"), role="CompactionRole")
    assert set(broken(mutated)) == {"ledger", "exact"}


@pytest.mark.parametrize("mutant", ["m1", "m4", "m8", "m10", "m12"])
def test_the_former_months_key_is_watched_as_closely(
    mutant: str, house: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutants, "ADDRESS", FORMER)
    change, claims = MUTANTS[mutant]
    mutated = deepcopy(house)
    change(mutated)
    assert set(broken(mutated)) == claims


@pytest.mark.parametrize("variant", BENIGN)
def test_a_harmless_change_breaks_nothing(variant: str, house: dict[str, Any]) -> None:
    changed = deepcopy(house)
    BENIGN[variant](changed)
    assert changed != house
    assert broken(changed) == {}


@pytest.mark.parametrize("control", CONTROLS)
def test_the_work_can_be_done(control: str, house: dict[str, Any]) -> None:
    assert CONTROLS[control] in names(found(house), control)


@pytest.mark.parametrize("control", CONTROLS)
def test_and_not_without_its_own_statements(control: str, house: dict[str, Any]) -> None:
    role, stripped = CONTROLS[control], deepcopy(house)
    own(stripped, role).clear()
    for resource in stripped["Resources"].values():
        statements = resource.get("Properties", {}).get("KeyPolicy", {}).get("Statement", [])
        arn = {"AWS": {"Fn::GetAtt": [role, "Arn"]}}
        statements[:] = [one for one in statements if one["Principal"] != arn]
    assert role not in names(found(stripped), control)
    assert set(broken(stripped)) == {"exact"}


OPENING = ["kms:Decrypt", "kms:ReEncryptFrom"]


def test_a_key_that_forbids_its_courier_is_noticed(house: dict[str, Any]) -> None:
    locked = deepcopy(house)
    for key in (ADDRESS, FORMER):
        says(locked, key).append(
            {"Effect": "Deny", "Action": OPENING, "Resource": "*", "Principal": "*"}
        )
    assert "TipsCourierRole" not in names(found(locked), ask.OPEN_TIPSTERS_ADDRESS)
    assert set(broken(locked)) == {"exact"}


@pytest.mark.promise(8)
def test_who_carries_messages_and_decrypts_protected_files_is_found(house: dict[str, Any]) -> None:
    role, mutated = "OfficersCourierRole", deepcopy(house)
    undeny(mutated, role)
    allow(mutated, "kms:Decrypt", on=arn("ProtectedKey"), role=role)
    says(mutated, "ProtectedKey").append(
        {
            "Effect": "Allow",
            "Action": "kms:Decrypt",
            "Resource": "*",
            "Principal": {"AWS": arn(role)},
        }
    )
    assert "files" in broken(mutated)


def test_the_key_administrator_holds_nothing(house: dict[str, Any]) -> None:
    for holders in found(house).values():
        assert "KeyAdministratorRole" not in {holder.name for holder in holders}


def test_everything_that_holds_something_is_asked_about(house: dict[str, Any]) -> None:
    """A new table, key, queue, bucket, secret, topic or function needs its question."""
    resources = house["Resources"].items()
    there = {name.rstrip("0123456789") for name, one in resources if one["Type"] in ASKED_ABOUT}
    assert there == {question.of.partition("/")[0] for question in QUESTIONS.values()}


def found(house: dict[str, Any]) -> Answers:
    return answers(Reach(Account.of(house)))


def names(of: Answers, question: str) -> set[str]:
    return {holder.name for holder in of[question]}
