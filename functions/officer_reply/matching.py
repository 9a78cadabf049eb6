"""Which tip an officer's message is about."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import chain

from satark.command.tip_numbers import dashed_numbers_in, numbers_in, without_numbers


@dataclass(frozen=True, slots=True)
class Clues:
    """The case that the tap names, the case of the quoted message, and the officer's words."""

    tapped: str | None = None
    quoted: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class About:
    case_id: str


@dataclass(frozen=True, slots=True)
class NotTold:
    """The message names a tip that this officer was never sent, or that does not exist."""

    case_id: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """It may be any of these; of none, where the officer has no open tip."""

    case_ids: tuple[str, ...]


Match = About | NotTold | Unclear


def match(clues: Clues, told: Collection[str], open_tips: Callable[[], Sequence[str]]) -> Match:
    """The tip that the first of these names.

    1. a tap, which can only come from our own message;
    2. the quoted message and the numbers in the words, of tips that the officer was sent: if they
       name one tip it is that, if several we ask;
    3. what is written as only a tip's number is, `4829-1376`, or stands alone: it is no tip of
       this officer's;
    4. the officer's open tips: if there is one it is that, otherwise we ask.
    """
    if clues.tapped is not None:
        return About(clues.tapped) if clues.tapped in told else NotTold(clues.tapped)
    if named := _named(clues, told):
        return _the_one_of(named)
    if (meant := _certainly_meant(clues.words)) is not None:
        return NotTold(meant)
    return _the_one_of(tuple(open_tips()))


def _named(clues: Clues, told: Collection[str]) -> tuple[str, ...]:
    quoted = () if clues.quoted is None else (clues.quoted,)
    candidates = chain(quoted, numbers_in(clues.words))
    return tuple(dict.fromkeys(case_id for case_id in candidates if case_id in told))


def _the_one_of(case_ids: tuple[str, ...]) -> Match:
    return About(case_ids[0]) if len(case_ids) == 1 else Unclear(case_ids)


def _certainly_meant(words: str) -> str | None:
    alone = () if without_numbers(words).strip() else numbers_in(words)
    return next(chain(dashed_numbers_in(words), alone), None)
