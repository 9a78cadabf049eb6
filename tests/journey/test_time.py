"""What a day's silence changes, and what it does not."""

from tests.journey.town import Town
from tests.telling import Story, step_of


def test_news_come_as_words_inside_the_window_and_as_a_template_outside(town: Town) -> None:
    citizen, thana = town.citizen(), town.thana("ghazipur/zamania")
    citizen.tells(Story())
    thana.opens_alert()
    thana.accepts()
    assert not citizen.hears("update.accepted").template
    town.passes(hours=25)
    thana.acts("action_taken")
    assert citizen.hears("update.action_taken").template == "tip_update"


def test_a_draft_outlives_23_idle_hours_and_not_25(town: Town) -> None:
    citizen = town.citizen()
    citizen.tells(Story(), until="district")
    town.passes(hours=23)
    citizen.person.says("madad")
    assert step_of(citizen.person.waits_for(1)) == "district"
    town.passes(hours=25)
    citizen.person.says("2")
    assert step_of(citizen.person.waits_for(1)) == "language"
