"""A checked folder as the range that the system runs on."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

from satark.police_range.folder import Folder, Sources
from satark.police_range.load import dump
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
from satark.police_range.sensitivity_source import SensitivitySource
from satark.police_range.source import (
    CategorySource,
    ChoicesSource,
    DeadlinesSource,
    QuestionSource,
    QuestionsSource,
    RefusalSource,
    ReportsSource,
    StepSource,
)
from satark.police_range.texts import UNKNOWN, Texts
from satark.police_range.words import offered
from satark.sensitivity import LEVELS, Level
from satark.tip import Conflict


def assemble(folder: Folder, texts: Texts, sources: Sources) -> PoliceRange:
    settings, conversation = sources.range, sources.conversation
    whole = PoliceRange(
        id=settings.id,
        zone=settings.zone,
        languages=folder.languages,
        ranges=tuple(_places(folder, "range")),
        districts=tuple(_places(folder, "district")),
        circles=tuple(_places(folder, "circle")),
        thanas=tuple(_places(folder, "thana")),
        categories=tuple(_category(*item) for item in sources.categories.category.items()),
        steps=tuple(_step(n, s, folder.languages) for n, s in conversation.step.items()),
        words=offered(folder, "words"),
        numbers=tuple(offered(folder, "numbers").values()),
        commands={verb: tuple(said) for verb, said in sources.officers.command.items()},
        questions=_rules(sources.questions),
        sensitivity=_sensitivity(sources.sensitivity),
        templates=tuple(_templates(folder)),
        deadlines={level: _deadline(settings.deadlines, level) for level in LEVELS},
        likeness=Likeness(**settings.likeness.model_dump()),
        limits=Limits(**settings.limits.model_dump()),
        retention=Retention(**settings.retention.model_dump()),
        reports=_reports(settings.reports),
        texts=texts,
        version="",
    )
    return replace(whole, version=_sha256(whole))


def _sha256(whole: PoliceRange) -> str:
    return hashlib.sha256(dump(whole).encode()).hexdigest()


def _places(folder: Folder, level: str) -> Iterator[Place]:
    for row in folder.rows:
        if row.place.level == level:
            place = row.place
            yield Place(place.id, place.parent, place.aliases, place.lat, place.lon)


def _step(name: str, source: StepSource, languages: tuple[str, ...]) -> Step:
    languages_on_offer = tuple(Choice(language) for language in languages)
    choices = languages_on_offer if source.kind == "language" else tuple(_choices(source))
    return Step(name, source.kind, choices)


def _category(name: str, source: CategorySource) -> Category:
    return Category(
        id=name,
        sensitivity=source.sensitivity,
        questions=tuple(_question(*item) for item in source.question.items()),
        protects=source.protects,
        conflict=Conflict[source.conflict.upper()],
    )


def _question(name: str, source: QuestionSource) -> Question:
    return Question(name, (*_choices(source), Choice(UNKNOWN)), bool(source.hint))


def _choices(source: ChoicesSource) -> tuple[Choice, ...]:
    conflicts: Mapping[str, str] = source.conflict
    return tuple(
        Choice(
            choice,
            Conflict[conflicts.get(choice, "none").upper()],
            choice in source.urgent,
            source.points.get(choice, 0),
        )
        for choice in source.choice
    )


def _rules(source: QuestionsSource) -> QuestionRules:
    words = {name: tuple(said) for name, said in source if name != "refused"}
    refused = {reason: _refusal(held) for reason, held in source.refused}
    return QuestionRules(**words, refused=refused)


def _refusal(source: RefusalSource) -> Refusal:
    return Refusal(tuple(source.phrases), tuple(source.things))


def _reports(source: ReportsSource) -> Reports:
    recipients = {office: tuple(addresses) for office, addresses in source.recipients.items()}
    return Reports(source.hour, source.least, recipients)


def _sensitivity(source: SensitivitySource) -> SensitivityRules:
    said, shown = source.lexicon.items(), source.label.items()
    levels = source.level
    return SensitivityRules(
        levels={"normal": 0, "sensitive": levels.sensitive, "critical": levels.critical},
        media={str(kind): points for kind, points in source.media.items()},
        lexicon=tuple(Signal(name, each.points, tuple(each.phrases)) for name, each in said),
        labels=tuple(Signal(name, each.points, tuple(each.labels)) for name, each in shown),
    )


def _deadline(source: DeadlinesSource, level: Level) -> Deadline:
    return Deadline(**getattr(source, level).model_dump())


def _templates(folder: Folder) -> Iterator[TemplateText]:
    for (name, language), template in sorted(folder.templates.items()):
        if language in folder.languages:
            yield TemplateText(name, language, template.body.strip(), tuple(template.buttons))
