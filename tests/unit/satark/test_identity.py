import copy
import json
import pickle
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark.identity import OwnerTag, SenderId, address_input, derive, mac_input, message_ref

NUMBER = "919000000123"


def test_a_sender_id_prints_as_stars() -> None:
    sender = SenderId(NUMBER)

    for text in (str(sender), repr(sender), f"{sender}", f"{[sender]}", f"{ {'to': sender} }"):
        assert NUMBER not in text
        assert "***" in text


@pytest.mark.parametrize("serialise", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps])
def test_a_sender_id_refuses_to_be_serialised(serialise: Callable[[SenderId], object]) -> None:
    with pytest.raises(TypeError):
        serialise(SenderId(NUMBER))


def test_there_is_no_empty_sender() -> None:
    with pytest.raises(ValueError, match="empty"):
        SenderId("")


@given(st.text(min_size=1).filter(lambda raw: raw.isprintable()))
def test_what_is_sealed_opens_to_the_same_sender(raw: str) -> None:
    assert SenderId.of(address_input(SenderId(raw))) == SenderId(raw)


@given(st.binary(min_size=32, max_size=32), st.text(), st.text())
def test_labels_keep_derived_values_apart(mac: bytes, one: str, other: str) -> None:
    assert (derive(mac, one) == derive(mac, other)) == (one == other)


def test_what_is_authenticated_is_not_what_is_sealed() -> None:
    """Or a holder of one key could have the other's input confirmed."""
    assert mac_input(SenderId(NUMBER)) != address_input(SenderId(NUMBER))


def test_a_message_ref_says_nothing_without_the_key() -> None:
    wamid = "wamid.HBgMOTE5MDAwMDAwMTIz"

    assert message_ref(b"key", wamid) == message_ref(b"key", wamid)
    assert message_ref(b"key", wamid) != message_ref(b"other", wamid)
    assert len(message_ref(b"key", wamid)) == 43


@given(st.text(), st.text(), st.text(), st.text())
def test_a_tag_names_its_owner_alone_and_no_two_can_be_joined(
    owner: str, other: str, salt: str, another_salt: str
) -> None:
    tag = OwnerTag.of(owner, salt)
    assert tag.names(owner)
    assert tag.names(other) == (owner == other)
    assert (tag == OwnerTag.of(owner, another_salt)) == (salt == another_salt)
    assert len(tag.digest) == 43
