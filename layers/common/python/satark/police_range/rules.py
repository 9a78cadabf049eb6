"""What a range decides by number, word or point: limits, times, questions, sensitivity."""

from dataclasses import dataclass

from satark.sensitivity import Level


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
    `reports`: the files of what was mailed to the offices.
    """

    reply_address_closed: int
    reply_address_idle: int
    drafts: int
    evidence: int
    quarantine: int
    seals: int
    reports: int
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
