"""When two tips may tell of the same thing, and who is shown so."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.dispatch.earlier import earlier
from functions.dispatch.likeness import alike
from satark.case import Case, CaseEvent, OfficerActed, TipFiled
from satark.identity import Handle
from satark.message import Ask, Say
from satark.tip import Conflict, Evidence, Place, Tip
from tests.fakes import Ledger
from tests.samples import AT, TIP, varanasi
from tests.unit.dispatch.stage import DIG, SHO, SP, ledger, said, to

WORDS = "हर शाम सात बजे नदी किनारे ट्रक से कच्ची शराब उतरती है और दुकान में रखी जाती है"
NOWHERE = Place()
BARE = replace(TIP, place=NOWHERE, statements=(), evidence=(), answers=())
LIKENESS = varanasi().likeness


def telling(words: str = "", **changes: object) -> Tip:
    return replace(BARE, statements=(words,) if words else (), **changes)  # type: ignore[arg-type]  # any of a tip's own fields


def at(latitude: float, longitude: float, words: str = "") -> Tip:
    return replace(BARE, place=Place(words, latitude, longitude))


FILE = Evidence("image", "kept", key="kept/a", sha256_received="ab" * 32)


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        (telling(WORDS), telling(WORDS), True),
        (telling(WORDS), telling(f"  {WORDS.replace(' और', ', और')}!! "), True),
        (telling(WORDS), telling(WORDS.replace("सात", "आठ")), True),
        (telling(WORDS), telling("पुल के पास जुआ खेला जाता है, बहुत सारे लोग आते हैं"), False),
        (telling(WORDS), telling(WORDS, thana=None), True),
        (telling(WORDS), telling(WORDS, thana="ghazipur/saidpur"), False),
        (telling("ट्रक"), telling("ट्रक"), False),
        (telling(), telling(), False),
        (at(25.4, 83.5), at(25.4012, 83.5012), True),
        (at(25.4, 83.5), at(25.4, 83.5021), False),
        (at(25.4, 83.5), telling(), False),
        (telling(place=Place("पुराने पुल के पास वाली गली")),
         telling(place=Place("पुराने पुल के पास वाली गली में")), True),
        (telling(place=Place("पुराने पुल के पास")), telling(place=Place("नई सब्ज़ी मंडी")), False),
        (telling(evidence=(FILE,)), telling(evidence=(replace(FILE, key="kept/b"),)), True),
        (telling(evidence=(replace(FILE, sha256_received=""),)),
         telling(evidence=(replace(FILE, sha256_received=""),)), False),
    ],
)  # fmt: skip
def test_what_is_alike(one: Tip, other: Tip, *, are: bool) -> None:
    assert alike(one, other, LIKENESS) is are
    assert alike(other, one, LIKENESS) is are


@given(words=st.text(min_size=12))
def test_any_words_are_like_themselves_unless_they_say_little(words: str) -> None:
    one = telling(words)
    spaced = telling(f"  {words.replace(' ', '   ')} ")
    assert alike(one, one, LIKENESS) == alike(one, spaced, LIKENESS)


def case(case_id: str, *, hours: float = 0, tip: Tip = BARE) -> tuple[str, list[CaseEvent]]:
    filed = replace(tip, filed_at=AT + timedelta(hours=hours))
    event = CaseEvent(case_id, 1, f"e-{case_id}", filed.filed_at, TipFiled(filed, Handle(case_id)))
    return case_id, [event]


def found(*others: tuple[str, list[CaseEvent]], tip: Tip | None = None) -> list[str]:
    mine = case("48291376", hours=100, tip=tip or telling(WORDS))
    cases = Ledger(dict([mine, *others]))
    return [each.case_id for each in earlier(Case.of(mine[1]), cases, varanasi())]


def test_earlier_open_tips_like_it_are_found_the_latest_first() -> None:
    same = telling(WORDS)
    others = [case("11111111", hours=1, tip=same), case("22222222", hours=2, tip=same)]
    assert found(*others, case("33333333", hours=3)) == ["22222222", "11111111"]


@pytest.mark.parametrize(
    "other",
    [
        case("11111111", hours=101, tip=telling(WORDS)),
        case("11111111", hours=100 - 14 * 24 - 1, tip=telling(WORDS)),
        case("11111111", hours=1, tip=telling(WORDS, category="drugs")),
        case("11111111", hours=1, tip=telling(WORDS, district="jaunpur", thana=None)),
    ],
    ids=["later", "long ago", "another category", "another district"],
)
def test_others_are_not(other: tuple[str, list[CaseEvent]]) -> None:
    assert found(other) == []


def test_a_closed_tip_is_not() -> None:
    case_id, events = case("11111111", hours=1, tip=telling(WORDS))
    events += [CaseEvent(case_id, 2, "e2", AT, OfficerActed("sho", "nothing_found"))]
    assert found((case_id, events)) == []


def test_it_is_the_same_whoever_wrote() -> None:
    """A handle is all that a case has of its tipster, and it changes nothing."""
    case_id, [event] = case("11111111", hours=1, tip=telling(WORDS))
    assert isinstance(event.what, TipFiled)
    for handle in ("48291376", "another"):
        filed = replace(event.what, handle=Handle(handle))
        assert found((case_id, [replace(event, what=filed)])) == [case_id]


def other(number: str, conflict: Conflict = Conflict.NONE) -> Case:
    return Case.of(case(number, tip=replace(BARE, conflict=conflict))[1])


def test_the_offices_that_may_join_them_are_shown_the_numbers_and_the_thana_none() -> None:
    messages = said(ledger(), same=[other("11112222"), other("33334444")])
    hint = varanasi().text("hi", "officer.same", numbers="1111-2222, 3333-4444")
    assert hint in _read(to(DIG, messages)[0].content)
    assert "1111-2222" in _read(to(SP, messages)[0].content)
    assert "1111-2222" not in _read(to(SHO, messages)[0].content)


def test_nobody_hears_in_this_way_of_a_tip_that_is_kept_from_them() -> None:
    hidden = other("11112222", Conflict.DISTRICT)
    messages = said(ledger(), same=[hidden])
    assert "1111-2222" in _read(to(DIG, messages)[0].content)
    assert "1111-2222" not in _read(to(SP, messages)[0].content)


def test_three_are_named_and_nothing_where_there_is_none() -> None:
    many = [other(f"{n}{n}{n}{n}0000") for n in range(1, 6)]
    text = _read(to(SP, said(ledger(), same=many))[0].content)
    assert "3333-0000" in text
    assert "4444-0000" not in text
    assert "🔁" not in _read(to(SP, said(ledger()))[0].content)


def _read(content: object) -> str:
    assert isinstance(content, Ask | Say)
    return content.body
