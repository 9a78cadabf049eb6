import base64
from typing import TYPE_CHECKING

import pytest
from botocore.exceptions import ClientError

from satark.aws.kms import KmsAddressOpener, KmsIdentityKeys
from satark.identity import SenderId

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

TIPSTER = SenderId("919000000001")


@pytest.fixture
def address_key(kms: "KMSClient") -> str:
    return kms.create_key()["KeyMetadata"]["KeyId"]


@pytest.fixture
def keys(kms: "KMSClient", address_key: str) -> KmsIdentityKeys:
    mac_key = kms.create_key(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")["KeyMetadata"]
    return KmsIdentityKeys(kms, mac_key=mac_key["KeyId"], address_key=address_key)


def test_a_sender_is_recognised_again_and_told_from_others(keys: KmsIdentityKeys) -> None:
    assert keys.mac(TIPSTER) == keys.mac(SenderId("919000000001"))
    assert keys.mac(TIPSTER) != keys.mac(SenderId("919000000002"))


def test_only_the_opener_leads_back_from_a_sealed_address(
    kms: "KMSClient", keys: KmsIdentityKeys, address_key: str
) -> None:
    sealed = keys.seal(TIPSTER)

    assert b"919000000001" not in base64.b64decode(sealed)
    assert KmsAddressOpener(kms, address_key=address_key).open(sealed) == TIPSTER


def test_a_sealed_address_opens_for_no_other_purpose(
    kms: "KMSClient", keys: KmsIdentityKeys
) -> None:
    sealed = base64.b64decode(keys.seal(TIPSTER))

    with pytest.raises(ClientError, match=r"InvalidCiphertext|AccessDenied"):
        kms.decrypt(CiphertextBlob=sealed, EncryptionContext={"purpose": "curiosity"})
