"""One small module per kind of step: how it asks, and what answers it."""

from functions.flow.steps.category import Category
from functions.flow.steps.district import District
from functions.flow.steps.evidence import EvidenceStep
from functions.flow.steps.kind import Kind
from functions.flow.steps.language import Language
from functions.flow.steps.menu import MenuStep
from functions.flow.steps.one_of import OneOf
from functions.flow.steps.place import PlaceStep
from functions.flow.steps.questions import Questions
from functions.flow.steps.review import Review
from functions.flow.steps.thana import ThanaStep
from satark.police_range.model import StepKind

KINDS: dict[StepKind, Kind] = {
    "language": OneOf(Language()),
    "menu": OneOf(MenuStep()),
    "category": OneOf(Category()),
    "questions": OneOf(Questions()),
    "district": OneOf(District()),
    "thana": ThanaStep(),
    "place": PlaceStep(),
    "evidence": EvidenceStep(),
    "review": Review(),
}

__all__ = ["KINDS", "Kind"]
