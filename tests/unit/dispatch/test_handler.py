"""The stream, with the handler's adapters replaced by collections."""

from collections.abc import Iterable
from typing import Any

import pytest

from functions.dispatch import handler
from functions.dispatch.dispatcher import Dispatcher
from satark import wire
from satark.case import CaseEvent, OfficerActed
from satark.log import Failed
from satark.message import ToOfficer, ToTipster
from tests.fakes import LabelsList, Ledger, OutboxList, RosterList
from tests.samples import varanasi
from tests.unit.dispatch.stage import CASE, CHAIN, ledger

EVENTS = ledger(OfficerActed("sho", "accepted"), OfficerActed("sho", "closed"))


@pytest.fixture
def dispatcher(monkeypatch: pytest.MonkeyPatch) -> Dispatcher:
    made = Dispatcher(
        Ledger({CASE: EVENTS}),
        RosterList(CHAIN),
        OutboxList(),
        OutboxList(),
        LabelsList(),
        varanasi(),
    )
    monkeypatch.setattr(handler, "dispatcher", lambda: made)
    return made


def batch(events: Iterable[CaseEvent]) -> dict[str, Any]:
    return {"Records": [record(event) for event in events]}


def record(event: CaseEvent) -> dict[str, Any]:
    image = {"event": {"S": wire.case_event.dump(event)}}
    return {"dynamodb": {"SequenceNumber": f"s{event.seq}", "NewImage": image}}


def sent(outbox: object) -> list[Any]:
    assert isinstance(outbox, OutboxList)
    return outbox.accepted


def test_officers_and_tipster_are_told_each_by_their_own_courier(dispatcher: Dispatcher) -> None:
    assert handler.lambda_handler(batch(EVENTS), None) == {"batchItemFailures": []}
    assert {type(message.to) for message in sent(dispatcher.officer_outbox)} == {ToOfficer}
    assert [type(message.to) for message in sent(dispatcher.tipster_outbox)] == [ToTipster] * 2


def test_a_redelivered_event_says_nothing_new(dispatcher: Dispatcher) -> None:
    handler.lambda_handler(batch(EVENTS), None)
    before = sent(dispatcher.officer_outbox), sent(dispatcher.tipster_outbox)
    handler.lambda_handler(batch([EVENTS[1], EVENTS[0], *EVENTS]), None)
    assert (sent(dispatcher.officer_outbox), sent(dispatcher.tipster_outbox)) == before


def test_it_stops_at_the_first_failure_so_that_nothing_is_told_before_it(
    dispatcher: Dispatcher, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = record(EVENTS[1]) | {"dynamodb": {"SequenceNumber": "s2", "NewImage": {}}}
    records = [record(EVENTS[0]), broken, record(EVENTS[2])]
    answer = handler.lambda_handler({"Records": records}, None)
    assert answer == {"batchItemFailures": [{"itemIdentifier": "s2"}]}
    assert sent(dispatcher.tipster_outbox) == []
    assert '"event_failed"' in capsys.readouterr().out


def test_what_is_no_stream_batch_fails_whole_and_prints_nothing_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(Failed):
        handler.lambda_handler({"secret": "planted"}, None)
    assert "planted" not in capsys.readouterr().out
