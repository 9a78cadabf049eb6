"""How an officer's report finds its tip."""

from satark.case import OfficerActed, OfficerReported
from tests.journey.town import Town
from tests.telling import Story

SAIDPUR = Story(thana="ghazipur/saidpur")


def test_of_two_open_tips_a_report_finds_its_own_or_the_officer_is_asked(town: Town) -> None:
    thana = town.thana("ghazipur/saidpur")
    for reads in (thana.opens_alert, thana.is_told):
        town.citizen().tells(SAIDPUR)
        reads()
    first, second = thana.tips
    town.settles()

    before = town.deeds()
    thana.person.says("मौके पर कोई नहीं मिला")
    thana.hears("officer.which_tip")
    assert town.deeds() == before

    thana.person.says("पहली जगह देखी", quoting=thana.tips[first])
    thana.person.waits_for(first)
    thana.person.says(f"{second} पर छापा मारा")
    thana.person.waits_for(second)
    thana.acts("action_taken")
    assert _reports(town, first) == ["पहली जगह देखी"]
    assert _reports(town, second) == [f"{second} पर छापा मारा"]
    assert isinstance(town.happened(second)[-1], OfficerActed)


def test_with_one_open_tip_a_report_needs_no_clue(town: Town) -> None:
    town.citizen().tells(Story(district="jaunpur", thana="jaunpur/shahganj"))
    thana = town.thana("jaunpur/shahganj")
    thana.opens_alert()
    thana.person.says("मौके पर कोई नहीं मिला")
    thana.hears("officer.recorded")
    assert town.happened(thana.number)[-1].kind == "officer_reported"


def test_an_unknown_number_gets_a_polite_answer_and_changes_nothing(town: Town) -> None:
    town.citizen().tells(SAIDPUR)
    thana = town.thana("ghazipur/saidpur")
    thana.opens_alert()
    town.settles()
    before = town.deeds()
    stranger = town.outsider()
    stranger.person.says(f"{thana.number} पर कार्रवाई की गई")
    stranger.hears("officer.unknown")
    town.settles()
    assert town.deeds() == before
    assert len(stranger.heard) == 1


def _reports(town: Town, number: str) -> list[str]:
    return [what.words for what in town.happened(number) if isinstance(what, OfficerReported)]
