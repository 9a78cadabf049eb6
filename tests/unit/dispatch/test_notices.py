"""Who hears of which event, and under which ids."""

import re
from itertools import combinations

import pytest

from satark.case import (
    Action,
    AlertOpened,
    AlertProgressed,
    Happening,
    OfficerActed,
    OfficerReported,
)
from satark.identity import Handle
from satark.message import Ask, OutboundMessage, Say, Template, ToOfficer, ToTipster
from satark.roster import Officer
from satark.tip import Conflict
from tests.samples import varanasi
from tests.unit.dispatch.stage import CASE, CHAIN, DIG, SP, about, ledger, said, to_tipster

EVERY_KIND: list[Happening] = [
    AlertProgressed("sho", "delivered"),
    AlertOpened("sho"),
    OfficerActed("sho", "accepted"),
    OfficerReported("sho", "मिला"),
    OfficerActed("sp", "closed"),
]


def officers_told(messages: list[OutboundMessage]) -> set[str]:
    return {message.to.officer_id for message in messages if isinstance(message.to, ToOfficer)}


def test_each_event_is_told_to_exactly_those_who_should_hear() -> None:
    events = ledger(*EVERY_KIND)
    assert [officers_told(said(events, at=seq)) for seq in range(6)] == [
        {"sho", "sp", "dig"},
        set(),
        {"sho"},
        {"sp", "dig"},
        {"sp", "dig"},
        {"sho", "dig"},
    ]
    assert [len(to_tipster(said(events, at=seq))) for seq in range(6)] == [0, 0, 0, 1, 1, 1]


def test_an_event_says_the_same_whatever_has_happened_since() -> None:
    events = ledger(*EVERY_KIND)
    for count in range(1, len(events) + 1):
        assert said(events[:count]) == said(events, at=count - 1)


def test_ids_are_opaque_and_no_two_messages_share_one() -> None:
    events = ledger(*EVERY_KIND)
    ids = [message.id for seq in range(len(events)) for message in said(events, at=seq)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[0-9a-f]{64}", id_) and CASE not in id_ for id_ in ids)


def test_messages_carry_the_events_time_and_the_groups_of_their_readers() -> None:
    events = ledger(*EVERY_KIND)
    for seq, event in enumerate(events):
        for message in said(events, at=seq):
            assert message.at == event.at
            match message.to:
                case ToOfficer(officer_id=officer_id):
                    assert (message.group, message.case_id) == (officer_id, CASE)
                case ToTipster(handle=handle):
                    assert (message.group, message.case_id) == (handle, CASE)


@pytest.mark.parametrize("conflict", [Conflict.STATION, Conflict.DISTRICT])
def test_whoever_may_not_hear_of_a_tip_never_does_later(conflict: Conflict) -> None:
    tip = about(conflict=conflict)
    barred = {"sho"} if conflict is Conflict.STATION else {"sho", "sp"}
    events = ledger(*EVERY_KIND, AlertOpened("sp"), tip=tip)
    told = set[str]().union(*(officers_told(said(events, at=seq)) for seq in range(len(events))))
    assert told & barred == set()


def test_an_officer_who_moved_away_cannot_open_the_tip_any_more() -> None:
    moved = Officer("sho", "प्रभारी", "SHO", "thana:jaunpur/kotwali", "hi")
    assert said(ledger(AlertOpened("sho")), officers=[moved, SP, DIG]) == []
    assert said(ledger(AlertOpened("sho")), officers=[SP, DIG]) == []


def test_a_circle_officer_who_was_told_may_open_the_tip_after_the_thana_got_an_officer() -> None:
    circle = next(thana.parent for thana in varanasi().thanas if thana.id == "ghazipur/zamania")
    co = Officer("co", "CO", "CO", f"circle:{circle}", "en")
    assert officers_told(said(ledger(AlertOpened("co")), officers=[*CHAIN, co])) == {"co"}


def test_the_tipster_is_told_in_the_tips_language_under_its_handle_alone() -> None:
    events = ledger(OfficerActed("sho", "accepted"), tip=about(language="en"))
    [message] = to_tipster(said(events))
    assert message.to == ToTipster(Handle("h1"))
    words = varanasi().text("en", "update.accepted")
    assert message.content == Say(words)
    assert message.template == Template("tip_update", "en", (words,))


@pytest.mark.parametrize(
    ("happened", "heard"),
    [
        ([OfficerActed("sho", "accepted"), OfficerActed("sp", "accepted")], ["accepted", None]),
        ([OfficerReported("sho", "a"), OfficerActed("sho", "accepted")], ["action_taken", None]),
        ([OfficerActed("sho", "nothing_found")], ["closed"]),
        ([OfficerActed("sho", "false_information")], ["closed"]),
        ([OfficerActed("sho", "closed"), OfficerReported("sho", "a")], ["closed", None]),
        ([AlertOpened("sho"), AlertProgressed("sho", "read")], [None, None]),
    ],
)
def test_the_tipster_hears_of_each_change_once_and_of_nothing_else(
    happened: list[Happening], heard: list[str | None]
) -> None:
    events = ledger(*happened)
    told = [to_tipster(said(events, at=seq)) for seq in range(1, len(events))]
    texts = [[varanasi().text("hi", f"update.{status}")] if status else [] for status in heard]
    assert [
        [
            message.content.body.partition("\n")[0]
            for message in messages
            if isinstance(message.content, Say | Ask)
        ]
        for messages in told
    ] == texts


def test_with_the_news_that_it_is_over_comes_one_question_in_the_window_alone() -> None:
    [update] = to_tipster(said(ledger(OfficerActed("sho", "closed"), tip=about(language="en"))))
    closed, helpful = (varanasi().text("en", f"update.{key}") for key in ("closed", "helpful"))
    assert isinstance(update.content, Ask)
    assert update.content.body == f"{closed}\n\n{helpful}"
    assert [option.id for option in update.content.options] == ["helpful:yes", "helpful:no"]
    assert update.template == Template("tip_update", "en", (closed,))


@pytest.mark.parametrize("action", ["accepted", "action_taken"])
def test_nothing_is_asked_while_it_goes_on(action: Action) -> None:
    [update] = to_tipster(said(ledger(OfficerActed("sho", action))))
    assert isinstance(update.content, Say)


def test_what_a_tipster_hears_of_an_unfounded_tip_is_what_all_hear_at_the_end() -> None:
    endings: tuple[Action, ...] = ("nothing_found", "false_information", "closed")
    told = [to_tipster(said(ledger(OfficerActed("sho", ending))))[0].content for ending in endings]
    assert all(one == other for one, other in combinations(told, 2))


def test_no_officer_is_told_the_handle() -> None:
    events = ledger(*EVERY_KIND)
    for seq in range(len(events)):
        assert all("h1" not in repr(message.content) for message in said(events, at=seq))
