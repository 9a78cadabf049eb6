"""What is stored, and what officers see, of somebody whose tip went the whole road."""

from collections.abc import Callable
from pathlib import Path

import pytest

from local.leaks import find
from tests.promises.conftest import Told
from tests.promises.plants import PLANTS
from tests.promises.stores import stored
from tests.road import Road
from tests.unit.media.planted import planted_in


def test_officers_see_nothing_of_who_wrote(road: Road, told: Told) -> None:
    """The police never receive your phone number, your WhatsApp identity or your profile name."""
    read = [
        f"{message.text} {message.options} {message.body}".encode()
        for officer in road.officers.values()
        for message in officer.received
    ]

    assert len(read) > 4
    for what, forms in told.secrets().items():
        assert [find(forms, text) for text in read if find(forms, text)] == [], what


def test_nothing_that_is_stored_says_who_wrote(
    road: Road, told: Told, record_property: Callable[[str, object], None]
) -> None:
    """Nothing that is stored on the police side holds them, in clear or in disguise: no table, no file, no queue, no log."""
    everything, secrets = list(stored(road)), told.secrets()
    found = [
        (where, what, find(forms, data))
        for where, data in everything
        for what, forms in secrets.items()
    ]
    stores, forms_sought = {where for where, _ in everything}, sum(map(len, secrets.values()))
    record_property(
        "figure", f"{len(everything)} items of {len(stores)} stores for {forms_sought} forms"
    )

    assert {where.partition(" ")[0] for where, _, _ in found} >= {
        "table",
        "evidence",
        "lake",
        "queue,",
        "AWS",
    }
    assert [leak for leak in found if leak[2]] == []


@pytest.mark.promise(2)
def test_the_scan_finds_what_is_planted(
    road: Road, told: Told, planted: Callable[[str, str], str]
) -> None:
    planted_in_them = {planted(store, told.tipster.number) for store in PLANTS}
    number = told.secrets()["number"]

    hits = {place for place, data in stored(road) if find(number, data)}

    assert planted_in_them <= hits
    assert len(planted_in_them) == len(PLANTS)


def test_hidden_data_does_not_reach_the_store(road: Road, told: Told, tmp_path: Path) -> None:
    """Hidden data in your photos, videos, voice notes and documents, such as the place and the phone, is removed before they are stored."""
    files = [data for where, data in stored(road) if where == "evidence"]

    assert len(files) >= 3
    for number, data in enumerate(files):
        copy = tmp_path / str(number)
        copy.write_bytes(data)
        assert planted_in(copy) == []
