"""An action told in full, a question asked, a report that waits for its tip, what is pending."""

from satark.case import ActionDetailed, OfficerAsked, OfficerReported
from tests.journey.actors import Officer
from tests.journey.town import Town
from tests.telling import Story

ZAMANIA = Story(thana="ghazipur/zamania")


def reading(town: Town, story: Story = ZAMANIA) -> Officer:
    town.citizen().tells(story)
    thana = town.thana(str(story.thana))
    thana.opens_alert()
    town.settles()
    return thana


def test_an_action_is_told_in_full_and_each_part_is_on_the_case(town: Town) -> None:
    thana = reading(town)
    thana.acts("action_taken")
    for words, asked in (("12/2026", "ask_arrests"), ("2", "ask_seizure"), ("हाँ", "ask_seized")):
        thana.person.says(words)
        thana.hears(f"officer.{asked}")
    thana.person.says("40 पेटी शराब")
    thana.hears("officer.ask_evidence")
    thana.person.says("दो लोग पकड़े गए")
    thana.hears("officer.recorded_more")
    thana.person.says("हो गया")
    thana.hears("officer.details_done")
    told = [what for what in town.happened(thana.number) if isinstance(what, ActionDetailed)]
    assert [(what.fir, what.arrests, what.seizure) for what in told] == [
        ("12/2026", None, None),
        (None, 2, None),
        (None, None, "40 पेटी शराब"),
    ]


def test_a_question_is_refused_with_the_reason_or_reaches_the_tipster(town: Town) -> None:
    citizen = town.citizen()
    citizen.tells(ZAMANIA)
    thana = town.thana("ghazipur/zamania")
    thana.opens_alert()
    town.settles()
    thana.acts("ask")
    thana.person.says("आपका नाम क्या है?")
    thana.hears("officer.question_name")
    thana.person.says("ट्रक किस रंग का है?")
    thana.hears("officer.question_sent")
    asked = citizen.person.waits_for("ट्रक किस रंग का है?")
    assert [option.id.partition(":")[0] for option in asked.options] == ["answer", "decline"]
    happened = [what for what in town.happened(thana.number) if isinstance(what, OfficerAsked)]
    assert [what.words for what in happened] == ["ट्रक किस रंग का है?"]


def test_a_report_without_its_tip_is_filed_when_the_tip_is_tapped(town: Town) -> None:
    thana = reading(town)
    first = thana.number
    town.citizen().tells(ZAMANIA)
    thana.is_told()
    thana.person.says("मौके पर कोई नहीं मिला")
    asked = thana.hears("officer.which_tip")
    [option] = [each for each in asked.options if each.title == first]
    thana.person.taps(option.id, of=asked)
    thana.hears("officer.recorded", number=first)
    reports = [what for what in town.happened(first) if isinstance(what, OfficerReported)]
    assert [what.words for what in reports] == ["मौके पर कोई नहीं मिला"]


def test_pending_lists_the_open_tips(town: Town) -> None:
    thana = reading(town, Story(district="chandauli", thana="chandauli/mughalsarai"))
    thana.person.says("लंबित")
    listed = thana.waits_for(lambda message: "📋" in message.text)
    assert [option.title for option in listed.options] == [thana.number]
