"""Whatever a frightened hand may send: kept as evidence, or answered with what to do."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from local.whatsapp import Person
from tests.journey.actors import Citizen
from tests.journey.phone_files import photo, voice_note
from tests.journey.town import Town
from tests.telling import Story

STORY = Story(district="chandauli", thana="chandauli/kotwali")
UNTAKEN: dict[str, Callable[[Person], object]] = {
    "contact": lambda person: person.sends_contact("Ramesh", "+91 9000000999"),
    "poll": lambda person: person.sends_unsupported("poll"),
    "view_once": lambda person: person.sends_unsupported("view_once"),
    "live_location": lambda person: person.sends_unsupported("live_location"),
}


@pytest.fixture
def citizen(town: Town) -> Citizen:
    citizen = town.citizen()
    citizen.tells(STORY, until="evidence")
    return citizen


@pytest.mark.parametrize("kind", UNTAKEN)
def test_what_cannot_be_taken_is_answered_with_what_to_do(citizen: Citizen, kind: str) -> None:
    UNTAKEN[kind](citizen.person)
    citizen.hears("note.unsupported")
    citizen.goes_on(STORY)
    assert citizen.receipt


def test_files_of_every_kind_a_correction_and_a_deletion_reach_the_case(
    town: Town, citizen: Citizen
) -> None:
    person, thana = citizen.person, town.thana("chandauli/kotwali")
    first, second = person.says("तीन ट्रक"), person.says("ग़लती से भेजा")
    person.edits(first, "चार ट्रक")
    person.deletes(second)
    citizen.hears("note.taken_back")
    person.reacts(person.received[-1], "👍")
    person.sends_sticker(_sticker())
    person.sends_voice(voice_note())
    person.sends_photo(photo())
    town.settles()
    person.says("बस")
    citizen.goes_on(STORY)
    thana.opens_alert()
    town.settles()

    tip = town.case(thana.number).tip
    assert tip.statements == ("चार ट्रक",)
    assert [shown.media for shown in tip.evidence] == ["sticker", "audio", "image"]
    assert {shown.state for shown in tip.evidence} == {"kept"}


def test_fifty_messages_in_a_minute_get_calm_answers_and_lose_nothing(
    town: Town, citizen: Citizen
) -> None:
    person, thana = citizen.person, town.thana("chandauli/kotwali")
    heard = len(person.received)
    told = [f"बात {count}" for count in range(50)]
    for words in told:
        person.says(words)
    town.settles()
    answers = len(person.received) - heard
    assert 0 < answers <= 11
    town.passes(hours=1)
    person.says("बस")
    person.waits_for(1)
    citizen.goes_on(STORY)
    thana.opens_alert()
    town.settles()
    assert list(town.case(thana.number).tip.statements) == told


def test_starting_again_never_loses_a_filed_tip(town: Town) -> None:
    citizen = town.citizen()
    citizen.tells(STORY)
    receipt = citizen.receipt
    citizen.person.says("Hi")
    citizen.person.waits_for(1)
    citizen.person.says("शुरू")
    citizen.person.waits_for(1)
    citizen.person.says(receipt)
    citizen.hears("update.received")


def _sticker() -> bytes:
    """512 pixels square, as WhatsApp wants them."""
    file = BytesIO()
    Image.new("RGBA", (512, 512), "green").save(file, "WEBP")
    return file.getvalue()
