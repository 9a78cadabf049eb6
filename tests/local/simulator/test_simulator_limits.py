"""Every limit at its edge and one beyond it: a single label too long refuses the whole message."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from local.whatsapp import WhatsAppSimulator
from tests.local.simulator.conftest import GraphClient

TO = "+919000000101"


@pytest.fixture(scope="module")
def strict() -> Iterator[GraphClient]:
    with WhatsAppSimulator() as simulator:
        simulator.person(name="Asha", number=TO).says("Hi")
        client = GraphClient(simulator)
        yield client
        client.http.clear()


@pytest.fixture(autouse=True)
def unhurried(strict: GraphClient) -> None:
    """The pace of sending is another test's business."""
    strict.simulator.clock.advance(seconds=6)


def buttons(*titles: str, ids: list[str] | None = None, **parts: Any) -> dict[str, Any]:
    replies = [
        {"type": "reply", "reply": {"id": one_id, "title": title}}
        for title, one_id in zip(titles, ids or [f"b{n}" for n in range(len(titles))], strict=True)
    ]
    return {
        "type": "button",
        "body": {"text": "चुनें"},
        "action": {"buttons": replies},
        **parts,
    }


def rows(count: int, **row: str) -> list[dict[str, str]]:
    return [{"id": f"r{n}", "title": f"थाना {n}", **row} for n in range(count)]


def menu(*sections: dict[str, Any], button: str = "चुनें", **parts: Any) -> dict[str, Any]:
    return {
        "type": "list",
        "body": {"text": "थाना?"},
        "action": {"button": button, "sections": list(sections or ({"rows": rows(1)},))},
        **parts,
    }


def section(count: int, *, start: int = 0, **parts: str) -> dict[str, Any]:
    some = [{"id": f"r{n}", "title": f"थाना {n}"} for n in range(start, start + count)]
    return {"rows": some, **parts}


# क and ी are a code point each: ten visible syllables fill a button.
HINDI_20, HINDI_24 = "की" * 10, "की" * 12

ACCEPTED: dict[str, tuple[str, dict[str, Any]]] = {
    "text of 4096": ("text", {"body": "क" * 4096}),
    "button title of 20 in Hindi": ("interactive", buttons(HINDI_20)),
    "three buttons": ("interactive", buttons("a", "b", "c")),
    "button id of 256": ("interactive", buttons("a", ids=["x" * 256])),
    "interactive body of 1024": ("interactive", buttons("a", body={"text": "x" * 1024})),
    "footer of 60": ("interactive", buttons("a", footer={"text": "x" * 60})),
    "header of 60": ("interactive", buttons("a", header={"type": "text", "text": "x" * 60})),
    "ten rows in two sections": (
        "interactive",
        menu(section(5, title="a"), section(5, start=5, title="b")),
    ),
    "row title of 24 in Hindi": ("interactive", menu({"rows": rows(1, title=HINDI_24)})),
    "row description of 72": ("interactive", menu({"rows": rows(1, description="x" * 72)})),
    "row id of 200": ("interactive", menu({"rows": rows(1, id="x" * 200)})),
    "section title of 24": ("interactive", menu(section(1, title="x" * 24))),
    "list button of 20": ("interactive", menu(button="x" * 20)),
    "list body of 4096": ("interactive", menu(body={"text": "x" * 4096})),
    "location request": (
        "interactive",
        {
            "type": "location_request_message",
            "body": {"text": "कहाँ?"},
            "action": {"name": "send_location"},
        },
    ),
    "link button": (
        "interactive",
        {
            "type": "cta_url",
            "body": {"text": "देखें"},
            "action": {
                "name": "cta_url",
                "parameters": {"display_text": "x" * 20, "url": "https://example.org/a"},
            },
        },
    ),
    "photo by link, caption of 1024": (
        "image",
        {"link": "https://example.org/a.jpg", "caption": "x" * 1024},
    ),
    "location": ("location", {"latitude": 25.7, "longitude": 82.6}),
}

REFUSED: dict[str, tuple[str, dict[str, Any], int]] = {
    "text of 4097": ("text", {"body": "क" * 4097}, 100),
    "empty text": ("text", {"body": ""}, 100),
    "text without body": ("text", {"preview_url": True}, 131008),
    "text with an unknown key": ("text", {"body": "x", "colour": "red"}, 100),
    "button title of 21 in Hindi": ("interactive", buttons(HINDI_20 + "क"), 131009),
    "button without title": ("interactive", buttons(""), 131009),
    "third of three titles too long": ("interactive", buttons("a", "b", "x" * 21), 131009),
    "four buttons": ("interactive", buttons("a", "b", "c", "d"), 131009),
    "no button": ("interactive", buttons(), 131009),
    "button id of 257": ("interactive", buttons("a", ids=["x" * 257]), 131009),
    "button id with a space at its edge": ("interactive", buttons("a", ids=["x "]), 131009),
    "two buttons of one id": ("interactive", buttons("a", "b", ids=["x", "x"]), 131009),
    "two buttons of one title": ("interactive", buttons("a", "a"), 131009),
    "button body of 1025": ("interactive", buttons("a", body={"text": "x" * 1025}), 131009),
    "footer of 61": ("interactive", buttons("a", footer={"text": "x" * 61}), 131009),
    "header of 61": (
        "interactive",
        buttons("a", header={"type": "text", "text": "x" * 61}),
        131009,
    ),
    "header of another type than it holds": (
        "interactive",
        buttons("a", header={"type": "image", "text": "x"}),
        131008,
    ),
    "eleven rows in all": (
        "interactive",
        menu(section(6, title="a"), section(5, start=6, title="b")),
        131009,
    ),
    "eleven sections": (
        "interactive",
        menu(*(section(1, start=n, title=str(n)) for n in range(11))),
        131009,
    ),
    "two sections, one without title": (
        "interactive",
        menu(section(1, title="a"), section(1, start=1)),
        131009,
    ),
    "row title of 25 in Hindi": (
        "interactive",
        menu({"rows": rows(1, title=HINDI_24 + "क")}),
        131009,
    ),
    "row description of 73": (
        "interactive",
        menu({"rows": rows(1, description="x" * 73)}),
        131009,
    ),
    "row id of 201": ("interactive", menu({"rows": rows(1, id="x" * 201)}), 131009),
    "two rows of one id": ("interactive", menu({"rows": rows(2, id="x")}), 131009),
    "section title of 25": ("interactive", menu(section(1, title="x" * 25)), 131009),
    "list button of 21": ("interactive", menu(button="x" * 21), 131009),
    "list body of 4097": ("interactive", menu(body={"text": "x" * 4097}), 131009),
    "list with a picture in its header": (
        "interactive",
        menu(header={"type": "image", "image": {"id": "1"}}),
        131009,
    ),
    "interactive of an unknown type": ("interactive", {"type": "carousel"}, 131009),
    "link button of 21": (
        "interactive",
        {
            "type": "cta_url",
            "body": {"text": "x"},
            "action": {
                "name": "cta_url",
                "parameters": {"display_text": "x" * 21, "url": "https://example.org"},
            },
        },
        131009,
    ),
    "photo without id or link": ("image", {"caption": "x"}, 100),
    "photo with both id and link": ("image", {"id": "1", "link": "https://example.org/a"}, 100),
    "caption of 1025": ("image", {"link": "https://example.org/a", "caption": "x" * 1025}, 100),
    "caption on a voice note": ("audio", {"link": "https://example.org/a", "caption": "x"}, 100),
    "photo of no upload": ("image", {"id": "12345"}, 100),
    "latitude of 91": ("location", {"latitude": 91, "longitude": 82.6}, 100),
    "reaction to a stranger's message": (
        "reaction",
        {"message_id": "wamid.none", "emoji": "👍"},
        131009,
    ),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_within_its_limit_is_accepted(name: str, strict: GraphClient) -> None:
    kind, body = ACCEPTED[name]
    status, answer = strict.send(TO, kind, body)
    assert status == 200, answer
    assert answer["contacts"] == [{"input": TO, "wa_id": "919000000101"}]


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_beyond_its_limit_is_refused(name: str, strict: GraphClient) -> None:
    kind, body, code = REFUSED[name]
    shown = len(strict.simulator.people["p1"].messages)
    status, answer = strict.send(TO, kind, deepcopy(body))
    assert (status, answer["error"]["code"]) == (400, code), answer
    assert len(strict.simulator.people["p1"].messages) == shown


def test_the_error_body_is_metas(strict: GraphClient) -> None:
    _, answer = strict.send(TO, "interactive", buttons("x" * 21))
    error = answer["error"]
    assert error.pop("fbtrace_id")
    assert error == {
        "message": "(#131009) Parameter value is not valid",
        "type": "OAuthException",
        "code": 131009,
        "error_data": {
            "messaging_product": "whatsapp",
            "details": "Button title length invalid. Min length: 1, Max length: 20 "
            "at interactive['action']['buttons'][0]['reply']",
        },
    }


ENVELOPES: dict[str, tuple[dict[str, Any], int]] = {
    "no messaging_product": ({"messaging_product": None}, 100),
    "another product": ({"messaging_product": "sms"}, 100),
    "no recipient": ({"to": None}, 100),
    "to is no number": ({"to": "Asha"}, 131009),
    "to ourselves": ({"to": "919000000001"}, 131021),
    "unknown type": ({"type": "fax"}, 131051),
    "the type's body is missing": ({"type": "image"}, 131008),
    "the body of another type": ({"image": {"link": "https://example.org/a"}}, 100),
    "unknown key": ({"colour": "red"}, 100),
    "callback data of 513": ({"biz_opaque_callback_data": "x" * 513}, 100),
    "recipient is no user id": ({"to": None, "recipient": "919000000101"}, 131009),
}


@pytest.mark.parametrize("name", ENVELOPES)
def test_a_wrong_envelope_is_refused(name: str, strict: GraphClient) -> None:
    change, code = ENVELOPES[name]
    status, answer = strict.send(TO, change=change)
    assert (status, answer["error"]["code"]) == (400, code), answer


def test_a_body_that_is_no_object_is_refused(strict: GraphClient) -> None:
    assert strict.post(["text"])[1]["error"]["code"] == 100


@pytest.mark.parametrize("to", ["919000000101", "+91 90000 00101", "9000000101"])
def test_a_number_may_be_written_in_several_ways(to: str, strict: GraphClient) -> None:
    _, answer = strict.send(to)
    assert answer["contacts"][0]["wa_id"] == "919000000101"
