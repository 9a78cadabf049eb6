# ruff: noqa: SLF001 - completes MiniStack from within; its version is pinned by hash
"""Gives MiniStack's SQS the event source of FIFO queues that Lambda has, and one lock.

MiniStack hands a function one batch of a FIFO queue at a time, over all groups. Lambda processes
the groups of a queue in parallel and each group in order.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import Any

from ministack.services import lambda_svc, sqs

type Json = dict[str, Any]

RETRY_SECONDS = 1

# Called by the event sources' threads and by the server's; each replaces the list of messages.
CHANGES_MESSAGES = (
    "_act_send_message",
    "_act_delete_message",
    "_act_delete_message_batch",
    "_act_change_visibility",
    "_act_change_visibility_batch",
    "_act_purge_queue",
    "_expire_retained",
    "_dlq_sweep",
    "_collect_msgs",
)


def install(*, concurrency: int, record: Path | None) -> None:
    sqs._queues_lock = RLock()
    for name in CHANGES_MESSAGES:
        _replace(name, _locked(getattr(sqs, name)))
    if record is not None:
        _replace("_act_send_message", _recorded(sqs._act_send_message, record))
    sqs._receive_messages_for_esm = receive_one_group
    lambda_svc._run_sqs_batch = _returning_soon(lambda_svc._run_sqs_batch)
    lambda_svc._sqs_esm_concurrency = lambda *_: concurrency


def receive_one_group(queue_url: str, limit: int) -> list[Json]:
    """Take the next messages of the first group that no other batch holds."""
    with sqs._queues_lock:
        queue = sqs._get_q(queue_url)
        sqs._expire_retained(queue)
        sqs._dlq_sweep(queue)
        visibility = int(queue["attributes"].get("VisibilityTimeout", "30"))
        for group in dict.fromkeys(message.get("group_id") for message in queue["messages"]):
            messages = [m for m in queue["messages"] if m.get("group_id") == group]
            view = {**queue, "messages": messages}
            if batch := sqs._collect_msgs(view, min(limit, 10), visibility):
                return list(batch)
    return []


def _returning_soon(run: Callable[..., None]) -> Callable[..., None]:
    """Let what a function failed come back soon, unless it asked for a pause of its own."""

    def returning_soon(*about: Any) -> None:  # noqa: ANN401 - passed on as it is
        _mapping, _function, _event, batch, *_ = about
        before = {message["id"]: message["visible_at"] for message in batch}
        try:
            run(*about)
        finally:
            with sqs._queues_lock:
                for message in batch:
                    if message["visible_at"] == before[message["id"]]:
                        message["visible_at"] = time.time() + RETRY_SECONDS

    return returning_soon


def _replace(name: str, function: Callable[..., Any]) -> None:
    original = getattr(sqs, name)
    setattr(sqs, name, function)
    for action, handler in sqs._HANDLERS.items():
        if handler is original:
            sqs._HANDLERS[action] = function


def _locked[**P, T](function: Callable[P, T]) -> Callable[P, T]:
    def locked(*args: P.args, **kwargs: P.kwargs) -> T:
        with sqs._queues_lock:
            return function(*args, **kwargs)

    return locked


def _recorded(send: Callable[[Json, str], Json], record: Path) -> Callable[[Json, str], Json]:
    def recorded(message: Json, queue_url: str) -> Json:
        sent = send(message, queue_url)
        with record.open("a") as lines:
            lines.write(json.dumps({"QueueUrl": queue_url, **message}) + "\n")
        return sent

    return recorded
