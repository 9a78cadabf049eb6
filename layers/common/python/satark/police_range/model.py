"""A police range as data: everything in which two ranges differ, ready for use.

Structure stands here; every sentence stands in `texts`, by language and dotted key, such as
`step.when.text` or `category.liquor.name`. The folder that this is read from is checked when it
is built (see `satark.police_range.build`); at run time it is loaded, already checked.
"""

from dataclasses import dataclass
from typing import Literal

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
class Likeness:
    """When two tips may be the same: filed within `days`, with `percent` of their words in common.

    Or within `metres` of each other.
    """

    days: int
    percent: int
    metres: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one tip may hold, how long an unfinished one waits, and how many are filed a day.

    `block_days`: for how long no new tip is taken of a sender who was blocked. `opening_hours`: for
    how long another office may agree that protected files are opened, and they may be, then.
    """

    evidence_per_tip: int
    characters_per_tip: int
    draft_idle_hours: int
    tips_per_day: int
    block_days: int
    opening_hours: int


@dataclass(frozen=True, slots=True)
class Retention:
    """Days. The reply address: after closing, and after the tipster's last word.

    `drafts`: the files of a tip that is not sent.
    `seals`: for so long nobody can delete a night's seal of the ledger.
    """

    reply_address_closed: int
    reply_address_idle: int
    drafts: int
    evidence: int
    quarantine: int
    seals: int
    logs: int


@dataclass(frozen=True, slots=True)
class Reports:
    """`hour` of the Indian day at which they are sent; counts below `least` are withheld.

    `recipients` are addresses of e-mail by office, `range:varanasi` or `district:jaunpur`.
    """

    hour: int
    least: int
    recipients: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Deadline:
    """Hours from filing within which an officer accepts, and reports.

    `pass_up`: hours from a reminder until the SP office is told, and then until the DIG office.
    """

    accept: int
    report: int
    pass_up: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """What an officer's question to a tipster may not ask for, by one reason.

    It may not hold any of the `phrases`; and a `thing` only as somebody else's. A word that ends
    in * stands for all that begin like it.
    """

    phrases: tuple[str, ...]
    things: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionRules:
    """By which a question to a tipster is checked; all words in every language and script.

    `you`: the tipster; `your`: the tipster's; `yours`: the tipster's own people. Words to the
    tipster are about the tipster without one of `telling`, what a tipster may be asked to do.
    `giving`: what asks for a thing outright. A thing is somebody else's behind one of `others`,
    or behind any word and one of `joints`. `spared` phrases are never held. `zero` is for numbers
    that are spelt out. `refused` is by reason, of which the first that fits counts and which has
    a text, `officer.question_<reason>`.
    """

    you: tuple[str, ...]
    your: tuple[str, ...]
    yours: tuple[str, ...]
    telling: tuple[str, ...]
    giving: tuple[str, ...]
    others: tuple[str, ...]
    joints: tuple[str, ...]
    spared: tuple[str, ...]
    zero: tuple[str, ...]
    refused: dict[str, Refusal]


@dataclass(frozen=True, slots=True)
class Signal:
    """What adds `points`, once, where one of its `signs` is found. Texts: `lexicon.<id>.name`.

    Signs are phrases that somebody may use; or the labels that a machine gives to a picture, whose
    texts are `label.<id>.name`.
    """

    id: str
    points: int
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SensitivityRules:
    """By which a tip is rated. `levels`: from which score on it is so sensitive; normal from 0.

    `media` are points by kind of file, given once.
    """

    levels: dict[Level, int]
    media: dict[str, int]
    lexicon: tuple[Signal, ...]
    labels: tuple[Signal, ...]


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
