"""Several updates delivered as Meta sometimes does: in one POST, all at once, or out of order."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from local.whatsapp.webhooks import Change, Webhooks, envelope, together


@contextmanager
def in_one_post(webhooks: Webhooks, *, entries: int = 1) -> Iterator[None]:
    """What happens in the block goes out in one POST, spread over at least so many entries."""
    with webhooks.held() as changes:
        yield
    if changes:
        webhooks.post_body(envelope(_entries(changes, entries)), changes=changes)


@contextmanager
def at_once(webhooks: Webhooks) -> Iterator[None]:
    """What happens in the block goes out in as many POSTs at the same moment."""
    with webhooks.held() as changes:
        yield
    if changes:
        together(*(lambda change=change: webhooks.post(change) for change in changes))


@contextmanager
def reversed_order(webhooks: Webhooks) -> Iterator[None]:
    """What happens in the block goes out one by one, the last first."""
    with webhooks.held() as changes:
        yield
    for change in reversed(changes):
        webhooks.post(change)


def _entries(changes: Sequence[Change], wanted: int) -> list[list[Change]]:
    """An entry holds one account's changes; messages for one number share a `value`."""
    groups: dict[tuple[str, int], list[Change]] = {}
    for position, change in enumerate(changes):
        groups.setdefault((change.waba_id, position % wanted), []).append(change)
    return [_merged(group) for group in groups.values()]


def _merged(changes: Sequence[Change]) -> list[Change]:
    merged: list[Change] = []
    for change in changes:
        twin = next((one for one in merged if _may_share(one, change)), None)
        if twin is None:
            merged.append(Change(waba_id=change.waba_id, field=change.field, value=change.value))
        else:
            merged[merged.index(twin)] = Change(
                waba_id=change.waba_id, value=_joined(twin.value, change.value)
            )
    return merged


def _may_share(one: Change, other: Change) -> bool:
    return (
        one.field == other.field == "messages"
        and one.value.get("metadata") == other.value.get("metadata")
        and ("statuses" in one.value) == ("statuses" in other.value)
    )


def _joined(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    lists: dict[str, Any] = {
        key: [
            *one.get(key, ()),
            *(item for item in other.get(key, ()) if item not in one.get(key, ())),
        ]
        for key in ("contacts", "messages", "statuses")
        if key in one or key in other
    }
    return {**one, **lists}
