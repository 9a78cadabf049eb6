"""What the phones page shows and does, over its own JSON."""

import io
import json
from itertools import takewhile
from typing import Any

import av
import pikepdf
import pytest
from PIL import Image

from local.phones import Store
from local.phones.samples import SAMPLES
from local.phones.samples.document import document
from local.phones.samples.photo import GPS_IFD, photo
from local.phones.samples.video import video
from local.phones.samples.voice import voice_note
from tests.local.phones.conftest import Browser


def sent(browser: Browser, line: str, body: dict[str, Any]) -> Any:
    business = browser.simulator.world.line(line)
    return browser.http.request(
        "POST",
        f"{browser.simulator.url}/v25.0/{business.phone_number_id}/messages",
        json={"messaging_product": "whatsapp", **body},
        headers={"Authorization": f"Bearer {business.token}"},
    )


def last(browser: Browser, name: str = "Sunita") -> dict[str, Any]:
    message: dict[str, Any] = browser.phone(name)["messages"][-1]
    return message


def test_the_first_tipster_and_the_officers_have_phones(browser: Browser) -> None:
    phones = {
        phone["name"]: (phone["number"], phone["office"], phone["business"])
        for phone in browser.get("/api/state").json()["phones"]
    }
    assert phones["Sunita"] == ("919000000101", None, "Satark Mitra")
    assert phones["A. Yadav"] == ("919000000201", "Thana Kerakat", "Satark Mitra Officers")


def test_a_tipster_with_a_username_is_added(browser: Browser) -> None:
    added = browser.post("phones", {"hidesNumber": True})
    assert (added["office"], added["username"]) == (None, f"{added['name'].lower()}.102")


def test_words_a_quote_and_a_tap(browser: Browser) -> None:
    phone = browser.phone("Sunita")["id"]
    browser.post(f"phones/{phone}/messages", {"text": "Hi"})
    mine = last(browser)
    assert (mine["text"], mine["mine"], mine["quotes"]) == ("Hi", True, None)
    buttons = [{"type": "reply", "reply": {"id": "hi", "title": "हिन्दी"}}]
    interactive = {
        "type": "button",
        "body": {"text": "भाषा?"},
        "action": {"buttons": buttons},
    }
    message = {"to": "919000000101", "type": "interactive", "interactive": interactive}
    assert sent(browser, "tips", message).status == 200
    theirs = last(browser)
    assert theirs["options"] == [
        {"kind": "reply", "id": "hi", "title": "हिन्दी", "description": "", "url": ""}
    ]
    browser.post(f"phones/{phone}/taps", {"message": theirs["id"], "option": "hi"})
    assert last(browser)["quotes"] == {"id": theirs["id"], "mine": False, "text": "भाषा?"}
    browser.post(f"phones/{phone}/messages", {"text": "और", "quoting": mine["id"]})
    assert last(browser)["quotes"] == {"id": mine["id"], "mine": True, "text": "Hi"}


def test_a_tap_on_nothing_is_told(browser: Browser) -> None:
    phone = browser.phone("Sunita")["id"]
    answer = browser.post(f"phones/{phone}/taps", {"message": None, "option": "no"}, 400)
    assert "sees no 'no' to tap" in answer["error"]
    assert browser.post("phones/p99/messages", {"text": "x"}, 400) == {
        "error": "there is no such phone"
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_sent_and_shown(name: str, browser: Browser) -> None:
    phone = browser.phone("Sunita")["id"]
    before = len(browser.phone("Sunita")["messages"])
    browser.post(f"phones/{phone}/samples", {"sample": name})
    assert len(browser.phone("Sunita")["messages"]) == before + (5 if name == "album" else 1)
    message = last(browser)
    if message["media"] is None:
        assert message["text"]
        return
    shown = browser.http.request(
        "GET", f"{browser.simulator.url}/api/media", fields={"of": message["id"]}
    )
    assert (shown.status, len(shown.data)) == (200, message["media"]["size"])
    assert shown.headers["content-security-policy"] == "default-src 'none'; sandbox"
    disposition = "attachment" if name == "document" else "inline"
    assert shown.headers["content-disposition"] == disposition


def test_the_samples_hold_the_traces_that_they_promise() -> None:
    exif = Image.open(io.BytesIO(photo(hour=18))).getexif()
    assert exif.get_ifd(GPS_IFD)[2] == (25.0, 44.0, 47.4)
    with av.open(io.BytesIO(video())) as film:
        assert film.metadata["location"] == "+25.7465+082.6837/"
    with av.open(io.BytesIO(voice_note())) as note:
        assert note.streams.audio[0].codec_context.name.endswith("opus")
    with pikepdf.open(io.BytesIO(document())) as pdf:
        assert pdf.docinfo["/Author"] == "Ramesh Kumar"


@pytest.mark.parametrize(
    ("kind", "file", "filename"),
    [
        ("document", ("नक्शा.zip", b"PK", "application/zip"), "नक्शा.zip"),
        ("audio", ("voice.webm", voice_note(), "audio/webm"), ""),
        ("image", ("a.jpg", photo(hour=18), "image/jpeg"), ""),
    ],
)
def test_a_file_of_ones_own(
    kind: str, file: tuple[str, bytes, str], filename: str, browser: Browser
) -> None:
    assert browser.upload("Sunita", kind, file).status == 200
    shown = last(browser)["media"]
    assert (shown["kind"], shown["filename"]) == (kind, filename)


def test_a_recording_that_is_none_is_told(browser: Browser) -> None:
    answer = browser.upload("Sunita", "audio", ("voice.webm", b"noise", "audio/webm"))
    assert (answer.status, answer.json()) == (
        400,
        {"error": "this recording cannot be read: record it again"},
    )


def test_a_pin_answers_the_message_that_asked_for_it(browser: Browser) -> None:
    phone, asked = browser.phone("Sunita")["id"], last(browser)["id"]
    place = {"latitude": 25.6, "longitude": 82.9, "name": "Kiln", "quoting": asked}
    browser.post(f"phones/{phone}/pins", place)
    assert (last(browser)["place"], last(browser)["quotes"]["id"]) == ([25.6, 82.9], asked)


def test_a_refused_window_and_a_failure_are_shown(browser: Browser) -> None:
    text = {"type": "text", "text": {"body": "Hello"}}
    assert sent(browser, "officers", {"to": "+919000000201", **text}).status == 400
    browser.simulator.people["p1"].says("Hi")
    browser.simulator.faults.fail_by_status(131049)
    sent(browser, "officers", {"to": "+919000000201", **text})
    browser.simulator.settles()
    message = last(browser, "A. Yadav")
    assert (message["status"], message["error"]["code"]) == ("failed", 131049)


def test_the_clock_jumps_and_comes_back(browser: Browser) -> None:
    assert browser.post("clock", {"hours": 24})["offset"] == pytest.approx(86400, abs=1)
    assert browser.phone("Sunita")["windowOpen"] is False
    assert browser.post("clock", {"hours": 0})["offset"] == pytest.approx(0, abs=1)


def test_changes_arrive_as_they_happen(browser: Browser) -> None:
    events = browser.events()
    assert next(events)[0] == "hello"
    phone = browser.phone("Sunita")["id"]
    browser.post(f"phones/{phone}/messages", {"text": "live"})
    browser.post("clock", {"hours": 1})
    browser.post("clock", {"hours": 0})
    told = list(takewhile(lambda event: event[0] != "clock", events))
    assert any(kind == "message" and data["text"] == "live" for kind, data in told)


def test_what_the_police_side_stores(browser: Browser) -> None:
    shown = browser.get("/api/police-side").json()["stores"]
    assert shown == [
        {
            "name": "cases",
            "kind": "table",
            "rows": [{"case": "c1", "thana": "kerakat"}],
            "station": "cases",
            "note": "",
        },
        {
            "name": "flow log",
            "kind": "log",
            "rows": ["INFO step=thana", "INFO step=review"],
            "station": "",
            "note": "",
        },
    ]


def test_a_search_finds_what_is_there_in_any_form(browser: Browser, stores: list[Store]) -> None:
    clean = browser.post("police-side/search", {"text": "+919000000101"})
    assert (clean["rows"], clean["stores"], clean["hits"]) == (3, 2, [])
    assert clean["forms"] > 100
    word = browser.post("police-side/search", {"text": "KERAKAT"})["hits"]
    assert word == [{"store": "cases", "row": 0, "form": "as it is"}]
    wamid = browser.simulator.people["p2"].says("Hi").wamid
    stores.append(Store(name="planted", kind="queue", rows=["harmless", {"id": wamid}]))
    hits = browser.post("police-side/search", {"text": "+919000000101"})["hits"]
    stores.pop()
    assert {(hit["store"], hit["row"]) for hit in hits} == {("planted", 1)}


def test_the_page_comes_under_a_strict_policy(browser: Browser) -> None:
    page = browser.get("/")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert b"<script>" not in page.data
    assert b"style=" not in page.data
    assert b"http" not in page.data
    assert page.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/page/../app.py", "/page/%2e%2e/app.py", "/page/none.js", "/fonts/../phones"]
)
def test_no_other_file_is_served(path: str, browser: Browser) -> None:
    assert browser.get(path).status in {400, 401, 404}


def test_every_module_and_style_of_the_page_exists(browser: Browser) -> None:
    main = browser.get("/page/js/main.js").data.decode()
    wanted = [line.split('"')[1] for line in main.splitlines() if line.startswith("import")]
    assert wanted
    for name in wanted:
        assert browser.get(f"/page/js/{name.removeprefix('./')}").status == 200


def test_the_graph_api_is_served_beside_the_page(browser: Browser) -> None:
    answer = browser.get("/v25.0/1")
    assert (answer.status, json.loads(answer.data)["error"]["code"]) == (401, 190)
