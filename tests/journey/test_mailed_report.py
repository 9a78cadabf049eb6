"""The month's report: Athena is asked, the PDF is made, and SES sends it, once."""

import json
from datetime import UTC, datetime
from typing import Any

import urllib3

from satark.lake.rows import indian
from tests.journey.town import Town
from tests.telling import Story

OFFICE = "range:varanasi"


def test_a_months_report_is_mailed_to_the_range_office_once(town: Town) -> None:
    town.citizen().tells(Story())
    town.settles()
    before = len(mails(town))
    for _ in range(2):
        town.mails_report(month(town), OFFICE)

    [mail] = mails(town)[before:]
    assert mail["To"] == list(town.police_range.reports.recipients[OFFICE])
    assert "मासिक रिपोर्ट" in mail["Subject"]
    assert "गाज़ीपुर" in mail["BodyText"]


def month(town: Town) -> str:
    now = datetime.fromtimestamp(town.road.whatsapp.clock.now(), UTC)
    return f"{indian(now):%Y-%m}"


def mails(town: Town) -> list[dict[str, Any]]:
    """All that SES ever sent, as MiniStack keeps it."""
    address = f"{town.road.system.cloud.endpoint}/_ministack/ses/messages"
    kept: dict[str, dict[str, list[dict[str, Any]]]] = json.loads(
        urllib3.request("GET", address).data
    )
    return [mail for account in kept["messages"].values() for mail in account]
