"""Each role holds exactly what roles.json says: a change of either is a change of the promise."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.infra.template import Template, listed, said

GOLDEN: dict[str, list[str]] = json.loads(Path(__file__).with_name("roles.json").read_text())
PLACED_IN_THE_ACCOUNT = {"AWS": "arn:AWS::Partition:iam::AWS::AccountId:root"}
OPERATORS = {"RosterOperatorRole", "EpochRole", "KeyAdministratorRole", "OpeningDeskRole"}
CLOCKS = {"ReportsClockRole", "DeadlinesClockRole", "CompactionClockRole"}
LAMBDA = {"Service": "lambda.amazonaws.com"}
SCHEDULER = {"Service": "scheduler.amazonaws.com"}
PREFIXES = {
    *("EvidenceBucket/draft/*", "EvidenceBucket/kept/*"),
    *("EvidenceBucket/protected/*", "EvidenceBucket/quarantine/*"),
    *("LakeStoresBucket/events/landing/*", "LakeStoresBucket/events/compacted/*"),
    "LakeStoresBucket/results/*",
    *("LakeStoresBucket/daily/*", "LakeStoresBucket/reports/*", "LakeStoresSealsBucket/seals/*"),
}


def test_there_are_no_other_roles(template: Template) -> None:
    assert set(template.all("IAM::Role")) == set(GOLDEN)


@pytest.mark.parametrize("role", GOLDEN)
def test_a_role_may_do_exactly_this(role: str, template: Template) -> None:
    assert sorted(lines(role, template)) == sorted(GOLDEN[role])


def test_a_role_takes_nothing_from_a_managed_policy(template: Template) -> None:
    assert not template.all("IAM::ManagedPolicy")
    for role in template.all("IAM::Role").values():
        assert set(role) <= {"AssumeRolePolicyDocument", "Description", "MaxSessionDuration"}


@pytest.mark.parametrize("role", GOLDEN)
def test_only_lambda_takes_a_role_but_for_an_operators_and_a_clocks(
    role: str, template: Template
) -> None:
    [trust] = template.all("IAM::Role")[role]["AssumeRolePolicyDocument"]["Statement"]
    [principal] = [{key: said(value) for key, value in trust["Principal"].items()}]
    service = SCHEDULER if role in CLOCKS else LAMBDA
    assert principal == (PLACED_IN_THE_ACCOUNT if role in OPERATORS else service)


@pytest.mark.parametrize("role", sorted(CLOCKS))
def test_a_clock_runs_for_this_account_alone(role: str, template: Template) -> None:
    [trust] = template.all("IAM::Role")[role]["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Condition"] == {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}


def test_a_key_is_administered_with_a_second_factor(template: Template) -> None:
    role = template.all("IAM::Role")["KeyAdministratorRole"]
    [trust] = role["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Condition"] == {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
    assert role["MaxSessionDuration"] == 3600


def test_no_action_and_no_resource_is_a_wildcard_but_objects_of_a_prefix(
    template: Template,
) -> None:
    for role in GOLDEN:
        for line in lines(role, template):
            resource = line.partition(" on ")[2].partition(" if ")[0]
            assert "*" not in line or resource in PREFIXES, line


def lines(role: str, template: Template) -> Iterator[str]:
    """Each thing that the role may or must not do, such as "Allow sqs:SendMessage on TipsLine"."""
    for statement in template.statements(role):
        for action in listed(statement["Action"]):
            for resource in listed(statement["Resource"]):
                condition = _condition(statement.get("Condition", {}))
                yield f"{statement['Effect']} {action} on {said(resource)}{condition}"


def _condition(condition: dict[str, dict[str, Any]]) -> str:
    said_so = [
        f" if {key} is {' or '.join(map(said, listed(value)))}"
        for operator in condition.values()
        for key, value in operator.items()
    ]
    assert set(condition) <= {"StringEquals"}
    return "".join(said_so)
