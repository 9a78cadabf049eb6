"""A desk among collections, with officers who were told of tips and write back."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from functions.officer_reply.desk import Desk
from functions.officer_reply.files import Files
from satark.case import Case, CaseEvent, Happening, TipFiled
from satark.delivery import Intent, intent_id
from satark.identity import Handle, MessageRef, SealedAddress, Sender
from satark.message import Content, InboundMessage, OutboundMessage, Text
from satark.rating import rate
from satark.roster import Officer
from satark.sensitivity import UNRATED, Sensitivity
from satark.tip import Tip
from tests.fakes import DeliveryBook, Drawer, IntakeFake, Ledger, OutboxList, RosterList
from tests.samples import AT, TIP, varanasi

SHO = Officer("sho", "प्रभारी", "SHO", "thana:ghazipur/zamania", "hi")
SP = Officer("sp", "Office", "SP", "district:ghazipur", "en")
DIG = Officer("dig", "Office", "DIG", "range:varanasi", "hi")
OTHER_SP = Officer("other", "Office", "SP", "district:jaunpur", "en")
NEIGHBOUR = Officer("neighbour", "Rai", "SHO", "thana:ghazipur/kotwali", "en")
EVERYONE = [SHO, NEIGHBOUR, SP, OTHER_SP, DIG]
ONE, TWO, THREE = "48291376", "55112233", "70000001"


def message(  # noqa: PLR0913 - a message has these parts
    content: Content | str,
    *,
    by: str = "sho",
    ref: str = "m1",
    after: timedelta = timedelta(hours=1),
    quotes: MessageRef | None = None,
    forwarded: bool = False,
) -> InboundMessage:
    said = Text(content) if isinstance(content, str) else content
    sender = Sender(f"p-{by}", f"g-{by}", SealedAddress(f"sealed-{by}"))
    return InboundMessage(MessageRef(ref), AT + after, sender, said, quotes, forwarded)


@dataclass
class Station:
    cases: Ledger = field(default_factory=Ledger)
    roster: RosterList = field(default_factory=lambda: RosterList([SHO, SP]))
    deliveries: DeliveryBook = field(default_factory=DeliveryBook)
    desks: Drawer = field(default_factory=Drawer)
    outbox: OutboxList = field(default_factory=OutboxList)
    intake: IntakeFake = field(default_factory=IntakeFake)
    refs: "count[int]" = field(default_factory=count)

    @property
    def desk(self) -> Desk:
        files = Files(self.cases, self.roster, self.deliveries, self.intake, varanasi())
        return Desk(files, self.desks, self.outbox)

    def file(
        self, *case_ids: str, tip: Tip = TIP, told: tuple[str, ...] = ("sho", "sp")
    ) -> "Station":
        """Tips that these officers were alerted of, the later ones later."""
        for case_id in case_ids:
            at = AT + timedelta(minutes=len(self.cases.by_case))
            filed = TipFiled(replace(tip, filed_at=at), Handle(f"h-{case_id}"), _rated(tip))
            self.cases.add(CaseEvent(case_id, 1, f"filed-{case_id}", at, filed))
            for officer_id in told:
                self.tell(officer_id, case_id, intent_id(f"filed-{case_id}", officer_id, 0), at)
        return self

    def tell(self, officer_id: str, case_id: str | None, id_: str, at: datetime) -> MessageRef:
        """What the courier notes of a message to an officer."""
        self.deliveries.begin(Intent(id_, at, officer_id=officer_id, case_id=case_id))
        ref = MessageRef(f"to-{officer_id}-{case_id}-{next(self.refs)}")
        self.deliveries.sent(id_, ref, at)
        return ref

    def alert(self, officer_id: str, case_id: str) -> MessageRef:
        """The ref of the message that told this officer of this tip."""
        id_ = intent_id(f"filed-{case_id}", officer_id, 0)
        return next(ref for ref, intent in self.deliveries.refs.items() if intent == id_)

    def receive(self, *messages: InboundMessage) -> list[OutboundMessage]:
        """The replies, as the courier gets them."""
        before = len(self.outbox.accepted)
        for received in messages:
            self.desk.take(received)
        return self.outbox.accepted[before:]

    def recorded(self, case_id: str) -> list[Happening]:
        """What stands on the case beyond its filing."""
        return [event.what for event in self.cases.events(case_id)[1:]]

    def case(self, case_id: str) -> Case:
        return Case.of(self.cases.events(case_id))


def _rated(tip: Tip) -> Sensitivity:
    """As the flow rates it; a category that the range has not got was rated by an older one."""
    known = {category.id for category in varanasi().categories}
    return rate(tip, varanasi()) if tip.category in known else UNRATED
