"""A month's key ends: what is sealed under it is sealed under the next one, and nobody reads it."""

from satark import log
from satark.ports import AddressRewrapper, AddressVault

AT_ONCE = 300
"""Some ten seconds' work: the batch that it came in has a minute."""


def rewrap(vault: AddressVault, keys: AddressRewrapper, *, at_once: int = AT_ONCE) -> None:
    """Whatever interrupts it, what was done stays done, and the next errand does the rest."""
    count = left = 0
    for handle, address in vault.under_another(keys.present):
        anew = keys.rewrapped(address) if count < at_once else None
        if anew is None:
            left += 1
            continue
        vault.exchange(handle, address, anew)
        count += 1
    log.info("rewrapped", count=count, left=left)
