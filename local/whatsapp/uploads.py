"""Media that the business uploads before it sends them."""

from local.whatsapp.errors import GraphError
from local.whatsapp.media import SENDABLE, UPLOADED_SECONDS, Media, kind_of
from local.whatsapp.settings import BusinessNumber
from local.whatsapp.world import World


def upload(
    world: World, line: BusinessNumber, content: bytes, mime_type: str, filename: str | None
) -> Media:
    """Raises 100 (a type that cannot be sent) or 131053 (empty, too large)."""
    kind = kind_of(mime_type)
    if kind is None:
        allowed = sorted(one for types, _ in SENDABLE.values() for one in types)
        raise GraphError(
            100,
            "Param file must be a file with one of the following types: "
            f"{', '.join(allowed)}. Received file of type '{mime_type}'.",
        )
    _, largest = SENDABLE[kind]
    if not 0 < len(content) <= largest:
        raise GraphError(131053, f"{kind}: {len(content)} bytes; 1 to {largest} are allowed")
    expires_at = world.clock.now() + UPLOADED_SECONDS
    return world.media.put(
        line.phone_number_id, content, mime_type, expires_at=expires_at, filename=filename
    )
