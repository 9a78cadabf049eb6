"""The month's report: Athena is asked, the PDF is made, and SES sends it, once."""

from datetime import UTC, datetime
from io import BytesIO

from openpyxl import load_workbook

from functions.reports.drawing import CHARTS
from functions.reports.letter import XLSX
from local.mailbox.letter import Letter, opened
from satark.lake.rows import indian
from tests.journey.town import Town
from tests.telling import Story

OFFICE = "range:varanasi"


def test_a_months_report_is_mailed_to_the_range_office_once(town: Town) -> None:
    town.citizen().tells(Story())
    town.settles()
    before = len(mails(town))
    for _ in range(2):
        town.mails_report(month(town), OFFICE)

    [mail] = mails(town)[before:]
    assert mail.to == ", ".join(town.police_range.reports.recipients[OFFICE])
    assert "मासिक रिपोर्ट" in mail.subject
    assert "गाज़ीपुर" in mail.text
    name = f"satark-mitra-varanasi-{month(town)}"
    pdf, xlsx = mail.attachments
    assert (pdf.name, pdf.mime) == (f"{name}.pdf", "application/pdf")
    assert pdf.content.startswith(b"%PDF")
    assert (xlsx.name, xlsx.mime) == (f"{name}.xlsx", f"application/{XLSX}")
    assert load_workbook(BytesIO(xlsx.content)).sheetnames
    assert mail.html.count("data:image/png;base64,") >= len(CHARTS) - 1
    assert "cid:" not in mail.html


def month(town: Town) -> str:
    now = datetime.fromtimestamp(town.road.whatsapp.clock.now(), UTC)
    return f"{indian(now):%Y-%m}"


def mails(town: Town) -> list[Letter]:
    return [opened(raw) for raw in town.road.system.cloud.mails()]
