"""Assigning, transferring and merging, by the SP and DIG offices, with taps."""

from dataclasses import replace

import pytest

from satark.case import (
    CaseMerged,
    CaseTransferred,
    OfficerActed,
    OfficerAssigned,
    OfficerReported,
)
from satark.chain import below
from satark.message import Ask, Tap
from satark.roster import Officer
from satark.tip import Conflict
from tests.fakes import RosterList
from tests.samples import TIP, varanasi
from tests.unit.officer_reply.reading_back import body, only, taps, text, titles
from tests.unit.officer_reply.station import (
    EVERYONE,
    ONE,
    OTHER_SP,
    SHO,
    SP,
    THREE,
    TWO,
    Station,
    message,
)

TOLD = ("sho", "sp", "dig")
NUMBER = "4829-1376"


def station(*officers: Officer, conflict: Conflict = Conflict.NONE) -> Station:
    found = Station(roster=RosterList(list(officers or EVERYONE)))
    return found.file(ONE, TWO, tip=replace(TIP, conflict=conflict), told=TOLD)


def test_the_sp_office_is_offered_everyone_in_the_district_the_nearest_first() -> None:
    desk = station()
    replies = desk.receive(message(Tap(f"assign:{ONE}", ""), by="sp"))
    assert taps(replies) == [f"give:{ONE}:{who}" for who in ("sho", "sp", "neighbour")]
    assert titles(replies) == ["SHO प्रभारी", "SP Office", "SHO Rai"]
    assert body(replies) == text("assign_whom", "en", number=NUMBER)
    content = only(replies).content
    assert isinstance(content, Ask)
    assert [option.description for option in content.options] == ["Zamania", "Ghazipur", "Kotwali"]


def test_a_tap_on_a_name_gives_that_officer_the_case() -> None:
    desk = station()
    replies = desk.receive(message(Tap(f"give:{ONE}:neighbour", ""), by="sp"))
    assert desk.recorded(ONE) == [OfficerAssigned("sp", "neighbour")]
    assert body(replies) == text("assigned", "en", number=NUMBER, officer="SHO Rai, Kotwali")
    assert taps(replies)[0] == f"assign:{ONE}"


def test_whoever_has_the_case_is_not_offered_again_and_may_be_replaced() -> None:
    desk = station()
    desk.receive(message(Tap(f"give:{ONE}:neighbour", ""), by="sp"))
    desk.receive(message(Tap(f"give:{ONE}:neighbour", ""), by="sp", ref="m2"))
    offered = desk.receive(message(Tap(f"assign:{ONE}", ""), by="sp", ref="m3"))
    assert taps(offered) == [f"give:{ONE}:sho", f"give:{ONE}:sp"]
    desk.receive(message(Tap(f"give:{ONE}:sho", ""), by="dig", ref="m4"))
    assert desk.recorded(ONE) == [OfficerAssigned("sp", "neighbour"), OfficerAssigned("dig", "sho")]


def test_more_than_ten_names_go_over_pages_that_miss_nobody() -> None:
    offices = below("ghazipur", varanasi())
    many = [Officer(f"o{n}", f"N{n}", "SI", office, "hi") for n, office in enumerate(offices)]
    desk = station(*many, SP)
    desk.file(THREE, told=TOLD)
    seen, turn = list[str](), f"assign:{THREE}"
    for number in range(20):
        replies = desk.receive(message(Tap(turn, ""), by="sp", ref=f"p{number}"))
        assert len(taps(replies)) <= 10
        seen += [id_ for id_ in taps(replies) if id_.startswith("give:")]
        if titles(replies)[-1] != text("next_page", "en"):
            break
        turn = taps(replies)[-1]
    assert sorted(seen) == sorted(f"give:{THREE}:{each.id}" for each in (*many, SP))
    back = taps(replies)[-1]
    assert back == f"assign:{THREE}:{number - 1}"


@pytest.mark.parametrize(
    ("conflict", "able"),
    [(Conflict.STATION, ["sp", "neighbour"]), (Conflict.DISTRICT, [])],
)
def test_nobody_of_the_unit_that_a_tip_is_about_is_offered_or_taken(
    conflict: Conflict, able: list[str]
) -> None:
    desk = station(conflict=conflict)
    replies = desk.receive(message(Tap(f"assign:{ONE}", ""), by="dig"))
    assert taps(replies) == [f"give:{ONE}:{who}" for who in able]
    if not able:
        assert body(replies) == text("assign_nobody", number=NUMBER)
    refused = desk.receive(message(Tap(f"give:{ONE}:sho", ""), by="dig", ref="m2"))
    assert body(refused) == text("assign_barred", number=NUMBER)
    assert desk.recorded(ONE) == []


def test_neither_a_suspended_officer_nor_one_of_another_district_is_given_a_case() -> None:
    suspended = replace(SHO, suspended=True)
    desk = station(suspended, SP, OTHER_SP)
    offered = desk.receive(message(Tap(f"assign:{ONE}", ""), by="sp"))
    assert taps(offered) == [f"give:{ONE}:sp"]
    for number, who in enumerate(("sho", "other", "gone")):
        replies = desk.receive(message(Tap(f"give:{ONE}:{who}", ""), by="sp", ref=f"g{number}"))
        assert body(replies) == text("assign_barred", "en", number=NUMBER)
    assert desk.recorded(ONE) == []


@pytest.mark.parametrize("verb", ["assign", "give", "transfer", "send", "duplicate", "merge"])
def test_only_the_offices_above_may_do_so(verb: str) -> None:
    desk = station()
    replies = desk.receive(message(Tap(f"{verb}:{ONE}:neighbour", "")))
    assert body(replies) == text("superiors_only")
    assert desk.recorded(ONE) == []


def test_a_case_goes_to_another_district_by_a_tap() -> None:
    desk = station()
    offered = desk.receive(message(Tap(f"transfer:{ONE}", ""), by="sp"))
    assert taps(offered) == [f"send:{ONE}:jaunpur", f"send:{ONE}:chandauli"]
    assert titles(offered) == ["Jaunpur", "Chandauli"]
    replies = desk.receive(message(Tap(f"send:{ONE}:jaunpur", ""), by="sp", ref="m2"))
    assert desk.recorded(ONE) == [CaseTransferred("sp", "jaunpur")]
    assert body(replies) == text("transferred", "en", number=NUMBER, district="Jaunpur")
    assert taps(replies) == []


def test_the_former_sp_loses_the_case_and_may_still_add_what_was_found() -> None:
    desk = station()
    desk.receive(message(Tap(f"send:{ONE}:jaunpur", ""), by="sp"))
    for number, id_ in enumerate((f"accepted:{ONE}", f"assign:{ONE}", f"ask:{ONE}")):
        replies = desk.receive(message(Tap(id_, ""), by="sp", ref=f"t{number}"))
        assert body(replies) == text("moved", "en", number=NUMBER)
    opened = desk.receive(message(Tap(f"open:{ONE}", ""), by="sp", ref="t4"))
    assert body(opened) == text("moved_away", "en", number=NUMBER)
    report = desk.receive(message(f"{NUMBER} seen there", by="sp", ref="t5"))
    assert body(report) == text("recorded", "en", number=NUMBER)
    assert taps(report) == []
    assert desk.recorded(ONE)[1:] == [OfficerReported("sp", f"{NUMBER} seen there")]


def test_the_other_sp_decides_on_a_transferred_case() -> None:
    desk = station()
    desk.receive(message(Tap(f"send:{ONE}:jaunpur", ""), by="sp"))
    desk.tell("other", ONE, "told-other", desk.case(ONE).tip.filed_at)
    replies = desk.receive(message(Tap(f"accepted:{ONE}", ""), by="other", ref="m2"))
    assert body(replies) == text("how_to_report", "en", number=NUMBER)
    barred = desk.receive(message(Tap(f"send:{ONE}:jaunpur", ""), by="other", ref="m3"))
    assert body(barred) == text("transfer_barred", "en", number=NUMBER)


def test_a_tip_about_a_district_never_comes_back_to_it() -> None:
    desk = station(conflict=Conflict.DISTRICT)
    desk.receive(message(Tap(f"send:{ONE}:jaunpur", ""), by="dig"))
    offered = desk.receive(message(Tap(f"transfer:{ONE}", ""), by="dig", ref="m2"))
    assert taps(offered) == [f"send:{ONE}:chandauli"]
    refused = desk.receive(message(Tap(f"send:{ONE}:ghazipur", ""), by="dig", ref="m3"))
    assert body(refused) == text("transfer_barred", number=NUMBER)
    assert desk.recorded(ONE) == [CaseTransferred("dig", "jaunpur")]


def test_a_superior_whose_the_tip_is_not_is_asked_for_the_district() -> None:
    desk = station()
    replies = desk.receive(message(f"Not mine {NUMBER}", by="sp"))
    assert body(replies) == text("transfer_where", "en", number=NUMBER)
    assert desk.recorded(ONE) == []


def test_a_duplicate_is_chosen_among_the_open_tips_those_of_its_kind_first() -> None:
    desk = station()
    other_kind = replace(TIP, category="drugs", answers=())
    desk.file(THREE, tip=other_kind, told=TOLD)
    offered = desk.receive(message(Tap(f"duplicate:{ONE}", ""), by="sp"))
    assert taps(offered) == [f"merge:{ONE}:{TWO}", f"merge:{ONE}:{THREE}"]
    replies = desk.receive(message(Tap(f"merge:{ONE}:{TWO}", ""), by="sp", ref="m2"))
    assert desk.recorded(ONE) == [CaseMerged("sp", TWO)]
    assert desk.case(ONE).status == "closed"
    assert desk.case(TWO).open
    assert body(replies) == text("merged", "en", number=NUMBER, into="5511-2233")


def test_or_by_writing_the_others_number() -> None:
    desk = station()
    desk.receive(message(Tap(f"duplicate:{ONE}", ""), by="sp"))
    desk.receive(message("it is 5511-2233", by="sp", ref="m2"))
    assert desk.recorded(ONE) == [CaseMerged("sp", TWO)]
    assert desk.recorded(TWO) == []


def test_a_tip_is_joined_to_no_closed_unknown_or_own_tip_and_it_asks_again() -> None:
    desk = station()
    desk.receive(message(Tap(f"closed:{TWO}", ""), by="sp", ref="m0"))
    desk.receive(message(Tap(f"duplicate:{ONE}", ""), by="sp"))
    for number, other in enumerate((TWO, ONE, "12345678")):
        replies = desk.receive(message(other, by="sp", ref=f"n{number}"))
        assert body(replies) == text("merge_barred", "en", number=NUMBER)
    assert desk.recorded(ONE) == []


def test_a_closed_tip_is_neither_given_nor_sent_nor_joined() -> None:
    desk = station()
    desk.receive(message(Tap(f"closed:{ONE}", ""), by="sp", ref="m0"))
    for verb in ("assign", "give", "transfer", "send", "duplicate", "merge"):
        replies = desk.receive(message(Tap(f"{verb}:{ONE}:{TWO}", ""), by="sp", ref=verb))
        assert body(replies) == text("already_closed", "en", number=NUMBER)
    assert desk.recorded(ONE) == [OfficerActed("sp", "closed")]


def test_only_whoever_holds_an_assigned_case_and_the_offices_above_act_on_it() -> None:
    desk = station()
    desk.tell("neighbour", ONE, "told-neighbour", desk.case(ONE).tip.filed_at)
    desk.receive(message(Tap(f"give:{ONE}:neighbour", ""), by="sp"))
    former = desk.receive(message(Tap(f"accepted:{ONE}", ""), ref="m2"))
    assert body(former) == text("moved", number=NUMBER)
    now = desk.receive(message(Tap(f"accepted:{ONE}", ""), by="neighbour", ref="m3"))
    assert body(now) == text("how_to_report", "en", number=NUMBER)
    assert desk.recorded(ONE)[1:] == [OfficerActed("neighbour", "accepted")]


def test_whoever_hands_a_case_up_may_be_given_it_again_and_hand_it_up_again() -> None:
    desk = station()
    for number in range(2):
        handed = desk.receive(message(Tap(f"not_mine:{ONE}", ""), ref=f"n{number}"))
        assert body(handed) == text("handed_up", number=NUMBER)
        refused = desk.receive(message(Tap(f"accepted:{ONE}", ""), ref=f"r{number}"))
        assert body(refused) == text("moved", number=NUMBER)
        desk.receive(message(Tap(f"give:{ONE}:sho", ""), by="sp", ref=f"g{number}"))
    assert (
        desk.recorded(ONE)
        == [
            OfficerActed("sho", "not_mine"),
            OfficerAssigned("sp", "sho"),
        ]
        * 2
    )


def test_a_name_longer_than_a_row_is_whole_below_its_title() -> None:
    long = Officer("long", "अत्यन्त दीर्घ नाम वाले अधिकारी", "Inspector", SHO.office, "hi")
    desk = station(long, SP)
    replies = desk.receive(message(Tap(f"assign:{ONE}", ""), by="sp"))
    content = only(replies).content
    assert isinstance(content, Ask)
    first = content.options[0]
    assert len(first.title) <= 24
    assert first.description.startswith("Inspector अत्यन्त दीर्घ नाम वाले अधिकारी")
