"""A built range in its file, and back. It was checked when it was built, so this only reads.

Written out by hand, because a pydantic adapter costs a cold start many times what the reading does.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from satark.police_range.model import (
    Category,
    Choice,
    Place,
    PoliceRange,
    Question,
    Step,
    TemplateText,
)
from satark.police_range.rules import (
    Deadline,
    Likeness,
    Limits,
    QuestionRules,
    Refusal,
    Reports,
    Retention,
    SensitivityRules,
    Signal,
)
from satark.tip import Conflict

Raw = dict[str, Any]


def dump(police_range: PoliceRange) -> str:
    """Compact JSON."""
    return json.dumps(asdict(police_range), ensure_ascii=False, separators=(",", ":"))


def load(path: Path | str) -> PoliceRange:
    """Raises FileNotFoundError; KeyError or TypeError for a file that another version built."""
    raw: Raw = json.loads(Path(path).read_bytes())
    parts: Raw = {
        "languages": tuple(raw["languages"]),
        "ranges": _all(_place, raw["ranges"]),
        "districts": _all(_place, raw["districts"]),
        "circles": _all(_place, raw["circles"]),
        "thanas": _all(_place, raw["thanas"]),
        "categories": _all(_category, raw["categories"]),
        "steps": _all(_step, raw["steps"]),
        "words": {command: tuple(said) for command, said in raw["words"].items()},
        "numbers": _all(tuple, raw["numbers"]),
        "commands": {verb: tuple(said) for verb, said in raw["commands"].items()},
        "questions": _rules(raw["questions"]),
        "sensitivity": _sensitivity(raw["sensitivity"]),
        "templates": _all(_template, raw["templates"]),
        "deadlines": {level: Deadline(**hours) for level, hours in raw["deadlines"].items()},
        "likeness": Likeness(**raw["likeness"]),
        "limits": Limits(**raw["limits"]),
        "retention": Retention(**raw["retention"]),
        "reports": _reports(raw["reports"]),
    }
    return PoliceRange(**(raw | parts))


def _all[T](read: Callable[[Any], T], raws: Iterable[Any]) -> tuple[T, ...]:
    return tuple(map(read, raws))


def _place(raw: Raw) -> Place:
    return Place(**raw | {"aliases": tuple(raw["aliases"])})


def _category(raw: Raw) -> Category:
    questions = _all(_question, raw["questions"])
    return Category(**raw | {"questions": questions, "conflict": Conflict(raw["conflict"])})


def _question(raw: Raw) -> Question:
    return Question(**raw | {"choices": _all(_choice, raw["choices"])})


def _step(raw: Raw) -> Step:
    return Step(**raw | {"choices": _all(_choice, raw["choices"])})


def _choice(raw: Raw) -> Choice:
    return Choice(raw["id"], Conflict(raw["conflict"]), raw["urgent"], raw["points"])


def _rules(raw: Raw) -> QuestionRules:
    refused = {reason: _refusal(held) for reason, held in raw["refused"].items()}
    words = {name: tuple(said) for name, said in raw.items() if name != "refused"}
    return QuestionRules(**words, refused=refused)


def _refusal(raw: Raw) -> Refusal:
    return Refusal(tuple(raw["phrases"]), tuple(raw["things"]))


def _sensitivity(raw: Raw) -> SensitivityRules:
    signals = {name: _all(_signal, raw[name]) for name in ("lexicon", "labels")}
    return SensitivityRules(**raw | signals)


def _signal(raw: Raw) -> Signal:
    return Signal(**raw | {"signs": tuple(raw["signs"])})


def _reports(raw: Raw) -> Reports:
    recipients = {office: tuple(addresses) for office, addresses in raw["recipients"].items()}
    return Reports(raw["hour"], raw["least"], recipients)


def _template(raw: Raw) -> TemplateText:
    return TemplateText(**raw | {"buttons": tuple(raw["buttons"])})
