"""The SP and DIG offices hear of what is asked for, agreed on and opened; nobody below does."""

from satark.case import FilesOpened, Happening, OpeningAgreed, OpeningAsked
from satark.message import Ask, Say
from satark.tip import Evidence
from tests.samples import varanasi
from tests.unit.dispatch.stage import CASE, CHAIN, DIG, SHO, SP, about, ledger, said, to

TIP = about(
    category="trafficking",
    evidence=(Evidence("image", "kept", key="protected/k1", mime="image/jpeg", size=9),),
)


def heard(*happened: Happening) -> dict[str, list[str]]:
    """What each of the chain reads of the last of these."""
    sent = said(ledger(*happened, tip=TIP))
    contents = {each.id: [one.content for one in to(each, sent)] for each in CHAIN}
    return {
        name: [one.body for one in those if isinstance(one, Ask | Say)]
        for name, those in contents.items()
    }


def test_the_other_office_is_asked_and_can_agree_by_a_tap() -> None:
    sent = said(ledger(OpeningAsked("sp"), tip=TIP))
    assert {message.to for message in sent} == {message.to for message in to(DIG, sent)}
    (asked,) = to(DIG, sent)
    assert isinstance(asked.content, Ask)
    assert varanasi().text("hi", "officer.done.opening_asked") in asked.content.body
    assert asked.content.options[0].id == f"agree_opening:{CASE}"
    assert asked.template


def test_the_asker_hears_that_it_was_agreed_to() -> None:
    told = heard(OpeningAsked("sp"), OpeningAgreed("dig", "sp"))
    assert varanasi().text("en", "officer.done.opening_agreed") in told[SP.id][0]
    assert told[DIG.id] == told[SHO.id] == []


def test_every_opening_is_told_to_both_offices() -> None:
    told = heard(OpeningAsked("sp"), OpeningAgreed("dig", "sp"), FilesOpened("sp", "dig", 1))
    for officer in (SP, DIG):
        (line,) = told[officer.id]
        assert varanasi().text(officer.language, "officer.done.files_opened") in line
        assert varanasi().text(officer.language, "officer.opening_files", count=1) in line
    assert told[SHO.id] == []
