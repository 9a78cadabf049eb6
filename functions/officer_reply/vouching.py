"""Whether whoever writes from an officer's number is still that officer: the range office says.

Outside the window a template tells of the change; its button brings the question, whose button is
the answer. So nobody is vouched for by one tap on a phone that was not looked at.
"""

from collections.abc import Iterator

from functions.officer_reply.reading import Vouch
from satark.chain import office_name, range_offices
from satark.command.scene import Answer, Scene
from satark.delivery import intent_id
from satark.message import (
    Ask,
    DeliveryStatus,
    InboundMessage,
    Option,
    OutboundMessage,
    Template,
    ToOfficer,
)
from satark.police_range.model import PoliceRange
from satark.ports import Roster
from satark.roster import Officer
from satark.taps import DOUBTED, GENUINE, tap_id
from satark.templates import template_language


def strange(officer: Officer, identity_key: str | None) -> bool:
    """Whether it is another phone or SIM than the one that is trusted, if any is."""
    known = officer.identity_key
    return None not in {known, identity_key} and known != identity_key


def told(
    message: InboundMessage | DeliveryStatus,
    doubted: Officer,
    roster: Roster,
    police_range: PoliceRange,
) -> Iterator[OutboundMessage]:
    """To everyone in service at the range office above, that an officer is suspended, and why."""
    for office in range_offices(doubted.office, police_range):
        for reader in roster.holding(office):
            yield OutboundMessage(
                id=intent_id(f"change {message.ref}", reader.id, 0),
                at=message.at,
                group=reader.id,
                to=ToOfficer(reader.id),
                content=_asked(doubted, reader.language, police_range),
                template=_alert(doubted, reader.language, police_range),
            )


def vouched(said: Vouch, scene: Scene, roster: Roster) -> Answer:
    doubted = roster.officer(said.officer_id)
    above = range_offices(doubted.office, scene.police_range) if doubted else ()
    if doubted is None or scene.officer.office not in above or doubted.id == scene.officer.id:
        return Answer(scene.text("vouch_barred"))
    language, police_range = scene.officer.language, scene.police_range
    if not doubted.suspended or _lifted(doubted, said, roster):
        return Answer(scene.text("vouched", officer=_named(doubted, language, police_range)))
    asked = _asked(doubted, language, police_range)
    return Answer(asked.body, asked.options)


def _lifted(doubted: Officer, said: Vouch, roster: Roster) -> bool:
    change = doubted.changed_at
    if change is None or change.isoformat() != said.of:
        return False
    return roster.vouch(doubted.id, change)


def _asked(doubted: Officer, language: str, police_range: PoliceRange) -> Ask:
    """The tap names the change, so that it says nothing of a later one."""
    named = _named(doubted, language, police_range)
    change = doubted.changed_at
    tap = tap_id(GENUINE, doubted.id, change.isoformat() if change else "")
    return Ask(
        police_range.text(language, "officer.doubted", officer=named),
        (Option(tap, police_range.text(language, "officer.genuine")),),
        police_range.text(language, "officer.list_button"),
    )


def _alert(doubted: Officer, language: str, police_range: PoliceRange) -> Template:
    spoken = template_language("officer_changed", language, police_range)
    named = _named(doubted, spoken, police_range)
    return Template("officer_changed", spoken, (named,), (tap_id(DOUBTED, doubted.id),))


def _named(officer: Officer, language: str, police_range: PoliceRange) -> str:
    place = office_name(officer.office, police_range, language)
    return police_range.text(
        language, "officer.officer_named", rank=officer.rank, name=officer.name, office=place
    )
