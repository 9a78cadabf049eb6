"""Another phone, SIM or number behind an officer's name, and who says that it is still them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from satark.message import (
    Ask,
    DeliveryStatus,
    IdentityChanged,
    InboundMessage,
    Option,
    OutboundMessage,
    Say,
    Tap,
    Template,
    ToOfficer,
)
from satark.roster import Officer
from tests.fakes import RosterList
from tests.samples import AT
from tests.unit.officer_reply.reading_back import body, only, text
from tests.unit.officer_reply.station import DIG, ONE, SHO, SP, Station, message

DEPUTY = replace(DIG, id="deputy", name="Deputy", language="en")
HOUR = timedelta(hours=1)
CHANGE = (AT + HOUR).isoformat()
NAMED = "SHO प्रभारी, जमानियां"
DOUBTED, GENUINE = Tap("doubted:sho", ""), Tap(f"genuine:sho:{CHANGE}", "")


@pytest.fixture
def station() -> Station:
    return Station(roster=RosterList([SHO, SP, DIG, DEPUTY]))


def changed(by: str = "sho", *, ref: str = "c1", after: timedelta = HOUR) -> InboundMessage:
    return message(IdentityChanged(), by=by, ref=ref, after=after)


def said(tap: Tap, by: str = "dig", *, ref: str = "v1", after: timedelta = HOUR) -> InboundMessage:
    return message(tap, by=by, ref=ref, after=2 * after)


def officer(station: Station, officer_id: str = "sho") -> Officer:
    found = station.roster.officer(officer_id)
    assert found is not None
    return found


def test_a_change_suspends_and_tells_the_range_office_alone(station: Station) -> None:
    told = station.receive(changed())
    assert officer(station) == replace(SHO, suspended=True, changed_at=AT + HOUR)
    assert [note.to for note in told] == [ToOfficer("dig"), ToOfficer("deputy")]
    assert told[0].content == Ask(
        text("doubted", officer=NAMED), (Option(GENUINE.id, text("genuine")),), text("list_button")
    )
    assert told[0].template == Template("officer_changed", "hi", (NAMED,), (DOUBTED.id,))
    assert told[1].template is not None
    assert told[1].template.language == "en"
    assert {note.case_id for note in told} == {None}


def test_it_is_nobodys_word_and_opens_no_window(station: Station) -> None:
    station.receive(changed())
    assert officer(station).seen_at is None


def test_a_suspended_officer_is_turned_away_until_vouched_for(station: Station) -> None:
    station.file(ONE)
    station.receive(changed())
    assert body(station.receive(message("मिला", after=2 * HOUR))) == text("suspended")
    assert body(station.receive(said(GENUINE))) == text("vouched", officer=NAMED)
    answered = station.receive(message(Tap(f"accepted:{ONE}", ""), ref="m2", after=3 * HOUR))
    assert body(answered) == text("how_to_report", number="4829-1376")


def test_the_same_change_again_tells_the_same_and_after_the_answer_nothing(
    station: Station,
) -> None:
    first = station.receive(changed())
    assert station.receive(changed()) == []  # the outbox takes an id once
    assert [note.id for note in first] == list(dict.fromkeys(note.id for note in first))
    station.receive(said(GENUINE))
    assert station.receive(changed()) == []
    assert not officer(station).suspended


def test_what_was_not_sent_is_sent_when_the_change_comes_again(station: Station) -> None:
    """A crash between the roster and the outbox loses nothing."""
    station.roster.doubt("sho", AT + HOUR)
    assert len(station.receive(changed())) == 2


def test_a_word_on_one_change_says_nothing_of_the_next(station: Station) -> None:
    station.receive(changed(), changed(ref="c2", after=2 * HOUR))
    asked = only(station.receive(said(GENUINE)))
    assert isinstance(asked.content, Ask)
    [option] = asked.content.options
    assert option.id == f"genuine:sho:{(AT + 2 * HOUR).isoformat()}"
    assert officer(station).suspended
    station.receive(said(Tap(option.id, ""), ref="v2"))
    assert not officer(station).suspended


def test_the_alerts_button_asks_and_lifts_nothing(station: Station) -> None:
    station.receive(changed())
    asked = only(station.receive(said(DOUBTED)))
    assert isinstance(asked.content, Ask)
    assert asked.content.options == (Option(GENUINE.id, text("genuine")),)
    assert officer(station).suspended


@pytest.mark.parametrize("by", ["sp", "sho", "stranger"])
def test_nobody_but_the_range_office_vouches(station: Station, by: str) -> None:
    station.receive(changed())
    replies = station.receive(said(GENUINE, by))
    assert officer(station).suspended
    if by == "sp":
        assert body(replies) == text("vouch_barred", "en")


def test_nobody_vouches_for_themselves(station: Station) -> None:
    """Told of a change before they are on the roster as suspended: by a tap that waited."""
    told = station.receive(changed("dig"))
    assert [note.to for note in told] == [ToOfficer("deputy")]
    station.roster = RosterList([replace(officer(station, "dig"), suspended=False), DEPUTY])
    own = station.receive(said(Tap(f"genuine:dig:{CHANGE}", ""), "dig"))
    assert body(own) == text("vouch_barred")


@pytest.mark.parametrize("tap", ["genuine:gone:x", "doubted:gone", "genuine:sho:", "genuine:sho:x"])
def test_a_tap_that_names_nobody_or_no_change_lifts_nothing(station: Station, tap: str) -> None:
    station.receive(changed())
    assert _lifts_nothing(station.receive(said(Tap(tap, ""))))
    assert officer(station).suspended


def _lifts_nothing(replies: list[OutboundMessage]) -> bool:
    return isinstance(only(replies).content, Ask) or body(replies) == text("vouch_barred")


def test_a_stranger_who_changes_is_nobody(station: Station) -> None:
    assert station.receive(changed("stranger")) == []


def test_where_nobody_serves_at_the_range_office_the_officer_is_suspended_all_the_same() -> None:
    station = Station(roster=RosterList([SHO, SP]))
    assert station.receive(changed()) == []
    assert officer(station).suspended


def test_said_again_it_is_answered_as_before(station: Station) -> None:
    station.receive(changed())
    first = only(station.receive(said(GENUINE)))
    assert station.receive(said(GENUINE)) == []
    assert first.content == Say(text("vouched", officer=NAMED))


def test_an_older_change_that_comes_late_tells_nothing_more(station: Station) -> None:
    station.receive(changed(ref="c2", after=2 * HOUR))
    assert station.receive(changed()) == []
    assert officer(station).changed_at == AT + 2 * HOUR


# WhatsApp tells of the phone and SIM in every message and status, where the line checks them.


def keyed(content: str, key: str, *, ref: str = "k1", after: timedelta = HOUR) -> InboundMessage:
    return replace(message(content, ref=ref, after=after), identity_key=key)


def test_the_first_phone_that_writes_is_trusted_and_another_suspends(station: Station) -> None:
    station.file(ONE)
    station.receive(keyed("मिला", "old"))
    assert officer(station).identity_key == "old"
    station.receive(keyed("और मिला", "old", ref="k2", after=2 * HOUR))
    assert len(station.recorded(ONE)) == 2

    told = station.receive(keyed("लंबित", "new", ref="k3", after=3 * HOUR))
    assert [note.to for note in told[:2]] == [ToOfficer("dig"), ToOfficer("deputy")]
    assert body(told[2:]) == text("suspended")
    assert officer(station).suspended
    assert officer(station).seen_at == AT + 2 * HOUR


def test_while_suspended_the_range_office_is_not_asked_again(station: Station) -> None:
    station.receive(keyed("Hi", "old"))
    station.receive(keyed("Hi", "new", ref="k2", after=2 * HOUR))
    again = station.receive(keyed("Hi", "new", ref="k3", after=3 * HOUR))
    assert body(again) == text("suspended")


def test_what_was_not_asked_is_asked_when_the_message_comes_again(station: Station) -> None:
    station.receive(keyed("Hi", "old"))
    station.roster.doubt("sho", AT + 2 * HOUR)
    assert len(station.receive(keyed("Hi", "new", ref="k2", after=2 * HOUR))) == 3


def test_who_is_vouched_for_writes_from_the_new_phone(station: Station) -> None:
    station.receive(keyed("Hi", "old"), keyed("Hi", "new", ref="k2", after=2 * HOUR))
    change = (AT + 2 * HOUR).isoformat()
    station.receive(said(Tap(f"genuine:sho:{change}", "")))
    station.receive(keyed("Hi", "new", ref="k3", after=3 * HOUR))
    assert officer(station).identity_key == "new"
    assert not officer(station).suspended


@pytest.mark.parametrize(("key", "suspends"), [("old", False), ("new", True), (None, False)])
def test_an_alert_that_reached_another_phone_suspends(
    station: Station, key: str | None, *, suspends: bool
) -> None:
    station.file(ONE)
    station.receive(keyed("Hi", "old"))
    before = len(station.outbox.accepted)
    status = DeliveryStatus(station.alert("sho", ONE), AT + 2 * HOUR, "delivered", identity_key=key)
    station.desk.take(status)
    assert officer(station).suspended is suspends
    told = station.outbox.accepted[before:]
    assert [note.to for note in told] == [ToOfficer("dig"), ToOfficer("deputy")] * suspends


def test_a_line_that_tells_no_keys_suspends_nobody(station: Station) -> None:
    station.receive(keyed("Hi", "old"), message("Hi", ref="k2", after=2 * HOUR))
    assert not officer(station).suspended
    assert officer(station).identity_key == "old"
