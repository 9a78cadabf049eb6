"""A tip is rated when it is filed, from the words that only the flow has then."""

from satark.case import TipFiled
from satark.sensitivity import Reason, Sensitivity
from tests.unit.flow.phone import FakeSessions, Phone


def test_what_was_tapped_and_written_is_on_the_case_as_reasons_without_the_words(
    tipster: Phone, sessions: FakeSessions
) -> None:
    tipster.says("Hi")
    for choice in ("hi", "liquor", "sold", "poisonous", "few", "ghazipur"):
        tipster.taps(choice)
    tipster.says("jamaniya")
    tipster.says("पुल के पास")
    tipster.taps("now")
    tipster.says("उनके पास कट्टा है")
    for choice in ("done", "no", "send"):
        tipster.taps(choice)
    filed = sessions.filings[0].event.what
    assert isinstance(filed, TipFiled)
    assert filed.sensitivity == Sensitivity(
        75,
        "critical",
        (
            Reason("category.liquor.question.kind.choice.poisonous", 40),
            Reason("step.when.choice.now", 15),
            Reason("lexicon.weapons", 20),
        ),
    )
