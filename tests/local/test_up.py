"""`make up` as a process: with an outside client in Meta's place, and how it ends."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from local.cloud.process import ROOT
from local.whatsapp import BusinessNumber, SimulatorSettings, WhatsAppSimulator

ENDS_WITHIN = 20  # seconds, on a busy machine


@contextmanager
def up(state: Path, *options: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "local", "--state", str(state), *options],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def line_with(process: subprocess.Popen[str], words: str) -> str:
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line)
        if words in line:
            return line
    raise AssertionError("".join(said))


def ended_by(process: subprocess.Popen[str], how: signal.Signals) -> str:
    process.send_signal(how)
    said, _ = process.communicate(timeout=ENDS_WITHIN)
    assert process.returncode == 0, said
    return said


def operator_hears(state: Path, command: str, *words: str) -> str:
    """In the environment that the Makefile takes from the state's folder."""
    lines = (state / "operator.mk").read_text().splitlines()
    variables = dict(line.removeprefix("export ").split(" := ") for line in lines)
    return subprocess.run(
        [sys.executable, "-m", command, "--stage", "local", *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | variables,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout


def left_of(state: Path) -> list[str]:
    """Commands of running processes that know of this folder, where the system shows them."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            command = (process / "cmdline").read_bytes()
            if str(state).encode() in command + (process / "environ").read_bytes():
                found.append(command.decode())
    return found


@pytest.fixture
def outside() -> Iterator[WhatsAppSimulator]:
    lines = tuple(
        BusinessNumber(
            line=line, phone_number_id=number, waba_id=f"9{number}", display_number=display
        )
        for line, number, display in (
            ("tips", "5550001", "919000000003"),
            ("officers", "5550002", "919000000004"),
        )
    )
    with WhatsAppSimulator(SimulatorSettings(lines=lines)) as simulator:
        yield simulator


def test_an_outside_client_stands_in_for_meta(outside: WhatsAppSimulator, tmp_path: Path) -> None:
    tips, officers = outside.settings.lines
    environment = {
        "GRAPH_API_URL": outside.url,
        "APP_SECRET": outside.settings.app_secret,
        "VERIFY_TOKEN": outside.settings.verify_token,
        "TIPS_PHONE_NUMBER_ID": tips.phone_number_id,
        "OFFICERS_PHONE_NUMBER_ID": officers.phone_number_id,
        "TIPS_TOKEN": tips.token,
        "OFFICERS_TOKEN": officers.token,
    }
    with up(tmp_path, **environment) as process:
        outside.webhook_url = line_with(process, "Webhook: ").split()[-1]
        outside.verify_webhook()
        stranger = outside.person(name="Asha", number="+91 9000000301")
        stranger.says("Hi")
        assert stranger.waits_for(1, timeout=20).line == "tips"
        officer = outside.person(name="DIG", number="+91 9000000101", line="officers")
        officer.says("madad")
        assert officer.waits_for(1, timeout=20).line == "officers"
        assert operator_hears(tmp_path, "operations.opening", "1000-0000") == (
            "There is no such tip.\n"
        )
        assert "Traceback" not in ended_by(process, signal.SIGINT)
    assert not (tmp_path / "operator.mk").exists()
    assert left_of(tmp_path) == []
    assert {request.status for request in outside.requests} == {200}


def test_it_ends_at_once_while_it_still_starts(tmp_path: Path) -> None:
    with up(tmp_path, "--port", "0") as process:
        line_with(process, "Synthesising")
        assert ended_by(process, signal.SIGTERM).strip() == "Ended, all of it."
    assert left_of(tmp_path) == []


def test_a_taken_port_is_a_clear_message(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with up(tmp_path, "--port", str(port)) as process:
            said, _ = process.communicate(timeout=ENDS_WITHIN)
    assert process.returncode == 1
    assert said == (
        f"make up: Port {port} is taken: end what uses it, or choose another: "
        f"make up PORT={port + 1}\n"
    )
