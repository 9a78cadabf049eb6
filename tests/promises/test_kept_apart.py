"""Who hears of what, and what cannot be joined."""

import json
import re

from local.leaks import find
from local.stores import police_side
from local.whatsapp import Person
from tests.promises.conftest import Told
from tests.promises.stores import bucket_of
from tests.road import Road
from tests.telling import Sends, Story, tell

TELLING = re.compile(r"[A-Za-z0-9+/=_-]{16,}")
"""Anything long enough to join two rows by."""


def test_two_tips_of_one_sender_have_nothing_in_common(road: Road) -> None:
    """Two tips that you send cannot be seen to come from one person."""
    first, second = (
        Story(thana="ghazipur/zamania"),
        Story(category="drugs", thana="ghazipur/saidpur"),
    )
    one = road.stranger()

    by_one = _left_by(road, one, first) & _left_by(road, one, second)
    by_two = _left_by(road, road.stranger(), first) & _left_by(road, road.stranger(), second)

    assert by_two
    assert by_one == by_two


def test_only_the_courier_opens_an_address(road: Road, told: Told) -> None:
    """Only the courier that carries the answer can open your address, and it never shows it to anyone."""
    key = road.system.deployment.resources[_named(road, "TipsAddressKey202612")]
    opened = [
        call
        for call in road.system.cloud.calls()
        if call["action"] == "kms:Decrypt" and key in call["resource"]
    ]
    assert opened
    assert [call for call in opened if "TipsCourierRole" not in call["principal"]] == []
    answers = road.system.deployment.logs()[_named(road, "TipsCourierFunction")].encode()
    assert [what for what, forms in told.secrets().items() if find(forms, answers)] == []


def test_the_station_never_sees_a_tip_about_itself(road: Road) -> None:
    """A tip about the police is not shown to the station that it is about."""
    station = road.officers["thana:ghazipur/saidpur"]
    circle = road.officers["circle:ghazipur/circle-saidpur"]
    sp, dig = road.officers["district:ghazipur"], road.officers["range:varanasi"]
    before = [len(officer.messages) for officer in (station, circle, sp, dig)]

    story = Story(category="police_corruption", thana="ghazipur/saidpur", police="station")
    tell(road.stranger(), road.system.police_range, story)
    road.settle()

    after = [len(officer.messages) for officer in (station, circle, sp, dig)]
    assert after[:2] == before[:2]
    assert after[2] > before[2]
    assert after[3] > before[3]


def test_the_first_answer_is_the_same_to_everybody(road: Road, told: Told) -> None:
    """The first answer that you get is the same whether or not you have written before."""
    answers = []
    for person in (told.tipster, road.stranger()):
        person.says("Hi")
        answers.append(person.waits_for(1))

    known, unknown = (json.dumps(answer.body, ensure_ascii=False) for answer in answers)
    assert known == unknown


def test_media_about_women_and_children_stays(road: Road, evidence: tuple[Sends, ...]) -> None:
    """Photos, videos and voice of tips about women and children are never sent to anyone over WhatsApp."""
    officer = road.officers["thana:jaunpur/shahganj"]
    sent = len(road.whatsapp.requests.sends("officers"))
    before = kept_under(road, "protected/")
    story = Story(
        category="molestation",
        district="jaunpur",
        thana="jaunpur/shahganj",
        evidence=evidence,
    )
    tell(road.stranger(), road.system.police_range, story)
    officer.taps(officer.waits_for(lambda message: bool(message.template)))
    officer.waits_for(lambda message: len(message.options) > 1)
    road.settle()

    assert kept_under(road, "protected/") == before + len(evidence)
    kinds = {body["type"] for body in road.whatsapp.requests.sends("officers")[sent:]}
    assert kinds
    assert kinds <= {"text", "interactive", "template"}


def kept_under(road: Road, prefix: str) -> int:
    s3, bucket = road.system.cloud.client("s3"), bucket_of(road, "EvidenceBucket")
    found: int = s3.list_objects_v2(Bucket=bucket, Prefix=prefix)["KeyCount"]
    return found


def test_a_draft_is_forgotten_after_a_day(road: Road) -> None:
    """The words of a tip that you do not finish are forgotten after 24 hours."""
    words = "कोने वाली दुकान के पीछे"
    person = road.stranger()
    person.says("Hi")
    first = person.waits_for(1)
    person.taps(first.options[0].id)
    person.waits_for(1)
    person.says(words)
    person.waits_for(1)
    assert words in str(_sessions(road))

    road.whatsapp.clock.advance(hours=24, minutes=1)
    person.says("Hi")

    assert person.waits_for(1).body == first.body
    road.settle()
    assert words not in str(_sessions(road))


def test_updates_say_nothing_of_the_tip(road: Road, told: Told) -> None:
    """The messages that tell you what happened never say what your tip was about."""
    texts = road.system.police_range.texts["hi"]
    subject = [text for key, text in texts.items() if re.match(r"(category|place)\.", key)]
    receipt = next(m for m in told.tipster.received if m.text == told.receipt)
    updates = told.tipster.received[told.tipster.received.index(receipt) + 1 :]

    assert len(updates) >= 2
    for update in updates:
        assert [words for words in subject if len(words) > 3 and words in update.text] == []


def _left_by(road: Road, person: Person, story: Story) -> set[str]:
    """All that is long enough to be joined by, in the rows that this tip adds."""
    before = _rows(road)
    tell(person, road.system.police_range, story)
    road.settle()
    return {token for row in _rows(road) - before for token in TELLING.findall(row)}


def _rows(road: Road) -> set[str]:
    return {
        f"{store.name} {json.dumps(row, ensure_ascii=False)}"
        for store in police_side(road.system.deployment)
        if store.kind in {"table", "bucket"} and store.name != "Sessions"
        for row in store.rows
    }


def _sessions(road: Road) -> list[str]:
    stores = police_side(road.system.deployment)
    return [str(row) for store in stores if store.name == "Sessions" for row in store.rows]


def _named(road: Road, construct: str) -> str:
    [name] = [name for name in road.system.deployment.resources if name[:-8] == construct]
    return name
