"""A tipster who comes back: asks, adds, answers, stops, and says whether it helped."""

from satark.case import CaseEvent, OfficerAsked, TipExtended, TipsterRated
from satark.taps import ANSWER
from tests.journey.actors import Citizen, Officer
from tests.journey.phone_files import photo, traces_in, voice_note
from tests.journey.town import Town
from tests.telling import Story, step_of

STORY = Story(district="chandauli", thana="chandauli/kotwali")


def test_the_receipt_tells_how_it_stands_from_another_phone_too(town: Town) -> None:
    citizen, thana = told(town)
    elsewhere = town.citizen("Ravi")
    for phone in (citizen, elsewhere):
        asks(phone, citizen.receipt)
        phone.hears("update.received")
    thana.accepts()
    town.settles()
    asks(elsewhere, citizen.receipt.replace(" ", ""))
    elsewhere.hears("update.accepted")
    asks(elsewhere, "1234 5678 9012 3456")
    elsewhere.hears("filed.unknown")


def test_more_is_added_by_code_and_reaches_the_officer(town: Town) -> None:
    citizen, thana = told(town)
    asks(citizen, citizen.receipt)
    citizen.hears("filed.offer")
    taps(citizen, "filed:add")
    citizen.hears("filed.adding")
    citizen.person.says("आज फिर दो ट्रक आए")
    citizen.hears("filed.added")
    citizen.person.sends_voice(voice_note())
    citizen.hears("filed.added")
    taps(citizen, "filed:done")
    citizen.hears("filed.thanks")
    town.settles()

    words, voice = added(town, thana.number)
    assert words.words == "आज फिर दो ट्रक आए"
    assert voice.evidence
    assert voice.evidence.state == "kept"
    thana.waits_for(lambda message: "आज फिर दो ट्रक आए" in message.text)


def test_a_quoted_update_takes_a_photo_without_its_traces(town: Town) -> None:
    citizen, thana = told(town)
    thana.accepts()
    update = citizen.hears("update.accepted")
    citizen.person.sends_photo(photo(), quoting=update)
    citizen.hears("filed.added")
    town.settles()
    [addition] = added(town, thana.number)
    assert addition.evidence
    assert addition.evidence.removed
    assert [traces_in(file) for file in thana.files] == [[]]


def test_a_tipster_answers_late_from_a_template(town: Town) -> None:
    citizen, thana = told(town)
    town.settles()
    town.passes(hours=30)
    thana.acts("ask")
    thana.person.says("ट्रक का रंग क्या है?")
    thana.hears("officer.question_sent")
    asked = question(town, thana.number)
    told_so = citizen.person.waits_for(lambda message: message.template == "tip_question")
    citizen.person.taps(f"{ANSWER}:{asked.id}", of=told_so)
    citizen.hears("filed.answering")
    citizen.person.says("नहीं मालूम, शायद लाल")
    citizen.hears("filed.added")
    citizen.person.says("बस")
    citizen.hears("filed.thanks")
    town.settles()
    assert [(what.words, what.answers) for what in added(town, thana.number)] == [
        ("नहीं मालूम, शायद लाल", asked.id)
    ]


def test_whether_it_helped_is_asked_once_and_counted_once(town: Town) -> None:
    citizen, thana = told(town)
    thana.acts("nothing_found")
    closed = citizen.hears("update.closed")
    assert [option.id for option in closed.options] == ["helpful:yes", "helpful:no"]
    for option in ("helpful:no", "helpful:yes"):
        citizen.person.taps(option, of=closed)
        citizen.hears("filed.rated")
    town.settles()
    happened = town.happened(thana.number)
    assert [what for what in happened if isinstance(what, TipsterRated)] == [
        TipsterRated(helpful=False)
    ]


def test_stop_deletes_the_draft_and_every_address_and_no_news_come_any_more(town: Town) -> None:
    citizen, thana = told(town)
    number = thana.number
    told(town)
    asks(citizen, "Hi")
    citizen.person.says("एक और बात")
    citizen.person.waits_for(1)
    citizen.person.says("रोको")
    citizen.hears("note.stopped")
    town.settles()
    assert [reachable(town, each) for each in (number, thana.number)] == [False, True]

    heard = len(citizen.person.received)
    for each in (number, thana.number):
        thana.person.taps(thana.tips[each].options[0].id, of=thana.tips[each])
    town.settles()
    assert town.case(number).status == "accepted"
    assert len(citizen.person.received) == heard
    citizen.person.says("Hi")
    assert step_of(citizen.person.waits_for(1)) == "language"


def test_the_language_changes_in_the_middle_and_the_draft_stays(town: Town) -> None:
    citizen = town.citizen()
    citizen.tells(STORY, until="when")
    citizen.person.says("english")
    citizen.language = "en"
    citizen.hears("step.when.text")
    citizen.goes_on(Story(language="en"))
    assert citizen.receipt


def test_happening_now_brings_112_first(town: Town) -> None:
    citizen = town.citizen()
    citizen.tells(STORY, until="when")
    citizen.person.taps("when=now")
    citizen.hears("note.danger")


def told(town: Town) -> tuple[Citizen, Officer]:
    """A citizen whose tip is read at its thana."""
    citizen, thana = town.citizen(), town.thana("chandauli/kotwali")
    citizen.tells(STORY)
    thana.is_told() if thana.tips else thana.opens_alert()
    return citizen, thana


def asks(citizen: Citizen, words: str) -> None:
    citizen.person.says(words)
    citizen.person.waits_for(1)


def question(town: Town, number: str) -> CaseEvent:
    [asked] = [each for each in town.case(number).events if isinstance(each.what, OfficerAsked)]
    return asked


def reachable(town: Town, number: str) -> bool:
    """Whether the vault still leads to this tip's tipster."""
    tables = town.road.system.deployment.of_type("AWS::DynamoDB::Table")
    [vault] = [name for logical, name in tables.items() if logical[:-8] == "StoresVault"]
    key = {"handle": {"S": town.case(number).filed.handle}}
    answer = town.road.system.cloud.client("dynamodb").get_item(TableName=vault, Key=key)
    return "Item" in answer


def taps(citizen: Citizen, option: str) -> None:
    citizen.person.taps(option)


def added(town: Town, number: str) -> list[TipExtended]:
    return [what for what in town.happened(number) if isinstance(what, TipExtended)]
