"""The WhatsApp templates that the code sends: what it fills in, and which buttons it answers."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class TemplateShape:
    """How many values the code fills into a template's body, and how many buttons it answers."""

    values: int
    buttons: int


TEMPLATES: Final = {
    "tip_alert": TemplateShape(values=1, buttons=1),
    "tip_reminder": TemplateShape(values=2, buttons=1),
    "tip_update": TemplateShape(values=1, buttons=0),
    "tip_question": TemplateShape(values=1, buttons=2),
    "officer_changed": TemplateShape(values=1, buttons=1),
}
