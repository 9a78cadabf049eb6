"""From what a message names to the case, as far as the flow may see it."""

from collections.abc import Iterable
from dataclasses import dataclass

from functions.flow.derived import receipt_key
from functions.flow.naming import ByCode, ByQuestion, ByQuote, Held, Named, Reference
from satark.ports import CaseHeads, Receipts, SentMessages


@dataclass(frozen=True, slots=True)
class Finder:
    heads: CaseHeads
    receipts: Receipts
    deliveries: SentMessages
    pepper: bytes

    def find(self, references: Iterable[Reference]) -> Named | None:
        for reference in references:
            case_id = self._case_id(reference)
            if case_id and (head := self.heads.head(case_id)):
                rating = isinstance(reference, ByQuote) and reference.rating
                return Named(reference, head, rating and self.heads.rated(case_id))
        return None

    def _case_id(self, reference: Reference) -> str | None:
        match reference:
            case ByCode(code=code):
                return self.receipts.case_of(receipt_key(self.pepper, code))
            case ByQuote(ref=ref):
                intent = self.deliveries.by_ref(ref)
                return intent.case_id if intent else None
            case ByQuestion(question_id=question_id):
                return self.heads.asked(question_id)
            case Held(case_id=case_id):
                return case_id
