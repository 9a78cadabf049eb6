"""One execution environment of a function: a process with its own code, layers, role and log."""

import json
import os
import select
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BOOTSTRAP = Path(__file__).with_name("bootstrap.py")
INIT_SECONDS = 60  # Lambda allows 10; a laptop's first imports may compile every module


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    name: str
    arn: str
    handler: str
    timeout: float
    task: Path
    environment: dict[str, str]
    log: Path


class Sandbox:
    def __init__(self, function: Function) -> None:
        self.function = function
        events, to_function = os.pipe()
        from_function, results = os.pipe()
        with function.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own bootstrap, a fixed command
                [sys.executable, "-S", "-u", BOOTSTRAP, str(events), str(results)],
                cwd=function.task,
                env=function.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=(events, results),
            )
        os.close(events)
        os.close(results)
        self._events = os.fdopen(to_function, "w")
        self._results = os.fdopen(from_function)
        self._start()

    def _start(self) -> None:
        answer = self._read(INIT_SECONDS)
        if "ready" not in answer:
            self.kill()
            raise RuntimeError(f"{self.function.name}: {answer}; see {self.function.log}")

    def invoke(self, event: object, request_id: str, *, ahead: float) -> dict[str, Any]:
        """`{"result": ...}` or `{"error": {"errorType": ..., "errorMessage": ...}}`."""
        timeout = self.function.timeout
        request = {
            "event": event,
            "request_id": request_id,
            "function_arn": self.function.arn,
            "deadline": time.time() + timeout,
            "ahead": ahead,
        }
        with suppress(BrokenPipeError):  # a dead process is reported by what it does not answer
            self._events.write(json.dumps(request) + "\n")
            self._events.flush()
        return self._read(timeout)

    def _read(self, timeout: float) -> dict[str, Any]:
        ready, _, _ = select.select([self._results], [], [], timeout)
        if not ready:
            self.kill()
            return _error("Sandbox.Timedout", f"Task timed out after {timeout:.2f} seconds")
        line = self._results.readline()
        if not line:
            self.kill()
            return _error("Runtime.ExitError", "Runtime exited without providing a reason")
        answer: dict[str, Any] = json.loads(line)
        return answer

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        with suppress(BrokenPipeError):
            self._events.close()
        self._results.close()


def _error(kind: str, message: str) -> dict[str, Any]:
    return {"error": {"errorType": kind, "errorMessage": message}}
