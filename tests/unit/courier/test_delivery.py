from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.courier.delivery import PATIENCE
from functions.courier.directory import Misrouted
from satark.delivery import Intent
from satark.fifo import Later
from satark.identity import Handle, MessageRef, SealedAddress
from satark.message import DeliveryStatus, Outgoing
from satark.whatsapp.errors import REACTIONS, SendFailed, SendUnanswered, reaction_to
from tests.fakes import RosterList
from tests.unit.courier.office import (
    AT,
    CONTENT,
    NOW,
    SHO,
    TEMPLATE,
    TIPSTER,
    Crash,
    Office,
    message,
    officer,
    reply,
)

AFTER_PATIENCE = NOW + PATIENCE


def refused(code: int) -> SendFailed:
    return SendFailed(code, status=400)


def postponed(office: Office, *, attempt: int = 1, template: bool = True) -> int:
    with pytest.raises(Later) as later:
        office.courier().deliver(
            message(template=TEMPLATE if template else None), now=NOW, attempt=attempt
        )
    return later.value.seconds


def test_a_reply_goes_back_to_whoever_wrote() -> None:
    office = Office()
    assert office.tips_courier.deliver(reply(), now=NOW, attempt=1) == "sent"
    assert office.whatsapp.sent == [("tipster", CONTENT)]


def test_the_intent_is_written_before_and_the_ref_after() -> None:
    office = Office()
    office.courier().deliver(message(), now=NOW, attempt=1)

    assert office.whatsapp.intents == ["i1"]
    assert office.deliveries.by_ref(MessageRef("ref-1")) == Intent(
        "i1", NOW, "sent", officer_id="sho", case_id="48291376"
    )


def test_the_tipsters_courier_writes_down_no_officer() -> None:
    office = Office()
    office.tips_courier.deliver(reply(), now=NOW, attempt=1)
    assert office.deliveries.intents["i1"].officer_id is None


def test_a_tipster_is_found_in_the_vault() -> None:
    office = Office()
    office.vault.items[Handle("h1")] = SealedAddress("sealed-t1"), AT - timedelta(hours=1)
    assert office.tips_courier.deliver(message(TIPSTER), now=NOW, attempt=1) == "sent"
    assert office.whatsapp.sent == [("t1", CONTENT)]


def test_a_tipster_whose_address_was_let_go_of_gets_nothing() -> None:
    office = Office()
    assert office.tips_courier.deliver(message(TIPSTER), now=NOW, attempt=1) == "gone"
    assert office.whatsapp.tried == 0
    assert office.deliveries.intents["i1"].state == "gone"


def test_an_officer_who_left_the_roster_gets_nothing() -> None:
    office = Office(roster=RosterList([]))
    assert office.courier().deliver(message(), now=NOW, attempt=1) == "gone"
    assert office.whatsapp.tried == 0


def test_what_waits_for_an_officer_who_is_suspended_meanwhile_is_not_sent() -> None:
    suspended = replace(officer(wrote_at=AT), suspended=True)
    office = Office(roster=RosterList([suspended]))
    assert office.courier().deliver(message(), now=NOW, attempt=1) == "gone"
    assert office.whatsapp.tried == 0


def test_each_courier_refuses_the_other_ones_recipients() -> None:
    with pytest.raises(Misrouted):
        Office().courier().deliver(message(TIPSTER), now=NOW, attempt=1)
    with pytest.raises(Misrouted):
        Office().tips_courier.deliver(message(SHO), now=NOW, attempt=1)


@pytest.mark.parametrize(
    ("wrote_before", "content"),
    [
        (timedelta(hours=24), CONTENT),
        (timedelta(hours=24, microseconds=1), TEMPLATE),
        (timedelta(hours=-1), CONTENT),
        (None, TEMPLATE),
    ],
)
def test_twenty_four_hours_after_the_last_word_the_template_takes_over(
    wrote_before: timedelta | None, content: Outgoing
) -> None:
    wrote_at = None if wrote_before is None else AT - wrote_before
    office = Office(roster=RosterList([officer(wrote_at=wrote_at)]))

    assert office.courier().deliver(message(), now=NOW, attempt=1) == "sent"
    assert office.contents == [content]


def test_the_window_is_measured_by_the_cause_and_not_by_the_clock() -> None:
    late = NOW + timedelta(days=2)
    office = Office()
    office.courier().deliver(message(), now=late, attempt=1)
    assert office.contents == [CONTENT]


def test_outside_the_window_and_without_a_template_the_message_is_held() -> None:
    office = Office(roster=RosterList([officer(wrote_at=None)]))
    assert office.courier().deliver(message(template=None), now=NOW, attempt=1) == "held"
    assert office.whatsapp.tried == 0
    assert office.deliveries.intents["i1"].state == "held"


def test_where_meta_holds_the_window_to_be_closed_the_template_goes_once() -> None:
    office = Office()
    office.whatsapp.does = [refused(131047)]
    assert office.courier().deliver(message(), now=NOW, attempt=1) == "sent"
    assert office.contents == [TEMPLATE]


def test_a_template_outside_the_window_is_not_sent_a_second_time() -> None:
    office = Office()
    office.whatsapp.does = [refused(131047), refused(131047)]
    assert office.courier().deliver(message(), now=NOW, attempt=1) == "failed"
    assert office.whatsapp.tried == 2


def test_without_a_template_meta_s_closed_window_holds_the_message() -> None:
    office = Office()
    office.whatsapp.does = [refused(131047)]
    assert office.courier().deliver(message(template=None), now=NOW, attempt=1) == "held"


@pytest.mark.parametrize("code", sorted(REACTIONS.keys() - {131047}))
def test_each_code_is_reacted_to_as_the_table_says(
    code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office()
    office.whatsapp.does = [refused(code)]
    reacts = reaction_to(code)

    if reacts.then == "retry":
        assert postponed(office) == reacts.pauses[0]
        assert "i1" not in office.deliveries.intents
    else:
        assert office.courier().deliver(message(), now=NOW, attempt=1) == "failed"
        assert office.deliveries.intents["i1"].error == code
    assert ("refused_alarm" in capsys.readouterr().out) is reacts.alarm


@pytest.mark.parametrize("failure", [SendFailed(None, status=429), SendFailed(99, status=500)])
def test_what_nobody_knows_is_tried_again(failure: SendFailed) -> None:
    office = Office()
    office.whatsapp.does = [failure]
    assert postponed(office) > 0
    assert office.courier().deliver(message(), now=NOW, attempt=2) == "sent"


def test_the_pause_grows_with_the_attempts() -> None:
    office = Office()
    office.whatsapp.does = [refused(131056)] * 3
    assert [postponed(office, attempt=attempt) for attempt in (1, 2, 3)] == [1, 4, 16]


def test_a_failed_upload_is_let_go_at_the_second_attempt() -> None:
    office = Office()
    office.whatsapp.does = [refused(131053), refused(131053)]
    assert postponed(office) == 5
    assert office.courier().deliver(message(), now=NOW, attempt=2) == "failed"


def test_where_the_address_cannot_be_opened_now_the_next_attempt_need_not_wait() -> None:
    office = Office()
    office.opener.broken = True
    with pytest.raises(ConnectionError):
        office.courier().deliver(message(), now=NOW, attempt=1)
    office.opener.broken = False
    assert office.courier().deliver(message(), now=NOW, attempt=2) == "sent"


@pytest.mark.parametrize("state", ["sent", "delivered", "read", "failed", "held", "gone"])
def test_a_redelivery_of_what_is_done_sends_nothing(state: str) -> None:
    office = Office()
    office.deliveries.intents["i1"] = Intent("i1", AT, state)  # type: ignore[arg-type]  # a parametrised literal
    assert office.courier().deliver(message(), now=AFTER_PATIENCE, attempt=2) == state
    assert office.whatsapp.tried == 0


def test_without_an_answer_the_message_waits_for_a_status() -> None:
    office = Office()
    office.whatsapp.does = [SendUnanswered()]
    assert postponed(office) == PATIENCE.total_seconds()
    assert office.deliveries.intents["i1"].state == "sending"
    assert postponed(office, attempt=2) == PATIENCE.total_seconds() + 1


def test_a_status_settles_what_had_no_answer() -> None:
    office = Office()
    office.whatsapp.does = [SendUnanswered()]
    postponed(office)
    office.courier().note(DeliveryStatus(MessageRef("r"), NOW, "sent", "i1"))

    assert office.courier().deliver(message(), now=AFTER_PATIENCE, attempt=2) == "sent"
    assert office.whatsapp.sent == []


@pytest.mark.parametrize(
    ("code", "state", "tried"), [(131000, "sent", 2), (131026, "failed", 1), (None, "failed", 1)]
)
def test_a_failure_told_by_status_is_mended_where_it_can_be(
    code: int | None, state: str, tried: int
) -> None:
    office = Office()
    office.whatsapp.does = [SendUnanswered()]
    postponed(office)
    office.courier().note(DeliveryStatus(MessageRef("r"), NOW, "failed", "i1", code))

    assert office.courier().deliver(message(), now=AFTER_PATIENCE, attempt=2) == state
    assert office.whatsapp.tried == tried


def test_after_patience_it_is_sent_again_and_patience_begins_anew() -> None:
    office = Office()
    office.whatsapp.does = [SendUnanswered(), SendUnanswered()]
    postponed(office)
    with pytest.raises(Later):
        office.courier().deliver(message(), now=AFTER_PATIENCE, attempt=2)
    assert office.whatsapp.tried == 2

    with pytest.raises(Later):
        office.courier().deliver(message(), now=AFTER_PATIENCE + PATIENCE / 2, attempt=3)
    assert office.whatsapp.tried == 2


def test_a_crash_before_the_call_loses_nothing() -> None:
    office = Office()
    office.whatsapp.does = [Crash()]
    with pytest.raises(Crash):
        office.courier().deliver(message(), now=NOW, attempt=1)

    assert office.courier().deliver(message(), now=AFTER_PATIENCE, attempt=2) == "sent"
    assert office.contents == [CONTENT]


def test_a_crash_after_the_call_sends_no_double_once_a_status_has_come() -> None:
    office = Office()
    office.whatsapp.crash_after = True
    with pytest.raises(Crash):
        office.courier().deliver(message(), now=NOW, attempt=1)
    office.courier().note(DeliveryStatus(MessageRef("ref-1"), NOW, "sent", "i1"))

    assert office.courier().deliver(message(), now=AFTER_PATIENCE, attempt=2) == "sent"
    assert office.contents == [CONTENT]


@given(st.lists(st.sampled_from(["ok", "again", "unanswered", "crash", "crash after"]), max_size=6))
def test_whatever_happens_it_is_sent_and_doubled_only_where_meta_fell_silent(
    events: list[str],
) -> None:
    office, now, doubtful = Office(), NOW, 0
    for attempt, event in enumerate([*events, "ok"], start=1):
        errors = {"again": refused(131000), "unanswered": SendUnanswered(), "crash": Crash()}
        office.whatsapp.does = [errors.get(event)]
        office.whatsapp.crash_after = event == "crash after"
        before = office.whatsapp.tried
        with suppress(Later, Crash):
            office.courier().deliver(message(), now=now, attempt=attempt)
        doubtful += event == "crash after" and office.whatsapp.tried > before
        now += PATIENCE + timedelta(seconds=1)

    assert office.deliveries.intents["i1"].state == "sent"
    assert 1 <= len(office.whatsapp.sent) <= 1 + doubtful


def test_a_late_failure_is_noted_and_told_by_code(capsys: pytest.CaptureFixture[str]) -> None:
    office = Office()
    office.courier().deliver(message(), now=NOW, attempt=1)
    office.courier().note(DeliveryStatus(MessageRef("ref-1"), NOW, "failed", "i1", 131042))

    assert office.deliveries.intents["i1"].state == "failed"
    printed = capsys.readouterr().out
    assert '"event": "refused_alarm"' in printed
    assert '"code": 131042' in printed


def test_a_status_of_a_message_not_ours_is_nothing() -> None:
    office = Office()
    office.courier().note(DeliveryStatus(MessageRef("r"), NOW, "sent", "i9"))
    assert office.deliveries.intents == {}
