"""What tipsters show, from their phones to an officer's."""

from hashlib import sha256

from satark.tip import Evidence
from tests.journey.phone_files import (
    document,
    locked_document,
    photo,
    traces_in,
    video,
    voice_note,
)
from tests.journey.town import Town
from tests.promises.stores import bucket_of
from tests.telling import Story

WORDS = "रात को दो ट्रक आते हैं"


def test_everything_arrives_and_nothing_tells_whose_it_was(town: Town) -> None:
    originals = [photo(), photo(), video(), voice_note(), document()]
    assert all(traces_in(original) for original in originals)
    evidence = (
        lambda person: person.says(WORDS),
        lambda person: person.sends_photo(photo()),
        lambda person: person.sends_photo(photo(), caption="दूसरी ओर से"),
        lambda person: person.sends_video(video()),
        lambda person: person.sends_voice(voice_note()),
        lambda person: person.sends_document(document(), filename="Asha's list.pdf"),
    )
    town.citizen().tells(Story(evidence=evidence))

    thana = town.thana("ghazipur/zamania")
    thana.is_alerted()
    town.settles()
    tip = thana.opens_alert()
    files = thana.receives(5)
    assert WORDS in tip.text
    assert [traces_in(file) for file in files] == [[]] * 5
    kept = town.case(thana.number).tip.evidence
    assert [item.sha256_received for item in kept] == [_digest(file) for file in originals]
    assert [item.sha256_stored for item in kept] == [_digest(file) for file in files]
    assert all(item.removed for item in kept)


def test_who_opens_the_alert_at_once_gets_every_file_once(town: Town) -> None:
    """Files that the courier has not yet laid aside then come before those that it has."""
    shown = (lambda person: person.sends_album([photo()] * 5),)
    town.citizen().tells(Story(evidence=shown))
    thana = town.thana("ghazipur/zamania")
    thana.opens_alert()
    thana.receives(5)
    town.settles()
    captions = [message.text for message in thana.heard if message.media]
    assert sorted(captions) == [f"{thana.number} · {place}/5" for place in range(1, 6)]


def test_an_album_of_five_in_one_second_stays_together(town: Town) -> None:
    citizen = town.citizen()
    citizen.tells(Story(evidence=(lambda person: person.sends_album([photo()] * 5),)))
    assert [item.state for item in _evidence(town)] == ["kept"] * 5
    done = town.police_range.text("hi", "note.done")
    asked_and_thanked = [message for message in citizen.person.received if done in message.titles]
    assert len(asked_and_thanked) == 2


def test_a_file_that_fails_at_first_is_fetched_again(town: Town, expected_errors: set[str]) -> None:
    town.road.whatsapp.faults.fail_downloads()
    town.citizen().tells(Story(evidence=(lambda person: person.sends_photo(photo()),)))
    assert [item.state for item in _evidence(town)] == ["kept"]
    expected_errors.add("message_failed")


def test_a_file_that_is_gone_is_asked_for_again_and_the_tip_goes_on(town: Town) -> None:
    citizen = town.citizen()
    citizen.tells(Story(), until="evidence")
    town.road.whatsapp.faults.fail_media_lookups(404)
    citizen.person.sends_photo(photo())
    citizen.hears("note.lost")
    citizen.goes_on(Story())
    town.thana("ghazipur/zamania").opens_alert()
    town.thana("ghazipur/zamania").hears("officer.lost", count=1)


def test_a_file_that_cannot_be_cleaned_is_seen_by_nobody(town: Town) -> None:
    citizen, thana = town.citizen(), town.thana("ghazipur/zamania")
    citizen.tells(Story(), until="evidence")
    citizen.person.sends_document(locked_document())
    citizen.hears("note.quarantined")
    citizen.goes_on(Story())
    thana.opens_alert()
    thana.hears("officer.quarantined", count=1)
    town.settles()
    assert not thana.files
    [locked] = _evidence(town)
    assert _sealed_by(town, locked.key) == "ProtectedKey"


def test_pictures_of_women_and_children_stay_off_whatsapp(town: Town) -> None:
    shown = (lambda person: person.sends_photo(photo(), caption=WORDS),)
    town.citizen().tells(Story(category="molestation", evidence=shown))
    everybody = (town.thana("ghazipur/zamania"), town.sp("ghazipur"), town.dig)
    for officer in everybody:
        assert WORDS in officer.opens_alert().text
        officer.hears("officer.media_withheld", count=1)
    town.settles()
    assert not any(officer.files for officer in everybody)
    assert [item.state for item in _evidence(town)] == ["kept"]


def _evidence(town: Town) -> tuple[Evidence, ...]:
    """Of the tip that was filed last."""
    latest = max(town.cases().values(), key=lambda case: case.tip.filed_at)
    return latest.tip.evidence


def _sealed_by(town: Town, key: str) -> str:
    """The name of the key under which this file lies."""
    system = town.road.system
    head = system.cloud.client("s3").head_object(
        Bucket=bucket_of(town.road, "EvidenceBucket"), Key=key
    )
    named = {physical: logical for logical, physical in system.deployment.resources.items()}
    return named[head["SSEKMSKeyId"].rpartition("/")[2]][:-8]


def _digest(file: bytes) -> str:
    return sha256(file).hexdigest()
