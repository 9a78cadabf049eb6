"""The mailbox page: a mail is shown whole and without rights, and long work is told as it goes."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from email.message import EmailMessage
from io import BytesIO
from threading import Event
from typing import TYPE_CHECKING, Any, cast

import pytest
import urllib3
from starlette.applications import Starlette

from local.mailbox.letter import opened
from local.mailbox.pages import Mailbox
from local.mailbox.seeding import Seeding, half_year_mailed
from local.seed import lake
from local.whatsapp.server import ThreadedServer
from satark.police_range.model import PoliceRange
from tests.samples import varanasi

if TYPE_CHECKING:
    from local.system import System

PNG, PDF = b"\x89PNG of a chart", b"%PDF of a report"
SHOWN = f'<script>1</script><img src="data:image/png;base64,{base64.b64encode(PNG).decode()}">'
LAST = date(2026, 11, 24)


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "रिपोर्ट <b>", "us@example", "sp@example"
    message.set_content("क्षेत्रपाल")
    message.add_alternative('<script>1</script><img src="cid:days">', subtype="html")
    _, html = message.iter_parts()
    html.add_related(PNG, "image", "png", cid="<days>", filename="days.png")
    message.add_attachment(PDF, maintype="application", subtype="pdf", filename="a b.pdf")
    message.add_attachment(b"PK", maintype="application", subtype="x-book", filename="b.xlsx")
    return message.as_bytes()


def test_a_mail_is_taken_apart_with_its_picture_in_it() -> None:
    letter = opened(mail())
    assert (letter.subject, letter.sender, letter.to) == ("रिपोर्ट <b>", "us@example", "sp@example")
    assert (letter.text.strip(), letter.html.strip()) == ("क्षेत्रपाल", SHOWN)
    assert [(one.name, one.mime, one.content) for one in letter.attachments] == [
        ("a b.pdf", "application/pdf", PDF),
        ("b.xlsx", "application/x-book", b"PK"),
    ]


@dataclass
class Work:
    """Waits until it is told to go on; then it fails with the problem, or mails."""

    mails: list[bytes] = field(default_factory=list)
    go_on: Event = field(default_factory=Event)
    begun: int = 0
    problem: str = ""

    def __call__(self) -> Iterator[str]:
        self.begun += 1
        yield "Half of <it>"
        assert self.go_on.wait(5)
        if self.problem:
            raise RuntimeError(self.problem)
        self.mails.append(mail())


@dataclass(frozen=True)
class Page:
    url: str
    work: Work
    seeding: Seeding

    def get(self, path: str = "") -> urllib3.BaseHTTPResponse:
        return urllib3.request("GET", f"{self.url}/mailbox{path}")

    def press(self, site: str = "same-origin") -> int:
        headers = {"Sec-Fetch-Site": site}
        address = f"{self.url}/mailbox/half-year"
        return urllib3.request("POST", address, headers=headers, redirect=False).status

    def ends(self) -> None:
        self.work.go_on.set()
        self.seeding.wait()


@pytest.fixture
def page() -> Iterator[Page]:
    work = Work()
    seeding = Seeding(work)
    mailbox = Mailbox(lambda: work.mails, seeding)
    server = ThreadedServer(Starlette(routes=mailbox.routes()))
    server.start()
    yield Page(server.url, work, seeding)
    work.go_on.set()
    server.stop()


def test_the_work_is_told_as_it_goes_and_ends_with_the_mail(page: Page) -> None:
    assert "No mail yet" in page.get().data.decode()
    assert page.press() == 303
    assert page.press() == 303
    shown = page.get()
    assert shown.headers["Refresh"] == "1; url=/mailbox"
    assert "Half of &lt;it&gt;" in shown.data.decode()
    page.ends()
    shown = page.get()
    assert "Refresh" not in shown.headers
    assert "<button>" not in (text := shown.data.decode())
    assert "रिपोर्ट &lt;b&gt;" in text
    assert page.press() == 303
    assert page.work.begun == 1


def test_what_failed_is_said_and_may_be_tried_again(page: Page) -> None:
    page.work.problem = "the <lake> is dry"
    page.press()
    page.ends()
    assert "the &lt;lake&gt; is dry" in (text := page.get().data.decode())
    assert "<button>" in text
    page.work.problem = ""
    page.press()
    page.ends()
    assert "dry" not in page.get().data.decode()


def test_no_page_elsewhere_can_press_the_button(page: Page) -> None:
    assert page.press("cross-site") == 403
    assert page.work.begun == 0


def test_a_mail_may_do_nothing_and_its_files_are_what_they_are(page: Page) -> None:
    page.work.mails.append(mail())
    around, body = page.get("/1"), page.get("/1/html")
    assert '<iframe sandbox src="/mailbox/1/html"' in around.data.decode()
    assert "script-src" not in around.headers["Content-Security-Policy"]
    assert body.data.decode().strip() == SHOWN
    policy = body.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'; ")
    assert "<pre>क्षेत्रपाल" in page.get("/1/text").data.decode()
    pdf, book = page.get("/1/1/a%20b.pdf"), page.get("/1/2/b.xlsx")
    assert (pdf.data, book.data) == (PDF, b"PK")
    assert pdf.headers["Content-Disposition"] == "inline; filename*=UTF-8''a%20b.pdf"
    assert book.headers["Content-Disposition"] == "attachment; filename*=UTF-8''b.xlsx"
    answers = (around, body, pdf, book)
    assert all(one.headers["X-Content-Type-Options"] == "nosniff" for one in answers)
    assert [page.get(path).status for path in ("/2", "/0/html", "/1/3/c")] == [404, 404, 404]


@dataclass
class Cloud:
    """As much of one as the half year needs: a bucket, and the function of the reports."""

    police_range: PoliceRange
    broken: bool = False
    bucket: dict[str, bytes] = field(default_factory=dict)
    orders: list[dict[str, Any]] = field(default_factory=list)

    @property
    def cloud(self) -> "Cloud":
        return self

    @property
    def deployment(self) -> "Cloud":
        return self

    def named(self, construct: str) -> str:
        return f"the {construct}"

    def client(self, _service: str, _config: object = None) -> "Cloud":
        return self

    def put_object(self, **said: Any) -> None:
        assert said["Bucket"] == "the LakeStoresBucket"
        self.bucket[said["Key"]] = said["Body"]

    def invoke(self, **said: Any) -> dict[str, Any]:
        assert said["FunctionName"] == "the ReportsFunction"
        self.orders.append(json.loads(said["Payload"]))
        problem = BytesIO(b"NotAllSent")
        return {"FunctionError": "Unhandled", "Payload": problem} if self.broken else {}


def test_the_half_year_goes_into_the_lake_before_its_report_is_ordered() -> None:
    system = Cloud(varanasi())
    said = list(half_year_mailed(cast("System", system), last=LAST))
    assert said[-1] == "Asking Athena, making the report of 2026-11, mailing it"
    made = {one.key: one.body for one in lake.objects(varanasi(), last=LAST)}
    assert system.bucket == made
    assert system.orders == [{"period": "2026-11", "office": "range:varanasi", "sample": True}]


def test_a_report_that_is_not_made_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lake, "objects", lambda *_args, **_kwargs: ())
    with pytest.raises(RuntimeError, match="NotAllSent"):
        list(half_year_mailed(cast("System", Cloud(varanasi(), broken=True)), last=LAST))
