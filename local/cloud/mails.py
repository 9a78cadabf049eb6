"""Keeps each raw message that SES v2 has sent, byte for byte.

MiniStack's own record keeps its texts alone, without the pictures and the files.
"""

import base64
import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from ministack.services import ses_v2

type Answer = tuple[int, dict[str, str], bytes]
type Handler = Callable[..., Awaitable[Answer]]

SEND = "/v2/email/outbound-emails"


def install(folder: Path) -> None:
    folder.mkdir()
    ses_v2.handle_request = _keeping(ses_v2.handle_request, folder)


def _keeping(handle: Handler, folder: Path) -> Handler:
    async def handled(method: str, path: str, headers: Any, body: bytes, query: Any) -> Answer:  # noqa: ANN401 - passed on
        answer = await handle(method, path, headers, body, query)
        if (method, path, answer[0]) == ("POST", SEND, HTTPStatus.OK):
            _keep(json.loads(body)["Content"], folder)
        return answer

    return handled


def _keep(content: dict[str, dict[str, str]], folder: Path) -> None:
    """Under its number, whole at once: somebody may look into the folder at any time."""
    if raw := content.get("Raw"):
        number = len(list(folder.iterdir())) + 1
        unfinished = folder.parent / "mail.part"
        unfinished.write_bytes(base64.b64decode(raw["Data"]))
        unfinished.rename(folder / f"{number:05}.eml")
