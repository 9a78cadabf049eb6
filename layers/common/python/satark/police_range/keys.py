"""Which texts a folder must hold: the code's own, and those of its steps, categories and places."""

from collections.abc import Iterator

from satark.police_range.dashboard_texts import DASHBOARD
from satark.police_range.folder import Folder
from satark.police_range.office_texts import OFFICE_PAGES
from satark.police_range.report_vocabulary import REPORTS
from satark.police_range.source import CategorySource, StepSource
from satark.police_range.texts import UNKNOWN
from satark.police_range.vocabulary import (
    BODY,
    CHOSEN,
    SIGNAL,
    STEP_VALUES,
    VOCABULARY,
    Text,
)
from satark.whatsapp.limits import ASK_BODY, ROW_DESCRIPTION, ROW_TITLE

_TITLE = Text(ROW_TITLE, one_line=True)
_SIGNAL = Text(SIGNAL, one_line=True)
_DESCRIPTION = Text(ROW_DESCRIPTION, one_line=True)
"""How a title fits depends on its menu too: see `checks.menus`."""


def expected(folder: Folder) -> dict[str, Text]:
    """By key. Empty where the files that decide it could not be read."""
    if not (folder.range and folder.categories and folder.conversation and folder.sensitivity):
        return {}
    known = VOCABULARY | REPORTS | DASHBOARD | OFFICE_PAGES
    for name, step in folder.conversation.step.items():
        known |= dict(_of_step(name, step))
    for name, category in folder.categories.category.items():
        known |= dict(_of_category(f"category.{name}", category))
    known |= {f"lexicon.{name}.name": _SIGNAL for name in folder.sensitivity.lexicon}
    known |= {f"label.{name}.name": _SIGNAL for name in folder.sensitivity.label}
    names = {f"{folder.language_choices}.{language}": _TITLE for language in folder.spoken}
    return known | names | {f"place.{row.place.id}.name": _TITLE for row in folder.rows}


def _of_step(name: str, step: StepSource) -> Iterator[tuple[str, Text]]:
    if step.kind != "questions":
        yield f"step.{name}.text", Text(ASK_BODY, STEP_VALUES.get(step.kind, frozenset()))
    for choice in step.choice if step.kind != "language" else ():
        yield f"step.{name}.choice.{choice}", _TITLE
    if step.kind == "menu":
        yield f"review.{name}", CHOSEN


def _of_category(key: str, category: CategorySource) -> Iterator[tuple[str, Text]]:
    yield f"{key}.name", _TITLE
    if category.description:
        yield f"{key}.description", _DESCRIPTION
    for name, question in category.question.items():
        yield f"{key}.question.{name}.text", BODY
        if question.hint:
            yield f"{key}.question.{name}.hint", BODY
        for choice in (*question.choice, UNKNOWN):
            yield f"{key}.question.{name}.choice.{choice}", _TITLE
