"""Each test is a new day on the one road, at whose end nothing may be lost."""

import json
from collections.abc import Iterator

import pytest

from tests.journey.town import Town
from tests.road import Road


@pytest.fixture
def expected_errors() -> set[str]:
    """Events that a test means to see in the functions' logs at level ERROR."""
    return set()


@pytest.fixture
def town(road: Road, expected_errors: set[str]) -> Iterator[Town]:
    before = _log_lines(road)
    town = Town(road)
    town.wakes()
    yield town
    road.whatsapp.faults.clear()
    town.settles()
    assert not any(road.system.cloud.waiting().values()), "a message is stuck or dead"
    news = [line for log, lines in _log_lines(road).items() for line in lines[len(before[log]) :]]
    assert set(map(_error, news)) - {None} == expected_errors


def _log_lines(road: Road) -> dict[str, list[str]]:
    logs = road.system.deployment.logs()
    return {function: log.splitlines() for function, log in logs.items()}


def _error(line: str) -> str | None:
    """The event of an error; whatever is no line of our log is one, too."""
    try:
        said = json.loads(line)
    except ValueError:
        return line
    return str(said["event"]) if said["level"] == "ERROR" else None
