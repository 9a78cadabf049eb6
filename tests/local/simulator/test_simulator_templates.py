"""A template is named, in a language, with as many values as it has variables."""

from copy import deepcopy
from typing import Any

import pytest

from local.whatsapp import GraphError, Person
from local.whatsapp.templates import TemplateRegistry
from tests.local.simulator.conftest import GraphClient, Webhook

TO = "+919000000101"


def words(*values: str) -> dict[str, Any]:
    return {"type": "body", "parameters": [{"type": "text", "text": value} for value in values]}


def template(*components: dict[str, Any], name: str = "tip_alert", code: str = "hi") -> Any:
    return {"name": name, "language": {"code": code}, "components": list(components)}


def quick_reply(payload: str, index: str = "0") -> dict[str, Any]:
    parameters = [{"type": "payload", "payload": payload}]
    return {
        "type": "button",
        "sub_type": "quick_reply",
        "index": index,
        "parameters": parameters,
    }


def photo(**kinds: Any) -> dict[str, Any]:
    return {"type": "header", "parameters": [kinds]}


NAMED = {
    "type": "body",
    "parameters": [{"type": "text", "parameter_name": "officer", "text": "A. Singh"}],
}

REFUSED: dict[str, tuple[dict[str, Any], int, int]] = {
    "unknown name": (template(words("1", "2"), name="nobody"), 404, 132001),
    "unknown language": (template(words("1", "2"), code="ur"), 404, 132001),
    "paused": (template(name="paused", code="en"), 400, 132015),
    "one value of two": (template(words("1")), 400, 132000),
    "three values of two": (template(words("1", "2", "3")), 400, 132000),
    "no values": (template(), 400, 132000),
    "an empty value": (template(words("1", " ")), 400, 131008),
    "a line break in a value": (template(words("1", "a\nb")), 400, 132018),
    "five spaces in a value": (template(words("1", "a     b")), 400, 132018),
    "too long once filled": (template(words("1", "x" * 1024)), 400, 132005),
    "a button that is not there": (
        template(words("1", "2"), quick_reply("x", "1")),
        400,
        132000,
    ),
    "a link for a quick reply": (
        template(words("1", "2"), quick_reply("x") | {"sub_type": "url"}),
        400,
        132012,
    ),
    "no photo": (template(NAMED, name="with_photo", code="en"), 400, 132012),
    "a video for a photo": (
        template(
            photo(type="video", video={"link": "https://example.org/a"}),
            NAMED,
            name="with_photo",
            code="en",
        ),
        400,
        132012,
    ),
    "a value without its name": (
        template(
            photo(type="image", image={"link": "https://example.org/a"}),
            words("A. Singh"),
            name="with_photo",
            code="en",
        ),
        400,
        132012,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_template_that_does_not_fit_is_refused(
    name: str, asha: Person, meta: GraphClient
) -> None:
    body, http, code = REFUSED[name]
    status, answer = meta.send(TO, "template", body)
    assert (status, answer["error"]["code"]) == (http, code), answer


def test_the_person_sees_the_filled_template(asha: Person, meta: GraphClient) -> None:
    _, answer = meta.send(TO, "template", template(words("SM-1", "केराकत")))
    assert answer["messages"][0]["message_status"] == "accepted"
    shown = asha.waits_for(1)
    assert shown.text == "नई सूचना SM-1 थाना केराकत के लिए है।\nSatark Mitra"
    assert shown.titles == ("सूचना देखें",)


def test_a_header_photo_and_named_values(asha: Person, meta: GraphClient) -> None:
    _, upload = meta.upload(b"\xff\xd8jpeg", "image/jpeg")
    header = photo(type="image", image={"id": upload["id"]})
    meta.send(TO, "template", template(header, NAMED, name="with_photo", code="en"))
    shown = asha.waits_for("A. Singh")
    assert shown.media
    assert (shown.media.content, shown.content.media_kind) == (b"\xff\xd8jpeg", "image")


@pytest.mark.parametrize("payload", ["tip:7", None])
def test_a_tap_returns_the_payload_or_else_the_label(
    payload: str | None, asha: Person, meta: GraphClient, webhook: Webhook
) -> None:
    parts = [words("1", "2"), *([quick_reply(payload)] if payload else [])]
    _, answer = meta.send(TO, "template", template(*parts))
    asha.waits_for(1)
    asha.taps("सूचना देखें")
    tap = webhook.messages[-1]
    assert tap["type"] == "button"
    assert tap["button"] == {"payload": payload or "सूचना देखें", "text": "सूचना देखें"}
    assert tap["context"]["id"] == answer["messages"][0]["id"]


def approved() -> dict[str, Any]:
    return {
        "name": "update",
        "language": "en",
        "components": [
            {"type": "HEADER", "format": "TEXT", "text": "x" * 60},
            {"type": "BODY", "text": "Your tip {{1}} is being looked into."},
            {"type": "FOOTER", "text": "x" * 60},
            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "x" * 25}]},
        ],
    }


def changed(index: int, **values: Any) -> dict[str, Any]:
    data = deepcopy(approved())
    data["components"][index] |= values
    return data


REPLY, LINK = {"type": "QUICK_REPLY", "text": "a"}, {"type": "URL", "text": "b", "url": "https://x"}
UNAPPROVABLE = {
    "capital letters in its name": approved() | {"name": "Update"},
    "no language": approved() | {"language": ""},
    "no body": approved() | {"components": []},
    "header of 61": changed(0, text="x" * 61),
    "body of 1025": changed(1, text="x" * 1025),
    "variable at the start": changed(1, text="{{1}} is here"),
    "variable at the end": changed(1, text="Here is {{1}}"),
    "variables with a gap": changed(1, text="A {{1}} and {{3}} here"),
    "footer of 61": changed(2, text="x" * 61),
    "label of 26": changed(3, buttons=[REPLY | {"text": "x" * 26}]),
    "eleven buttons": changed(3, buttons=[REPLY] * 11),
    "scattered quick replies": changed(3, buttons=[REPLY, LINK, REPLY]),
    "unknown component": changed(3, type="CAROUSEL"),
}


@pytest.mark.parametrize("name", UNAPPROVABLE)
def test_meta_would_not_approve_it(name: str) -> None:
    with pytest.raises(GraphError, match="template"):
        TemplateRegistry().add([UNAPPROVABLE[name]])


def test_templates_are_created_and_listed_over_the_api(meta: GraphClient) -> None:
    path = f"{meta.line.waba_id}/message_templates"
    status, answer = meta.call("POST", path, json=approved())
    assert (status, answer["status"]) == (200, "APPROVED")
    assert approved() in meta.call("GET", path)[1]["data"]
    assert meta.call("POST", path, json=UNAPPROVABLE["no body"])[0] == 400
