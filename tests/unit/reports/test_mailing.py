"""Who gets which report when, and each of them once, whatever fails."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest

from functions.reports.drawing import Press
from functions.reports.mailing import GIVEN_UP, Order, Post
from satark.lake.asked import Asked
from satark.lake.cells import centre
from satark.lake.queries import Query, QueryFailed
from satark.periods import named
from tests.samples import varanasi

NOW = datetime(2026, 12, 1, 2, 30, tzinfo=UTC)
FIRST = date(2026, 12, 1)
OFFICES = ["range:varanasi", "district:jaunpur", "district:ghazipur", "district:chandauli"]


@dataclass
class Quiet:
    """A QueryEngine of a lake without a tip; `fails` for the reader of these places."""

    fails: tuple[str, ...] = ()

    def run[Row](self, query: Query[Row], asked: Asked) -> tuple[Row, ...]:
        if self.fails and asked.reader.places == self.fails:
            raise QueryFailed(query.name)
        return ()


@dataclass
class Outgoing:
    """A Mailer."""

    mails: list[tuple[Sequence[str], bytes]] = field(default_factory=list)
    refuses: bool = False

    def send(self, message: bytes, *, sender: str, to: Sequence[str]) -> None:
        if self.refuses:
            raise ConnectionError
        self.mails.append((to, message))

    @property
    def subjects(self) -> list[str]:
        return [message_from_bytes(mail, policy=default)["Subject"] for _, mail in self.mails]


@dataclass
class Book:
    """Mailings."""

    begun: dict[str, datetime | None] = field(default_factory=dict)

    def begin(self, mailing: str, *, at: datetime, stale: datetime) -> bool:
        before = self.begun.get(mailing, stale - timedelta(seconds=1))
        if before is None or before >= stale:
            return False
        self.begun[mailing] = at
        return True

    def sent(self, mailing: str) -> None:
        self.begun[mailing] = None

    def withdraw(self, mailing: str) -> None:
        del self.begun[mailing]


@dataclass
class Shelf:
    """A ReportShelf. `breaks` as often as it says."""

    kept: dict[tuple[str, str], dict[str, bytes]] = field(default_factory=dict)
    breaks: int = 0

    def keep(self, office: str, period: str, files: Mapping[str, bytes]) -> None:
        if self.breaks:
            self.breaks -= 1
            raise ConnectionError
        self.kept[office, period] = dict(files)


@dataclass
class Office:
    post: Post
    mailer: Outgoing
    book: Book
    shelf: Shelf
    failures: list[Exception]

    def send(self, order: Order, *, now: datetime = NOW, today: date = FIRST) -> bool:
        return self.post.send(order, now=now, today=today)


@pytest.fixture
def office(press: Press) -> Office:
    return _office(press, Quiet())


def _office(press: Press, engine: Quiet) -> Office:
    mailer, book, shelf, failures = Outgoing(), Book(), Shelf(), list[Exception]()
    post = Post(
        engine=engine,
        mailer=mailer,
        mailings=book,
        shelf=shelf,
        press=press,
        police_range=varanasi(),
        centre=centre,
        sender="reports@satark-mitra.example",
        failed=failures.append,
    )
    return Office(post, mailer, book, shelf, failures)


def test_on_a_day_that_ends_no_period_nobody_is_written_to(office: Office) -> None:
    assert office.send(Order(), today=date(2026, 11, 25))
    assert office.mailer.mails == []
    assert office.book.begun == {}


def test_on_a_first_the_fortnight_and_the_month_go_to_each_office(office: Office) -> None:
    assert office.send(Order())
    assert set(office.book.begun) == {
        f"{p} {o}" for p in ("2026-11", "2026-11-H2") for o in OFFICES
    }
    recipients = varanasi().reports.recipients
    assert [to for to, _ in office.mailer.mails] == 2 * [recipients[one] for one in OFFICES]
    assert sum("मासिक" in subject for subject in office.mailer.subjects) == 4


def test_two_runs_for_one_period_send_one_mail(office: Office) -> None:
    order = Order.of({"period": "2026-11"})
    assert office.send(order)
    assert office.send(order, now=NOW + timedelta(days=3))
    assert len(office.mailer.mails) == len(OFFICES)


def test_an_office_alone_may_be_named(office: Office) -> None:
    assert office.send(Order.of({"period": "2026-W47", "office": "district:jaunpur"}))
    [subject] = office.mailer.subjects
    assert "जौनपुर" in subject
    assert "साप्ताहिक" in subject


def test_one_office_s_failure_keeps_no_other_s_mail_and_is_made_good(press: Press) -> None:
    engine = Quiet(fails=("jaunpur",))
    office = _office(press, engine)
    order = Order(period=named("2026-11"))
    assert not office.send(order)
    assert [type(error) for error in office.failures] == [QueryFailed]
    assert len(office.mailer.mails) == len(OFFICES) - 1
    engine.fails = ()
    assert office.send(order)
    assert len(office.mailer.mails) == len(OFFICES)


def test_what_ses_refuses_is_sent_by_the_next_run(office: Office) -> None:
    order = Order(period=named("2026-11"), office="range:varanasi")
    office.mailer.refuses = True
    assert not office.send(order)
    office.mailer.refuses = False
    assert office.send(order)
    assert len(office.mailer.mails) == 1


def test_a_run_that_was_killed_is_stood_in_for_when_it_cannot_live_any_more(
    office: Office,
) -> None:
    office.book.begun["2026-11 range:varanasi"] = NOW
    order = Order(period=named("2026-11"), office="range:varanasi")
    assert office.send(order, now=NOW + GIVEN_UP - timedelta(seconds=1))
    assert office.mailer.mails == []
    assert office.send(order, now=NOW + GIVEN_UP + timedelta(seconds=1))
    assert len(office.mailer.mails) == 1


def test_what_is_mailed_lies_on_the_shelf_of_its_office(office: Office) -> None:
    assert office.send(Order(period=named("2026-11"), office="district:jaunpur"))
    [(key, files)] = office.shelf.kept.items()
    assert key == ("district:jaunpur", "2026-11")
    mail = message_from_bytes(office.mailer.mails[0][1], policy=default)
    assert set(files) == {"pdf", "xlsx"}
    assert [part.get_content() for part in mail.iter_attachments()] == list(files.values())


def test_nothing_is_mailed_that_does_not_lie_on_the_shelf(office: Office) -> None:
    order = Order(period=named("2026-11"), office="range:varanasi")
    office.shelf.breaks = 1
    assert not office.send(order)
    assert office.mailer.mails == []
    assert office.send(order)
    assert len(office.mailer.mails) == len(office.shelf.kept) == 1


def test_one_for_the_shelf_is_not_mailed_and_may_be_asked_for_before_and_after_the_mail(
    office: Office,
) -> None:
    wanted = Order.of({"period": "2026-11", "office": "range:varanasi", "mailed": False})
    mailed = Order.of({"period": "2026-11", "office": "range:varanasi"})
    assert office.send(wanted)
    assert office.mailer.mails == []
    assert office.send(mailed)
    assert office.send(wanted)
    assert len(office.mailer.mails) == len(office.shelf.kept) == 1


def test_one_for_the_shelf_that_is_being_made_is_not_made_twice(office: Office) -> None:
    office.book.begun["2026-11 range:varanasi shelf"] = NOW
    wanted = Order.of({"period": "2026-11", "office": "range:varanasi", "mailed": False})
    assert office.send(wanted)
    assert office.shelf.kept == {}


@pytest.mark.parametrize("sample", [True, False])
def test_a_mail_of_made_up_cases_says_so_and_no_other_does(office: Office, *, sample: bool) -> None:
    order = {"period": "2026-11", "office": "range:varanasi"} | ({"sample": True} if sample else {})
    assert office.send(Order.of(order))
    [(_, mail)] = office.mailer.mails
    text = message_from_bytes(mail, policy=default).get_body(("plain",))
    assert text
    assert ("***" in text.get_content()) is sample


@pytest.mark.parametrize("event", [{"period": "2026-13"}, {"period": "now"}])
def test_another_name_of_a_period_is_refused(event: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Order.of(event)
