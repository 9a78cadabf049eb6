"""An AWS on this machine, for as long as the block lasts.

with EmbeddedCloud() as cloud:
    stack = deploy(cloud, load_assembly(Path("cdk.out")))
"""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import boto3

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
ACCOUNT = "000000000000"
REGION = "ap-south-1"
START_SECONDS = 30
ADMIN = "test"  # MiniStack's root key and secret


class EmbeddedCloud:
    """MiniStack under our launcher, in its own process group, on 127.0.0.1 only.

    `state` keeps logs and compiled modules; without one it is a temporary folder. With `record`
    every queue message and every IAM decision is kept for `messages` and `calls`.
    """

    def __init__(
        self, *, port: int | None = None, state: Path | None = None, record: bool = False
    ) -> None:
        self.port = port or _free_port()
        self.endpoint = f"http://{HOST}:{self.port}"
        self._temporary = tempfile.TemporaryDirectory(prefix="cloud-") if state is None else None
        self.state = Path(self._temporary.name) if self._temporary else (state or Path()).resolve()
        self._record = record

    def __enter__(self) -> Self:
        for folder in ("logs", "ministack"):
            (self.state / folder).mkdir(parents=True, exist_ok=True)
        _refuse_taken(self.port)
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "local.cloud.launcher"],
                cwd=ROOT,
                env=self._environment(),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()
        if self._temporary:
            self._temporary.cleanup()

    @property
    def log(self) -> Path:
        return self.state / "cloud.log"

    def client(self, service: str) -> Any:  # noqa: ANN401 - one type for each service
        """A boto3 client with the rights of the account's owner."""
        return boto3.client(  # type: ignore[call-overload]  # the stubs want a literal name
            service,
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id=ADMIN,
            aws_secret_access_key=ADMIN,
        )

    def warm(self, functions: Iterable[str]) -> None:
        """Begin to import these functions, the first one first; returns at once."""
        for function in functions:
            self._get(f"/_cloud/warm?function={function}")

    def set_clock(self, *, ahead: float) -> None:
        """Let `time.time()` run this many seconds ahead in every function, from its next call."""
        self._get(f"/_cloud/clock?ahead={ahead}")

    def settle(self, seconds: float = 30) -> None:
        """Wait until no message, stream record or invocation is under way.

        Dead-letter queues do not count. Raises TimeoutError, which says what is still there.
        """
        deadline = time.monotonic() + seconds
        before = self._get("/_cloud/work")
        while True:
            now = self._get("/_cloud/work")
            if now == before and not any(now["under way"].values()):
                return
            if time.monotonic() > deadline:
                raise TimeoutError(f"Still under way after {seconds} s: {now['under way']}")
            time.sleep(0.02)
            before = now

    def waiting(self) -> dict[str, list[dict[str, Any]]]:
        """Queue URL -> the messages in it, also in dead-letter queues; consumes nothing."""
        queues: dict[str, list[dict[str, Any]]]
        queues = self._get("/_ministack/sqs/messages")["messages"][ACCOUNT][REGION]
        return queues

    def logs(self) -> dict[str, str]:
        """Function name -> everything that it ever printed."""
        return {log.stem: log.read_text() for log in (self.state / "logs").glob("*.log")}

    def messages(self) -> list[dict[str, Any]]:
        """Every message that was ever sent to a queue, as SendMessage took it."""
        return _lines(self.state / "messages.jsonl")

    def calls(self) -> list[dict[str, Any]]:
        """Every AWS call: `principal`, `action`, `resource`, `allowed`."""
        return _lines(self.state / "calls.jsonl")

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "TMPDIR": str(self.state / "ministack"),
            "AUTH": "true",
            "BIND_HOST": HOST,
            "MINISTACK_HOST": HOST,
            "GATEWAY_PORT": str(self.port),
            "MINISTACK_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "IOT_MTLS_ENABLED": "0",
            "LOCAL_CLOUD_STATE": str(self.state),
            "LOCAL_CLOUD_RECORD": "1" if self._record else "0",
        }

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._ready():
            if self._process.poll() is not None or time.monotonic() > deadline:
                tail = self.log.read_text()[-2000:]
                self.__exit__(None, None, None)
                raise RuntimeError(f"The embedded cloud did not start. Its last words:\n{tail}")
            time.sleep(0.05)

    def _ready(self) -> bool:
        try:
            self._get("/_ministack/ready")
        except OSError:
            return False
        return True

    def _get(self, path: str) -> Any:  # noqa: ANN401 - JSON
        with closing(http.client.HTTPConnection(HOST, self.port, timeout=5)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            if answer.status != HTTPStatus.OK:
                raise ConnectionError(f"{path}: {answer.status} {answer.reason}")
            return json.loads(answer.read())


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise RuntimeError(
                f"Port {port} is taken: end the other process or choose another port"
            )
