"""Each promise is quoted by a test, and no test quotes a promise that is not made."""

import ast
import re
from pathlib import Path

from tests.promises.table import PROMISES, promised

HERE = Path(__file__).parent


def quoted() -> list[str]:
    """The docstrings of this folder's tests."""
    tests = (
        node
        for file in HERE.glob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )
    return [words for test in tests if (words := ast.get_docstring(test))]


def test_every_promise_is_held_by_a_test_that_quotes_it() -> None:
    assert list(promised().values()) == list(range(1, len(promised()) + 1))
    assert set(promised()) == set(quoted())


def test_every_promise_is_made_in_hindi_too() -> None:
    text = PROMISES.read_text(encoding="utf-8")
    hindi = re.findall(r"^\d+\. \*\*.+?\*\*\n +(.+[\u0900-\u097f].+)$", text, re.MULTILINE)
    assert len(hindi) == len(promised())
