"""Media that Meta holds for a business: ids, checksums, and short-lived addresses."""

import base64
import hashlib
import hmac
import secrets
import threading
from dataclasses import dataclass
from urllib.parse import urlencode

from local.whatsapp.errors import GraphError

URL_SECONDS = 5 * 60
INBOUND_SECONDS = 7 * 86400
UPLOADED_SECONDS = 30 * 86400
DOWNLOAD_PATH = "/whatsapp_business/attachments/"
MB = 1024 * 1024

# What a business may send, and how large.
# https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
_OFFICE = "application/vnd.openxmlformats-officedocument"
SENDABLE: dict[str, tuple[frozenset[str], int]] = {
    "audio": (
        frozenset({"audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"}),
        16 * MB,
    ),
    "document": (
        frozenset(
            {
                "text/plain",
                "application/pdf",
                "application/msword",
                "application/vnd.ms-excel",
                "application/vnd.ms-powerpoint",
                f"{_OFFICE}.wordprocessingml.document",
                f"{_OFFICE}.spreadsheetml.sheet",
                f"{_OFFICE}.presentationml.presentation",
            }
        ),
        100 * MB,
    ),
    "image": (frozenset({"image/jpeg", "image/png"}), 5 * MB),
    "video": (frozenset({"video/mp4", "video/3gpp"}), 16 * MB),
    "sticker": (frozenset({"image/webp"}), 500 * 1024),
}


def kind_of(mime_type: str) -> str | None:
    """`image`, `video`… for a sendable MIME type, None for any other."""
    bare = mime_type.partition(";")[0].strip().lower()
    return next((kind for kind, (types, _) in SENDABLE.items() if bare in types), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    id: str
    phone_number_id: str
    mime_type: str
    content: bytes
    expires_at: float
    filename: str | None = None

    @property
    def sha256(self) -> str:
        """As Meta writes it: base64 of the 32 bytes."""
        return base64.b64encode(hashlib.sha256(self.content).digest()).decode()


class MediaStore:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: dict[str, Media] = {}
        self._key = secrets.token_bytes(16)

    def put(
        self,
        phone_number_id: str,
        content: bytes,
        mime_type: str,
        *,
        expires_at: float,
        filename: str | None = None,
    ) -> Media:
        media = Media(
            id=str(secrets.randbelow(9 * 10**15) + 10**15),
            phone_number_id=phone_number_id,
            mime_type=mime_type,
            content=content,
            expires_at=expires_at,
            filename=filename,
        )
        with self._lock:
            self._held[media.id] = media
        return media

    def held(self, media_id: str, phone_number_id: str, now: float) -> Media:
        """Raises 100: no such media of this number, or expired."""
        media = self.peek(media_id)
        if media is None or media.phone_number_id != phone_number_id or media.expires_at <= now:
            raise GraphError(
                100,
                f"Unsupported request. Object with ID '{media_id}' does not exist, cannot be "
                "loaded due to missing permissions, or does not support this operation",
            )
        return media

    def peek(self, media_id: str) -> Media | None:
        """The media whatever its age, as the person's phone keeps it."""
        with self._lock:
            return self._held.get(media_id)

    def delete(self, media_id: str) -> None:
        with self._lock:
            self._held.pop(media_id, None)

    def download_query(self, media_id: str, now: float) -> str:
        expiry = str(int(now + URL_SECONDS))
        return urlencode({"mid": media_id, "ext": expiry, "hash": self._sign(media_id, expiry)})

    def opens(self, media_id: str, expiry: str, signature: str, now: float) -> bool:
        """Whether a download address is genuine and younger than five minutes."""
        genuine = hmac.compare_digest(self._sign(media_id, expiry), signature)
        return genuine and now < int(expiry)

    def _sign(self, media_id: str, expiry: str) -> str:
        return hmac.digest(self._key, f"{media_id}/{expiry}".encode(), "sha256").hex()
