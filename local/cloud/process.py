"""The embedded cloud's process: started with a clean environment, ended with all its children."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
REGION = "ap-south-1"
START_SECONDS = 30


class CloudProcess:
    """One process group; nothing of it outlives the process that started it."""

    def __init__(self, *, port: int, state: Path, record: bool, schedules: bool) -> None:
        refuse_taken(port)
        self._log = state / "cloud.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "local.cloud.launcher"],
                cwd=ROOT,
                env={
                    **_environment(port=port, state=state),
                    "LOCAL_CLOUD_RECORD": "1" if record else "0",
                    "LOCAL_CLOUD_SCHEDULES": "1" if schedules else "0",
                },
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait_for(self, ready: Callable[[], bool]) -> None:
        """Raises RuntimeError with the end of the log."""
        deadline = time.monotonic() + START_SECONDS
        while not ready():
            if self._process.poll() is not None or time.monotonic() > deadline:
                tail = self._log.read_text()[-2000:]
                raise RuntimeError(f"The embedded cloud did not start. Its last words:\n{tail}")
            time.sleep(0.05)

    def end(self) -> None:
        os.killpg(self.pid, signal.SIGKILL)
        self._process.communicate()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise RuntimeError(
                f"Port {port} is taken: end what uses it, or choose another: "
                f"make up PORT={port + 1}"
            )


def _environment(*, port: int, state: Path) -> dict[str, str]:
    """Nothing of the host's variables: a function could inherit what it has no right to."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TMPDIR": str(state / "ministack"),
        "AUTH": "true",
        "BIND_HOST": HOST,
        "MINISTACK_HOST": HOST,
        "GATEWAY_PORT": str(port),
        "MINISTACK_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "IOT_MTLS_ENABLED": "0",
        "LOCAL_CLOUD_STATE": str(state),
    }
