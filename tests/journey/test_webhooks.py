"""Meta delivers webhooks again, at the same moment, and out of order; nobody may notice."""

from satark.case import OfficerActed, OfficerReported
from tests.journey.phone_files import photo, voice_note
from tests.journey.town import Town
from tests.telling import Story, go_on

QUEUES = ("TipsLineQueue", "OfficersLineQueue", "TipsterOutboxQueue", "OfficerOutboxQueue")


def test_what_is_delivered_twice_at_once_happens_once(town: Town) -> None:
    citizen, thana = town.citizen(), town.thana("ghazipur/zamania")
    filed = len(town.cases())
    town.road.whatsapp.faults.duplicate_webhooks(times=1000)
    citizen.tells(Story(evidence=(lambda person: person.sends_photo(photo()),)))
    thana.opens_alert()
    thana.accepts()
    thana.reports("दो लोग पकड़े गए")
    town.settles()

    assert len(town.cases()) == filed + 1
    sent = [message for message in citizen.person.messages if not message.by_business]
    updates = 2
    assert len(citizen.person.received) == len(sent) + updates
    happened = [what.kind for what in town.happened(thana.number)]
    assert happened.count("file_labelled") == 1
    at_their_own_pace = {"alert_progressed", "file_labelled"}
    kinds = [kind for kind in happened if kind not in at_their_own_pace]
    assert kinds == ["tip_filed", "alert_opened", "officer_acted", "officer_reported"]


def test_what_is_delivered_again_after_days_changes_nothing(town: Town) -> None:
    """The same bytes at the door, and every message once more in its queue."""
    webhooks, queued = len(town.road.whatsapp.deliveries), len(town.road.system.cloud.messages())
    citizen, thana = town.citizen(), town.thana("ghazipur/zamania")
    citizen.tells(Story(evidence=(lambda person: person.sends_photo(photo()),)))
    thana.opens_alert()
    thana.accepts()
    thana.reports(photo=photo())
    town.settles()
    before = town.deeds(), citizen.person.transcript(), len(thana.heard)

    town.passes(hours=49)
    for delivery in town.road.whatsapp.deliveries[webhooks:]:
        town.road.whatsapp.redelivers(delivery)
    town.settles()
    town.brings_again(*QUEUES, since=queued)
    town.settles()

    assert (town.deeds(), citizen.person.transcript(), len(thana.heard)) == before


def test_evidence_that_arrives_in_reverse_stays_together(town: Town) -> None:
    citizen = town.citizen()
    citizen.tells(Story(), until="evidence")
    with town.road.whatsapp.reversed_order():
        citizen.person.says("पहला")
        citizen.person.says("दूसरा")
        citizen.person.sends_photo(photo())
        citizen.person.sends_voice(voice_note())
    town.settles()
    citizen.chooses(town.police_range.text("hi", "note.done"))
    go_on(citizen.person, town.police_range, Story())
    thana = town.thana("ghazipur/zamania")
    thana.opens_alert()
    tip = town.case(thana.number).tip
    assert set(tip.statements) == {"पहला", "दूसरा"}
    assert {item.media for item in tip.evidence} == {"image", "audio"}


def test_news_never_go_back_where_an_officers_words_overtake_each_other(town: Town) -> None:
    citizen, thana = town.citizen(), town.thana("ghazipur/zamania")
    citizen.tells(Story())
    tip = thana.opens_alert()
    with town.road.whatsapp.reversed_order():
        thana.person.taps(tip.options[0].id, of=tip)
        thana.person.says("दो लोग पकड़े गए", quoting=tip)
    town.settles()

    kinds = [type(what) for what in town.happened(thana.number)]
    assert kinds.index(OfficerReported) < kinds.index(OfficerActed)
    citizen.hears("update.action_taken")
    assert len(citizen.person.news) == 2, "the receipt and one update"
