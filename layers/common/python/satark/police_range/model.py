"""A police range as data: everything in which two ranges differ, ready for use.

Structure stands here; every sentence stands in `texts`, by language and dotted key, such as
`step.when.text` or `category.liquor.name`. The folder that this is read from is checked when it
is built (see `satark.police_range.build`); at run time it is loaded, already checked.
"""

from dataclasses import dataclass
from typing import Literal

from satark.police_range.rules import (
    Deadline,
    Likeness,
    Limits,
    QuestionRules,
    Reports,
    Retention,
    SensitivityRules,
)
from satark.sensitivity import Level
from satark.tip import Conflict

StepKind = Literal[
    "language",
    "notice",
    "menu",
    "category",
    "questions",
    "district",
    "thana",
    "place",
    "evidence",
    "review",
    "receipt",
]


@dataclass(frozen=True, slots=True)
class Place:
    """A range, district, circle or thana. Texts: `place.<id>.name`. Ids: `jaunpur/kotwali`.

    `aliases` are spelling variants in any script; `parent` is the id of the level above.
    """

    id: str
    parent: str
    aliases: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A tap answer. `conflict` says whose conduct the tip is about, if this is chosen.

    `urgent`: somebody may be in danger just now, and is sent to 112 first. `points` count towards
    how sensitive the tip is.
    """

    id: str
    conflict: Conflict = Conflict.NONE
    urgent: bool = False
    points: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A category's follow-up. Texts: `category.<c>.question.<q>.text` and `….choice.<id>`.

    With `hint`, `….hint` is shown below the question while it is asked, and nowhere else.
    """

    id: str
    choices: tuple[Choice, ...]
    hint: bool = False


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of illegal activity. Texts: `category.<id>.name` and `.description` (may be empty)."""

    id: str
    sensitivity: Level
    questions: tuple[Question, ...]
    protects: bool = False
    """It concerns women or children: their media never goes out over WhatsApp."""
    conflict: Conflict = Conflict.NONE


@dataclass(frozen=True, slots=True)
class Step:
    """One question of the dialogue. Texts: `step.<id>.text` and `step.<id>.choice.<choice>`.

    A notice is none: it stands above the question after it.
    """

    id: str
    kind: StepKind
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A WhatsApp template as submitted to Meta, one per language that it exists in.

    Texts of a template are not in `texts`: Meta holds the approved copy.
    `body` has {{1}}, {{2}}… `buttons` are quick-reply labels.
    """

    name: str
    language: str
    body: str
    buttons: tuple[str, ...] = ()
    category: Literal["UTILITY"] = "UTILITY"


@dataclass(frozen=True, slots=True)
class PoliceRange:
    """`languages` in the order in which they are offered; the first is the base of all texts.

    `words` are the commands (help, back, restart, done, skip…) and the languages, each with all
    its spellings in all languages and scripts; `numbers` the words for 1, 2, 3… likewise.
    `commands` are what officers may type besides the labels of their buttons.
    `version` is the SHA-256 of all of it, hex.
    """

    id: str
    zone: str
    languages: tuple[str, ...]
    ranges: tuple[Place, ...]
    districts: tuple[Place, ...]
    circles: tuple[Place, ...]
    thanas: tuple[Place, ...]
    categories: tuple[Category, ...]
    steps: tuple[Step, ...]
    words: dict[str, tuple[str, ...]]
    numbers: tuple[tuple[str, ...], ...]
    commands: dict[str, tuple[str, ...]]
    questions: QuestionRules
    sensitivity: SensitivityRules
    templates: tuple[TemplateText, ...]
    deadlines: dict[Level, Deadline]
    likeness: Likeness
    limits: Limits
    retention: Retention
    reports: Reports
    texts: dict[str, dict[str, str]]
    version: str

    def text(self, language: str, key: str, /, **values: object) -> str:
        """The sentence under this key, with `{name}`s filled in; the base language stands in.

        Raises KeyError for a key that the range has not got: the build makes sure that it has.
        """
        spoken = self.texts.get(language, {})
        sentence = spoken[key] if key in spoken else self.texts[self.languages[0]][key]
        return sentence.format(**values) if values else sentence

    def name(self, language: str, key: str, *, otherwise: str) -> str:
        """The text under a key made of an id: a case outlives the lists that its ids came from."""
        try:
            return self.text(language, key)
        except KeyError:
            return otherwise

    def category(self, category_id: str) -> Category:
        return next(found for found in self.categories if found.id == category_id)

    def thana(self, thana_id: str) -> Place:
        return next(found for found in self.thanas if found.id == thana_id)

    def thanas_of(self, district_id: str) -> tuple[Place, ...]:
        return tuple(thana for thana in self.thanas if thana.id.startswith(f"{district_id}/"))
