import base64
from typing import TYPE_CHECKING

import pytest
from botocore.exceptions import ClientError

from satark.aws.kms import KmsAddressOpener, KmsIdentityKeys, UnderNeitherKey
from satark.identity import SealedAddress, SenderId

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

TIPSTER = SenderId("919000000001")


@pytest.fixture
def address_key(kms: "KMSClient") -> str:
    return kms.create_key()["KeyMetadata"]["KeyId"]


@pytest.fixture
def next_key(kms: "KMSClient") -> str:
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

    assert b"919000000001" not in ciphertext(sealed)
    assert KmsAddressOpener(kms, address_keys=[address_key]).open(sealed) == TIPSTER


def test_a_sealed_address_opens_for_no_other_purpose(
    kms: "KMSClient", keys: KmsIdentityKeys
) -> None:
    sealed = ciphertext(keys.seal(TIPSTER))

    with pytest.raises(ClientError, match=r"InvalidCiphertext|AccessDenied"):
        kms.decrypt(CiphertextBlob=sealed, EncryptionContext={"purpose": "curiosity"})


def test_an_address_names_its_key_and_opens_with_the_former_one_too(
    kms: "KMSClient", keys: KmsIdentityKeys, address_key: str, next_key: str
) -> None:
    sealed = keys.seal(TIPSTER)

    assert sealed.startswith(f"{address_key}.")
    assert KmsAddressOpener(kms, address_keys=[next_key, address_key]).open(sealed) == TIPSTER


def test_no_other_key_than_those_two_is_tried(
    kms: "KMSClient", keys: KmsIdentityKeys, next_key: str
) -> None:
    opener = KmsAddressOpener(kms, address_keys=[next_key])
    sealed = keys.seal(TIPSTER)

    with pytest.raises(UnderNeitherKey):
        opener.open(sealed)
    with pytest.raises(ClientError):  # nor what only says to be under it
        opener.open(SealedAddress(f"{next_key}.bm9uc2Vuc2U="))
    assert opener.rewrapped(sealed) is None


def test_what_is_sealed_again_opens_with_the_present_key_alone(
    kms: "KMSClient", keys: KmsIdentityKeys, address_key: str, next_key: str
) -> None:
    anew = KmsAddressOpener(kms, address_keys=[next_key, address_key]).rewrapped(keys.seal(TIPSTER))

    assert anew
    assert anew.startswith(f"{next_key}.")
    assert KmsAddressOpener(kms, address_keys=[next_key]).open(anew) == TIPSTER
    with pytest.raises(ClientError):
        kms.decrypt(KeyId=next_key, CiphertextBlob=ciphertext(anew))


def ciphertext(address: SealedAddress) -> bytes:
    return base64.b64decode(address.partition(".")[2])
