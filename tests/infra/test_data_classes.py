"""No place where data rests is forgotten in the list of what lies where, and for how long."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from functions.flow.session import REMEMBERED_FOR
from satark.aws import dynamo_deliveries
from tests.infra.template import Template

LISTED: dict[str, dict[str, Any]] = tomllib.loads(Path("infra/data_classes.toml").read_text())
RANGE = tomllib.loads(Path("ranges/varanasi/range.toml").read_text())
PLACES = (
    *("DynamoDB::Table", "S3::Bucket", "SQS::Queue", "Logs::LogGroup"),
    "Cognito::UserPool",
)
CLASSES = {"identity-sealed", "tip", "officer", "operational"}
DAY = 24 * 3600


def test_every_place_is_listed_and_every_line_is_a_place(template: Template) -> None:
    assert set(LISTED) == {name for kind in PLACES for name in template.all(kind)}


@pytest.mark.parametrize("name", LISTED)
def test_a_line_says_all(name: str) -> None:
    line = LISTED[name]
    assert line["class"] in CLASSES
    assert line["holds"]
    assert ("kept" in line) == (line["erase"] != "never")
    assert set(line) <= {"holds", "class", "kept", "erase", "lasts"}
    for days in kept(name):
        assert days > 0


def test_nothing_that_comes_of_an_identity_is_kept_for_good() -> None:
    sealed = {name for name, line in LISTED.items() if line["class"] == "identity-sealed"}
    assert {LISTED[name]["erase"] for name in sealed} == {"ttl", "age"}
    assert all(max(kept(name)) <= 30 for name in sealed)


def test_a_table_erases_as_its_line_says(template: Template) -> None:
    for name, table in template.all("DynamoDB::Table").items():
        expires = "TimeToLiveSpecification" in table
        assert LISTED[name]["erase"] == ("ttl" if expires else "never"), name
        assert ("ResourcePolicy" in table) == expires, name


def test_a_queue_erases_as_its_line_says(template: Template) -> None:
    for name, queue in template.all("SQS::Queue").items():
        assert LISTED[name]["erase"] == "age"
        assert [queue["MessageRetentionPeriod"]] == [days * DAY for days in kept(name)], name


def test_a_log_erases_as_its_line_says(template: Template) -> None:
    for name, group in template.all("Logs::LogGroup").items():
        assert LISTED[name]["erase"] == "age"
        assert [group["RetentionInDays"]] == kept(name), name


def test_a_bucket_erases_as_its_line_says(template: Template) -> None:
    for name, bucket in template.all("S3::Bucket").items():
        rules = bucket["LifecycleConfiguration"]["Rules"]
        days = [rule["ExpirationInDays"] for rule in rules if "ExpirationInDays" in rule]
        locked = "ObjectLockConfiguration" in bucket
        assert LISTED[name]["erase"] == ("lock" if locked else "lifecycle")
        assert sorted(days) == sorted(kept(name)), name


def test_the_code_lets_expire_as_the_lines_say() -> None:
    assert kept("StoresSessions") == [REMEMBERED_FOR.days]
    for name in ("StoresTipDeliveries", "StoresOfficerDeliveries"):
        assert [days * DAY for days in kept(name)] == [dynamo_deliveries._KEPT_SECONDS]  # noqa: SLF001 -- the one place that says it


def kept(name: str) -> list[int]:
    """In days."""
    said = LISTED[name].get("kept", [])
    listed = said if isinstance(said, list) else [said]
    return [one if isinstance(one, int) else _setting(*one.split(".")) for one in listed]


def _setting(table: str, key: str) -> int:
    days: int = RANGE[table][key]
    return days
