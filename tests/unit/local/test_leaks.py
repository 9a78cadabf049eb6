"""The leak scan finds a planted number in every form, and nothing where there is nothing."""

import base64
import hashlib
import hmac
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local.leaks import find, forms_of

NUMBER = "+919000000123"
FORMS = forms_of(NUMBER)
DEVANAGARI = "९००००००१२३"


@pytest.mark.parametrize(
    "planted",
    [
        b"from 9000000123 at noon",
        b'{"to":"+919000000123"}',
        b"09000000123",
        b"90000 00123",
        b"90000-00123",
        b"3210000009",
        DEVANAGARI.encode(),
        "۹۰۰۰۰۰۰۱۲۳".encode(),
        "٩٠٠٠٠٠٠١٢٣".encode(),
        json.dumps(DEVANAGARI).encode(),
        quote("+919000000123", safe="").encode(),
        quote(DEVANAGARI).encode(),
        "919000000123".encode("utf-16-le"),
        b"919000000123".hex().encode(),
        b"919000000123".hex().upper().encode(),
        hashlib.md5(b"919000000123", usedforsecurity=False).hexdigest().encode(),
        hashlib.sha1(b"+919000000123", usedforsecurity=False).hexdigest().encode(),
        hashlib.sha256(b"9000000123").hexdigest().encode(),
        base64.b64encode(hashlib.sha256(b"919000000123").digest()),
        base64.urlsafe_b64encode(hashlib.blake2b(b"9000000123").digest()),
    ],
)
def test_a_planted_number_is_found(planted: bytes) -> None:
    assert find(FORMS, b"before " + planted + b" after")


@given(before=st.binary(max_size=40), after=st.binary(max_size=40))
def test_a_number_inside_base64_is_found_wherever_it_stands(before: bytes, after: bytes) -> None:
    """So it is found in a wamid, which is base64 over the number and more."""
    hidden = before + b"919000000123" + after

    assert find(FORMS, base64.b64encode(hidden))
    assert find(FORMS, base64.urlsafe_b64encode(hidden))


@given(st.binary(max_size=200))
def test_a_keyed_digest_and_chance_are_no_leak(noise: bytes) -> None:
    keyed = hmac.digest(b"a key that the reader has not got", b"919000000123", "sha256")

    for text in (keyed, keyed.hex().encode(), base64.b64encode(keyed), base64.b64encode(noise)):
        assert find(FORMS, text) == []


@pytest.mark.parametrize("secret", ["IN.2081978709342942", "Asha Devi of Zamania"])
def test_ids_and_names_are_found_too(secret: str) -> None:
    forms = forms_of(secret)

    assert find(forms, f"x{secret}y".encode())
    assert find(forms, base64.b64encode(f"xy{secret}".encode()))
    assert find(forms, hashlib.sha256(secret.encode()).hexdigest().encode())
    assert not find(forms, b"IN.2081978709342943 and Asha Devi of Saidpur")


def test_the_forms_of_one_number_are_many_and_none_is_short() -> None:
    assert len(FORMS) > 200
    assert min(len(form.pattern) for form in FORMS) >= 8
