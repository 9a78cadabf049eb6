"""A tipster's text on the embedded cloud: AWS calls from the door to the reply, and how long.

Budgets: 10 AWS calls, 3 of them KMS; a median of 1 s from "Hi" to the first reply, warm.
"""

import statistics
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from local.cloud.assembly import Assembly
from tests.road import Road, open_road

RUNS = 20
CALLS, KMS_CALLS, SECONDS = 10, 3, 1.0


def main(assembly: Assembly) -> None:
    with TemporaryDirectory() as folder, open_road(Path(folder), lambda _: assembly) as road:
        road.stranger().says("Hi")
        road.settle()
        before = len(road.system.cloud.calls())
        seconds = [_first_reply(road) for _ in range(RUNS)]
        road.settle()
        calls = Counter(call["action"] for call in road.system.cloud.calls()[before:])
    _print_calls(calls)
    print(f"first reply, warm, {RUNS} strangers (budget: median ≤ {SECONDS} s)")
    print(f"  median {statistics.median(seconds):.3f} s, slowest {max(seconds):.3f} s")


def _first_reply(road: Road) -> float:
    stranger = road.stranger()
    started = time.perf_counter()
    stranger.says("Hi")
    stranger.waits_for(1)
    return time.perf_counter() - started


def _print_calls(calls: Counter[str]) -> None:
    total = calls.total() / RUNS
    kms = sum(number for action, number in calls.items() if action.startswith("kms:")) / RUNS
    print(f"AWS calls of one text, door to reply (budget: {CALLS}, of these KMS {KMS_CALLS})")
    for action, number in sorted(calls.items()):
        print(f"  {action:28} {number / RUNS:5.1f}")
    print(f"  {'all':28} {total:5.1f}   KMS {kms:.1f}")
