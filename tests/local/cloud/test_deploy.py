import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from local.cloud.assembly import load_assembly
from local.cloud.deploy import Deployment, DeploymentError, deploy
from local.cloud.embedded import EmbeddedCloud
from tests.local.cloud.toy import stack


def test_outputs_and_types_are_known(toy: Deployment) -> None:
    assert toy.outputs == {"Line": toy.resources["Line"], "Url": toy.url("Api")}
    assert set(toy.of_type("AWS::SQS::Queue")) == {
        *("Line", "LineDead", "Outbox", "OutboxDead", "Failures")
    }


def test_a_failure_names_the_resource_and_the_reason(tmp_path: Path) -> None:
    broken = stack.template()
    broken["Resources"]["SealAlias"]["Properties"]["AliasName"] = "seal"
    stack.write_assembly(tmp_path, broken)
    with EmbeddedCloud() as cloud, pytest.raises(DeploymentError, match=r"SealAlias .*alias/"):
        deploy(cloud, load_assembly(tmp_path))


def test_an_app_that_was_not_synthesised_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make synth"):
        load_assembly(tmp_path)


def test_exactly_one_stack_is_expected(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"artifacts": {}}))
    with pytest.raises(ValueError, match="exactly one"):
        load_assembly(tmp_path)


def test_a_taken_port_is_said_so(cloud: EmbeddedCloud) -> None:
    second = EmbeddedCloud(port=cloud.port)
    with pytest.raises(RuntimeError, match=f"Port {cloud.port} is taken"), second:
        pass
    assert not second.state.exists()


def test_nothing_outlives_the_process_that_started_it(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from local.cloud.process import *\n"
        f"state = Path({str(tmp_path)!r}); (state / 'ministack').mkdir()\n"
        "process = CloudProcess(port=free_port(), state=state, record=False, schedules=False)\n"
        "print(process.pid, flush=True); sys.stdin.read()"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdin is not None
    assert starter.stdout is not None
    cloud = os.pidfd_open(int(starter.stdout.readline()))
    starter.send_signal(signal.SIGKILL)
    starter.communicate()
    assert has_ended(cloud)


def has_ended(process: int) -> bool:
    ready, _, _ = select.select([process], [], [], 10)
    os.close(process)
    return bool(ready)
