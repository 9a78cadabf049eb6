"""The taps under a case's messages: an id says what is done, and to which case."""

from dataclasses import dataclass

from satark.case import Case, Status
from satark.chain import is_superior, may_block, may_decide
from satark.message import Ask, Option, Say
from satark.opening import protected_files, waiting
from satark.police_range.model import PoliceRange
from satark.roster import Officer

OPEN = "open"
ANSWER, DECLINE = "answer", "decline"
"""A tipster's, under a question: `answer:<id of the OfficerAsked event>`. See CaseHeads.asked."""

HELPFUL, YES, NO = "helpful", "yes", "no"
"""A tipster's, under the news that the case is closed, which the tap quotes: `helpful:yes`."""

DOUBTED, GENUINE = "doubted", "genuine"
"""The range office's, on an officer: `doubted:<officer>`, `genuine:<officer>:<time of change>`."""

_OFFERED: dict[Status, tuple[str, ...]] = {
    "received": (
        "accepted",
        "action_taken",
        "nothing_found",
        "false_information",
        "not_mine",
        "ask",
    ),
    "accepted": (
        "in_progress",
        "action_taken",
        "nothing_found",
        "false_information",
        "not_mine",
        "ask",
    ),
    "action_taken": ("closed", "ask"),
    "closed": (),
}


@dataclass(frozen=True, slots=True)
class CaseTap:
    """`verb` is an Action or another deed; `argument` is what it is done with, if anything."""

    verb: str
    case_id: str
    argument: str = ""


def tap_id(verb: str, case_id: str, argument: str = "") -> str:
    return ":".join((verb, case_id, argument) if argument else (verb, case_id))


def read_tap(tap: str) -> CaseTap | None:
    """None for an id that is not of this kind."""
    verb, _, rest = tap.partition(":")
    case_id, _, argument = rest.partition(":")
    return CaseTap(verb, case_id, argument) if case_id else None


def offered(case: Case, officer: Officer, police_range: PoliceRange) -> tuple[str, ...]:
    """The verbs that make sense for this officer now; none on a closed case or another's."""
    deeds = _OFFERED[case.status]
    if not deeds or not may_decide(officer, case, police_range):
        return ()
    if not is_superior(officer.office):
        return deeds
    acts = (deed for deed in deeds if deed != "not_mine")
    block = ("block",) if may_block(officer, case) else ()
    own = ("assign", *acts, "transfer", "duplicate", *block)
    if not protected_files(case):
        return own
    asked = waiting(case, case.events[-1].at, police_range)
    return ("open_files" if asked is None else "agree_opening", *own)


def with_actions(body: str, case: Case, officer: Officer, police_range: PoliceRange) -> Ask | Say:
    """The body with the taps that the officer may follow it with."""
    language = officer.language
    options = tuple(
        Option(tap_id(verb, case.case_id), police_range.text(language, f"officer.{verb}"))
        for verb in offered(case, officer, police_range)
    )
    if not options:
        return Say(body)
    return Ask(body, options, police_range.text(language, "officer.list_button"))
