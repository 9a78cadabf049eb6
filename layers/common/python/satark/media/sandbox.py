"""Runs `scrub` in a process of its own, since what it reads may be built to break its reader.

The child has limits on memory, time and the size of what it writes, and none of the function's
environment: no credentials. A crash or an endless loop in a media library costs one file its
cleaning, and neither the message it came with nor the messages behind it in the queue.
"""

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from satark.media.cleaning import CannotClean, Scrubbed
from satark.media.scrub import scrub

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of the clock, bytes of address space, bytes of one written file."""

    seconds: int = 60
    memory: int = 1536 * _MIB
    file: int = 128 * _MIB


def scrub_apart(source: Path, destination: Path, limits: Limits | None = None) -> Scrubbed:
    """`scrub` in a child process. Raises CannotClean, also where the child dies or takes long."""
    limits = limits or Limits()
    try:
        child = subprocess.run(  # noqa: S603 - our own interpreter and module, no shell
            _command(source, destination, limits),
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CannotClean("cleaning took too long") from error
    return _result(child.stdout)


def environment() -> dict[str, str]:
    """All that the child is told: where our code and its libraries are."""
    return {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _command(source: Path, destination: Path, limits: Limits) -> list[str]:
    bounds = [str(bound) for bound in (limits.seconds, limits.memory, limits.file)]
    return [sys.executable, "-P", "-m", __spec__.name, str(source), str(destination), *bounds]


def _result(output: bytes) -> Scrubbed:
    """What the child printed; nothing, where it ran into a limit or crashed."""
    if not output:
        raise CannotClean("cleaning broke off")
    answer = json.loads(output)
    if "reason" in answer:
        raise CannotClean(answer["reason"])
    return Scrubbed(answer["mime"], answer["extension"], tuple(answer["removed"]))


def _child(source: str, destination: str, seconds: str, memory: str, file: str) -> None:
    _confine(int(seconds), int(memory), int(file))
    try:
        done = scrub(Path(source), Path(destination))
        answer = {"mime": done.mime, "extension": done.extension, "removed": done.removed}
    except CannotClean as error:
        answer = {"reason": error.reason}
    json.dump(answer, sys.stdout)


def _confine(seconds: int, memory: int, file: int) -> None:
    for kind, bound in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, file),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (bound, bound))


if __name__ == "__main__":
    _child(*sys.argv[1:])
