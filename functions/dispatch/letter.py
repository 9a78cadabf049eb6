"""All that one event says to one person, in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from satark.case import CaseEvent
from satark.delivery import intent_id
from satark.message import OutboundMessage, Outgoing, Template, ToOfficer, ToTipster


@dataclass(frozen=True, slots=True)
class Letter:
    """`template` takes the place of the first content outside the window; the rest waits then."""

    to: ToOfficer | ToTipster
    contents: tuple[Outgoing, ...]
    template: Template | None = None

    def messages(self, event: CaseEvent) -> Iterator[OutboundMessage]:
        """The same event gives the same messages under the same ids."""
        group = self._group
        for position, content in enumerate(self.contents):
            yield OutboundMessage(
                id=intent_id(event.id, group, position),
                at=event.at,
                group=group,
                to=self.to,
                content=content,
                template=None if position else self.template,
                case_id=event.case_id,
            )

    @property
    def _group(self) -> str:
        match self.to:
            case ToOfficer(officer_id=officer_id):
                return officer_id
            case ToTipster(handle=handle):
                return handle
