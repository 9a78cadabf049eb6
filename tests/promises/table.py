"""`make promises`: each promise, the tests that hold it, and what they measured.

A test holds a promise that its docstring quotes, or whose number its mark `promise` names. What it
measured beside passing it hands on by `record_property("figure", "…")`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PROMISES = Path(__file__).parents[2] / "docs" / "privacy-promises.md"


def promised() -> dict[str, int]:
    """The English sentence of each promise, and its number."""
    text = PROMISES.read_text(encoding="utf-8")
    found = re.findall(r"^(\d+)\. \*\*(.+?)\*\*$", text, re.MULTILINE)
    return {sentence: int(number) for number, sentence in found}


@dataclass(slots=True)
class Held:
    """How one test did, over all its cases."""

    passed: int = 0
    cases: int = 0
    figures: dict[str, None] = field(default_factory=dict)

    def __str__(self) -> str:
        verdict = "holds " if self.passed == self.cases else "BROKEN"
        return f"{verdict} {self.passed}/{self.cases}"


class Table:
    def __init__(self) -> None:
        self.rows: dict[int, dict[str, Held]] = defaultdict(lambda: defaultdict(Held))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        said = dict(report.user_properties)
        if "promises" not in said or not (report.when == "call" or report.failed):
            return
        for number in str(said["promises"]).split():
            row = self.rows[int(number)][report.nodeid.partition("[")[0]]
            row.cases += 1
            row.passed += report.passed
            if "figure" in said:
                row.figures[str(said["figure"])] = None

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for line in self._lines():
            terminalreporter.write_line(line)

    def _lines(self) -> Iterator[str]:
        for sentence, number in promised().items():
            yield f"\n{number}. {sentence}"
            for test, held in sorted(self.rows[number].items()):
                yield f"   {held}  {test.rpartition('/')[2]}  {'; '.join(held.figures)}".rstrip()
            if not self.rows[number]:
                yield "   BROKEN: no test holds it"


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Table())


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep what holds a promise, and say of each which."""
    numbers = {item: _numbers(item) for item in items}
    config.hook.pytest_deselected(items=[item for item in items if not numbers[item]])
    items[:] = [item for item in items if numbers[item]]
    for item in items:
        item.user_properties.append(("promises", " ".join(map(str, numbers[item]))))


def _numbers(item: pytest.Item) -> list[int]:
    marked = {number for mark in item.iter_markers("promise") for number in mark.args}
    quoted = promised().get((getattr(getattr(item, "obj", None), "__doc__", "") or "").strip())
    return sorted(marked | ({quoted} if quoted else set()))
