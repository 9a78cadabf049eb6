"""The corners of single messages."""

from datetime import UTC, datetime
from typing import Any

import pytest

from satark.message import Content, Pin, Unsupported
from satark.whatsapp.parse import parse
from satark.whatsapp.received import ReceivedMessage
from satark.whatsapp.sender import NamedBy
from tests.unit.whatsapp.payloads import TIPS, payload

ARRIVED = datetime(2026, 1, 23, 9, 30, tzinfo=UTC)


def read(**changes: Any) -> ReceivedMessage:
    """The recorded text message with these keys changed."""
    envelope = payload("text")
    envelope["entry"][0]["changes"][0]["value"]["messages"][0] |= changes
    received = parse(envelope, {TIPS: NamedBy.USER_ID}, arrived=ARRIVED)
    (message,) = received.mail[TIPS].messages
    return message


@pytest.mark.parametrize(
    ("latitude", "longitude", "content"),
    [
        (90, -180, Pin(90.0, -180.0)),
        (90.001, 0, Unsupported("location")),
        (0, 180.001, Unsupported("location")),
        (True, 0, Unsupported("location")),
        (float("nan"), 0, Unsupported("location")),
        (0, float("inf"), Unsupported("location")),
        (10**400, 0, Unsupported("location")),
        ("25.5", 0, Unsupported("location")),
    ],
)
def test_a_pin_lies_on_the_globe(latitude: Any, longitude: Any, content: Content) -> None:
    location = {"latitude": latitude, "longitude": longitude}
    assert read(type="location", location=location).content == content


def test_a_file_that_meta_could_not_take_is_not_fetched() -> None:
    image = {"id": "1384412345678901", "mime_type": "image/jpeg", "sha256": "x"}
    message = read(type="image", image=image, errors=[{"code": 131052}])
    assert message.content == Unsupported("image", 131052)


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("1749416383", datetime(2025, 6, 8, 20, 59, 43, tzinfo=UTC)),
        (1749416383, datetime(2025, 6, 8, 20, 59, 43, tzinfo=UTC)),
        ("0", ARRIVED),
        (-5, ARRIVED),
        ("999999999999", ARRIVED),
        (10**30, ARRIVED),
        ("9" * 5000, ARRIVED),
        ("१७४९४१६३८३", ARRIVED),
        (None, ARRIVED),
        (1749416383.5, ARRIVED),
    ],
)
def test_a_time_that_cannot_be_read_is_that_of_arrival(written: Any, at: datetime) -> None:
    assert read(timestamp=written).at == at


@pytest.mark.parametrize("code", ["131052", None, True, -1, 10**12])
def test_an_error_without_a_code_of_metas_has_none(code: Any) -> None:
    message = read(type="unknown", errors=[{"code": code}])
    assert message.content == Unsupported("unknown", None)
