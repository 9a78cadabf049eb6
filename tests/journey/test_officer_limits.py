"""What an officer may no longer do, two at once on one tip, and an alert that never arrived."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from satark.case import AlertProgressed, OfficerActed, OfficerReported
from tests.journey.actors import NUMBER
from tests.journey.town import Town
from tests.telling import Story

STORY = Story(district="jaunpur", thana="jaunpur/kotwali")


def test_two_officers_at_once_are_both_heard_and_the_case_has_one_status(town: Town) -> None:
    thana, sp = town.reads(STORY)
    with ThreadPoolExecutor() as pool:
        list(
            pool.map(lambda officer: officer.reports(f"{officer.person.name} मौके पर"), (thana, sp))
        )
        list(pool.map(lambda officer: officer.acts("accepted"), (thana, sp)))
    town.settles()
    happened = town.happened(thana.number)
    reports = {what.words for what in happened if isinstance(what, OfficerReported)}
    assert reports == {f"{officer.person.name} मौके पर" for officer in (thana, sp)}
    assert {what.action for what in happened if isinstance(what, OfficerActed)} == {"accepted"}
    assert town.case(thana.number).status == "action_taken"  # a report is one


def test_a_closed_tip_takes_a_report_and_no_action(town: Town) -> None:
    thana, _ = town.reads(STORY)
    thana.acts("nothing_found")
    thana.acts("accepted")
    thana.hears("officer.already_closed")
    thana.reports("बाद में एक गाड़ी मिली")
    town.settles()
    happened = town.happened(thana.number)
    assert [what.action for what in happened if isinstance(what, OfficerActed)] == ["nothing_found"]
    assert [what.words for what in happened if isinstance(what, OfficerReported)] == [
        "बाद में एक गाड़ी मिली"
    ]
    assert town.case(thana.number).status == "closed"


def test_an_officer_who_was_never_told_is_told_so(town: Town) -> None:
    thana, _ = town.reads(STORY)
    other = town.thana("chandauli/kotwali")
    other.person.says(thana.number)
    other.waits_for(lambda message: thana.number in NUMBER.findall(message.text))
    other.hears("officer.not_told", number=thana.number)


def test_a_suspended_officer_is_told_so_and_changes_nothing(town: Town) -> None:
    thana, _ = town.reads(STORY)
    with suspended(town, thana.person.name):
        thana.person.says("मौके पर हूँ", quoting=thana.tip)
        thana.hears("officer.suspended")
        town.settles()
    assert not [what for what in town.happened(thana.number) if isinstance(what, OfficerReported)]


@pytest.mark.parametrize("code", [131026, 131047, 131049])
def test_an_alert_that_fails_goes_one_office_up_and_says_so(town: Town, code: int) -> None:
    """By a status, as Meta tells what it could not deliver; nobody serves in the circle."""
    thana, sp = town.thana("chandauli/kotwali"), town.sp("chandauli")
    town.road.whatsapp.faults.fail_by_status(code, to=thana.person.phone.id)
    town.citizen().tells(Story(district="chandauli", thana="chandauli/kotwali"))
    sp.opens_alert()
    town.settles()
    for alert in [message for message in sp.heard if message.template][1:]:
        sp.person.taps(alert)
    sp.hears("officer.duty_act")
    told = sp.waits_for(lambda message: message.text.startswith("⚠️"))
    assert sp.number in told.text
    town.settles()
    failed = [
        what.error
        for what in town.happened(sp.number)
        if isinstance(what, AlertProgressed) and what.state == "failed"
    ]
    assert failed == [code]


@pytest.mark.parametrize(("office", "word"), [("jaunpur", "मदद"), ("chandauli", "help")])
def test_help_fits_one_screen_in_the_officers_language(town: Town, office: str, word: str) -> None:
    sp = town.sp(office)
    sp.person.says(word)
    told = sp.hears("officer.help")
    assert len(told.text) < 800
    assert len(told.text.splitlines()) <= 10


@contextmanager
def suspended(town: Town, name: str) -> Iterator[None]:
    """Whoever is called so, in the roster."""
    [row] = [row for row in town.rows("StoresOfficers") if row.get("name", {}).get("S") == name]
    for state in (True, False):
        town.road.system.cloud.client("dynamodb").update_item(
            TableName=town.resource("StoresOfficers"),
            Key={"officer_id": row["officer_id"]},
            UpdateExpression="SET suspended = :state",
            ExpressionAttributeValues={":state": {"BOOL": state}},
        )
        if state:
            yield
