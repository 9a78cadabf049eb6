from collections.abc import Mapping
from pathlib import Path

import pytest

from infra.app import app
from tests.infra.template import Template
from tests.made_once import made_once

PILOT = {
    "stage": "pilot",
    "tips_phone_number_id": "100000000000001",
    "officers_phone_number_id": "100000000000002",
    "address_epoch": "2026-12",
    "former_address_epoch": "2026-11",
    "alarm_email": "alarms@example.org",
    "report_sender": "reports@example.org",
    # What the layers hold is not the template's matter: leave them unbuilt.
    "aws:cdk:bundling-stacks": [],
}


@pytest.fixture(scope="session")
def template_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Synthesised once for all tests; a finding of cdk-nag raises here."""
    return synthesised(tmp_path_factory, "pilot", PILOT)


def synthesised(factory: pytest.TempPathFactory, name: str, context: Mapping[str, object]) -> Path:
    made = made_once(factory, name, lambda out: app(context=context, outdir=out).synth())
    return made / "TipLine.template.json"


@pytest.fixture(scope="session")
def template(template_file: Path) -> Template:
    return Template.read(template_file)
