"""Files at the Graph API, against a stand-in for it that listens on this machine."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, cast

import pytest
import urllib3
from urllib3.exceptions import MaxRetryError

from satark.message import Media
from satark.ports import MediaGone, MediaUnavailable
from satark.whatsapp.media import GraphMedia, MediaRefused

if TYPE_CHECKING:
    from urllib3.connectionpool import ConnectionPool

MEDIA = Media("image", "m1", "image/jpeg", "")
FILE = "/whatsapp_business/attachments/?mid=m1&token=SECRET"
LIMIT = 1024 * 1024


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Asked:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Graph(ThreadingHTTPServer):
    """Gives each path its answers in turn, the last of them for ever, and notes what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[Asked] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, path: str) -> Answer:
        answers = self.answers.get(path, [Answer(404)])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up, as one does at its limit, is no news."""

    def tells(self, url: str, **more: object) -> None:
        """Give this address for the media id."""
        told = {"url": url, "id": "m1", "mime_type": "image/jpeg", **more}
        self.answers[ADDRESS] = [_json(told)]

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _serve(self) -> None:
        graph = cast("Graph", self.server)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        graph.asked.append(Asked(self.command, self.path, dict(self.headers), body))
        answer = graph.answer(self.path)
        self.send_response(answer.status)
        for name, value in ({"Content-Length": str(len(answer.body))} | answer.headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)
        self.close_connection = "Content-Length" in answer.headers

    do_GET = do_POST = _serve  # noqa: N815 - the names that http.server calls

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - http.server's own name
        """Say nothing."""


ADDRESS = "/v25.0/m1?phone_number_id=106"


def _json(told: object, status: int = 200) -> Answer:
    return Answer(status, json.dumps(told).encode(), {"Content-Type": "application/json"})


@pytest.fixture
def graph() -> Iterator[Graph]:
    with Graph() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def http() -> Iterator[urllib3.PoolManager]:
    with urllib3.PoolManager() as pool:
        yield pool


@pytest.fixture
def media(graph: Graph, http: urllib3.PoolManager) -> GraphMedia:
    return _media(http, graph.url)


def _media(http: urllib3.PoolManager, api_url: str, **more: Any) -> GraphMedia:
    return GraphMedia(
        http, api_url=api_url, version="v25.0", phone_number_id="106", token="T", **more
    )


def test_a_file_is_fetched_from_the_address_of_its_id(
    graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.tells(graph.url + FILE)
    graph.answers[FILE] = [Answer(200, b"\xff\xd8 photo")]

    media.fetch(MEDIA, tmp_path / "file", limit=LIMIT)

    assert (tmp_path / "file").read_bytes() == b"\xff\xd8 photo"
    assert graph.paths() == [ADDRESS, FILE]
    assert {asked.headers["Authorization"] for asked in graph.asked} == {"Bearer T"}


def test_a_dead_address_is_asked_for_once_more(
    graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.tells(graph.url + FILE)
    graph.answers[FILE] = [Answer(404), Answer(200, b"photo")]

    media.fetch(MEDIA, tmp_path / "file", limit=LIMIT)

    assert (tmp_path / "file").read_bytes() == b"photo"
    assert graph.paths() == [ADDRESS, FILE, ADDRESS, FILE]


def test_two_dead_addresses_are_a_lost_file(
    graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.tells(graph.url + FILE)
    graph.answers[FILE] = [Answer(404)]

    with pytest.raises(MediaGone, match="WhatsApp no longer has the file"):
        media.fetch(MEDIA, tmp_path / "file", limit=LIMIT)
    assert graph.paths() == [ADDRESS, FILE] * 2


@pytest.mark.parametrize(
    "answer",
    [
        Answer(404),
        _json({"error": {"code": 100, "error_subcode": 33, "message": "no such object"}}, 400),
        _json({"error": {"code": 131052}}, 400),
    ],
)
def test_an_unknown_id_is_a_lost_file(
    answer: Answer, graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.answers[ADDRESS] = [answer]

    with pytest.raises(MediaGone):
        media.fetch(MEDIA, tmp_path / "file", limit=LIMIT)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(500),
        Answer(503, b"<html>"),
        Answer(429),
        _json({"error": {"code": 190, "message": "token expired"}}, 401),
        _json({"error": {"code": 4}}, 400),
        _json(["not an object"]),
        Answer(200, b"not json"),
        Answer(302, headers={"Location": "/elsewhere"}),
    ],
)
def test_trouble_with_the_id_is_left_to_the_queue(
    answer: Answer, graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.answers[ADDRESS] = [answer]

    with pytest.raises(MediaUnavailable):
        media.fetch(MEDIA, tmp_path / "file", limit=LIMIT)
    assert graph.paths() == [ADDRESS]


@pytest.mark.parametrize("status", [301, 302, 307, 401, 403, 429, 500, 503])
def test_trouble_with_the_file_is_left_to_the_queue(
    status: int, graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.tells(graph.url + FILE)
    graph.answers[FILE] = [Answer(status, headers={"Location": graph.url + "/elsewhere"})]

    with pytest.raises(MediaUnavailable):
        media.fetch(MEDIA, tmp_path / "file", limit=LIMIT)
    assert "/elsewhere" not in graph.paths()


def test_a_download_that_breaks_off_is_left_to_the_queue(
    graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.tells(graph.url + FILE)
    graph.answers[FILE] = [Answer(200, b"half", {"Content-Length": "8"})]

    with pytest.raises(MediaUnavailable, match="broke off"):
        media.fetch(MEDIA, tmp_path / "file", limit=LIMIT)


def test_no_one_there_is_left_to_the_queue(http: urllib3.PoolManager, tmp_path: Path) -> None:
    with Graph() as closed:
        url = closed.url

    with pytest.raises(MediaUnavailable):
        _media(http, url).fetch(MEDIA, tmp_path / "file", limit=LIMIT)


def test_a_file_over_the_limit_is_lost_and_not_written_on(
    graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.tells(graph.url + FILE)
    graph.answers[FILE] = [Answer(200, bytes(3 * LIMIT))]

    with pytest.raises(MediaGone, match="larger than 1 MB"):
        media.fetch(MEDIA, tmp_path / "file", limit=LIMIT)
    assert (tmp_path / "file").stat().st_size <= LIMIT


@pytest.mark.parametrize(
    "url",
    [
        "http://lookaside.fbsbx.com/x",
        "https://lookaside.fbsbx.com.evil.example/x",
        "https://evil.example/x",
        "https://lookaside.fbsbx.com@evil.example/x",
        "http://169.254.169.254/latest/meta-data",
        "http://localhost/x",
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "//127.0.0.1/x",
        "not an address",
        "",
        "http://[broken",
    ],
)
def test_the_token_goes_to_no_other_host(
    url: str, graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.tells(url)

    with pytest.raises(MediaUnavailable, match="not allowed"):
        media.fetch(MEDIA, tmp_path / "file", limit=LIMIT)
    assert graph.paths() == [ADDRESS]


@pytest.mark.parametrize(
    ("api_url", "url", "allowed"),
    [
        ("https://graph.facebook.com", "https://lookaside.fbsbx.com/x", True),
        ("https://graph.facebook.com", "https://graph.facebook.com/x", False),
        ("https://simulator.example", "https://simulator.example/x", True),
        ("https://simulator.example", "http://simulator.example/x", False),
        ("http://127.0.0.1:9", "http://127.0.0.1:9/x", True),
    ],
)
def test_which_hosts_may_be_called(
    api_url: str, url: str, *, allowed: bool, http: urllib3.PoolManager
) -> None:
    assert _media(http, api_url).may_call(url) is allowed


class Retelling(urllib3.PoolManager):
    """Fails at every file, and repeats the address in its error, as urllib3 does after retries."""

    def request(self, method: str, url: str, **how: Any) -> urllib3.BaseHTTPResponse:  # type: ignore[override] # only as it is called here
        if "token" in url:
            raise MaxRetryError(cast("ConnectionPool", None), url)
        return super().request(method, url, **how)


@pytest.mark.parametrize("host", ["", "https://evil.example"])
def test_no_error_repeats_an_address(host: str, graph: Graph, tmp_path: Path) -> None:
    graph.tells((host or graph.url) + FILE)

    with Retelling() as http, pytest.raises(MediaUnavailable) as raised:
        _media(http, graph.url).fetch(MEDIA, tmp_path / "file", limit=LIMIT)

    assert not re.search("SECRET|attachments", "".join(map(str, _chain(raised.value))))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """What a log would show of an error: itself and its causes, unless they are suppressed."""
    yield error
    following = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if following:
        yield from _chain(following)


def test_an_id_cannot_lead_to_another_path(graph: Graph, media: GraphMedia, tmp_path: Path) -> None:
    with pytest.raises(MediaGone):
        media.fetch(Media("image", "../me?x=", "", ""), tmp_path / "file", limit=LIMIT)
    assert graph.paths() == ["/v25.0/..%2Fme%3Fx%3D?phone_number_id=106"]


UPLOAD = "/v25.0/106/media"


@pytest.mark.parametrize("size", [0, 1, 3 * 1024 * 1024])
def test_an_upload_is_a_form_with_the_file(
    size: int, graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.answers[UPLOAD] = [_json({"id": "u1"})]
    (tmp_path / "file").write_bytes(b"\r" * size)

    assert media.upload(tmp_path / "file", "image/jpeg") == "u1"

    (asked,) = graph.asked
    assert (asked.method, asked.path, asked.headers["Authorization"]) == (
        "POST",
        UPLOAD,
        "Bearer T",
    )
    assert _form(asked) == {
        "messaging_product": b"whatsapp",
        "type": b"image/jpeg",
        "file": b"\r" * size,
    }
    assert b'filename="evidence.jpg"' in asked.body


def _form(asked: Asked) -> dict[str, bytes]:
    boundary = asked.headers["Content-Type"].partition("boundary=")[2].encode()
    parts = asked.body.split(b"--" + boundary)
    assert (parts[0], parts[-1]) == (b"", b"--\r\n")
    fields = (part.removesuffix(b"\r\n").partition(b"\r\n\r\n") for part in parts[1:-1])
    return {re.findall(rb' name="(\w+)"', head)[0].decode(): body for head, _, body in fields}


@pytest.mark.parametrize("answer", [Answer(500), Answer(429), Answer(401), Answer(503, b"x")])
def test_an_upload_in_trouble_may_be_repeated(
    answer: Answer, graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.answers[UPLOAD] = [answer]
    (tmp_path / "file").write_bytes(b"x")

    with pytest.raises(MediaUnavailable):
        media.upload(tmp_path / "file", "image/jpeg")


@pytest.mark.parametrize(
    ("answer", "code"),
    [(_json({"error": {"code": 131053}}, 400), 131053), (Answer(400, b"?"), 0)],
)
def test_a_refused_upload_says_with_which_code(
    answer: Answer, code: int, graph: Graph, media: GraphMedia, tmp_path: Path
) -> None:
    graph.answers[UPLOAD] = [answer]
    (tmp_path / "file").write_bytes(b"x")

    with pytest.raises(MediaRefused) as refused:
        media.upload(tmp_path / "file", "image/jpeg")
    assert refused.value.code == code
