"""Media up and down: ids, addresses of five minutes, checksums, types and sizes."""

import base64
import hashlib
from typing import Any

import pytest

from local.whatsapp import Person, WhatsAppSimulator
from tests.local.simulator.conftest import GraphClient, Webhook

TO = "+919000000101"
PHOTO = b"\xff\xd8 a photo"


def received(asha: Person, webhook: Webhook) -> dict[str, Any]:
    asha.sends_photo(PHOTO, caption="देखिए")
    image: dict[str, Any] = webhook.messages[-1]["image"]
    return image


def test_a_photo_arrives_with_its_checksum(asha: Person, webhook: Webhook) -> None:
    image = received(asha, webhook)
    assert image.pop("id").isdigit()
    assert image == {
        "mime_type": "image/jpeg",
        "sha256": base64.b64encode(hashlib.sha256(PHOTO).digest()).decode(),
        "caption": "देखिए",
    }


def test_it_is_looked_up_and_downloaded(asha: Person, meta: GraphClient, webhook: Webhook) -> None:
    image = received(asha, webhook)
    status, about = meta.call("GET", f"{image['id']}?phone_number_id={meta.line.phone_number_id}")
    url = about.pop("url")
    assert (status, about) == (
        200,
        {
            "messaging_product": "whatsapp",
            "mime_type": "image/jpeg",
            "sha256": image["sha256"],
            "file_size": len(PHOTO),
            "id": image["id"],
        },
    )
    assert meta.call("GET", url) == (200, PHOTO)
    assert meta.call("GET", url, headers={})[0] == 401


def test_an_address_lives_five_minutes_and_an_id_seven_days(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient, webhook: Webhook
) -> None:
    simulator.clock.freeze()
    image = received(asha, webhook)
    url = meta.call("GET", image["id"])[1]["url"]
    simulator.clock.advance(minutes=4, seconds=58)
    assert meta.call("GET", url)[0] == 200
    simulator.clock.advance(seconds=2)
    assert meta.call("GET", url)[0] == 404
    simulator.clock.advance(hours=7 * 24)
    assert meta.call("GET", image["id"])[1]["error"]["code"] == 100


def test_a_changed_address_opens_nothing(asha: Person, meta: GraphClient, webhook: Webhook) -> None:
    url = meta.call("GET", received(asha, webhook)["id"])[1]["url"]
    later = url.replace("ext=1", "ext=2")
    assert (later != url, meta.call("GET", later)[0]) == (True, 404)


def test_another_numbers_media_do_not_exist(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient, webhook: Webhook
) -> None:
    image = received(asha, webhook)
    officers = GraphClient(simulator, "officers", meta.url)
    assert officers.call("GET", image["id"])[0] == 400
    assert officers.call("GET", meta.call("GET", image["id"])[1]["url"])[0] == 404
    assert meta.call("GET", f"{image['id']}?phone_number_id=1")[0] == 400
    assert officers.call("DELETE", image["id"])[0] == 400
    asha.says("Hi", line="officers")
    assert officers.send(TO, "image", {"id": image["id"]})[1]["error"]["code"] == 100
    officers.http.clear()


def test_a_photo_is_uploaded_sent_and_deleted(asha: Person, meta: GraphClient) -> None:
    asha.says("Hi")
    _, upload = meta.upload(PHOTO, "image/jpeg")
    assert meta.send(TO, "image", {"id": upload["id"], "caption": "यह"})[0] == 200
    shown = asha.waits_for("यह")
    assert (shown.media and shown.media.content) == PHOTO
    assert meta.call("DELETE", upload["id"]) == (200, {"success": True})
    assert meta.send(TO, "image", {"id": upload["id"]})[1]["error"]["code"] == 100


@pytest.mark.parametrize(
    ("mime_type", "size", "code"),
    [
        ("image/jpeg", 5 * 1024 * 1024, None),
        ("image/jpeg", 5 * 1024 * 1024 + 1, 131053),
        ("image/png", 0, 131053),
        ("image/gif", 10, 100),
        ("audio/ogg; codecs=opus", 10, None),
        ("video/mp4", 16 * 1024 * 1024 + 1, 131053),
        ("image/webp", 500 * 1024 + 1, 131053),
        ("application/pdf", 10, None),
        ("application/zip", 10, 100),
    ],
)
def test_types_and_sizes_of_uploads(
    mime_type: str, size: int, code: int | None, meta: GraphClient
) -> None:
    _, answer = meta.upload(b"x" * size, mime_type)
    assert answer.get("error", {}).get("code") == code


def test_an_upload_needs_its_product(meta: GraphClient) -> None:
    fields = {"file": ("a.jpg", PHOTO, "image/jpeg")}
    path = f"{meta.line.phone_number_id}/media"
    assert meta.call("POST", path, fields=fields)[1]["error"]["code"] == 100
    product = {"messaging_product": "whatsapp"}
    assert meta.call("POST", path, fields=product)[1]["error"]["code"] == 100


def test_a_photo_does_not_pass_for_a_video(asha: Person, meta: GraphClient) -> None:
    asha.says("Hi")
    _, upload = meta.upload(PHOTO, "image/jpeg")
    assert meta.send(TO, "video", {"id": upload["id"]})[1]["error"]["code"] == 131053


def test_every_kind_of_attachment(asha: Person, webhook: Webhook) -> None:
    asha.sends_video(b"v")
    asha.sends_voice(b"a")
    asha.sends_document(b"%PDF", filename="नक्शा.pdf", caption="c")
    asha.sends_sticker(b"s")
    asha.sends_pin(25.74, 82.68, name="चौराहा")
    kinds = {message["type"]: message[message["type"]] for message in webhook.messages}
    told = {
        kind: {key for key in body if key not in {"id", "sha256"}} for kind, body in kinds.items()
    }
    assert told == {
        "video": {"mime_type"},
        "audio": {"mime_type", "voice"},
        "document": {"mime_type", "filename", "caption"},
        "sticker": {"mime_type", "animated"},
        "location": {"latitude", "longitude", "name"},
    }
