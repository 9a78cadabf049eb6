"""The messenger over real HTTP: what it asks of Meta, and what it makes of the answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import urllib3

from satark.identity import SenderId, message_ref
from satark.message import Say, Show
from satark.whatsapp.attachments import Attachments
from satark.whatsapp.body import body
from satark.whatsapp.errors import SendFailed, SendUnanswered
from satark.whatsapp.media import GraphMedia
from satark.whatsapp.send import GraphMessenger
from tests.unit.whatsapp.graph_api import GraphApi, graph_api

TO = SenderId("919000000123")
WAMID = "wamid.HBgMOTE5MDAwMDAwMTIzFQIAERgSM0E="
KEY = b"ref-key"
SAY, SHOW = Say("नमस्ते"), Show("kept/k1", "image", "image/jpeg", "1/2")


@pytest.fixture
def api() -> Iterator[GraphApi]:
    with graph_api() as api:
        yield api


class OnePicture:
    """An evidence store with one file under every key."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @contextmanager
    def opened(self, key: str) -> Iterator[Path]:
        self._file.write_bytes(b"picture " + key.encode())
        yield self._file


@pytest.fixture
def messenger(api: GraphApi, tmp_path: Path) -> GraphMessenger:
    media = GraphMedia(
        urllib3.PoolManager(), api_url=api.url, version="v25.0", phone_number_id="10", token="t0"
    )
    return messenger_of(api.url, Attachments(OnePicture(tmp_path / "picture"), media))


def messenger_of(url: str, attachments: Attachments | None = None) -> GraphMessenger:
    return GraphMessenger(
        urllib3.PoolManager(),
        api_url=url,
        version="v25.0",
        phone_number_id="10",
        token="t0",
        ref_key=KEY,
        attachments=attachments,
    )


def test_a_message_goes_to_the_number_it_is_sent_from(
    api: GraphApi, messenger: GraphMessenger
) -> None:
    api.accepts(WAMID)

    assert messenger.send(TO, SAY, intent="i1") == message_ref(KEY, WAMID)

    (request,) = api.requests
    assert request.path == "/v25.0/10/messages"
    assert request.authorization == "Bearer t0"
    assert request.json == body(SAY, TO, intent="i1")


def test_evidence_is_uploaded_once_and_shown_by_its_id(
    api: GraphApi, messenger: GraphMessenger
) -> None:
    api.answers = [(200, {"id": "m1"})]
    api.accepts(WAMID)
    api.accepts(WAMID)

    messenger.send(TO, SHOW, intent="i1")
    messenger.send(SenderId("919000000456"), SHOW, intent="i2")

    assert api.paths() == ["/v25.0/10/media", "/v25.0/10/messages", "/v25.0/10/messages"]
    assert b"picture kept/k1" in api.requests[0].body
    assert [request.json["image"] for request in api.requests[1:]] == [
        {"id": "m1", "caption": "1/2"}
    ] * 2


def test_after_a_refusal_evidence_is_uploaded_anew(
    api: GraphApi, messenger: GraphMessenger
) -> None:
    api.answers = [(200, {"id": "m1"})]
    api.refuses(400, 131053)
    api.answers += [(200, {"id": "m2"})]
    api.accepts(WAMID)

    with pytest.raises(SendFailed):
        messenger.send(TO, SHOW, intent="i1")
    messenger.send(TO, SHOW, intent="i1")

    assert api.requests[-1].json["image"]["id"] == "m2"


@pytest.mark.parametrize(
    ("answer", "code", "status"),
    [
        ((400, {"error": {"code": 131047}}), 131047, 400),
        ((500, {"error": {"code": 131000}}), 131000, 500),
        ((429, {"error": {"code": 130429}}), 130429, 429),
        ((429, b"Too many"), None, 429),
        ((401, {"error": "?"}), None, 401),
        ((302, b""), None, 302),
    ],
)
def test_a_refusal_is_known_by_its_code(
    answer: tuple[int, object],
    code: int | None,
    status: int,
    api: GraphApi,
    messenger: GraphMessenger,
) -> None:
    api.answers = [answer]

    with pytest.raises(SendFailed) as failed:
        messenger.send(TO, SAY, intent="i1")

    assert (failed.value.code, failed.value.status) == (code, status)


@pytest.mark.parametrize(
    "answer",
    [
        None,
        (502, b"<html>Bad gateway</html>"),
        (500, {}),
        (200, b"{"),
        (200, {"messages": []}),
        (200, {"messages": [{"id": 5}]}),
    ],
)
def test_where_nobody_can_say_whether_it_was_sent_no_refusal_is_claimed(
    answer: tuple[int, object] | None, api: GraphApi, messenger: GraphMessenger
) -> None:
    api.answers = [answer]

    with pytest.raises(SendUnanswered):
        messenger.send(TO, SAY, intent="i1")


def test_a_host_that_is_not_there_has_sent_nothing() -> None:
    messenger = messenger_of("http://127.0.0.1:1")

    with pytest.raises(SendFailed) as failed:
        messenger.send(TO, SAY, intent="i1")
    assert (failed.value.code, failed.value.status) == (None, 503)


@pytest.mark.parametrize(
    ("answer", "code"),
    [((503, {"error": {"code": 131016}}), None), ((400, {"error": {"code": 131053}}), 131053)],
)
def test_an_upload_that_fails_sends_nothing(
    answer: tuple[int, object], code: int | None, api: GraphApi, messenger: GraphMessenger
) -> None:
    api.answers = [answer]

    with pytest.raises(SendFailed) as failed:
        messenger.send(TO, SHOW, intent="i1")

    assert failed.value.code == code
    assert api.paths() == ["/v25.0/10/media"]


def test_no_error_repeats_who_it_was_for(api: GraphApi, messenger: GraphMessenger) -> None:
    api.refuses(400, 131026)

    with pytest.raises(SendFailed) as failed:
        messenger.send(TO, SAY, intent="i1")

    assert "919000000123" not in f"{failed.value!r} {failed.value}"
    assert failed.value.__cause__ is None


def test_the_tips_number_has_nothing_to_show(api: GraphApi) -> None:
    with pytest.raises(TypeError, match="no evidence"):
        messenger_of(api.url).send(TO, SHOW, intent="i1")
