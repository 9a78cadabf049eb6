"""KMS as the keeper of identity: what the door may do, and what only a courier may do."""

import base64
from collections.abc import Sequence
from typing import TYPE_CHECKING

from satark.identity import SealedAddress, SenderId, address_input, mac_input

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

# CloudTrail prints the encryption context in clear: it says what for, and nothing of whom.
_CONTEXT = {"purpose": "reply"}


class KmsIdentityKeys:
    """Recognises and seals senders of one line. Its role has no Decrypt."""

    def __init__(self, client: "KMSClient", *, mac_key: str, address_key: str) -> None:
        self._client = client
        self._mac_key = mac_key
        self._address_key = address_key

    def mac(self, sender: SenderId) -> bytes:
        answer = self._client.generate_mac(
            KeyId=self._mac_key, MacAlgorithm="HMAC_SHA_256", Message=mac_input(sender)
        )
        return answer["Mac"]

    def seal(self, sender: SenderId) -> SealedAddress:
        answer = self._client.encrypt(
            KeyId=self._address_key, Plaintext=address_input(sender), EncryptionContext=_CONTEXT
        )
        return _sealed(self._address_key, answer["CiphertextBlob"])


class UnderNeitherKey(Exception):
    """No key that this courier may use has sealed it."""


class KmsAddressOpener:
    """Opens one sealed address for the length of one send; seals others anew, unopened.

    `address_keys` are the ids of the present key and, while there are any, of former ones.
    """

    def __init__(self, client: "KMSClient", *, address_keys: Sequence[str]) -> None:
        self._client = client
        self._address_keys = address_keys

    @property
    def present(self) -> str:
        return self._address_keys[0]

    def open(self, address: SealedAddress) -> SenderId:
        """Raises UnderNeitherKey."""
        key, ciphertext = _parts(address)
        if key not in self._address_keys:
            raise UnderNeitherKey
        answer = self._client.decrypt(
            KeyId=key, CiphertextBlob=ciphertext, EncryptionContext=_CONTEXT
        )
        return SenderId.of(answer["Plaintext"])

    def rewrapped(self, address: SealedAddress) -> SealedAddress | None:
        key, ciphertext = _parts(address)
        if key not in self._address_keys:
            return None
        answer = self._client.re_encrypt(
            CiphertextBlob=ciphertext,
            SourceKeyId=key,
            SourceEncryptionContext=_CONTEXT,
            DestinationKeyId=self.present,
            DestinationEncryptionContext=_CONTEXT,
        )
        return _sealed(self.present, answer["CiphertextBlob"])


def _sealed(key: str, ciphertext: bytes) -> SealedAddress:
    return SealedAddress(f"{key}.{base64.b64encode(ciphertext).decode()}")


def _parts(address: SealedAddress) -> tuple[str, bytes]:
    key, _, ciphertext = address.partition(".")
    return key, base64.b64decode(ciphertext)
