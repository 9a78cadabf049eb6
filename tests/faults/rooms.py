"""A function of the house, started with its own environment and heard in all that it says."""

import functools
import gc
import importlib
import io
import json
import logging
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, FunctionType, MappingProxyType, ModuleType
from typing import Any, Final

import pytest

from satark.aws import clients
from tests.faults.house import House
from tests.faults.outside import Killed, Kind, Outside

CLIENTS = (
    *(clients.athena, clients.dynamodb, clients.functions, clients.kms),
    *(clients.rekognition, clients.s3),
    *(clients.secretsmanager, clients.sesv2, clients.sqs, clients.transcribe),
)
NO_OTHER: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Said:
    """All that came out of one run: what was printed, logged, raised or answered; what was sent."""

    printed: bytes
    sent: tuple[bytes, ...]
    raised: bool
    failed: bool
    """It raised, or gave something back to be delivered again."""


@dataclass
class Rooms:
    """`other` is what another stage's template would have in an environment."""

    house: House
    outside: Outside
    range_file: Path
    scratch: Path
    other: Mapping[str, str] = NO_OTHER

    def run(
        self,
        function: str,
        event: Any,
        *,
        fails_at: int | None = None,
        kind: Kind = "refused",
        words: str = "",
    ) -> Said:
        """As on a cold start: nothing is cached but the connections to AWS."""
        with self.started(function) as handler:
            return self.said(handler, event, fails_at=fails_at, kind=kind, words=words)

    def said(
        self,
        handler: Callable[..., Any],
        event: Any,
        *,
        fails_at: int | None,
        kind: Kind,
        words: str,
    ) -> Said:
        out, answer, raised = io.StringIO(), None, False
        listening = logging.StreamHandler(out)
        logging.getLogger().addHandler(listening)
        try:
            with (
                redirect_stdout(out),
                redirect_stderr(out),
                self.outside.listening(fails_at=fails_at, kind=kind, words=words),
            ):
                answer = handler(event, None)
        except Exception:  # noqa: BLE001 - as the Lambda runtime does, which prints all of it
            raised = True
            out.write(traceback.format_exc())
        except Killed:
            raised = True
        finally:
            logging.getLogger().removeHandler(listening)
        out.write(json.dumps(answer, ensure_ascii=False))
        failed = raised or bool((answer or {}).get("batchItemFailures"))
        return Said(out.getvalue().encode(), tuple(self.outside.sent), raised, failed)

    @contextmanager
    def started(self, function: str) -> Iterator[Callable[..., Any]]:
        environment = self.house.environment(function) | {"RANGE_FILE": str(self.range_file)}
        environment |= self.other
        module, _, name = self.house.functions[function]["Handler"].rpartition(".")
        handler: Callable[..., Any] = getattr(importlib.import_module(module), name)
        cool_down()
        with pytest.MonkeyPatch.context() as patched:
            for variable in ("VAULT_TABLE", "OFFICERS_TABLE"):
                patched.delenv(variable, raising=False)
            for variable, value in environment.items():
                patched.setenv(variable, value)
            patched.setattr(tempfile, "tempdir", str(self.scratch))
            yield handler


def cool_down() -> None:
    """Empty every cache of ours."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("functions.", "satark.")):
            for thing in vars(module).values():
                if isinstance(thing, functools._lru_cache_wrapper) and thing not in CLIENTS:  # noqa: SLF001 - the only name of its type
                    thing.cache_clear()


def remembered() -> Iterator[bytes]:
    """Every text that our modules can still reach: what a warm function takes to the next event."""
    ours = [vars(m) for n, m in list(sys.modules.items()) if n.startswith(("functions.", "satark"))]
    seen, waiting = set[int](), list[Any](ours)
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen or _is_the_stage(thing):
            continue
        seen.add(id(thing))
        if isinstance(thing, str):
            yield thing.encode(errors="surrogatepass")
        elif isinstance(thing, bytes | bytearray):
            yield bytes(thing)
        elif isinstance(thing, FunctionType):
            waiting += [thing.__closure__, thing.__defaults__, thing.__dict__]
        else:
            waiting += gc.get_referents(thing)


def _is_the_stage(thing: Any) -> bool:
    """What plays the world around a function, and ways to modules that are not ours."""
    played = type(thing).__module__.startswith(("tests.", "moto.", "_pytest.", "unittest."))
    return played or isinstance(thing, ModuleType | FrameType)
