from dataclasses import dataclass

from functions.flow.filing import Filed
from functions.flow.session import Session
from satark.case import TipExtended, TipsterRated
from satark.message import Outgoing
from satark.standing import CaseHead


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a message comes to. `happened` goes to the case behind the head."""

    session: Session
    replies: tuple[Outgoing, ...] = ()
    filed: Filed | None = None
    happened: tuple[CaseHead, TipExtended | TipsterRated] | None = None
