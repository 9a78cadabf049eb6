"""KMS does what we rely on: the next MiniStack must pass here first."""

import hashlib
from typing import Any

import pytest
from botocore.exceptions import ClientError

from local.cloud.deploy import Deployment
from local.cloud.embedded import EmbeddedCloud

REPLY = {"purpose": "reply"}


def code(error: pytest.ExceptionInfo[ClientError]) -> str:
    return error.value.response["Error"]["Code"]


@pytest.fixture
def kms(cloud: EmbeddedCloud) -> Any:
    return cloud.client("kms")


def test_a_mac_is_stable_and_bound_to_message_and_key(kms: Any, toy: Deployment) -> None:
    def mac(message: bytes) -> bytes:
        answer = kms.generate_mac(
            KeyId=toy.resources["MacKey"], MacAlgorithm="HMAC_SHA_256", Message=message
        )
        mac: bytes = answer["Mac"]
        return mac

    assert mac(b"one") == mac(b"one")
    assert mac(b"one") != mac(b"two")
    assert len(mac(b"one")) == hashlib.sha256().digest_size


def test_a_ciphertext_opens_only_in_its_context(kms: Any, toy: Deployment) -> None:
    sealed = kms.encrypt(
        KeyId=toy.resources["SealKey"], Plaintext=b"address", EncryptionContext=REPLY
    )["CiphertextBlob"]
    assert b"address" not in sealed
    opened = kms.decrypt(CiphertextBlob=sealed, EncryptionContext=REPLY)
    assert opened["Plaintext"] == b"address"
    for other in ({"purpose": "other"}, {}):
        with pytest.raises(ClientError) as error:
            kms.decrypt(CiphertextBlob=sealed, EncryptionContext=other)
        assert code(error) == "InvalidCiphertextException"


def test_an_alias_names_its_key(kms: Any, toy: Deployment) -> None:
    answer = kms.encrypt(KeyId="alias/seal", Plaintext=b"x")
    assert answer["KeyId"].endswith(toy.resources["SealKey"])
