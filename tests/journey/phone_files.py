"""Files as phones make them: each carries the place, the device and the name of its owner."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.unit.media import specimens_documents, specimens_pictures, specimens_recordings
from tests.unit.media.planted import planted_in


def photo() -> bytes:
    return _made(specimens_pictures.jpeg)


def video() -> bytes:
    return _made(specimens_recordings.mp4)


def voice_note() -> bytes:
    return _made(specimens_recordings.ogg)


def document() -> bytes:
    return _made(specimens_documents.pdf)


def locked_document() -> bytes:
    """Nobody can clean what is encrypted."""
    return _made(specimens_documents.encrypted_pdf)


def traces_in(content: bytes) -> list[bytes]:
    """What is left of what these files carry, in any spelling."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_bytes(content)
        return planted_in(path)


@cache
def _made(specimen: Callable[[Path], None]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        specimen(path)
        return path.read_bytes()
