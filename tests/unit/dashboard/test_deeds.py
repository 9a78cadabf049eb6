"""What a sent form becomes on a case, and what its officer reads."""

import html
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from functions.dashboard.deeds.fields import FIELDS as ASKED
from functions.dashboard.deeds.fields import Field
from functions.dashboard.deeds.filled import plain
from functions.dashboard.deeds.names import NAMES, Name
from functions.dashboard.rendering import bold
from functions.dashboard.viewer import Role
from satark.case import (
    ActionDetailed,
    AlertOpened,
    CaseNoted,
    Happening,
    OfficerActed,
    OpeningAsked,
)
from satark.message import Tap
from satark.tip import Conflict
from tests.samples import varanasi
from tests.unit.dashboard.posting import (
    DIG,
    FIELDS,
    ONE,
    OTHER,
    OWN,
    SHO,
    SP,
    WHO,
    Office,
    standing_for,
)
from tests.unit.dashboard.visits import NOW, every_office, tip
from tests.unit.officer_reply.station import Station, message

HOSTILE = "\"><script>alert(1)</script>{{ 7 * 191 }}</textarea>' & *<b>*"
NUMBER = "4829-1376"
ASSET = re.compile(r"/assets/[0-9a-f]+/")
WRITTEN: dict[Name, tuple[Tap | str, ...]] = {
    "accepted": (Tap(f"accepted:{ONE}", "…"),),
    "in_progress": (Tap(f"in_progress:{ONE}", "…"),),
    "nothing_found": (Tap(f"nothing_found:{ONE}", "…"),),
    "false_information": (Tap(f"false_information:{ONE}", "…"),),
    "closed": (Tap(f"closed:{ONE}", "…"),),
    "not_mine": (Tap(f"not_mine:{ONE}", "…"),),
    "ask": (f"पूछें {NUMBER}: {FIELDS['ask']['question']}",),
    "assign": (Tap(f"give:{ONE}:{FIELDS['assign']['officer']}", "…"),),
    "transfer": (Tap(f"send:{ONE}:jaunpur", "…"),),
    "merge": (Tap(f"merge:{ONE}:{OTHER}", "…"),),
    "open_files": (Tap(f"open_files:{ONE}", "…"),),
    "agree_opening": (Tap(f"agree_opening:{ONE}", "…"),),
    "block": (Tap(f"block:{ONE}:abuse", "…"),),
    "unblock": (Tap(f"unblock:{ONE}", "…"),),
}
"""The same over WhatsApp."""


def doer(deed: Name) -> Role:
    return "thana" if deed == "not_mine" else "district"


def office_for(deed: Name) -> Office:
    return standing_for(deed, doer(deed), tip(OWN), varanasi())


def on_whatsapp(deed: Name) -> list[Happening]:
    """What an officer's messages put on the same case."""
    officer = SHO if deed == "not_mine" else SP
    station = Station(cases=office_for(deed).cases, roster=every_office(varanasi()))
    for case_id in (ONE, OTHER):
        station.tell(officer, case_id, f"told-{case_id}", NOW)
    for n, content in enumerate(WRITTEN[deed]):
        sent = message(content, by=officer, ref=f"m{n}")
        station.receive(replace(sent, at=NOW))
    return station.recorded(ONE)


@pytest.mark.parametrize("deed", WRITTEN)
def test_a_form_becomes_what_the_same_on_whatsapp_becomes(deed: Name) -> None:
    office = office_for(deed)
    before = len(office.recorded())
    office.post(deed, FIELDS.get(deed), claims=WHO[doer(deed)])
    assert len(office.recorded()) == before + 1
    assert office.recorded() == on_whatsapp(deed)


def test_what_came_of_an_action_is_asked_for_at_once() -> None:
    office = office_for("action_taken")
    office.post("action_taken", FIELDS["action_taken"], claims=WHO["thana"])
    assert office.recorded() == [
        OfficerActed(SHO, "action_taken"),
        ActionDetailed(SHO, fir="112/2026", arrests=2, seizure="20 लीटर शराब"),
    ]
    bare = office_for("action_taken")
    bare.post("action_taken", claims=WHO["thana"])
    assert bare.recorded() == [OfficerActed(SHO, "action_taken")]


@pytest.mark.parametrize("deed", NAMES)
def test_a_form_that_is_sent_twice_is_done_once(deed: Name) -> None:
    office = office_for(deed)
    form = {"form": "one", **FIELDS.get(deed, {})}
    answers = [office.post(deed, form, claims=WHO[doer(deed)]) for _ in range(2)]
    after = office.recorded()
    assert answers[0].status in {200, 303}
    assert answers[0] == answers[1]
    office.post(deed, form, claims=WHO[doer(deed)])
    assert office.recorded() == after


def test_another_note_from_a_page_that_was_gone_back_to_is_another() -> None:
    office = office_for("note")
    for words in ("एक", "दो", "एक"):
        office.post("note", {"form": "one", "note": words}, claims=WHO["thana"])
    assert office.recorded() == [CaseNoted(SHO, "एक"), CaseNoted(SHO, "दो")]


@pytest.mark.parametrize("deed", NAMES)
def test_its_officer_is_told_on_the_page_and_nobody_else(deed: Name) -> None:
    office = office_for(deed)
    answer = office.post(deed, FIELDS.get(deed), claims=WHO[doer(deed)])
    if deed == "transfer":
        assert answer.status == 200
        assert "<b>4829-1376</b> जौनपुर ज़िले को भेज दी गई" in answer.html
        return
    address, _, _ = answer.headers["Location"].partition("#content")
    path, _, code = address.partition("?done=")
    assert (answer.status, path) == (303, f"/hi/cases/{ONE}")
    assert code.isalnum()
    page = office.get(path, query={"done": code}, claims=WHO[doer(deed)])
    assert 'class="said"' in page.html
    for other in ({"done": "0" * 12}, {"done": code[:3]}, {"done": HOSTILE}, {}):
        again = office.get(path, query=other, claims=WHO[doer(deed)])
        assert again.status == 200
        assert 'class="said"' not in again.html
    elsewhere = office.get(path, query={"done": code}, claims=WHO["range"])
    assert elsewhere.status == 200
    assert 'class="said"' not in elsewhere.html


def test_a_held_question_says_why_and_stays_where_it_was_typed() -> None:
    office = office_for("ask")
    asked = "आपका नाम क्या है?"
    answer = office.post("ask", {"question": asked}, claims=WHO["district"])
    assert answer.status == 422
    assert varanasi().text("hi", "officer.question_name") in answer.html
    assert f">\n{asked}</textarea>" in answer.html
    assert '<details id="ask" open>' in answer.html
    assert office.recorded() == []


LONG = [(deed, field) for deed, fields in ASKED.items() for field in fields]


@pytest.mark.parametrize(("deed", "field"), LONG, ids=lambda one: getattr(one, "name", one))
def test_too_much_is_refused_and_nothing_that_was_typed_is_lost(deed: Name, field: Field) -> None:
    name, limit, kind = field.name, field.limit, field.kind
    office = office_for(deed)
    before = office.recorded()
    typed = {**FIELDS[deed], name: "7" * (limit + 1)}
    answer = office.post(deed, typed, claims=WHO["district"])
    assert answer.status == 422
    assert office.recorded() == before
    assert str(limit) in answer.html
    for one in ASKED[deed]:
        if one.kind in {"words", "line", "count"}:
            assert html.escape(typed[one.name]) in answer.html
    assert ('aria-invalid="true"' in answer.html) == (kind != "pick")
    within = {**FIELDS[deed], name: "7" * limit}
    office.post(deed, within, claims=WHO["district"])
    if kind in {"words", "line"} and deed not in {"merge", "ask"}:
        assert "7" * limit in str(office.recorded())


@pytest.mark.parametrize(
    ("deed", "form", "why"),
    [
        ("note", {"note": " \r\n\t"}, "left_empty"),
        ("note", {}, "left_empty"),
        ("ask", {"question": ""}, "left_empty"),
        ("assign", {"officer": ""}, "left_empty"),
        ("block", {}, "left_empty"),
        ("merge", {"number": "1234"}, "no_number"),
        ("action_taken", {"arrests": "दो"}, "no_count"),
        ("action_taken", {"arrests": "-1"}, "no_count"),
    ],
)
def test_a_form_that_is_not_filled_says_so(deed: Name, form: dict[str, str], why: str) -> None:
    office = office_for(deed)
    answer = office.post(deed, form, claims=WHO["district"])
    assert answer.status == 422
    assert varanasi().text("hi", f"dashboard.{why}") in html.unescape(answer.html)
    assert office.recorded() == []


@pytest.mark.parametrize("deed", FIELDS)
def test_hostile_words_are_only_words(deed: Name) -> None:
    """Where they are refused and stand in the form again, and where they stand on the case."""
    office = office_for(deed)
    for words in (HOSTILE, HOSTILE * 40):
        answer = office.post(deed, dict.fromkeys(FIELDS[deed], words), claims=WHO["district"])
        page = office.get(f"/hi/cases/{ONE}", claims=WHO["district"])
        for seen in (answer.html, page.html):
            assert "<script" not in seen
            assert "1337" not in ASSET.sub("", seen)
    if deed == "note":
        assert "{{ 7 * 191 }}&lt;/textarea&gt;" in page.html


def test_what_is_bold_on_whatsapp_is_bold_here_and_no_more() -> None:
    assert bold("*<i>* & *\n<b>*a*") == "<b>&lt;i&gt;</b> &amp; *<br>&lt;b&gt;<b>a</b>"


def test_where_no_file_is_protected_none_is_opened() -> None:
    office = Office(varanasi()).file(tip(OWN), OpeningAsked(DIG))
    page = office.get(f"/hi/cases/{ONE}", claims=WHO["district"])
    for deed in ("open_files", "agree_opening"):
        assert deed not in page.html
        assert office.post(deed, claims=WHO["district"]).status == 422
    assert office.recorded() == [OpeningAsked(DIG)]


def test_signs_that_are_not_seen_are_no_words() -> None:
    assert plain(" a\r\nb\x00\x1b\u202ec\u2066 ") == "a\nbc"
    assert plain("क्\u200dष") == "क्\u200dष"


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
@pytest.mark.parametrize("deed", NAMES)
def test_no_page_elsewhere_does_anything(deed: Name, site: str) -> None:
    office = office_for(deed)
    before = office.recorded()
    refused = office.post(
        deed, FIELDS.get(deed), claims=WHO[doer(deed)], headers={"sec-fetch-site": site}
    )
    assert (refused.status, refused.html) == (403, "")
    assert office.recorded() == before


@pytest.mark.parametrize("deed", NAMES)
def test_without_a_session_or_a_number_nothing_is_done(deed: Name) -> None:
    office = office_for(deed)
    before = office.recorded()
    assert office.post(deed, FIELDS.get(deed), claims=None).status == 403
    unnumbered = {"form": "", **FIELDS.get(deed, {})}
    assert office.post(deed, unnumbered, claims=WHO[doer(deed)]).status == 404
    assert office.get(f"/hi/cases/{ONE}/{deed}", claims=WHO[doer(deed)]).status == 404
    assert office.recorded() == before


def test_words_that_come_after_their_session_are_given_back() -> None:
    office = office_for("note")
    answer = office.post("note", {"note": f"मौक़ा देखा {HOSTILE}"}, claims=None)
    assert answer.status == 403
    assert html.escape(f"मौक़ा देखा {HOSTILE}").replace("&#x27;", "&#39;") in answer.html.replace(
        "&#34;", "&quot;"
    )
    assert "<script" not in answer.html
    assert office.recorded() == []


def test_whoever_writes_meanwhile_is_written_behind() -> None:
    office = office_for("note")

    def other() -> None:
        case = office.case()
        office.cases.add(case.next("other", NOW, AlertOpened(SP)))

    office.cases.before_append = other
    office.post("note", FIELDS["note"], claims=WHO["thana"])
    assert [type(what) for what in office.recorded()] == [AlertOpened, CaseNoted]


def test_where_others_write_all_the_time_it_is_to_be_sent_again() -> None:
    office = office_for("note")
    written = iter(range(5))

    def other() -> None:
        n = next(written, None)
        if n is not None:
            case = office.case()
            office.cases.add(case.next(f"other-{n}", NOW + timedelta(0), AlertOpened(SP)))
            office.cases.before_append = other

    office.cases.before_append = other
    answer = office.post("note", FIELDS["note"], claims=WHO["thana"])
    assert answer.status == 409
    assert varanasi().text("hi", "dashboard.busy") in answer.html
    assert html.escape(FIELDS["note"]["note"]) in answer.html
    assert CaseNoted not in map(type, office.recorded())


def test_a_tip_that_is_not_theirs_is_merged_with_like_one_that_does_not_exist() -> None:
    office = Office(varanasi()).file(tip(OWN)).file(tip("jaunpur/kotwali"), case_id=OTHER)
    office.file(tip(OWN, about=Conflict.DISTRICT), case_id="70000001")
    pages = []
    for number in (OTHER, "70000001", "99999999"):
        answer = office.post("merge", {"form": "f", "number": number}, claims=WHO["district"])
        assert answer.status == 422
        words = varanasi().text("hi", "officer.merge_barred", number=NUMBER).replace("*", "")
        assert words in answer.html.replace("<b>", "").replace("</b>", "")
        pages.append(answer.html.count("refused"))
    assert len(set(pages)) == 1
    assert office.recorded() == []


def test_a_closed_tip_offers_a_note_and_refuses_the_rest() -> None:
    office = Office(varanasi()).file(tip(OWN), OfficerActed(SHO, "closed"))
    page = office.get(f"/hi/cases/{ONE}", claims=WHO["thana"])
    assert page.html.count('<form method="post" action="/hi/cases/') == 1
    assert f"/hi/cases/{ONE}/note" in page.html
    answer = office.post("accepted", claims=WHO["thana"])
    assert answer.status == 422
    assert "बंद हो चुकी है" in answer.html
