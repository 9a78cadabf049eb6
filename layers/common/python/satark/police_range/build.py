"""Builds a range's folder into the one file that runs: `python -m satark.police_range.build`."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from satark.police_range.assemble import assemble
from satark.police_range.checks import problems
from satark.police_range.folder import Folder, read
from satark.police_range.load import dump
from satark.police_range.model import PoliceRange
from satark.police_range.problems import InvalidRange, Problem
from satark.police_range.texts import texts_of


def build(path: Path) -> PoliceRange:
    """Raises InvalidRange with all that is wrong in the folder, or else gives a sound range."""
    folder = read(path)
    texts = texts_of(folder)
    found = _placed(folder, *folder.problems, *problems(folder, texts))
    sources = folder.sources
    if found or sources is None:
        raise InvalidRange(found)
    return assemble(folder, texts, sources)


def missing_keys(police_range: PoliceRange) -> dict[str, frozenset[str]]:
    """By language, drafts too, the texts and templates for which the base language stands in."""
    base = police_range.languages[0]
    held = {language: set(texts) for language, texts in police_range.texts.items()}
    for template in police_range.templates:
        held[template.language].add(f"template.{template.name}")
    return {
        language: frozenset(held[base] - keys)
        for language, keys in held.items()
        if language != base
    }


def _placed(folder: Folder, *found: Problem) -> tuple[Problem, ...]:
    """With the folder that this one extends named where the file is taken from there."""
    return tuple(replace(problem, file=folder.home.shown(problem.file)) for problem in found)


def main() -> int:
    arguments = _arguments()
    try:
        built = build(arguments.folder)
    except InvalidRange as invalid:
        sys.stderr.write(f"{arguments.folder} has {len(invalid.problems)} problems:\n{invalid}\n")
        return 1
    if arguments.output:
        arguments.output.write_text(dump(built), encoding="utf-8")
    sys.stdout.write(_summary(built))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check a range's folder and build it.")
    parser.add_argument("folder", type=Path, help="for example ranges/varanasi")
    parser.add_argument("output", type=Path, nargs="?", help="the JSON file to write")
    parser.add_argument("--check", action="store_true", help="check only; nothing is written")
    arguments = parser.parse_args()
    if bool(arguments.output) is arguments.check:
        parser.error("name an output file, or give --check instead")
    return arguments


def _summary(built: PoliceRange) -> str:
    missing = (f"{len(keys)} in {language}" for language, keys in missing_keys(built).items())
    drafts = sorted(built.texts.keys() - built.languages)
    return (
        f"{built.id}: {len(built.districts)} districts, {len(built.circles)} circles, "
        f"{len(built.thanas)} thanas, {len(built.categories)} categories, "
        f"languages {', '.join(built.languages)}, drafts not on offer: {', '.join(drafts) or '-'}\n"
        f"not translated: {', '.join(missing) or '-'}\n"
        f"version {built.version}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
