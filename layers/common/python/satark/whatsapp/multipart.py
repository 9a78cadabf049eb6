"""A form with one file, streamed from disk: urllib3's own encoder holds it all in memory."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_DISPOSITION: Final = "Content-Disposition: form-data"
_CHUNK: Final = 1024 * 1024


class Multipart:
    """multipart/form-data, RFC 7578. Iterate for the body; `headers` announce it."""

    def __init__(self, fields: dict[str, str], file: Path, *, mime: str, name: str) -> None:
        boundary = secrets.token_hex(16)
        self._file = file
        self._head = b"".join(
            f'--{boundary}\r\n{_DISPOSITION}; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in fields.items()
        )
        self._head += (
            f'--{boundary}\r\n{_DISPOSITION}; name="file"; filename="{name}"\r\n'
            f"Content-Type: {mime}\r\n\r\n"
        ).encode()
        self._tail = f"\r\n--{boundary}--\r\n".encode()
        self.headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Content-Length": str(len(self._head) + file.stat().st_size + len(self._tail)),
        }

    def __iter__(self) -> Iterator[bytes]:
        yield self._head
        with self._file.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                yield chunk
        yield self._tail
