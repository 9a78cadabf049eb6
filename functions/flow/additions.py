"""What a tipster adds to a filed tip goes to the case at once, message by message."""

from dataclasses import replace

from functions.flow.aside import Aside, Visit, invited
from functions.flow.commands import in_danger
from functions.flow.contributions import in_an_album, written
from functions.flow.session import Matter
from functions.flow.voice import Voice
from satark.case import TipExtended
from satark.message import Edited, Media, Pin, Text


def has_room(matter: Matter, at_most: int) -> bool:
    return matter.added < at_most


def added(visit: Visit, matter: Matter) -> Aside:
    happened = _told(visit, matter)
    if happened is None or not has_room(matter, visit.police_range.limits.evidence_per_tip):
        return replace(_thanked(visit, matter, "note.full"), urgent=True)
    more = replace(matter, added=matter.added + 1)
    evidence = happened.evidence
    if evidence and evidence.state != "kept":
        told = _thanked(visit, more, f"note.{evidence.state}")
        return replace(told, happened=happened, urgent=True)
    if evidence and in_an_album(matter.thanked_at, visit.message.at):
        return Aside(replace(more, adding=True), happened=happened)
    more = replace(more, thanked_at=visit.message.at if evidence else more.thanked_at)
    return replace(_thanked(visit, more, "filed.added"), happened=happened)


def _told(visit: Visit, matter: Matter) -> TipExtended | None:
    """None for a file that was not fetched, as there was no room."""
    match visit.message.content:
        case Text(body=words) | Edited(body=words):
            return TipExtended(words, answers=matter.answers)
        case Media() if visit.evidence:
            return TipExtended(evidence=visit.evidence, answers=matter.answers)
        case Pin() as pin:
            return TipExtended(written(pin), answers=matter.answers)
    return None


def _thanked(visit: Visit, matter: Matter, key: str) -> Aside:
    voice = Voice(visit.police_range, matter.language)
    notes = [voice.text(key)]
    content = visit.message.content
    if isinstance(content, Text) and in_danger(content.body, visit.police_range):
        notes.insert(0, voice.text("note.danger"))
    return invited(visit, matter, "\n\n".join(notes))
