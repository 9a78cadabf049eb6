"""How sensitive a tip is, by the range's data: what was chosen, what was said, what was sent."""

from collections.abc import Iterable, Iterator

from satark.phrases import fold, hold
from satark.police_range.model import Category, PoliceRange
from satark.police_range.rules import SensitivityRules
from satark.sensitivity import LEVELS, Reason, Sensitivity
from satark.tip import WHEN, Tip

_SAID = ("lexicon", "speech")


def rate(tip: Tip, police_range: PoliceRange) -> Sensitivity:
    """Every reason counts once. Raises StopIteration for a category that the range has not got."""
    rules = police_range.sensitivity
    category = police_range.category(tip.category)
    counted = (
        Reason(f"category.{category.id}", rules.levels[category.sensitivity]),
        *_answered(tip, category),
        *_timed(tip, police_range),
        *said(_words(tip), rules),
        *_sent(tip, rules),
    )
    return _summed(tuple(reason for reason in counted if reason.points), rules)


def said(words: Iterable[str], rules: SensitivityRules) -> Iterator[Reason]:
    """The signals of the lexicon that the texts hold, in any language and script."""
    texts = [fold(text) for text in words]
    for signal in rules.lexicon:
        if any(hold(text, signal.signs) for text in texts):
            yield Reason(f"lexicon.{signal.id}", signal.points)


def raised(
    before: Sensitivity, labels: Iterable[str], rules: SensitivityRules
) -> Sensitivity | None:
    """With what files show and say as well; None unless that makes the level higher.

    `labels` are ids: `label.<signal>` for what a picture shows, `speech.<signal>` for what a
    recording says, `lexicon.<signal>` for what is written beside a file. What was said already
    counts no second time when it is heard.
    """
    counted = {reason.id for reason in before.reasons}
    fresh = []
    for label in dict.fromkeys(labels):
        root, _, name = label.partition(".")
        once = {label, *(f"{other}.{name}" for other in _SAID if root in _SAID)}
        points = _points(root, name, rules)
        if points and not once & counted:
            counted.add(label)
            fresh.append(Reason(label, points))
    after = _summed((*before.reasons, *fresh), rules)
    return after if LEVELS.index(after.level) > LEVELS.index(before.level) else None


def _points(root: str, name: str, rules: SensitivityRules) -> int:
    """None for a signal that the range has no more."""
    signals = rules.lexicon if root in _SAID else rules.labels
    return next((signal.points for signal in signals if signal.id == name), 0)


def _summed(reasons: tuple[Reason, ...], rules: SensitivityRules) -> Sensitivity:
    score = sum(reason.points for reason in reasons)
    level = next(level for level in reversed(LEVELS) if score >= rules.levels[level])
    return Sensitivity(score, level, reasons)


def _answered(tip: Tip, category: Category) -> Iterator[Reason]:
    given = {answer.question: answer.choice for answer in tip.answers}
    for question in category.questions:
        for choice in question.choices:
            if given.get(question.id) == choice.id:
                at = f"category.{category.id}.question.{question.id}.choice.{choice.id}"
                yield Reason(at, choice.points)


def _timed(tip: Tip, police_range: PoliceRange) -> Iterator[Reason]:
    steps = (step for step in police_range.steps if step.id == WHEN)
    for choice in (choice for step in steps for choice in step.choices):
        if choice.id == tip.when:
            yield Reason(f"step.{WHEN}.choice.{choice.id}", choice.points)


def _words(tip: Tip) -> Iterator[str]:
    yield from tip.statements
    yield tip.place.words
    yield from (item.caption for item in tip.evidence)


def _sent(tip: Tip, rules: SensitivityRules) -> Iterator[Reason]:
    """What was lost shows nothing."""
    kinds = dict.fromkeys(item.media for item in tip.evidence if item.state != "lost")
    for kind in kinds:
        yield Reason(f"media.{kind}", rules.media.get(kind, 0))
