"""The e-mail: HTML with its charts, the same in plain text, and the PDF and workbook attached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any, Final

from functions.reports.drawing import CHARTS, Chart, Press
from functions.reports.hypertext import hypertext
from functions.reports.plain import plain
from functions.reports.workbook import workbook

XLSX: Final = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What a report is made of. `name` is that of its files, without their ending."""

    name: str
    subject: str
    html: str
    text: str
    charts: Mapping[Chart, bytes]
    pdf: bytes
    xlsx: bytes


def enclosed(paper: Mapping[str, Any], press: Press) -> Enclosed:
    """Of an empty report there is no chart."""
    charts = () if paper["empty"] else (CHARTS if paper["map"]["spots"] else CHARTS[:-1])
    return Enclosed(
        name=paper["name"],
        subject=paper["subject"],
        html=hypertext(paper, charts),
        text=plain(paper),
        charts={chart: press.chart(chart, paper) for chart in charts},
        pdf=press.pdf(paper),
        xlsx=workbook(paper),
    )


def letter(parts: Enclosed, *, sender: str, to: Sequence[str]) -> bytes:
    """As RFC 5322 has it. The base64 of the texts keeps Hindi whole on its way."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = parts.subject
    message["From"] = sender
    message["To"] = ", ".join(to)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(parts.text, cte="base64")
    message.add_alternative(parts.html, subtype="html", cte="base64")
    _, html = message.iter_parts()
    for chart, png in parts.charts.items():
        html.add_related(png, "image", "png", cid=f"<{chart}>", filename=f"{chart}.png")
    message.add_attachment(
        parts.pdf, maintype="application", subtype="pdf", filename=f"{parts.name}.pdf"
    )
    message.add_attachment(
        parts.xlsx, maintype="application", subtype=XLSX, filename=f"{parts.name}.xlsx"
    )
    return message.as_bytes()
