"""From "Hi" to the officer's report and back."""

import pytest

from satark.case import AlertOpened, AlertProgressed, OfficerActed, OfficerReported, TipFiled
from tests.journey.phone_files import photo, traces_in
from tests.journey.town import Town
from tests.telling import Story

IN_HINDI = Story(place="पुल के पास वाली गली में")
IN_ENGLISH = Story(
    language="en",
    category="mining",
    district="chandauli",
    thana="chandauli/mughalsarai",
    place="Behind the brick kiln",
)


@pytest.mark.parametrize("story", [IN_HINDI, IN_ENGLISH], ids=["Hindi", "English"])
def test_a_tip_goes_all_the_way_and_its_news_come_back(town: Town, story: Story) -> None:
    citizen = town.citizen()
    citizen.tells(story)
    assert len(citizen.receipt.replace(" ", "")) == 16
    thana, sp, dig = town.thana(story.thana or ""), town.sp(story.district), town.dig

    for officer in (thana, sp, dig):
        officer.opens_alert()
        assert story.place in officer.heard[1].text
    assert town.told == {f"thana:{story.thana}", f"district:{story.district}", "range:varanasi"}

    thana.accepts()
    citizen.hears("update.accepted")

    thana.reports(photo=photo())
    citizen.hears("update.action_taken")
    for officer in (sp, dig):
        officer.hears("officer.done.reported")
        assert [traces_in(file) for file in officer.receives(1)] == [[]]


def test_the_case_tells_the_whole_story(town: Town) -> None:
    town.citizen().tells(Story())
    thana = town.thana("ghazipur/zamania")
    thana.opens_alert()
    thana.accepts()
    thana.reports("दो लोग पकड़े गए")
    town.settles()

    happened = town.happened(thana.number)
    deeds = [type(what) for what in happened if not isinstance(what, AlertProgressed)]
    assert deeds == [TipFiled, AlertOpened, OfficerActed, OfficerReported]
    assert town.case(thana.number).status == "action_taken"

    progress = [what for what in happened if isinstance(what, AlertProgressed)]
    delivered = {what.officer_id for what in progress if what.state == "delivered"}
    read = {what.officer_id for what in progress if what.state == "read"}
    assert len(delivered) == 3
    assert len(read) == 1
