"""The e-mail: what is in it, and that nothing in it leads outside."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from functions.reports.drawing import CHARTS, Press
from functions.reports.hypertext import hypertext
from functions.reports.letter import Enclosed, enclosed, letter
from functions.reports.plain import plain
from tests.unit.reports.a_report import empty, papered, report

GOLDEN = Path(__file__).with_name("golden")
SENDER, TO = "reports@satark-mitra.example", ["dig-office@varanasi.satark-mitra.example"]


@pytest.fixture(scope="module")
def parts(press: Press) -> Enclosed:
    return enclosed(papered(report()), press)


@pytest.fixture(scope="module")
def mail(parts: Enclosed) -> EmailMessage:
    return message_from_bytes(letter(parts, sender=SENDER, to=TO), policy=default)


def test_it_is_a_text_a_page_with_its_pictures_and_two_files(mail: EmailMessage) -> None:
    kinds = [part.get_content_type() for part in mail.walk()]
    assert kinds == [
        *("multipart/mixed", "multipart/alternative", "text/plain", "multipart/related"),
        *("text/html", "image/png", "image/png", "image/png", "application/pdf"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]
    names = [part.get_filename() for part in mail.iter_attachments()]
    assert names == ["satark-mitra-varanasi-2026-11.pdf", "satark-mitra-varanasi-2026-11.xlsx"]
    assert (mail["From"], mail["To"]) == (SENDER, TO[0])
    assert mail["Subject"] == "पुलिस सतर्क मित्र: वाराणसी परिक्षेत्र, मासिक रिपोर्ट, नवंबर 2026"


def test_its_texts_are_whole_on_any_way_and_no_machine_answers_them(mail: EmailMessage) -> None:
    texts = [part for part in mail.walk() if part.get_content_maintype() == "text"]
    assert [part["Content-Transfer-Encoding"] for part in texts] == ["base64", "base64"]
    assert mail["Auto-Submitted"] == "auto-generated"


def test_it_is_addressed_to_all_of_an_office(parts: Enclosed) -> None:
    sent = message_from_bytes(letter(parts, sender=SENDER, to=["a@x.in", "b@x.in"]), policy=default)
    assert [str(one) for one in sent["To"].addresses] == ["a@x.in", "b@x.in"]


def test_where_no_place_stands_out_there_is_no_map(press: Press) -> None:
    parts = enclosed(papered(replace(report(), spots=())), press)
    assert tuple(parts.charts) == CHARTS[:-1]
    assert "cid:places" not in parts.html


def test_every_picture_of_the_page_is_in_the_mail_and_none_is_elsewhere(
    mail: EmailMessage, parts: Enclosed
) -> None:
    shown = re.findall(r'src="cid:([a-z]+)"', parts.html)
    assert tuple(shown) == CHARTS
    assert [part["Content-ID"] for part in mail.walk() if part["Content-ID"]] == [
        f"<{chart}>" for chart in CHARTS
    ]
    assert not re.findall(r"https?:|src=\"(?!cid:)|url\(|<script|<link", parts.html)


def test_it_can_be_read_in_the_dark_and_on_a_phone(parts: Enclosed) -> None:
    assert "prefers-color-scheme: dark" in parts.html
    assert '<meta name="color-scheme" content="light dark">' in parts.html
    assert '<meta name="viewport" content="width=device-width' in parts.html
    assert "max-width: 480px" in parts.html


@pytest.mark.parametrize(("name", "made"), [("letter", report), ("empty", empty)])
def test_the_words_are_those_that_were_read(name: str, made: object) -> None:
    """Made anew by `python -m tests.unit.reports.test_letter`, and then read."""
    paper = papered(report() if made is report else empty())
    charts = CHARTS if made is report else ()
    assert hypertext(paper, charts) == (GOLDEN / f"{name}.html").read_text("utf-8")
    assert plain(paper) == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_what_stands_in_a_range_s_data_is_text_and_no_markup() -> None:
    paper = papered(report())
    paper["office"] = ("<b>&", "<i>")
    assert "<b>&amp;" not in hypertext(paper, ())
    assert "&lt;b&gt;&amp;" in hypertext(paper, ())
    paper["tiles"] = [{"label": ("a",), "value": ("<i>",), "note": ("b",)}] * 2
    assert "<i>" not in hypertext(paper, ())


def test_a_withheld_district_is_a_dot_in_plain_text() -> None:
    jaunpur, ghazipur = report().districts
    hidden = replace(report(), districts=(jaunpur, replace(ghazipur, tips=None)))
    text = plain(papered(hidden))
    assert "Ghazipur: •" in text
    assert "None" not in text


def test_a_sample_says_so_everywhere(press: Press) -> None:
    paper = papered(report(), sample=True)
    parts = enclosed(paper, press)
    assert all(paper["sample"][0] in text for text in (parts.html, parts.text))
    sheets = load_workbook(BytesIO(parts.xlsx)).worksheets
    assert all(paper["sample"][0] in str(sheet["A2"].value) for sheet in sheets)


def test_an_empty_report_says_so_and_shows_nothing(press: Press) -> None:
    parts = enclosed(papered(empty()), press)
    assert not parts.charts
    assert "<img" not in parts.html
    assert "इस अवधि में कोई सूचना नहीं आई।" in parts.html
    assert "No tips came in this period." in parts.text
    assert len(press.pages(papered(empty()))) == 1


def test_the_workbook_has_the_numbers_as_numbers_and_the_withheld_as_a_dot(
    parts: Enclosed,
) -> None:
    book = load_workbook(BytesIO(parts.xlsx))
    rows = {row[0]: row[1:] for row in book["ज़िलेवार"].iter_rows(min_row=4, values_only=True)}
    assert rows["जौनपुर / Jaunpur"][:4] == (38, 30, 4, "•")
    kinds = book["किस बारे में सूचनाएँ आईं"].iter_rows(min_row=4, values_only=True)
    assert [row[1:] for row in kinds] == [(32, "•", "•"), (42, "•", "•")]


def test_the_same_report_is_the_same_bytes(press: Press, parts: Enclosed) -> None:
    """So that a mail that is sent again is no other."""
    again = enclosed(papered(report()), press)
    assert (again.html, again.text, again.xlsx) == (parts.html, parts.text, parts.xlsx)
    assert again.charts == parts.charts


def test_the_pdf_has_its_pages(press: Press, parts: Enclosed) -> None:
    assert parts.pdf.startswith(b"%PDF-")
    assert len(press.pages(papered(report()))) == 6


if __name__ == "__main__":
    for word, (paper_of, pictures) in {
        "letter": (report(), CHARTS),
        "empty": (empty(), ()),
    }.items():
        told = papered(paper_of)
        (GOLDEN / f"{word}.html").write_text(hypertext(told, pictures), "utf-8")
        (GOLDEN / f"{word}.txt").write_text(plain(told), "utf-8")
