"""Twenty-four hours from a person's last word, and the pace of sending."""

import pytest

from local.whatsapp import Person, SimulatorSettings, WhatsAppSimulator
from tests.local.simulator.conftest import GraphClient, Webhook

TO = "+919000000101"
TEMPLATE = {
    "name": "tip_alert",
    "language": {"code": "hi"},
    "components": [
        {
            "type": "body",
            "parameters": [
                {"type": "text", "text": "SM-1"},
                {"type": "text", "text": "केराकत"},
            ],
        }
    ],
}


@pytest.fixture(autouse=True)
def still(simulator: WhatsAppSimulator) -> None:
    simulator.clock.freeze()


def code(answer: tuple[int, dict[str, dict[str, int]]]) -> int | None:
    return answer[1].get("error", {}).get("code")


def test_the_window_closes_24_hours_after_the_last_word(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient
) -> None:
    asha.says("Hi")
    simulator.clock.advance(hours=23, minutes=59, seconds=59)
    assert code(meta.send(TO)) is None
    simulator.clock.advance(seconds=1)
    assert code(meta.send(TO)) == 131047
    asha.says("Hi again")
    assert code(meta.send(TO)) is None


def test_there_is_no_window_before_the_first_word(asha: Person, meta: GraphClient) -> None:
    assert code(meta.send(TO)) == 131047


def test_a_template_passes_outside_the_window(asha: Person, meta: GraphClient) -> None:
    assert code(meta.send(TO, "template", TEMPLATE)) is None
    assert asha.waits_for("SM-1").template == "tip_alert"


def test_each_number_has_its_own_window(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient
) -> None:
    asha.says("Hi", line="officers")
    assert code(meta.send(TO)) == 131047


def test_meta_may_report_a_closed_window_by_status(webhook: Webhook) -> None:
    settings = SimulatorSettings(webhook_url=webhook.url, late_errors=frozenset({131047}))
    with WhatsAppSimulator(settings) as simulator:
        asha = simulator.person(name="Asha", number=TO)
        client = GraphClient(simulator)
        assert client.send(TO)[0] == 200
        simulator.settles()
        client.http.clear()
    assert [error["code"] for error in webhook.statuses[0]["errors"]] == [131047]
    assert asha.received == []


def test_a_burst_to_one_person_borrows_from_the_future(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient
) -> None:
    asha.says("Hi")
    assert [code(meta.send(TO)) for _ in range(46)] == [None] * 45 + [131056]
    simulator.clock.advance(seconds=5)
    assert code(meta.send(TO)) == 131056
    simulator.clock.advance(seconds=1)
    assert [code(meta.send(TO)) for _ in range(2)] == [None, 131056]


def test_the_pace_to_one_person_is_no_business_of_another(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient
) -> None:
    asha.says("Hi")
    simulator.person(name="Birju", number="+919000000102").says("Hi")
    assert [code(meta.send(TO)) for _ in range(46)][-1] == 131056
    assert code(meta.send("+919000000102")) is None


def test_a_number_sends_eighty_messages_a_second(
    simulator: WhatsAppSimulator, meta: GraphClient
) -> None:
    people = [f"+919000000{n}" for n in (101, 102)]
    for number in people:
        simulator.person(name=number, number=number).says("Hi")
    codes = [code(meta.send(people[n % 2])) for n in range(81)]
    assert codes == [None] * 80 + [130429]
    simulator.clock.advance(seconds=1)
    assert code(meta.send(people[0])) is None
