"""Updates in one POST, all at once, out of order, twice."""

import json
from dataclasses import replace
from typing import Any

import pytest

from local.whatsapp import OFFICERS, TIPS, Person, SimulatorSettings, WhatsAppSimulator
from tests.local.simulator.conftest import GraphClient, Webhook

TO = "+919000000101"


@pytest.fixture
def birju(simulator: WhatsAppSimulator) -> Person:
    return simulator.person(name="Birju", number="+919000000102")


def test_a_batch_of_two_people_with_statuses(
    simulator: WhatsAppSimulator, asha: Person, birju: Person, meta: GraphClient, webhook: Webhook
) -> None:
    asha.says("Hi")
    webhook.posts.clear()
    with simulator.in_one_post():
        asha.says("one")
        birju.says("two")
        asha.says("three")
        meta.send(TO)
        simulator.settles()
    assert len(webhook.posts) == 1
    entry: list[dict[str, Any]] = json.loads(webhook.posts[0][0])["entry"]
    messages, statuses = (change["value"] for change in entry[0]["changes"])
    assert [one["text"]["body"] for one in messages["messages"]] == ["one", "two", "three"]
    assert [one["profile"]["name"] for one in messages["contacts"]] == ["Asha", "Birju"]
    assert [one["status"] for one in statuses["statuses"]] == ["sent", "delivered"]


def test_a_batch_over_several_entries_and_numbers(
    simulator: WhatsAppSimulator, asha: Person, webhook: Webhook
) -> None:
    with simulator.in_one_post(entries=2):
        for text in ("one", "two", "three"):
            asha.says(text)
        asha.says("four", line="officers")
    entries = json.loads(webhook.posts[0][0])["entry"]
    assert sorted(entry["id"] for entry in entries) == ["102290129340301"] * 2 + ["102290129340302"]
    assert len(webhook.messages) == 4


def test_numbers_of_one_account_share_an_entry_but_no_value(webhook: Webhook) -> None:
    lines = (TIPS, replace(OFFICERS, waba_id=TIPS.waba_id))
    with WhatsAppSimulator(SimulatorSettings(webhook_url=webhook.url, lines=lines)) as simulator:
        asha = simulator.person(name="Asha", number=TO)
        with simulator.in_one_post():
            asha.says("to the tips line")
            asha.says("to the officers line", line="officers")
    assert [value["metadata"]["phone_number_id"] for value in webhook.values] == [
        TIPS.phone_number_id,
        OFFICERS.phone_number_id,
    ]
    assert len(json.loads(webhook.posts[0][0])["entry"]) == 1


def test_every_message_of_a_batch_is_delivered_with_it(
    simulator: WhatsAppSimulator, asha: Person, birju: Person
) -> None:
    with simulator.in_one_post():
        said = [asha.says("one"), birju.says("two")]
        assert [one.status for one in said] == ["sent", "sent"]
    assert [one.status for one in said] == ["delivered", "delivered"]


def test_an_album_arrives_as_simultaneous_posts(asha: Person, webhook: Webhook) -> None:
    webhook.meets = 5
    asha.sends_album([bytes([n]) for n in range(5)])
    assert len({message["image"]["id"] for message in webhook.messages}) == 5
    assert webhook.most_at_once == 5


def test_the_last_first(simulator: WhatsAppSimulator, asha: Person, webhook: Webhook) -> None:
    with simulator.reversed_order():
        for text in ("one", "two", "three"):
            asha.says(text)
    assert [one["text"]["body"] for one in webhook.messages] == ["three", "two", "one"]


def test_the_same_message_twice_at_the_same_moment(
    simulator: WhatsAppSimulator, asha: Person, webhook: Webhook
) -> None:
    simulator.faults.duplicate_webhooks()
    webhook.meets = 2
    asha.says("Hi")
    webhook.meets = 0
    asha.says("Hello")
    first, twin, other = (message["id"] for message in webhook.messages)
    assert (first == twin, first == other, webhook.most_at_once) == (True, False, 2)


def test_a_retry_after_days(simulator: WhatsAppSimulator, asha: Person, webhook: Webhook) -> None:
    asha.says("Hi")
    simulator.redelivers(simulator.deliveries[0])
    assert webhook.posts[0] == webhook.posts[1]


def test_blocks_do_not_nest(simulator: WhatsAppSimulator) -> None:
    with (
        pytest.raises(RuntimeError, match="do not nest"),
        simulator.at_once(),
        simulator.at_once(),
    ):
        pass
