"""Nothing that runs in a function speaks but `satark.log`."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOTS = (Path("functions"), Path("layers/common/python/satark"))
SPEAKS = {
    "log.py: print": "the log itself",
    "log.py: logging": "it silences the libraries' own logs",
    "build.py: sys.stderr": "a command of `make`, never part of a function",
    "build.py: sys.stdout": "the same",
    "sandbox.py: sys.stdout": "a pipe from the child process to its parent, read as JSON",
}
MODULES = {"logging", "aws_lambda_powertools.logging", "aws_lambda_powertools.tracing"}
MODULES |= {"aws_lambda_powertools", "structlog", "traceback", "faulthandler", "syslog", "pprint"}
CALLS = {"print", "breakpoint"}
ATTRIBUTES = {"sys.stdout", "sys.stderr", "os.write", "warnings.warn", "sys.__stdout__"}
ATTRIBUTES |= {"sys.__stderr__", "sys.excepthook", "warnings.showwarning"}


def spoken(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names if name.name in MODULES)
            case ast.ImportFrom(module=str(module), names=names):
                yield from ({module} & MODULES)
                yield from ({f"{module}.{name.name}" for name in names} & (MODULES | ATTRIBUTES))
            case ast.Call(func=ast.Name(id=name)) if name in CALLS:
                yield name
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                yield from ({f"{owner}.{name}"} & ATTRIBUTES)


def test_only_the_log_speaks() -> None:
    found = {
        f"{file.name}: {what}"
        for root in ROOTS
        for file in root.rglob("*.py")
        for what in spoken(file.read_text(encoding="utf-8"))
    }
    assert found == set(SPEAKS)


def test_every_way_to_speak_is_seen() -> None:
    source = """
import logging
import traceback
from aws_lambda_powertools import Logger
from aws_lambda_powertools.logging import Logger
from sys import stderr
import sys, os, warnings
print(1)
sys.stdout.write("")
os.write(1, b"")
warnings.warn("")
"""
    assert set(spoken(source)) == {
        *("logging", "traceback", "aws_lambda_powertools", "aws_lambda_powertools.logging"),
        *("sys.stderr", "print", "sys.stdout", "os.write", "warnings.warn"),
    }
