"""The range office's changes to the roster: to its own officers, and told what is wrong."""

from dataclasses import dataclass
from typing import Any

from functions.roster.asked import Add, Asked, File, List, Move, Suspend
from satark.chain import range_offices
from satark.enlisting import enlist
from satark.police_range.model import PoliceRange
from satark.police_range.roster import Judged, Unreadable, judged_file, judged_row
from satark.police_range.roster_cells import offices
from satark.ports import Enlistment, IdentityKeys
from satark.roster import Officer

type Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Desk:
    keys: IdentityKeys
    enlistment: Enlistment
    police_range: PoliceRange

    def answer(self, asked: Asked) -> Answer:
        """`{"refused": why}`, or what was asked for.

        `not_yours`: who asks is no serving officer of a range office, or the other is not theirs.
        `yourself`: nobody suspends the officer who asks. `file_…`: what `Unreadable` says.
        """
        officers = self.enlistment.officers()
        asking = officers.get(asked.by)
        if asking is None or asking.suspended or not asking.office.startswith("range:"):
            return _refused("not_yours")
        own = {key: one for key, one in officers.items() if self._is_of(asking, one.office)}
        match asked:
            case List():
                return {"officers": list(map(_told, own.values()))}
            case Add():
                return self._add(asked, asking)
            case File():
                return self._read(asked, asking)
            case Move() | Suspend() if asked.officer in own:
                return self._change(asked, asking)
        return _refused("not_yours")

    def _change(self, asked: Move | Suspend, asking: Officer) -> Answer:
        if isinstance(asked, Move):
            if not self._is_of(asking, asked.office):
                return _refused("not_yours")
            self.enlistment.move(asked.officer, asked.office)
        elif asked.suspended and asked.officer == asked.by:
            return _refused("yourself")
        else:
            self.enlistment.suspend(asked.officer, suspended=asked.suspended)
        return {"done": True}

    def _is_of(self, asking: Officer, office: str) -> bool:
        there = office in offices(self.police_range)
        return there and asking.office in range_offices(office, self.police_range)

    def _add(self, asked: Add, asking: Officer) -> Answer:
        one = judged_row(1, asked.cells(), self.police_range, within=asking.office)
        if one.row is not None:
            enlist([one.row], keys=self.keys, enlistment=self.enlistment)
        return {"rows": [_verdict(one)], "taken": int(one.row is not None)}

    def _read(self, asked: File, asking: Officer) -> Answer:
        try:
            found = judged_file(asked.content, self.police_range, within=asking.office)
        except Unreadable as unreadable:
            return _refused(f"file_{unreadable.why}")
        good = [one.row for one in found if one.row is not None]
        taken = good if asked.take == len(good) else []
        enlist(taken, keys=self.keys, enlistment=self.enlistment)
        return {"rows": list(map(_verdict, found)), "taken": len(taken)}


def _refused(why: str) -> Answer:
    return {"refused": why}


def _told(officer: Officer) -> Answer:
    return {
        "id": officer.id,
        "name": officer.name,
        "rank": officer.rank,
        "office": officer.office,
        "suspended": officer.suspended,
        "changed": officer.suspended and officer.changed_at is not None,
    }


def _verdict(one: Judged) -> Answer:
    """Of a row that is wrong no cell is repeated: a number may have slipped into any."""
    row, mistakes = one.row, [{"column": m.column, "what": m.what} for m in one.mistakes]
    good = {"name": row.name, "rank": row.rank, "office": row.office} if row else {}
    return {"number": one.number, "mistakes": mistakes, **good}
