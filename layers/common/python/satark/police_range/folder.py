"""Reads a range's folder: each file apart, so that a mistake in one hides none in another."""

import csv
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from satark.police_range.home import Home
from satark.police_range.mistakes import mistakes
from satark.police_range.problems import Problem
from satark.police_range.sensitivity_source import SensitivitySource
from satark.police_range.source import (
    CategoriesSource,
    ConversationSource,
    LocaleSource,
    OfficersSource,
    PlaceSource,
    QuestionsSource,
    RangeSource,
    ReportsTextSource,
    TemplateSource,
)

Table = dict[str, Any]
ORGANISATION = "organisation.csv"
"""The first of the files organisation*.csv, which are read as one."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """`names` by language."""

    file: str
    place: PlaceSource
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a folder that could all be read."""

    range: RangeSource
    categories: CategoriesSource
    conversation: ConversationSource
    officers: OfficersSource
    questions: QuestionsSource
    sensitivity: SensitivitySource


@dataclass(slots=True)
class Folder:
    """What could be read of a folder. A file that is itself wrong is None, and in `problems`."""

    home: Home
    problems: list[Problem] = field(default_factory=list)
    range: RangeSource | None = None
    categories: CategoriesSource | None = None
    conversation: ConversationSource | None = None
    officers: OfficersSource | None = None
    questions: QuestionsSource | None = None
    sensitivity: SensitivitySource | None = None
    rows: list[PlaceRow] = field(default_factory=list)
    tables: dict[str, Table] = field(default_factory=dict)
    """Every TOML file as it stands, by its name within the folder."""
    templates: dict[tuple[str, str], TemplateSource] = field(default_factory=dict)
    locales: dict[str, LocaleSource] = field(default_factory=dict)

    @property
    def sources(self) -> Sources | None:
        if not (self.range and self.categories and self.conversation):
            return None
        if not (self.officers and self.questions and self.sensitivity):
            return None
        return Sources(
            self.range,
            self.categories,
            self.conversation,
            self.officers,
            self.questions,
            self.sensitivity,
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """Those on offer, the base first."""
        return self._settled + (self.drafts if self.range and self.range.drafts else ())

    @property
    def drafts(self) -> tuple[str, ...]:
        return tuple(language for language, locale in self.locales.items() if locale.draft)

    @property
    def spoken(self) -> tuple[str, ...]:
        """Those that are built and checked: on offer or not."""
        return tuple(dict.fromkeys(self._settled + self.drafts)) if self.range else ()

    @property
    def language_choices(self) -> str:
        """The start of the keys of the languages' names."""
        steps = self.conversation.step.items() if self.conversation else ()
        return next((f"step.{n}.choice" for n, step in steps if step.kind == "language"), "")

    @property
    def _settled(self) -> tuple[str, ...]:
        return tuple(self.range.languages) if self.range else ()

    def parse[Model: BaseModel](self, file: str, model: type[Model], at: str = "") -> Model | None:
        """The file, or the table of it under the key `at`, as this model."""
        table = self.tables.get(file, {})
        try:
            return model.model_validate(table[at] if at else table)
        except ValidationError as error:
            self.problems += mistakes(error, file, model, at)
            return None


def read(path: Path) -> Folder:
    folder = Folder(Home.of(path))
    folder.problems += filter(None, [folder.home.problem()])
    for file in _toml_files(folder.home):
        _read_table(folder, file)
    folder.range = folder.parse("range.toml", RangeSource)
    folder.categories = folder.parse("categories.toml", CategoriesSource)
    folder.conversation = folder.parse("conversation.toml", ConversationSource)
    folder.officers = folder.parse("officers.toml", OfficersSource)
    folder.questions = folder.parse("questions.toml", QuestionsSource)
    folder.sensitivity = folder.parse("sensitivity.toml", SensitivitySource)
    folder.parse("reports.toml", ReportsTextSource)
    _read_locales(folder)
    _read_templates(folder)
    _read_organisation(folder)
    return folder


def _toml_files(home: Home) -> Iterator[str]:
    yield from ("range.toml", "categories.toml", "conversation.toml")
    yield from ("officers.toml", "questions.toml", "sensitivity.toml", "reports.toml")
    yield "dashboard.toml"
    yield from home.names("locales/*.toml")
    yield from home.names("templates/*.toml")


def _read_table(folder: Folder, file: str) -> None:
    try:
        text = folder.home.find(file).read_text(encoding="utf-8")
        folder.tables[file] = tomllib.loads(unicodedata.normalize("NFC", text))
    except FileNotFoundError:
        folder.problems.append(Problem(file, "file", "is missing", "Add it"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        folder.problems.append(Problem(file, "file", f"is not TOML: {error}", "Correct that line"))


def _read_locales(folder: Folder) -> None:
    for file in filter(lambda name: name.startswith("locales/"), folder.tables):
        if locale := folder.parse(file, LocaleSource):
            folder.locales[Path(file).stem] = locale


def _read_templates(folder: Folder) -> None:
    for file in filter(lambda name: name.startswith("templates/"), folder.tables):
        for language in folder.tables[file]:
            template = folder.parse(file, TemplateSource, language)
            if template:
                folder.templates[Path(file).stem, language] = template


def _read_organisation(folder: Folder) -> None:
    files = folder.home.names("organisation*.csv")
    if not files:
        folder.problems.append(Problem(ORGANISATION, "file", "is missing", "Add it"))
    for file in files:
        text = folder.home.find(file).read_text(encoding="utf-8")
        lines = unicodedata.normalize("NFC", text).splitlines()
        for number, row in enumerate(csv.DictReader(lines), 2):
            _read_place(folder, file, f"row {number}", row)


def _read_place(folder: Folder, file: str, key: str, row: dict[str, Any]) -> None:
    names = {name[5:]: value for name, value in row.items() if str(name).startswith("name_")}
    fields = {name: value for name, value in row.items() if not str(name).startswith("name_")}
    fields["aliases"] = [
        a for alias in (row.get("aliases") or "").split("|") if (a := alias.strip())
    ]
    fields |= {axis: row.get(axis) or None for axis in ("lat", "lon")}
    try:
        folder.rows.append(PlaceRow(file, PlaceSource.model_validate(fields), names))
    except ValidationError as error:
        folder.problems += mistakes(error, file, PlaceSource, key)
