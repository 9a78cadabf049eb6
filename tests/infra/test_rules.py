"""AWS's own rules hold, and they bite."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from aws_cdk import Stack
from aws_cdk.aws_sqs import Queue

from infra.app import app
from tests.infra.conftest import PILOT
from tests.infra.template import Template


def test_cfn_lint_finds_nothing(template_file: Path) -> None:
    run = subprocess.run(
        [Path(sys.executable).with_name("cfn-lint"), template_file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout + run.stderr == ""


def test_cdk_nag_stops_a_queue_without_dead_letters(tmp_path: Path) -> None:
    house = app(context=PILOT, outdir=tmp_path)
    Queue(Stack(house, "Careless"), "Queue")
    with pytest.raises(RuntimeError, match="SQS3"):
        house.synth()


def test_an_operator_finds_all_that_the_handbook_names(template_file: Path) -> None:
    handbook = "".join(Path("docs", page).read_text() for page in ("deploy.md", "keys.md"))
    outputs = Template.read(template_file).outputs
    assert {name for name in outputs if not re.search(rf"\b{name}\b", handbook)} == set()
