"""How somebody is spoken to whose language may not be known: then in all of them at once."""

from dataclasses import dataclass

from satark.message import Ask, Option
from satark.police_range.model import PoliceRange
from satark.whatsapp.limits import BUTTON_TITLE

_NUMBERED = BUTTON_TITLE - len("1. ")


@dataclass(frozen=True, slots=True)
class Voice:
    police_range: PoliceRange
    language: str | None

    def text(self, key: str, /, **values: object) -> str:
        return "\n\n".join(self._texts(key, **values))

    def ask(self, body: str, *choices: tuple[str, str]) -> Ask:
        """Up to three choices: the id of a tap, and the key of its label."""
        numbered = len(choices) > 1
        options = tuple(
            Option(tap, f"{count}. {self._label(key)}" if numbered else self._label(key))
            for count, (tap, key) in enumerate(choices, 1)
        )
        return Ask(body, options, self._label("note.list_button"))

    def _label(self, key: str) -> str:
        """Of all languages where they fit beside each other, else of the first."""
        labels = self._texts(key)
        together = " / ".join(labels)
        return together if len(together) <= _NUMBERED else labels[0]

    def _texts(self, key: str, **values: object) -> tuple[str, ...]:
        spoken = (self.language,) if self.language else self.police_range.languages
        texts = (self.police_range.text(language, key, **values) for language in spoken)
        return tuple(dict.fromkeys(texts))
