"""One house for all runs: each run has a person of its own, so none can hide another's trace."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from moto import mock_aws
from pydantic import TypeAdapter

from proof.cdk import without_hashes
from satark.police_range.model import PoliceRange
from tests.faults.house import House, Json
from tests.faults.marked import Marked
from tests.faults.outside import Outside
from tests.faults.rooms import Rooms
from tests.infra.conftest import PILOT, synthesised
from tests.samples import varanasi
from tests.unit.media.specimens_pictures import jpeg_bytes

type OpenRooms = Callable[[], AbstractContextManager[Rooms]]
"""A house of its own each time: nothing is in its stores yet."""


@pytest.fixture(scope="session")
def house_template(tmp_path_factory: pytest.TempPathFactory) -> Json:
    template = synthesised(tmp_path_factory, "pilot", PILOT)
    return without_hashes(json.loads(template.read_text()))


@pytest.fixture(scope="session")
def range_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("range") / "range.json"
    file.write_bytes(TypeAdapter(PoliceRange).dump_json(varanasi()))
    return file


@pytest.fixture(scope="session")
def open_rooms(
    house_template: Json, range_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> OpenRooms:
    @contextmanager
    def opened() -> Iterator[Rooms]:
        outside = Outside(file=jpeg_bytes())
        with pytest.MonkeyPatch.context() as patched, mock_aws():
            for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
                patched.setenv(name, "testing")
            patched.setenv("AWS_DEFAULT_REGION", "ap-south-1")
            house = House(house_template)
            outside.install(patched)
            yield Rooms(house, outside, range_file, tmp_path_factory.mktemp("scratch"))

    return opened


@pytest.fixture(scope="module")
def rooms(open_rooms: OpenRooms) -> Iterator[Rooms]:
    with open_rooms() as opened:
        yield opened


@pytest.fixture(scope="module")
def people() -> Iterator[Marked]:
    return Marked.people()
