"""Webhooks as Meta posts them: enveloped, signed, retried until they are answered with 200."""

import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import urllib3

from local.whatsapp.clock import SimulatedClock
from local.whatsapp.faults import Faults
from local.whatsapp.jobs import Jobs
from local.whatsapp.settings import SimulatorSettings

OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An item of `changes[]`; `wamid` is that of the person's message which it carries, if any."""

    waba_id: str
    value: dict[str, Any]
    field: str = "messages"
    wamid: str | None = None


@dataclass(slots=True, eq=False)
class Delivery:
    """One POST and the answers to its attempts: HTTP statuses, or the error that came instead."""

    body: bytes
    changes: Sequence[Change] = ()
    signature: str = ""
    answers: list[int | str] = field(default_factory=list)

    @property
    def accepted(self) -> bool:
        return OK in self.answers

    @property
    def payload(self) -> dict[str, Any]:
        parsed: dict[str, Any] = json.loads(self.body)
        return parsed


class Webhooks:
    def __init__(
        self, settings: SimulatorSettings, clock: SimulatedClock, jobs: Jobs, faults: Faults
    ) -> None:
        self.url = settings.webhook_url
        self.deliveries: list[Delivery] = []
        self.on_accepted: Callable[[Change], None] = lambda _: None
        self._settings, self._clock, self._jobs, self._faults = settings, clock, jobs, faults
        self._held: list[Change] | None = None
        self._lock = threading.Lock()
        self._http = urllib3.PoolManager(
            retries=False, timeout=settings.webhook_timeout, maxsize=16
        )

    def post(self, change: Change) -> Delivery | None:
        """Post at once and wait for the answer; None while webhooks are held back."""
        with self._lock:
            if self._held is not None:
                self._held.append(change)
                return None
        return self.post_body(envelope([[change]]), changes=[change])

    def post_body(
        self, body: bytes, *, changes: Sequence[Change] = (), signature: str | None = None
    ) -> Delivery:
        """Post these bytes, signed unless another signature is given, and retry while refused."""
        signed = signature if signature is not None else self.sign(body)
        delivery = Delivery(body, tuple(changes), signed)
        self.deliveries.append(delivery)
        if self._faults.take("twice"):
            together(lambda: self._attempt(delivery), lambda: self._attempt(delivery))
        else:
            self._attempt(delivery)
        return delivery

    @contextmanager
    def held(self) -> Iterator[list[Change]]:
        """Hold webhooks back; the list fills until the block ends."""
        with self._lock:
            if self._held is not None:
                raise RuntimeError("webhooks are held back already: do not nest these blocks")
            held: list[Change] = []
            self._held = held
        try:
            yield held
        finally:
            with self._lock:
                self._held = None

    def sign(self, body: bytes) -> str:
        digest = hmac.new(self._settings.app_secret.encode(), body, hashlib.sha256)
        return "sha256=" + digest.hexdigest()

    def close(self) -> None:
        self._http.clear()

    def _attempt(self, delivery: Delivery) -> None:
        if self.url is None:
            return
        delivery.answers.append(self._answer(self.url, delivery))
        if delivery.answers[-1] == OK:
            for change in delivery.changes:
                self.on_accepted(change)
        elif len(delivery.answers) <= len(self._settings.retry_delays):
            delay = self._settings.retry_delays[len(delivery.answers) - 1]
            self._jobs.at(self._clock.now() + delay, lambda: self._attempt(delivery))

    def _answer(self, url: str, delivery: Delivery) -> int | str:
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "facebookexternalua",
            "X-Hub-Signature-256": delivery.signature,
        }
        try:
            answer = self._http.request("POST", url, body=delivery.body, headers=headers)
        except urllib3.exceptions.HTTPError as error:
            return f"{type(error).__name__}: {error}"
        return answer.status


def envelope(entries: Sequence[Sequence[Change]]) -> bytes:
    """The bytes of a POST, an entry for each group of changes, escaped as Meta escapes them."""
    body = {
        "object": "whatsapp_business_account",
        "entry": [
            {
                "id": changes[0].waba_id,
                "changes": [{"field": one.field, "value": one.value} for one in changes],
            }
            for changes in entries
        ],
    }
    return json.dumps(body, separators=(",", ":")).replace("/", "\\/").encode()


def together(*jobs: Callable[[], object]) -> None:
    """Run the jobs in as many threads, released at the same moment; return when all are done."""
    barrier = threading.Barrier(len(jobs))

    def run(job: Callable[[], object]) -> None:
        barrier.wait()
        job()

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
