"""What must be true of a range's folder, beyond the shape of each of its files."""

from collections.abc import Callable, Iterator

from satark.police_range.checks.categories import category_problems
from satark.police_range.checks.coordinates import coordinate_problems
from satark.police_range.checks.dialogue import dialogue_problems
from satark.police_range.checks.languages import language_problems
from satark.police_range.checks.menus import menu_problems
from satark.police_range.checks.namesakes import namesake_problems
from satark.police_range.checks.officers_words import officers_word_problems
from satark.police_range.checks.organisation import organisation_problems
from satark.police_range.checks.reports import report_problems
from satark.police_range.checks.sensitivity import sensitivity_problems
from satark.police_range.checks.templates import template_problems
from satark.police_range.checks.together import together_problems
from satark.police_range.checks.wording import wording_problems
from satark.police_range.checks.words import word_problems
from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.texts import Texts

type Check = Callable[[Folder, Texts], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    language_problems,
    organisation_problems,
    namesake_problems,
    coordinate_problems,
    category_problems,
    dialogue_problems,
    wording_problems,
    menu_problems,
    together_problems,
    word_problems,
    officers_word_problems,
    template_problems,
    sensitivity_problems,
    report_problems,
)


def problems(folder: Folder, texts: Texts) -> Iterator[Problem]:
    """A check of what could not be read finds nothing: the reading has told of it already."""
    for check in CHECKS:
        yield from check(folder, texts)
