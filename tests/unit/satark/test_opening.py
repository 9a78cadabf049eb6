"""Nobody alone opens a protected file, whatever stands in the ledger."""

from datetime import datetime, timedelta

import pytest

from satark.case import Case, CaseEvent, Happening, OpeningAgreed, OpeningAsked, TipFiled
from satark.identity import Handle
from satark.opening import granted
from satark.roster import Officer
from tests.samples import AT, TIP, varanasi

SP = Officer("sp", "Office", "SP", "district:ghazipur", "en")
SECOND = Officer("sp2", "Office", "ASP", "district:ghazipur", "en")
OTHER = Officer("other", "Office", "SP", "district:jaunpur", "en")
SHO = Officer("sho", "Office", "SHO", "thana:ghazipur/zamania", "en")
DIG = Officer("dig", "Office", "DIG", "range:varanasi", "hi")
GONE = Officer("gone", "Office", "DIG", "range:varanasi", "hi", suspended=True)
ROSTER = {officer.id: officer for officer in (SP, SECOND, OTHER, SHO, DIG, GONE)}
HOUR = timedelta(hours=1)
NOW = AT + 3 * HOUR


def case(*happened: Happening) -> Case:
    """Whose events are an hour apart."""
    what = (TipFiled(TIP, Handle("h1")), *happened)
    return Case.of(
        CaseEvent("48291376", seq, f"e{seq}", AT + (seq - 1) * HOUR, each)
        for seq, each in enumerate(what, start=1)
    )


def opened(*happened: Happening, at: datetime = NOW) -> bool:
    return granted(case(*happened), at, ROSTER.get, varanasi()) is not None


def test_two_offices_together_do() -> None:
    assert opened(OpeningAsked("sp"), OpeningAgreed("dig", "sp"))
    assert opened(OpeningAsked("dig"), OpeningAgreed("sp", "dig"))


@pytest.mark.parametrize(
    ("by", "asked_by"),
    [
        ("sp", "sp"),
        ("sp2", "sp"),
        ("sho", "sp"),
        ("dig", "sho"),
        ("dig", "other"),
        ("gone", "sp"),
        ("struck off", "sp"),
        ("dig", "struck off"),
    ],
)
def test_no_other_two_do(by: str, asked_by: str) -> None:
    assert not opened(OpeningAsked(asked_by), OpeningAgreed(by, asked_by))


def test_to_have_asked_is_not_enough() -> None:
    assert not opened()
    assert not opened(OpeningAsked("sp"))
    assert not opened(OpeningAgreed("dig", "sp"))


def test_an_agreement_lasts_for_the_ranges_hours() -> None:
    agreed = (OpeningAsked("sp"), OpeningAgreed("dig", "sp"))
    assert opened(*agreed, at=AT + 14 * HOUR)
    assert not opened(*agreed, at=AT + 14 * HOUR + timedelta(seconds=1))
