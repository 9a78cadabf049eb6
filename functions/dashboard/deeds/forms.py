"""The form of a deed, with what was typed into it if it has just been refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from functions.dashboard.deeds.fields import FIELDS, Field
from functions.dashboard.deeds.names import Name
from functions.dashboard.words import Words
from satark.case import BlockReason, Case
from satark.chain import office_name
from satark.command.scene import Scene
from satark.command.superiors import candidates, destinations, district_name

AT_ONCE: Final[frozenset[Name]] = frozenset({"accepted", "in_progress"})
"""What takes a case on: a button in the open. The others are opened first."""
PLAIN: Final = AT_ONCE | {"assign", "transfer", "unblock"}
"""What needs no hint."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A form that was not done: what was typed, why, and the field that it is about, if any."""

    name: Name
    form: Mapping[str, str]
    why: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A field with what stands in it; `wrong`: the refusal is about it."""

    field: Field
    label: str
    value: str
    choices: tuple[Choice, ...]
    wrong: bool


@dataclass(frozen=True, slots=True)
class Form:
    """`why` it was not done is empty, unless it was just refused."""

    name: Name
    label: str
    hint: str
    asked: tuple[Asked, ...]
    why: str

    @property
    def at_once(self) -> bool:
        return self.name in AT_ONCE


@dataclass(frozen=True, slots=True)
class Forms:
    case: Case
    scene: Scene
    words: Words
    tried: Tried | None

    def of(self, name: Name) -> Form:
        tried = self.tried if self.tried and self.tried.name == name else None
        return Form(
            name=name,
            label=self._label(name),
            hint="" if name in PLAIN else self.words(f"hint_{name}"),
            asked=tuple(self._asked(field, tried) for field in FIELDS.get(name, ())),
            why=tried.why if tried else "",
        )

    def _label(self, name: Name) -> str:
        """As on WhatsApp."""
        if name == "note":
            return self.words("deed_note")
        return self.scene.text("duplicate" if name == "merge" else name)

    def _asked(self, field: Field, tried: Tried | None) -> Asked:
        return Asked(
            field=field,
            label=self.words(f"field_{field.name}"),
            value=tried.form.get(field.name, "") if tried else "",
            choices=tuple(self._choices(field)),
            wrong=tried is not None and tried.field == field.name,
        )

    def _choices(self, field: Field) -> Iterator[Choice]:
        case, scene = self.case, self.scene
        match field.name:
            case "officer":
                for one in candidates(case, scene):
                    place = office_name(one.office, scene.police_range, scene.officer.language)
                    yield Choice(one.id, f"{place}: {one.rank} {one.name}")
            case "district":
                for district in destinations(case, scene):
                    yield Choice(district, district_name(district, scene))
            case "reason":
                for reason in get_args(BlockReason):
                    yield Choice(reason, scene.text(f"block_{reason}"))
