"""An AWS on this machine, for as long as a `with EmbeddedCloud() as cloud:` block lasts."""

import http.client
import json
import re
import shutil
import tempfile
import time
from collections.abc import Iterable
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any, Self

import boto3
from botocore.config import Config

from local.cloud.process import HOST, REGION, CloudProcess, free_port

ACCOUNT = "000000000000"
ADMIN = "test"  # MiniStack's root key and secret
API_HOST = re.compile(r"https?://(?P<api>\w+)\.execute-api\.[\w.:-]+")
WRITTEN = ("logs", "mails", "ministack", "opt", "tmp", "messages.jsonl", "calls.jsonl")


class EmbeddedCloud:
    """MiniStack under our launcher, on 127.0.0.1 only.

    `state` is the folder of its logs; without one it is a temporary folder. With `record` every
    queue message and every IAM decision is kept for `messages` and `calls`. Without `schedules`
    nothing runs by the clock, but what is fired.
    """

    def __init__(
        self,
        *,
        port: int | None = None,
        state: Path | None = None,
        record: bool = False,
        schedules: bool = True,
    ) -> None:
        self.port = port or free_port()
        self.endpoint = f"http://{HOST}:{self.port}"
        self.state = Path(state or tempfile.mkdtemp(prefix="cloud-")).resolve()
        self._temporary = state is None
        self._record, self._schedules = record, schedules
        self._ending = ExitStack()
        self._ahead = 0.0

    def __enter__(self) -> Self:
        """Raises RuntimeError where the port is taken or the cloud does not start."""
        with ExitStack() as ending:
            ending.callback(self._forget)
            _clear(self.state)
            process = CloudProcess(
                port=self.port, state=self.state, record=self._record, schedules=self._schedules
            )
            ending.callback(process.end)
            process.wait_for(self._ready)
            self._ending = ending.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.close()

    def _forget(self) -> None:
        if self._temporary:
            shutil.rmtree(self.state, ignore_errors=True)

    @property
    def log(self) -> Path:
        return self.state / "cloud.log"

    @property
    def owner(self) -> dict[str, str]:
        """The environment of a command that the account's owner runs against this cloud."""
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": ADMIN,
            "AWS_SECRET_ACCESS_KEY": ADMIN,
        }

    def client(self, service: str, config: Config | None = None) -> Any:  # noqa: ANN401 - one type for each service
        """A boto3 client with the rights of the account's owner."""
        return boto3.client(  # type: ignore[call-overload]  # the stubs want a literal name
            service,
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id=ADMIN,
            aws_secret_access_key=ADMIN,
            config=config,
        )

    def api_url(self, api: str) -> str:
        """Where the HTTP API of this id answers, without a slash at the end."""
        return f"{self.endpoint}/_aws/execute-api/{api}"

    def reachable(self, url: str) -> str:
        """The same address without the host name that only AWS's DNS knows."""
        return API_HOST.sub(lambda host: self.api_url(host["api"]), url)

    def warm(self, functions: Iterable[str]) -> None:
        """Begin to import these functions, the first one first; returns at once."""
        for function in functions:
            self._get(f"/_cloud/warm?function={function}")

    def set_clock(self, *, ahead: float) -> None:
        """Let `time.time()` run this many seconds ahead in every function, from its next call."""
        self._get(f"/_cloud/clock?ahead={ahead}")
        self._ahead = ahead

    def now(self) -> datetime:
        """By the clock of the functions."""
        return datetime.now(UTC) + timedelta(seconds=self._ahead)

    def fire(self, schedule: str) -> None:
        """Run what this schedule wakes, now, and wait for it. Raises RuntimeError if it fails."""
        if self._get(f"/_cloud/fire?schedule={schedule}", seconds=60)["failed"]:
            raise RuntimeError(f"what {schedule} wakes has failed: see its log")

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

    def mails(self) -> list[bytes]:
        """Every raw message that SES v2 has sent, as it was sent, the first one first."""
        return [mail.read_bytes() for mail in sorted((self.state / "mails").iterdir())]

    def calls(self) -> list[dict[str, Any]]:
        """Every AWS call: `principal`, `action`, `resource`, `allowed`."""
        return _lines(self.state / "calls.jsonl")

    def _ready(self) -> bool:
        try:
            self._get("/_ministack/ready")
        except OSError:
            return False
        return True

    def _get(self, path: str, *, seconds: float = 5) -> Any:  # noqa: ANN401 - JSON
        with closing(http.client.HTTPConnection(HOST, self.port, timeout=seconds)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            if answer.status != HTTPStatus.OK:
                raise ConnectionError(f"{path}: {answer.status} {answer.reason}")
            return json.loads(answer.read())


def _clear(state: Path) -> None:
    """Let nothing of an earlier cloud be read as this one's."""
    for name in WRITTEN:
        if (state / name).is_dir():
            shutil.rmtree(state / name)
        (state / name).unlink(missing_ok=True)
    for folder in ("logs", "ministack"):
        (state / folder).mkdir(parents=True)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
