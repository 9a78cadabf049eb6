"""What a browser posts: the bytes of a request, and the parts of a form that carries a file.

https://datatracker.ietf.org/doc/html/rfc7578
"""

import base64
from collections.abc import Mapping
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any


def raw_of(event: Mapping[str, Any]) -> bytes:
    """API Gateway passes whatever is no text as base64."""
    body: str = event.get("body") or ""
    return base64.b64decode(body) if event.get("isBase64Encoded") else body.encode()


def parts_of(raw: bytes) -> dict[str, bytes]:
    """By the names of the fields; empty for whatever is no such form.

    Its first line is the boundary, whatever the header says.
    """
    boundary = raw.partition(b"\r\n")[0].removeprefix(b"--")
    head = b'Content-Type: multipart/form-data; boundary="' + boundary + b'"\r\n\r\n'
    message = BytesParser(policy=HTTP).parsebytes(head + raw)
    if not message.is_multipart():
        return {}
    named = (
        (part.get_param("name", header="content-disposition"), part.get_payload(decode=True))
        for part in message.iter_parts()
    )
    return {str(name): body for name, body in named if isinstance(body, bytes)}
