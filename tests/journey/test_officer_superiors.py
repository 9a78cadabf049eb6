"""The SP office gives a case to somebody, and sends it away."""

from local.whatsapp import Message
from satark.case import CaseMerged, CaseTransferred, OfficerActed, OfficerAssigned
from tests.journey.actors import Officer
from tests.journey.town import Town
from tests.telling import Story

ZAMANIA = Story(thana="ghazipur/zamania")


def chooses(officer: Officer, start: str, *, of: Message) -> Message:
    """Tap the option whose id or title begins so; gives what comes next about the tip."""
    found = [each for each in of.options if each.id.startswith(start) or each.title == start]
    officer.person.taps(found[0].id, of=of)
    return officer.person.waits_for(officer.number)


def test_the_sp_office_assigns_by_tapping_a_name_and_the_former_officer_hears(town: Town) -> None:
    thana, sp = town.reads(ZAMANIA)
    other = town.thana("ghazipur/saidpur")
    offered = chooses(sp, f"assign:{sp.number.replace('-', '')}", of=sp.tip)
    given = next(each for each in offered.options if each.title == f"SHO {other.person.name}")
    sp.person.taps(given.id, of=offered)
    other.opens_alert()
    other.hears("officer.duty_act")
    thana.waits_for(lambda message: "जाँच सौंपी गई" in message.text)
    other.accepts()
    town.settles()
    thana.acts("accepted")
    thana.hears("officer.moved")
    happened = town.happened(sp.number)
    assert [type(what) for what in happened if isinstance(what, OfficerAssigned)] == [
        OfficerAssigned
    ]
    assert [what.action for what in happened if isinstance(what, OfficerActed)] == ["accepted"]


def test_not_mine_goes_back_to_the_sp_office_with_names_to_tap(town: Town) -> None:
    thana, sp = town.reads(ZAMANIA)
    thana.acts("not_mine")
    asked = sp.waits_for(
        lambda message: any(each.id.startswith("assign:") for each in message.options)
    )
    assert thana.number in asked.text


def test_a_transferred_case_is_the_other_districts(town: Town) -> None:
    _, sp = town.reads(ZAMANIA)
    offered = chooses(sp, f"transfer:{sp.number.replace('-', '')}", of=sp.tip)
    chooses(sp, f"send:{sp.number.replace('-', '')}:jaunpur", of=offered)
    other = town.sp("jaunpur")
    other.opens_alert()
    other.hears("officer.duty_act")
    other.accepts()
    town.settles()
    sp.acts("accepted")
    sp.hears("officer.moved")
    assert any(isinstance(what, CaseTransferred) for what in town.happened(sp.number))


def test_a_duplicate_is_joined_to_the_tip_whose_number_is_written(town: Town) -> None:
    _, sp = town.reads(ZAMANIA)
    first = sp.number
    town.citizen().tells(ZAMANIA)
    sp.is_told()
    second = sp.number
    chooses(sp, f"duplicate:{second.replace('-', '')}", of=sp.tip)
    sp.person.says(first)
    sp.hears("officer.merged", number=second, into=first)
    town.settles()
    assert town.happened(second)[-1] == CaseMerged(
        next(w.by for w in town.happened(second) if isinstance(w, CaseMerged)),
        first.replace("-", ""),
    )
