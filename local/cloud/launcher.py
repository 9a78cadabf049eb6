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

from local.cloud import control, mails, permissions, queues, resources, streams
from local.cloud.lambdas import CONCURRENCY, Lambdas
from local.cloud.schedules import Schedules

STATE = "LOCAL_CLOUD_STATE"
RECORD = "LOCAL_CLOUD_RECORD"
SCHEDULES = "LOCAL_CLOUD_SCHEDULES"


def end_with_parent() -> None:
    sys.stdin.read()
    os.killpg(0, signal.SIGKILL)


def install(state: Path, *, record: bool, ticking: bool) -> None:
    permissions.install(record=state / "calls.jsonl" if record else None)
    queues.install(concurrency=CONCURRENCY, record=state / "messages.jsonl" if record else None)
    streams.install()
    resources.install()
    mails.install(state / "mails")
    endpoint = f"http://{os.environ['BIND_HOST']}:{os.environ['GATEWAY_PORT']}"
    functions = Lambdas(endpoint=endpoint, state=state)
    functions.install()
    schedules = Schedules(functions, ticking=ticking)
    schedules.install()
    control.install(functions, schedules)


if __name__ == "__main__":
    Thread(target=end_with_parent, daemon=True).start()
    said = {name: os.environ[name] == "1" for name in (RECORD, SCHEDULES)}
    install(Path(os.environ[STATE]), record=said[RECORD], ticking=said[SCHEDULES])
    main()
