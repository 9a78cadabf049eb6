"""Who wrote, in the forms that may pass the door. Each sender of a batch costs two calls to KMS."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from satark.identity import Sender, SenderId
from satark.ports import IdentityKeys

_AT_ONCE = 10
"""As many connections as boto3 keeps open."""


def identified(senders: Iterable[SenderId], keys: IdentityKeys) -> dict[SenderId, Sender]:
    """Every sender once, however many messages of theirs came together."""
    distinct = list(dict.fromkeys(senders))
    if len(distinct) == 1:
        return {distinct[0]: _identify(distinct[0], keys)}
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        return dict(
            zip(distinct, pool.map(lambda one: _identify(one, keys), distinct), strict=True)
        )


def _identify(sender: SenderId, keys: IdentityKeys) -> Sender:
    return Sender.of(keys.mac(sender), keys.seal(sender))
