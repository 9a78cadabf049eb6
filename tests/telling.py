"""A tipster who tells a whole tip: answers whatever is asked, by the step that asks it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from local.whatsapp import Message, Person
from satark.police_range.model import PoliceRange

type Sends = Callable[[Person], object]

ENDS = 40  # more questions than any road has


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What is told. `evidence` are acts such as `lambda person: person.sends_photo(…)`.

    `answers` are choices at other questions by their key, such as `when` or `questions/who`; the
    first choice is taken where there is none.
    """

    language: str = "hi"
    category: str = "liquor"
    district: str = "ghazipur"
    thana: str | None = "ghazipur/zamania"
    place: str = "पुल के पास वाली गली"
    police: str = "no"
    answers: Mapping[str, str] = field(default_factory=dict)
    evidence: Sequence[Sends] = field(default=())


def tell(person: Person, police_range: PoliceRange, story: Story, *, greeting: str = "Hi") -> str:
    """From the greeting to the receipt; gives the receipt's words. Raises where it does not end."""
    person.says(greeting)
    return go_on(person, police_range, story).text


def go_on(
    person: Person, police_range: PoliceRange, story: Story, *, until: str = "receipt"
) -> Message:
    """From the question just asked to the receipt, or to that of a step, left unanswered."""
    answered = ""
    for _ in range(ENDS):
        asked = _next(person, answered)
        if step_of(asked) == until:
            return asked
        answered = step_of(asked)
        _answer(person, asked, police_range, story)
    raise AssertionError(f"no {until} after {ENDS} questions:\n{person.transcript()}")


def _next(person: Person, answered: str) -> Message:
    """The question after this one: what is still said about files comes in between."""
    return person.waits_for(lambda message: step_of(message) != answered, timeout=30)


def step_of(asked: Message) -> str:
    """The key of the question, such as `language` or `questions/who`."""
    if not asked.options:
        return "receipt"
    first = asked.options[0]
    return "place" if first.kind == "location" else first.id.partition("=")[0]


def _answer(person: Person, asked: Message, police_range: PoliceRange, story: Story) -> None:
    match step := step_of(asked):
        case _ if step in story.answers:
            person.taps(f"{step}={story.answers[step]}", of=asked)
        case "language" | "district" | "police":
            person.taps(f"{step}={getattr(story, step)}", of=asked)
        case "category":
            person.says(police_range.text(story.language, f"category.{story.category}.name"))
        case "thana" if story.thana:
            person.says(police_range.text(story.language, f"place.{story.thana}.name"))
        case "thana":
            person.taps(asked.options[-1].id, of=asked)
        case "evidence":
            for sends in story.evidence:
                sends(person)  # not each is answered: files that come together are thanked once
            person.taps(asked.options[-1].id, of=asked)
        case "place":
            person.says(story.place)
        case _:
            person.taps(asked.options[0].id, of=asked)
