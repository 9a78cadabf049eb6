"""One house for all runs: each run has a person of its own, so none can hide another's trace."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from moto import mock_aws
from pydantic import TypeAdapter

from infra.app import app
from proof.cdk import without_hashes
from satark.police_range.model import PoliceRange
from tests.faults.house import House
from tests.faults.marked import Marked
from tests.faults.outside import Outside
from tests.faults.rooms import Rooms
from tests.infra.conftest import PILOT
from tests.samples import varanasi
from tests.unit.media.specimens_pictures import jpeg_bytes


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rooms]:
    folder = tmp_path_factory.mktemp("faults")
    (folder / "range.json").write_bytes(TypeAdapter(PoliceRange).dump_json(varanasi()))
    (folder / "scratch").mkdir()
    outside = Outside(file=jpeg_bytes())
    with pytest.MonkeyPatch.context() as patched, mock_aws():
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
            patched.setenv(name, "testing")
        patched.setenv("AWS_DEFAULT_REGION", "ap-south-1")
        house = House(_template(folder))
        outside.install(patched)
        yield Rooms(house, outside, folder / "range.json", folder / "scratch")


@pytest.fixture(scope="module")
def people() -> Iterator[Marked]:
    return Marked.people()


def _template(folder: Path) -> dict[str, object]:
    app(context=PILOT, outdir=folder / "cdk").synth()
    written = (folder / "cdk" / "TipLine.template.json").read_text()
    return without_hashes(json.loads(written))
