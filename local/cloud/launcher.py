"""The process of the embedded cloud: MiniStack, completed where AWS behaves differently.

Started by `local.cloud.embedded`, which holds the other end of standard input: when that side is
gone, so is the cloud, with every function's process.
"""

import os
import signal
import sys
from pathlib import Path
from threading import Thread

from ministack.app import main

from local.cloud import control, permissions, queues, references, streams
from local.cloud.lambdas import CONCURRENCY, Lambdas

STATE = "LOCAL_CLOUD_STATE"
RECORD = "LOCAL_CLOUD_RECORD"


def end_with_parent() -> None:
    sys.stdin.read()
    os.killpg(0, signal.SIGKILL)


def install(state: Path, *, record: bool) -> None:
    permissions.install(record=state / "calls.jsonl" if record else None)
    queues.install(concurrency=CONCURRENCY, record=state / "messages.jsonl" if record else None)
    streams.install()
    references.install()
    endpoint = f"http://{os.environ['BIND_HOST']}:{os.environ['GATEWAY_PORT']}"
    functions = Lambdas(endpoint=endpoint, state=state)
    functions.install()
    control.install(functions)


if __name__ == "__main__":
    Thread(target=end_with_parent, daemon=True).start()
    install(Path(os.environ[STATE]), record=os.environ[RECORD] == "1")
    main()
