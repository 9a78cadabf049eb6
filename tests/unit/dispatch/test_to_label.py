"""Which events bring files that are to be labelled."""

from dataclasses import replace

import pytest

from functions.dispatch.dispatcher import to_label
from satark.case import Happening, OfficerReported, TipExtended, TipFiled
from satark.labels import ToLabel
from satark.tip import Evidence
from tests.unit.dispatch.stage import CASE, about, ledger

PHOTO = Evidence("image", "kept", key="kept/p1")


def test_a_tip_with_a_file_that_was_kept_is_asked_for_once() -> None:
    (event,) = ledger(tip=about(evidence=(replace(PHOTO, state="lost"), PHOTO)))
    assert list(to_label(event)) == [ToLabel(CASE, event.id)]
    (event,) = ledger(tip=about(evidence=(replace(PHOTO, state="quarantined"),)))
    assert isinstance(event.what, TipFiled)
    assert list(to_label(event)) == []


@pytest.mark.parametrize(
    ("what", "asked"),
    [
        (TipExtended(evidence=PHOTO), True),
        (TipExtended(evidence=replace(PHOTO, state="lost")), False),
        (TipExtended("और भी"), False),
        (OfficerReported("sho", evidence=PHOTO), False),
    ],
)
def test_what_the_tipster_adds_is_asked_for_and_what_an_officer_sends_is_not(
    what: Happening, *, asked: bool
) -> None:
    event = ledger(what)[-1]
    assert list(to_label(event)) == ([ToLabel(CASE, event.id)] if asked else [])
