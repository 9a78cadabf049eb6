"""KMS as the keeper of identity: what the door may do, and what only a courier may do."""

import base64
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
        return SealedAddress(base64.b64encode(answer["CiphertextBlob"]).decode())


class KmsAddressOpener:
    """Opens one sealed address for the length of one send."""

    def __init__(self, client: "KMSClient", *, address_key: str) -> None:
        self._client = client
        self._address_key = address_key

    def open(self, address: SealedAddress) -> SenderId:
        answer = self._client.decrypt(
            KeyId=self._address_key,
            CiphertextBlob=base64.b64decode(address),
            EncryptionContext=_CONTEXT,
        )
        return SenderId.of(answer["Plaintext"])
