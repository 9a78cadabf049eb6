"""Does what a form asked for, once: by the code that decides what officers write on WhatsApp."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from functions.dashboard.visit import Visit
from satark.case import Case, Happening
from satark.chain import may_hear
from satark.command.awaited import Detail
from satark.command.deciding import decide
from satark.command.recording import Cause, Outcome, record_once
from satark.command.request import Command
from satark.command.scene import Decision, Scene


@dataclass(frozen=True, slots=True)
class Done:
    """`event_id` of the first that was recorded; of none, where `words` say why nothing was."""

    event_id: str | None
    words: str


def scene_of(visit: Visit) -> Scene | None:
    """None for whoever is no officer. Answers are in the language of the page."""
    stores = visit.stores
    officer = stores.roster.officer(visit.viewer.id)
    if officer is None or visit.viewer.role == "auditor":
        return None
    reader = replace(officer, language=visit.language)

    def found(case_id: str) -> Case | None:
        events = stores.cases.events(case_id)
        case = Case.of(events) if events else None
        return case if case and may_hear(officer, case, stores.police_range) else None

    return Scene(
        officer=reader,
        at=visit.at,
        roster=stores.roster,
        police_range=stores.police_range,
        told=found,
        open_cases=tuple,
        awaited=None,
    )


def causes(visit: Visit) -> tuple[Cause, Cause]:
    """Of the form's own event, and of the details. The same form with other words is another.

    What it sends has a number that no other form has, so what is sent twice is done once.
    """
    names = ("form", visit.viewer.id, visit.path, visit.body)
    return Cause.of(*names, at=visit.at), Cause.of(*names, "details", at=visit.at)


def do(case_id: str, commands: Iterable[Command], scene: Scene, visit: Visit) -> Done:
    """After a refused command none is done. Raises Conflicted where others write all the time."""
    recorded: list[str] = []
    words = ""
    for command, cause in zip(commands, causes(visit), strict=False):
        decision = _record(case_id, command, cause, scene, visit).decision
        words = decision.answer.text if decision.answer else ""
        if decision.what is not None:
            recorded.append(cause.event_id)
        elif not isinstance(decision.awaits, Detail):
            break
    return Done(next(iter(recorded), None), words)


def _record(case_id: str, command: Command, cause: Cause, scene: Scene, visit: Visit) -> Outcome:
    def decided(case: Case, _: Happening | None) -> Decision:
        return decide(case, scene, command, None)

    stores = visit.stores
    return record_once(stores.cases, stores.police_range, case_id, cause, decided)
