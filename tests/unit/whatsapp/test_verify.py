import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark.whatsapp.verify import handshake, signed
from tests.unit.whatsapp.payloads import GREETING, signature

BODY = b'{"object":"whatsapp_business_account"}'


def test_the_app_secret_signs_the_raw_bytes() -> None:
    assert signed(BODY, signature(BODY, "app"), ["app"])
    assert not signed(BODY + b" ", signature(BODY, "app"), ["app"])
    assert not signed(BODY, signature(BODY, "else"), ["app"])


def test_in_a_rotation_either_secret_signs() -> None:
    for secret in ("new", "old"):
        assert signed(BODY, signature(BODY, secret), ["new", "old"])
    assert not signed(BODY, signature(BODY, "older"), ["new", "old"])


def test_hex_may_be_written_large() -> None:
    assert signed(BODY, "sha256=" + signature(BODY, "app")[7:].upper(), ["app"])


@pytest.mark.parametrize("secrets", [[], [""], ["", ""]])
def test_without_a_secret_nothing_is_signed(secrets: list[str]) -> None:
    assert not signed(BODY, signature(BODY, ""), secrets)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda right: right[:-1],
        lambda right: right + "0",
        lambda right: right.removeprefix("sha256="),
        lambda right: right.replace("sha256", "sha1"),
        lambda right: right[:-1] + "g",
        lambda right: f" {right}",
        lambda right: right[:-1] + "\N{DEVANAGARI DIGIT ZERO}",
        lambda _: "sha256=",
        lambda _: "",
    ],
)
def test_only_a_whole_and_valid_digest_counts(spoil: object) -> None:
    assert not signed(BODY, spoil(signature(BODY, "app")), ["app"])  # type: ignore[operator]  # each spoiler gives a str


@given(st.binary(max_size=80), st.text(max_size=80))
def test_no_header_raises(body: bytes, header: str) -> None:
    assert not signed(body, header, ["app"])


def test_a_subscription_with_our_token_gets_its_challenge() -> None:
    assert handshake(GREETING, "ours") == "1158201444"


@pytest.mark.parametrize(
    ("parameters", "token"),
    [
        (GREETING | {"hub.verify_token": "theirs"}, "ours"),
        (GREETING | {"hub.verify_token": "हमारा"}, "ours"),
        (GREETING | {"hub.mode": "unsubscribe"}, "ours"),
        (GREETING | {"hub.verify_token": ""}, ""),
        ({}, ""),
        ({}, "ours"),
    ],
)
def test_no_other_gets_one(parameters: dict[str, str], token: str) -> None:
    assert handshake(parameters, token) is None
