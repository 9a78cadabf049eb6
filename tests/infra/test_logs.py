"""CloudWatch masks, on every log group, what the code must not log in the first place."""

import json
import re
from typing import Any, get_args

import pytest

from infra.logs import OURS, THEIRS
from satark.log import Event
from tests.infra.template import Template, said

MASKED = {
    "IndianMobile": ["9000000123", "+919000000123", "to 90000 00123.", "90000-00123"],
    "WhatsAppUserId": ["IN.2081978709342942"],
    "WhatsAppMessageId": ["wamid.HBgMOTE5MDAwMDAwMTIzFQIAEhg="],
    "SealedAddress": ["AQICAHi" + "x9+/" * 20],
}


def policies(template: Template) -> dict[str, dict[str, Any]]:
    groups = template.all("Logs::LogGroup")
    return {name: group["DataProtectionPolicy"] for name, group in groups.items()}


def test_every_log_group_is_masked_in_the_same_way(template: Template) -> None:
    found = policies(template)
    assert set(found) == set(template.all("Logs::LogGroup"))
    assert len({json.dumps(policy, sort_keys=True) for policy in found.values()}) == 1


def test_what_is_looked_for_is_masked_too(template: Template) -> None:
    """A policy has to look for exactly what it masks, or CloudWatch refuses it."""
    policy = policies(template)["TipsCourierLogs"]
    audit, mask = policy["Statement"]
    assert audit["Operation"] == {"Audit": {"FindingsDestination": {}}}
    assert mask["Operation"] == {"Deidentify": {"MaskConfig": {}}}
    assert audit["DataIdentifier"] == mask["DataIdentifier"]
    names = [said(one).rpartition("/")[2] for one in mask["DataIdentifier"]]
    assert names == [*OURS, *THEIRS]
    told = policy["Configuration"]["CustomDataIdentifier"]
    assert {one["Name"]: one["Regex"] for one in told} == OURS


@pytest.mark.parametrize("name", OURS)
def test_our_identifiers_keep_to_the_limits_of_cloudwatch(name: str) -> None:
    """Ten of them at most; a name of letters, digits, _ and -; a regex of 200 such characters."""
    assert len(OURS) <= 10
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,128}", name)
    assert re.fullmatch(r"[A-Za-z0-9_#=@/;, ^$?\[\]{}|\\*+.-]{1,200}", OURS[name])


@pytest.mark.parametrize("name", OURS)
def test_an_identity_is_found_in_a_line(name: str) -> None:
    assert set(MASKED) == set(OURS)
    for secret in MASKED[name]:
        assert re.search(OURS[name], json.dumps({"count": 1, "to": f"{secret}"}))


def test_what_we_do_log_is_left_to_be_read() -> None:
    """The alarm counts a word in a line; masked lines are what a metric filter sees."""
    for event in get_args(Event):
        line = json.dumps({"event": event, "code": 131056, "error": "SendFailed", "where": "a:12"})
        assert not any(re.search(regex, line) for regex in OURS.values())
