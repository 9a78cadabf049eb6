"""The recorded webhooks of tests/payloads: Meta's shapes, with people who do not exist."""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "payloads"
TIPS, OFFICERS = "106540352242901", "106540352242902"
GREETING = {"hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": "ours"}


def payload(name: str) -> dict[str, Any]:
    recorded: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text())
    return recorded


def names() -> set[str]:
    return {path.stem for path in FOLDER.glob("*.json")}


def first_message(name: str) -> dict[str, Any]:
    message: dict[str, Any] = payload(name)["entry"][0]["changes"][0]["value"]["messages"][0]
    return message


def signature(body: bytes, secret: str) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
