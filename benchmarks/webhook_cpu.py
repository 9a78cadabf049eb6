"""The door's own work on a POST of one message, without AWS: verify, parse, seal, write it out.

Budgets: 100 µs, and 4 times `json.loads` and one HMAC of the same body.
"""

import hashlib
import hmac
import json
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from functions.webhook.door import Door, Entrance
from satark import wire
from satark.identity import SealedAddress, SenderId
from satark.message import DeliveryStatus, InboundMessage
from satark.whatsapp.sender import NamedBy

MESSAGES = ("text", "image", "list_reply", "bsuid_only")
PAYLOADS = Path(__file__).parents[1] / "tests" / "payloads"
SECRET = "secret"
ROUNDS = 3000
BUDGET_US, BUDGET_RATIO = 100, 4
NOW = datetime(2026, 1, 23, tzinfo=UTC)


class Keys:
    def mac(self, _sender: SenderId, /) -> bytes:
        return bytes(32)

    def seal(self, _sender: SenderId, /) -> SealedAddress:
        return SealedAddress("s" * 200)


class Line:
    def put(self, messages: Iterable[InboundMessage | DeliveryStatus]) -> None:
        for message in messages:
            wire.inbound.dump(message)


def main() -> None:
    print(f"webhook CPU a message (budget: ≤ {BUDGET_US} µs, ratio ≤ {BUDGET_RATIO})")
    print(f"  {'message':12} {'json + HMAC':>12} {'ours':>9} {'ratio':>6}")
    for name in MESSAGES:
        body = (PAYLOADS / f"{name}.json").read_bytes()
        bare, ours = _fastest(partial(_bare, body)), _fastest(_admitting(body))
        print(f"  {name:12} {bare:9.1f} µs {ours:6.1f} µs {ours / bare:6.2f}")


def _bare(body: bytes) -> None:
    json.loads(body)
    hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()


def _admitting(body: bytes) -> Callable[[], None]:
    signature = "sha256=" + hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    number = json.loads(body)["entry"][0]["changes"][0]["value"]["metadata"]["phone_number_id"]
    line = Line()
    entrance = Entrance(NamedBy.USER_ID, Keys(), line, line, frozenset({"sent", "failed"}))
    door = Door((SECRET,), b"k" * 32, {number: entrance})
    return lambda: door.admit(body, signature, arrived=NOW)


def _fastest(work: Callable[[], None]) -> float:
    """Microseconds of CPU, the best of five rounds: the others were disturbed."""
    return min(_round(work) for _ in range(5)) / ROUNDS * 1e6


def _round(work: Callable[[], None]) -> float:
    started = time.process_time()
    for _ in range(ROUNDS):
        work()
    return time.process_time() - started


if __name__ == "__main__":
    main()
