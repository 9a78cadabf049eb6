"""What is written under a file that comes later makes a tip more urgent, and the SP reads why."""

from satark.case import FileLabelled, LevelRaised
from tests.journey.phone_files import photo
from tests.journey.town import Town
from tests.telling import Story


def test_words_under_a_later_photo_raise_the_level_for_those_who_heard_of_the_tip(
    town: Town,
) -> None:
    citizen, thana = town.citizen(), town.thana("ghazipur/zamania")
    citizen.tells(Story())
    sp = town.sp("ghazipur")
    for officer in (thana, sp):
        officer.opens_alert()
    thana.accepts()
    update = citizen.hears("update.accepted")
    citizen.person.sends_photo(photo(), caption="यहाँ गोली चली", quoting=update)
    citizen.hears("filed.added")

    words = town.police_range.text("hi", "lexicon.shooting.name")
    sp.waits_for(lambda message: message.text.startswith("📝") and words in message.text)
    town.settles()
    happened = town.happened(thana.number)
    [labelled] = [what for what in happened if isinstance(what, FileLabelled)]
    assert (labelled.by, labelled.labels) == ("rules", ("lexicon.shooting",))
    [raised] = [what for what in happened if isinstance(what, LevelRaised)]
    assert raised.sensitivity.level == "sensitive"
    assert not any("🔎" in message.text for message in thana.heard)
