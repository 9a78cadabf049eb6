"""The end of a month's key: all that it sealed is sealed again, or counted as left."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.courier.epoch import rewrap
from satark.identity import Handle, SealedAddress
from tests.unit.courier.office import AT, Opener, Vault

KEYS = ("december", "november", "an older one")


def vault(*keys: str) -> Vault:
    """One address under each of these keys."""
    sealed = (SealedAddress(f"{key}.s{number}") for number, key in enumerate(keys))
    return Vault({Handle(f"h{number}"): (one, AT) for number, one in enumerate(sealed)})


def keys(of: Vault) -> list[str]:
    return [address.partition(".")[0] for address, _ in of.items.values()]


def told(capsys: pytest.CaptureFixture[str]) -> list[tuple[int, int]]:
    """How many were sealed again, and how many are left, each time."""
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    return [(line["count"], line["left"]) for line in lines]


def test_some_at_once_until_none_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    filled = vault(*["november"] * 5, "december")
    for _ in range(4):
        rewrap(filled, Opener(), at_once=2)
    assert told(capsys) == [(2, 3), (2, 1), (1, 0), (0, 0)]
    assert keys(filled) == ["december"] * 6


def test_what_is_under_neither_key_stays_and_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    filled = vault("an older one", "november")
    for _ in range(2):
        rewrap(filled, Opener())
    assert keys(filled) == ["an older one", "december"]
    assert told(capsys) == [(1, 1), (0, 1)]


def test_an_interruption_undoes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    filled = vault("november", "november")
    opener = Opener()
    rewrap(filled, opener, at_once=1)
    opener.broken = True
    with pytest.raises(ConnectionError):
        rewrap(filled, opener)
    assert keys(filled) == ["december", "november"]
    opener.broken = False
    rewrap(filled, opener)
    assert told(capsys) == [(1, 1), (1, 0)]


@settings(max_examples=30)
@given(st.lists(st.sampled_from(KEYS), max_size=8), st.integers(1, 8))
def test_nobodys_address_is_lost_or_becomes_anothers(under: list[str], at_once: int) -> None:
    filled = vault(*under)
    before = {handle: address.partition(".")[2] for handle, (address, _) in filled.items.items()}
    for _ in range(8):
        rewrap(filled, Opener(), at_once=at_once)
    assert keys(filled) == [key if key == "an older one" else "december" for key in under]
    after = {handle: address.partition(".")[2] for handle, (address, _) in filled.items.items()}
    assert after == before
