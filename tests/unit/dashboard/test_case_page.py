"""One case as its officers see it; that it was seen stands in its ledger."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from markupsafe import escape

from functions.dispatch.dispatcher import Dispatcher
from satark.case import (
    ActionDetailed,
    AlertOpened,
    AlertProgressed,
    Case,
    CaseEvent,
    CaseNoted,
    CaseTransferred,
    CaseViewed,
    DeadlinePassed,
    EvidenceViewed,
    FileLabelled,
    Happening,
    LevelRaised,
    OfficerActed,
    OfficerAsked,
    OfficerAssigned,
    OfficerReported,
    TipExtended,
    TipFiled,
    TipsterRated,
)
from satark.command.recording import ATTEMPTS
from satark.deadline import standing
from satark.identity import Handle
from satark.rating import rate
from satark.sensitivity import Reason, Sensitivity
from satark.tip import Evidence, Place, Tip
from tests.fakes import LabelsList, Ledger, OutboxList
from tests.samples import varanasi
from tests.unit.dashboard.visits import (
    DIG,
    FILED,
    Rows,
    Seen,
    claims,
    every_office,
    site_of,
    tip,
    visit,
)

NUMBER = "48291376"
SP = claims("district", "district:ghazipur")
SHO = claims("thana", "thana:ghazipur/zamania")
ELSEWHERE = claims("thana", "thana:ghazipur/gahmar")
PHOTO = Evidence("image", "kept", key="kept/p", mime="image/jpeg", size=9)
HOSTILE = "\"><script>alert(1)</script><svg onload=alert(2)>{{ 7 * 7 }}' & <b>"


def ledger(*happened: Happening, of: Tip | None = None) -> Ledger:
    """The case an hour after it was filed, and a minute later each thing that happened."""
    made = Ledger()
    told = of or tip("ghazipur/zamania")
    filed = TipFiled(told, Handle("h"), rate(told, varanasi()))
    for n, what in enumerate((filed, *happened)):
        at = FILED + timedelta(minutes=n)
        made.add(CaseEvent(NUMBER, n + 1, f"event-{n}", at, what))
    return made


def see(cases: Ledger, path: str = "", **how: Any) -> Seen:
    site = site_of(Rows({}), varanasi(), cases=cases)
    return visit(site, f"/en/cases/{NUMBER}{path}", **{"claims": SHO} | how)


def seen_in(cases: Ledger) -> list[Happening]:
    return [one.what for one in cases if isinstance(one.what, CaseViewed | EvidenceViewed)]


def test_each_look_stands_in_the_ledger_before_the_page_is_shown() -> None:
    cases = ledger()
    assert see(cases).status == 200
    assert see(cases, claims=SP).status == 200
    assert seen_in(cases) == [
        CaseViewed("of-thana:ghazipur/zamania"),
        CaseViewed("of-district:ghazipur"),
    ]


def test_a_look_that_nobody_may_have_is_in_no_ledger() -> None:
    cases = ledger(of=tip("ghazipur/zamania"))
    assert see(cases, claims=ELSEWHERE).status == 404
    assert see(cases, claims=claims("auditor", "range:varanasi")).status == 404
    assert seen_in(cases) == []


def test_a_look_changes_nothing_of_how_the_case_stands_and_nobody_is_told() -> None:
    cases = ledger(OfficerActed("of-thana:ghazipur/zamania", "accepted"))
    before = standing(Case.of(cases.events(NUMBER)), varanasi())
    see(cases)
    assert standing(Case.of(cases.events(NUMBER)), varanasi()) == before
    officers, tipster, labels = OutboxList(), OutboxList(), LabelsList()
    roster = every_office(varanasi())
    dispatcher = Dispatcher(cases, roster, officers, tipster, labels, varanasi())
    dispatcher.announce(cases.events(NUMBER)[-1])
    assert (officers.everything, tipster.everything, labels.asked) == ([], [], [])


def test_where_somebody_writes_first_it_is_read_again() -> None:
    cases = ledger()

    def first() -> None:
        case = Case.of(cases.events(NUMBER))
        cases.add(case.next("note", FILED, CaseNoted("of-district:ghazipur", "first")))

    cases.before_append = first
    shown = see(cases)
    assert "first" in shown.html
    assert len(seen_in(cases)) == 1


def test_where_others_keep_writing_first_nothing_is_shown() -> None:
    cases, notes = ledger(), iter(range(99))

    def again() -> None:
        case = Case.of(cases.events(NUMBER))
        cases.add(case.next(f"note {next(notes)}", FILED, CaseNoted("of-district:ghazipur", "n")))
        cases.before_append = again

    cases.before_append = again
    shown = see(cases)
    assert (shown.status, seen_in(cases)) == (503, [])
    assert next(notes) >= ATTEMPTS


def test_whoever_was_given_a_case_of_another_station_opens_it() -> None:
    given = OfficerAssigned("of-district:ghazipur", "of-thana:ghazipur/gahmar")
    assert see(ledger(given), claims=ELSEWHERE).status == 200


def test_what_happened_is_told_in_its_order() -> None:
    sho = "of-thana:ghazipur/zamania"
    cases = ledger(
        AlertProgressed(sho, "delivered"),
        AlertOpened(sho),
        DeadlinePassed("accept", 2),
        OfficerActed(sho, "accepted"),
        OfficerAsked(sho, "Which shop?"),
        TipExtended("The blue one", answers="event-5"),
        CaseNoted(sho, "Ask the chowkidar"),
        OfficerReported(sho, "Seized"),
        ActionDetailed(sho, arrests=2),
        CaseTransferred("of-district:ghazipur", "jaunpur"),
        TipsterRated(helpful=True),
    )
    html = see(cases, claims=SP | DIG).html
    order = [
        *("Tip received", "Delivered on WhatsApp", "Opened the whole tip on WhatsApp"),
        *("Not accepted in time", "Accepted", "Which shop?", "The blue one"),
        *("Ask the chowkidar", "Seized", "2", "Jaunpur", "it helped"),
    ]
    timeline = html[html.index("timeline") :]
    found = [timeline.find(words) for words in order]
    assert -1 not in found
    assert "viewed" not in timeline.lower()


def test_a_thana_reads_the_hour_and_the_sp_the_minute() -> None:
    minute = replace(tip("ghazipur/zamania"), filed_at=FILED + timedelta(minutes=17))
    cases = Ledger()
    cases.add(CaseEvent(NUMBER, 1, "e", minute.filed_at, TipFiled(minute, Handle("h"))))
    assert "12:17" not in see(cases).html
    assert "12:17" in see(cases, claims=SP).html


@pytest.mark.parametrize("who", [SP, DIG], ids=["sp", "dig"])
def test_why_a_level_is_what_it_is_is_told_to_the_offices_that_answer_for_it(who: Any) -> None:
    raised = LevelRaised(Sensitivity(90, "sensitive", (Reason("label.weapons", 50),)))
    assert "Why the level" in see(ledger(raised), claims=who).html
    assert "Why the level" not in see(ledger(raised)).html


FILES = [
    (PHOTO, "liquor", 200),
    (replace(PHOTO, state="quarantined", key="quarantine/p"), "liquor", 404),
    (replace(PHOTO, state="lost", key=""), "liquor", 404),
    (replace(PHOTO, key="protected/p"), "trafficking", 404),
    (replace(PHOTO, key="protected/p"), "liquor", 404),
    (PHOTO, "trafficking", 404),
]


@pytest.mark.parametrize(("file", "category", "status"), FILES)
def test_only_a_file_that_was_kept_and_shows_nobody_who_was_wronged_opens(
    file: Evidence, category: str, status: int
) -> None:
    cases = ledger(of=replace(tip("ghazipur/zamania"), category=category, evidence=(file,)))
    assert (f"/cases/{NUMBER}/files/1" in see(cases).html) is (status == 200)
    opened = see(cases, "/files/1")
    assert opened.status == status
    viewed = EvidenceViewed("of-thana:ghazipur/zamania", PHOTO.key)
    assert seen_in(cases)[1:] == ([viewed] if status == 200 else [])
    assert see(cases, "/files/2").status == see(cases, "/files/01").status == 404


def test_a_link_lasts_two_minutes_and_names_the_file_by_the_tip() -> None:
    cases = ledger(of=replace(tip("ghazipur/zamania"), evidence=(PHOTO,)))
    link = "https://evidence.example/kept/p?name=4829-1376-1.jpg&seconds=120"
    assert f'src="{escape(link)}"' in see(cases, "/files/1").html
    assert "evidence.example" not in see(cases).html


@pytest.mark.parametrize(
    ("happened", "veiled"),
    [
        ((), False),
        ((FileLabelled("kept/p", "machine", ("label.weapons",)),), True),
        ((FileLabelled("kept/p", "machine"),), False),
        ((FileLabelled("kept/other", "machine", ("label.weapons",)),), False),
        ((LevelRaised(Sensitivity(90, "sensitive")),), True),
        ((LevelRaised(Sensitivity(190, "critical")),), True),
    ],
)
def test_what_may_disturb_is_veiled(happened: tuple[Happening, ...], *, veiled: bool) -> None:
    cases = ledger(*happened, of=replace(tip("ghazipur/zamania"), evidence=(PHOTO,)))
    assert Case.of(cases.events(NUMBER)).filed.sensitivity.level == "normal"
    assert ('class="veil"' in see(cases, "/files/1").html) is veiled


def test_hostile_words_and_captions_stay_text() -> None:
    file = replace(PHOTO, caption=HOSTILE, mime=HOSTILE)
    told = replace(
        tip("ghazipur/zamania"),
        statements=(HOSTILE,),
        place=Place(HOSTILE),
        when=HOSTILE,
        evidence=(file,),
    )
    sho = "of-thana:ghazipur/zamania"
    cases = ledger(
        OfficerReported(sho, HOSTILE, file),
        CaseNoted(sho, HOSTILE),
        TipExtended(HOSTILE, file),
        ActionDetailed(sho, fir=HOSTILE, seizure=HOSTILE),
        OfficerReported(HOSTILE, "by nobody"),
        of=told,
    )
    for path in ("", "/files/1"):
        html = see(cases, path, claims=SP | {"name": HOSTILE}).html
        assert str(escape(HOSTILE)) in html
        assert HOSTILE not in html
        assert not re.search(r"<script|<svg onload|49'", html)


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("4829-1376", NUMBER),
        (" 48291376", NUMBER),
        ("४८२९ १३७६", NUMBER),
        ("../../x", "0"),
        ("", "0"),
        ("9" * 500, "0"),
    ],
)
def test_a_number_that_is_typed_leads_to_its_case(typed: str, leads: str) -> None:
    site = site_of(Rows({}), varanasi(), cases=ledger())
    found = visit(site, "/en/cases", claims=SHO, query={"number": typed})
    assert (found.status, found.headers["Location"]) == (303, f"/en/cases/{leads}")
