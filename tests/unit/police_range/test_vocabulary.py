"""The vocabulary names what the code asks for: nothing that is missing, nothing that is dead."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from satark.police_range.command_words import COMMANDS, OFFICERS_COMMANDS
from satark.police_range.dashboard_texts import DASHBOARD
from satark.police_range.report_vocabulary import REPORTS
from satark.police_range.template_shapes import TEMPLATES
from satark.police_range.vocabulary import VOCABULARY

ROOT = Path(__file__).parents[3]
TEXTS = VOCABULARY | REPORTS | DASHBOARD
QUOTED = re.compile(r'"([a-z_]+)"')
KEY = re.compile(r"(?:note|review|update|officer)\.[a-z_]+(?:\.[a-z_]+)*")


def _strings(code: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(code.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@cache
def spoken_of() -> frozenset[str]:
    """Every string of the functions, their pages and the common layer, but the range's modules."""
    layer = ROOT / "layers/common/python/satark"
    files = [*(ROOT / "functions").rglob("*.py"), *layer.rglob("*.py")]
    asking = [file for file in files if layer / "police_range" not in file.parents]
    pages = (file.read_text("utf-8") for file in (ROOT / "functions").rglob("*.html"))
    written = (string for page in pages for string in QUOTED.findall(page))
    return frozenset((*(string for file in asking for string in _strings(file)), *written))


def test_every_key_that_the_code_writes_out_is_in_the_vocabulary() -> None:
    assert {string for string in spoken_of() if KEY.fullmatch(string)} <= TEXTS.keys()


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_every_text_is_asked_for(key: str) -> None:
    """By its key, with or without its root, or by its last part, as in f"duty_{duty}".

    A number, as in f"month_{month}", is counted out.
    """
    last = key.rpartition(".")[2]
    starts = {start for start in spoken_of() if start.endswith("_") and last.startswith(start)}
    parts = {key, key.partition(".")[2], last, *(last.removeprefix(start) for start in starts)}
    assert parts & spoken_of() or any(last.removeprefix(start).isdigit() for start in starts)


@pytest.mark.parametrize("command", [*COMMANDS, *OFFICERS_COMMANDS])
def test_every_command_is_understood(command: str) -> None:
    assert command in spoken_of()


def test_every_template_that_the_code_sends_is_in_the_vocabulary() -> None:
    sent = {
        string
        for string in spoken_of()
        if re.fullmatch(r"tip_(?:alert|update|question|reminder)", string)
    }
    assert {"tip_alert", "tip_update"} <= sent <= TEMPLATES.keys()
