"""A stage is chosen by context, and what is wrong with it is said before anything is built."""

from typing import Any

import pytest
from aws_cdk import RemovalPolicy

from infra.stage import Stage, StageError

STAGES: dict[str, dict[str, Any]] = {
    "jaunpur": {
        "range_folder": "ranges/varanasi",
        "removal_policy": "RETAIN",
        "tips_phone_number_id": "100000000000001",
        "officers_phone_number_id": "",
        "address_epoch": "2026-12",
        "report_sender": "reports@example.org",
    },
}


def chosen(**context: Any) -> Stage:
    return Stage.from_context({"stages": STAGES, **context}.get)


def test_a_value_on_the_command_line_wins() -> None:
    stage = chosen(stage="jaunpur", officers_phone_number_id="100000000000002", region="ap-south-2")
    assert stage == Stage(
        name="jaunpur",
        range_folder="ranges/varanasi",
        removal_policy=RemovalPolicy.RETAIN,
        tips_phone_number_id="100000000000001",
        officers_phone_number_id="100000000000002",
        address_epoch="2026-12",
        report_sender="reports@example.org",
        region="ap-south-2",
    )


def test_a_value_that_nobody_set_is_named_with_the_two_ways_to_set_it() -> None:
    with pytest.raises(
        StageError,
        match=r"stages\.jaunpur\.officers_phone_number_id is not set: write it there or give -c",
    ):
        chosen(stage="jaunpur")


def test_an_unknown_stage_is_answered_with_those_that_exist() -> None:
    with pytest.raises(StageError, match=r"no stage 'jaunpr': choose by -c stage=jaunpur"):
        chosen(stage="jaunpr")


def test_a_value_that_nobody_reads_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STAGES, "jaunpur", {**STAGES["jaunpur"], "regoin": "ap-south-2"})
    with pytest.raises(StageError, match=r"stages\.jaunpur: no such value: regoin"):
        chosen(stage="jaunpur")


@pytest.mark.parametrize(
    ("present", "former", "wrong"),
    [
        ("december", "", r"'december' is no month such as 2026-12"),
        ("2026-13", "", r"'2026-13' is no month"),
        ("2026-12", "november", r"'november' is no month"),
        ("2026-12", "2026-12", r"former address epoch 2026-12 is not before 2026-12"),
        ("2026-12", "2027-01", r"former address epoch 2027-01 is not before 2026-12"),
    ],
)
def test_epochs_are_months_and_the_former_one_comes_before(
    present: str, former: str, wrong: str
) -> None:
    with pytest.raises(StageError, match=wrong):
        chosen(
            stage="jaunpur",
            officers_phone_number_id="1",
            address_epoch=present,
            former_address_epoch=former,
        )


def test_the_present_epoch_comes_first() -> None:
    months = {"address_epoch": "2027-01", "former_address_epoch": "2026-12"}
    stage = chosen(stage="jaunpur", officers_phone_number_id="1", **months)
    assert stage.address_epochs == ("2027-01", "2026-12")
