"""Somebody who would be known again wherever anything of them came out, and what they write."""

import base64
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from local.leaks import Form, forms_of
from tests.faults.house import DOOR
from tests.unit.media.planted import PLACE, PLANTED
from tests.unit.whatsapp.payloads import signature

NAME = "Zebunnisa Quraishi"
FILE = "Zebunnisa-ka-khet.pdf"
WORDS = "नहर की पटरी पर दो झोपड़ियाँ"
PIN = (25.4231977, 83.5670119)
_MESSAGES = count(1)


@dataclass(frozen=True, slots=True)
class Marked:
    number: str
    bsuid: str
    wamids: list[str] = field(default_factory=list)

    @classmethod
    def people(cls) -> Iterator["Marked"]:
        """Each with a number and a user id of their own."""
        return (cls(f"919000000{n:03}", f"IN.20819787{n:08}") for n in range(1000))

    @property
    def words(self) -> str:
        """What a careless error would say: all of it."""
        pin = " ".join(map(str, PIN))
        wamid = self.wamids[-1] if self.wamids else ""
        return f"{NAME} +{self.number} {self.bsuid} {wamid} {FILE} {WORDS} {pin} {PLACE}"

    def identity(self) -> dict[str, tuple[Form, ...]]:
        """What may be nowhere behind the door."""
        wamids = tuple(Form("as it is", wamid.encode()) for wamid in self.wamids)
        whole = {"number": self.number, "user id": self.bsuid, "name": NAME, "file name": FILE}
        planted = (Form("in a photo", PLANTED), Form("place of a photo", PLACE[:-1].encode()))
        forms = {what: forms_of(secret) for what, secret in whole.items()}
        return forms | {"wamid": wamids, "metadata": planted}

    def whole(self) -> dict[str, tuple[Form, ...]]:
        """What may be in nothing that is printed: the tip's own words too."""
        told = {"words": WORDS, "latitude": str(PIN[0]), "longitude": str(PIN[1])}
        return self.identity() | {what: forms_of(secret) for what, secret in told.items()}

    def text(self, words: str) -> dict[str, Any]:
        return self._message("text", text={"body": words})

    def tap(self, option: str, title: str) -> dict[str, Any]:
        reply = {"type": "list_reply", "list_reply": {"id": option, "title": title}}
        return self._message("interactive", interactive=reply)

    def photo(self) -> dict[str, Any]:
        image = {
            "id": f"13844{next(_MESSAGES)}",
            "mime_type": "image/jpeg",
            "caption": WORDS,
            "url": f"https://lookaside.fbsbx.com/?mid={self.number}",
        }
        return self._message("image", image=image)

    def everything(self) -> list[dict[str, Any]]:
        """One message of each kind that carries something of its own."""
        document = {"id": "1", "mime_type": "application/pdf", "filename": FILE, "caption": WORDS}
        card = {"name": {"formatted_name": NAME}, "phones": [{"phone": f"+{self.number}"}]}
        place = {"latitude": PIN[0], "longitude": PIN[1], "name": WORDS}
        return [
            self.text(WORDS),
            self.photo(),
            self._message("document", document=document),
            self._message("location", location=place),
            self._message("contacts", contacts=[card]),
            self._message("of_tomorrow", of_tomorrow={"from": self.number}),
        ]

    def status(self, state: str) -> dict[str, Any]:
        return {
            "id": self._wamid(),
            "status": state,
            "timestamp": str(int(time.time())),
            "recipient_id": self.number,
            "recipient_user_id": self.bsuid,
            "biz_opaque_callback_data": f"intent-{next(_MESSAGES)}",
        }

    def _message(self, kind: str, **content: Any) -> dict[str, Any]:
        return {
            "from": self.number,
            "from_user_id": self.bsuid,
            "id": self._wamid(),
            "timestamp": str(int(time.time())),
            "type": kind,
            **content,
        }

    def _wamid(self) -> str:
        raw = b"\x1c\x18\x0c" + self.number.encode() + next(_MESSAGES).to_bytes(20)
        self.wamids.append("wamid." + base64.b64encode(raw).decode())
        return self.wamids[-1]


def posted(
    person: Marked,
    line: str,
    *messages: dict[str, Any],
    statuses: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    """What API Gateway hands on of Meta's POST to the line with this phone number id."""
    contact = {"profile": {"name": NAME}, "wa_id": person.number, "user_id": person.bsuid}
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "919000000001", "phone_number_id": line},
        "contacts": [contact],
        "messages": list(messages),
        "statuses": statuses or [],
    }
    change = {"field": "messages", "value": value}
    whole = {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [change]}]}
    body = json.dumps(whole, ensure_ascii=False)
    return {
        "requestContext": {"http": {"method": "POST"}, "timeEpoch": time.time() * 1000},
        "headers": {"x-hub-signature-256": signature(body.encode(), DOOR["app_secret"])},
        "body": body,
        "isBase64Encoded": False,
    }
