"""Who hears of what superiors decide, of what the tipster adds, and of alerts that fail."""

from dataclasses import replace

import pytest

from satark.case import (
    ActionDetailed,
    AlertOpened,
    AlertProgressed,
    CaseMerged,
    CaseTransferred,
    DeadlinePassed,
    Happening,
    OfficerActed,
    OfficerAsked,
    OfficerAssigned,
    OfficerReported,
    TipExtended,
    TipsterRated,
)
from satark.message import Ask, OutboundMessage, Say, Show, Template, ToOfficer
from satark.roster import Officer
from satark.tip import Conflict, Evidence
from tests.samples import varanasi
from tests.unit.dispatch.stage import CASE, DIG, SHO, SP, about, ledger, said, to, to_tipster

CIRCLE = next(thana.parent for thana in varanasi().thanas if thana.id == "ghazipur/zamania")
CO = Officer("co", "C", "CO", f"circle:{CIRCLE}", "en")
NEIGHBOUR = Officer("neighbour", "Rai", "SHO", "thana:ghazipur/kotwali", "en")
OTHER_SP = Officer("other", "E", "SP", "district:jaunpur", "en")
EVERYONE = [SHO, CO, NEIGHBOUR, SP, OTHER_SP, DIG]
PHOTO = Evidence("image", "kept", key="kept/photo", mime="image/jpeg", size=9)


def heard(*happened: Happening, officers: list[Officer] = EVERYONE) -> dict[str, str]:
    """Each officer who hears of the last of these, and the first words of what they read."""
    found = dict[str, str]()
    for message in said(ledger(*happened), officers=officers):
        if isinstance(message.to, ToOfficer) and message.group not in found:
            found[message.group] = text(message)
    return found


def text(message: OutboundMessage) -> str:
    assert isinstance(message.content, Ask | Say)
    return message.content.body


def verbs(message: OutboundMessage) -> list[str]:
    content = message.content
    options = content.options if isinstance(content, Ask) else ()
    return [option.id.partition(":")[0] for option in options]


def test_an_assigned_officer_gets_the_whole_tip_and_the_others_hear_who_has_it() -> None:
    found = heard(OfficerAssigned("sp", "neighbour"))
    assert found.keys() == {"neighbour", "sho", "dig"}
    assert "Your office is to act" in found["neighbour"]
    assert found["sho"].startswith("📝 सूचना *4829-1376*\n*जाँच सौंपी गई:* (SP, ")
    assert found["sho"].endswith("\nSHO Rai, कोतवाली")


def test_the_assigned_officer_and_the_former_are_alerted_outside_the_window() -> None:
    messages = said(ledger(OfficerAssigned("sp", "neighbour")), officers=EVERYONE)
    alerted = {message.group for message in messages if message.template}
    assert alerted == {"neighbour", "sho"}


def test_a_second_assignment_relieves_the_first_officer_alone() -> None:
    found = heard(OfficerAssigned("sp", "neighbour"), OfficerAssigned("sp", "co"))
    assert found.keys() == {"co", "neighbour", "dig"}


def test_what_the_assigned_officer_does_is_told_above_and_what_others_do_to_the_officer() -> None:
    assigned = OfficerAssigned("sp", "neighbour")
    assert heard(assigned, OfficerActed("neighbour", "accepted")).keys() == {"sp", "dig"}
    assert heard(assigned, OfficerReported("sho", "मिला")).keys() == {"neighbour", "sp", "dig"}
    assert heard(assigned, OfficerActed("sp", "closed")).keys() == {"neighbour", "dig"}


def test_an_assigned_officer_who_leaves_or_is_suspended_leaves_the_case_to_the_sp() -> None:
    extended = (OfficerAssigned("sp", "neighbour"), TipExtended("और"))
    left = [officer for officer in EVERYONE if officer.id != "neighbour"]
    suspended = [*left, replace(NEIGHBOUR, suspended=True)]
    assert heard(*extended).keys() == {"neighbour", "sp"}
    assert heard(*extended, officers=left).keys() == {"sp"}
    assert heard(*extended, officers=suspended).keys() == {"sp"}


def test_the_sp_office_is_asked_to_assign_what_an_officer_hands_up() -> None:
    messages = said(ledger(OfficerActed("sho", "not_mine")), officers=EVERYONE)
    assert {message.group for message in messages} == {"sp", "dig"}
    [asked] = to(SP, messages)
    assert verbs(asked)[0] == "assign"
    assert asked.template == Template("tip_alert", "en", ("4829-1376",), (f"open:{CASE}",))
    [informed] = to(DIG, messages)
    assert isinstance(informed.content, Say)


def test_a_tip_on_the_district_is_handed_up_to_the_dig_office() -> None:
    tip = about(conflict=Conflict.DISTRICT)
    messages = said(ledger(OfficerActed("sho", "not_mine"), tip=tip), officers=EVERYONE)
    assert {message.group for message in messages} == {"dig"}
    assert verbs(messages[0])[0] == "assign"


def test_a_transferred_tip_is_the_other_sps_and_the_former_hear_where_it_went() -> None:
    found = heard(CaseTransferred("sp", "jaunpur"))
    assert found.keys() == {"other", "sho", "dig"}
    assert "Your office is to act" in found["other"]
    assert "\nजौनपुर" in found["sho"]
    assert "\nजौनपुर" in found["dig"]
    by_the_dig = heard(CaseTransferred("dig", "jaunpur"))
    assert by_the_dig.keys() == {"other", "sho", "sp"}


def test_whoever_has_lost_a_tip_opens_nothing_and_hears_no_more() -> None:
    moved = CaseTransferred("sp", "jaunpur")
    assert heard(moved, AlertOpened("sp")) == {}
    assert heard(moved, AlertOpened("sho")) == {}
    assert heard(moved, OfficerActed("other", "accepted")).keys() == {"dig"}
    assert heard(moved, AlertOpened("other")).keys() == {"other"}


def test_a_merged_tip_is_told_to_those_who_had_it_and_its_tipster_hears_no_number() -> None:
    found = heard(CaseMerged("sp", "55112233"))
    assert found.keys() == {"sho", "dig"}
    assert "5511-2233" in found["sho"]
    [update] = to_tipster(said(ledger(CaseMerged("sp", "55112233"))))
    assert update.content == Say(varanasi().text("hi", "update.merged"))


def test_a_question_goes_to_the_tipster_with_taps_that_name_it_alone() -> None:
    messages = said(ledger(OfficerAsked("sho", "ट्रक का रंग क्या है?")), officers=EVERYONE)
    assert {message.group for message in messages} == {"sp", "dig", "h1"}
    [asked] = to_tipster(messages)
    assert isinstance(asked.content, Ask)
    assert "ट्रक का रंग क्या है?" in asked.content.body
    assert [option.id for option in asked.content.options] == ["answer:e2", "decline:e2"]
    assert asked.template == Template(
        "tip_question", "hi", ("ट्रक का रंग क्या है?",), ("answer:e2", "decline:e2")
    )
    assert CASE not in repr((asked.content, asked.template))


def test_an_answer_goes_to_whoever_asked_and_whoever_acts() -> None:
    asked = OfficerAsked("sho", "रंग?")
    answer = TipExtended("लाल", answers="e2")
    found = heard(asked, answer)
    assert found.keys() == {"sho", "sp"}
    assert "*सूचना देने वाले का जवाब*" in found["sho"]
    assert found["sho"].endswith("\nरंग?\nलाल")
    by_the_dig = heard(OfficerAsked("dig", "रंग?"), answer)
    assert by_the_dig.keys() == {"sho", "sp", "dig"}


def test_an_asker_who_has_lost_the_tip_does_not_hear_the_answer() -> None:
    asked, moved = OfficerAsked("sho", "रंग?"), CaseTransferred("sp", "jaunpur")
    assert heard(asked, moved, TipExtended("लाल", answers="e2")).keys() == {"other"}


def test_what_the_tipster_adds_goes_to_whoever_acts_with_taps_and_to_the_sp() -> None:
    messages = said(ledger(TipExtended("कल भी", PHOTO)), officers=EVERYONE)
    [first, file] = to(SHO, messages)
    assert text(first).splitlines()[2] == "कल भी"
    assert verbs(first)[0] == "accepted"
    assert file.content == Show("kept/photo", "image", "image/jpeg", "4829-1376 · 1/1")
    assert {message.group for message in messages} == {"sho", "sp"}
    assert [message.template is not None for message in to(SP, messages)] == [True, False]


def test_the_thana_reads_no_minutes_of_what_the_tipster_added() -> None:
    found = heard(TipExtended("कल भी"))
    assert "16:00" in found["sho"]
    assert "16:07" in found["sp"]


def test_files_that_a_tipster_adds_on_women_and_children_are_not_sent() -> None:
    tip = about(category="molestation", answers=())
    messages = said(ledger(TipExtended("देखिए", PHOTO), tip=tip))
    assert [message for message in messages if isinstance(message.content, Show)] == []


def test_what_came_of_an_action_is_told_above_line_by_line() -> None:
    found = heard(ActionDetailed("sho", fir="12/2026", arrests=0, seizure=""))
    assert found["sp"].endswith("\nFIR: 12/2026\nArrests: 0\nSeized: nothing")
    assert heard(ActionDetailed("sho", arrests=2))["sp"].endswith("16:07)\nArrests: 2")


@pytest.mark.parametrize("what", [TipsterRated(helpful=True), AlertProgressed("sho", "read")])
def test_some_events_are_nobodys_news(what: Happening) -> None:
    assert said(ledger(what), officers=EVERYONE) == []


FAILED = AlertProgressed("sho", "failed", 131026)


def test_an_alert_that_fails_goes_to_the_next_officer_up_who_is_to_act() -> None:
    found = heard(FAILED)
    assert found.keys() == {"co"}
    assert found["co"].startswith("⚠️ Tip *4829-1376* did not reach SHO, Zamania on WhatsApp.")
    assert "🔔 *Tip 4829-1376*\n👮 Your office is to act." in found["co"]


def test_without_a_circle_officer_the_sp_is_to_act() -> None:
    messages = said(ledger(FAILED))
    assert {message.group for message in messages} == {"sp"}
    assert verbs(messages[0])[0] == "assign"


def test_it_goes_on_up_to_the_dig_office_and_ends_there() -> None:
    failing = [FAILED, AlertProgressed("co", "failed", 131026)]
    assert heard(*failing).keys() == {"sp"}
    failing.append(AlertProgressed("sp", "failed", 131049))
    assert heard(*failing).keys() == {"dig"}
    failing.append(AlertProgressed("dig", "failed", 131026))
    assert heard(*failing) == {}


def test_while_a_colleague_was_reached_the_next_up_only_hears() -> None:
    si = Officer("si", "S", "SI", SHO.office, "hi")
    messages = said(ledger(FAILED), officers=[SHO, si, SP, DIG])
    assert len(messages) == 1
    assert "Please see to it." in text(messages[0])
    assert "🔔" not in text(messages[0])


def test_an_assigned_officer_who_is_not_reached_leaves_it_to_the_office_above() -> None:
    failed = AlertProgressed("neighbour", "failed", 131026)
    assert heard(OfficerAssigned("sp", "neighbour"), failed).keys() == {"sp"}


def test_a_failed_alert_about_the_station_passes_nobody_of_the_station() -> None:
    tip = about(conflict=Conflict.STATION)
    failed = AlertProgressed("sp", "failed", 131026)
    messages = said(ledger(failed, tip=tip), officers=EVERYONE)
    assert {message.group for message in messages} == {"dig"}


LATE = [DeadlinePassed("accept", step) for step in (1, 2, 3)]


@pytest.mark.parametrize(
    ("step", "told", "says"),
    [
        (1, "sho", "कार्रवाई करने वाले कार्यालय को याद दिलाया गया।"),
        (2, "sp", "The office above was told."),
        (3, "dig", "परिक्षेत्र कार्यालय को बताया गया।"),
    ],
)
def test_when_a_deadline_passes_each_step_tells_one_office_and_no_other(
    step: int, told: str, says: str
) -> None:
    found = heard(*LATE[:step])
    assert found.keys() == {told}
    assert found[told].startswith("⏰ ")
    assert found[told].endswith(says)


def test_a_reminder_asks_for_action_and_says_outside_the_window_how_long_it_has_been() -> None:
    (reminder,) = to(SHO, said(ledger(*LATE[:1]), officers=EVERYONE))
    assert "accepted" in verbs(reminder)
    payloads = (f"open:{CASE}",)
    assert reminder.template == Template("tip_reminder", "hi", ("4829-1376", "1"), payloads)
    (passed_up,) = to(SP, said(ledger(*LATE[:2]), officers=EVERYONE))
    assert {"assign", "transfer"} <= set(verbs(passed_up))
    assert passed_up.template
    assert passed_up.template.name == "tip_alert"


@pytest.mark.parametrize("conflict", [Conflict.STATION, Conflict.DISTRICT])
def test_a_deadline_tells_nobody_whom_the_tip_is_about(conflict: Conflict) -> None:
    barred = {"sho", "co", "neighbour"} | ({"sp"} if conflict is Conflict.DISTRICT else set())
    for step in (1, 2, 3):
        events = ledger(*LATE[:step], tip=about(conflict=conflict))
        groups = {message.group for message in said(events, officers=EVERYONE)}
        assert groups
        assert not groups & barred


def test_a_tip_that_is_read_again_says_that_it_is_late() -> None:
    (whole, *_) = to(SHO, said(ledger(*LATE[:2], AlertOpened("sho")), officers=EVERYONE))
    assert text(whole).count("*तय समय में स्वीकार नहीं हुई* (") == 2


def test_the_tipster_is_not_written_to_about_a_deadline() -> None:
    for step in (1, 2, 3):
        assert to_tipster(said(ledger(*LATE[:step]), officers=EVERYONE)) == []
