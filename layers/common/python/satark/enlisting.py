"""How officers come into the roster: known by pseudonyms, their numbers sealed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from satark.identity import Sender
from satark.police_range.roster import RosterRow
from satark.ports import Enlistment, IdentityKeys
from satark.roster import Officer


@dataclass(frozen=True, slots=True)
class Imported:
    enlisted: int
    struck: int


def enlist(rows: Sequence[RosterRow], *, keys: IdentityKeys, enlistment: Enlistment) -> None:
    """Whoever is enlisted already keeps their place in the roster; the others come behind."""
    before = enlistment.officers()
    places = {officer_id: place for place, officer_id in enumerate(before)}
    for row in rows:
        _enlist(row, before, places, keys, enlistment)


def replace_all(
    rows: Sequence[RosterRow], *, keys: IdentityKeys, enlistment: Enlistment
) -> Imported:
    """Exactly these, in this order. Whoever is not among them is struck off."""
    before, places = enlistment.officers(), dict[str, int]()
    for row in rows:
        _enlist(row, before, places, keys, enlistment)
    struck = before.keys() - places
    for officer_id in struck:
        enlistment.strike(officer_id)
    return Imported(len(places), len(struck))


def _enlist(
    row: RosterRow,
    before: Mapping[str, Officer],
    places: dict[str, int],
    keys: IdentityKeys,
    enlistment: Enlistment,
) -> None:
    senders = [Sender.of(keys.mac(name), keys.seal(name)) for name in row.senders]
    officer = _officer(row, senders[0], before)
    enlistment.enlist(
        officer,
        pseudonyms=[sender.pseudonym for sender in senders],
        address=senders[0].address,
        position=places.setdefault(officer.id, len(places)),
    )


def _officer(row: RosterRow, sender: Sender, before: Mapping[str, Officer]) -> Officer:
    """Known by the first name under which WhatsApp tells of them: the id outlives an import."""
    officer = Officer(sender.pseudonym, row.name, row.rank, row.office, row.language)
    known = before.get(officer.id)
    if known is None:
        return officer
    return replace(
        officer,
        seen_at=known.seen_at,
        suspended=known.suspended,
        changed_at=known.changed_at,
        identity_key=known.identity_key,
    )
