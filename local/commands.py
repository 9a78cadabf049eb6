"""Runs a module of ours in its own process, quietly unless it fails."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping

from local.cloud.process import ROOT
from local.ending import ENDING


def run_module(module: str, *options: str, environment: Mapping[str, str] | None = None) -> None:
    """Raises RuntimeError with all that it said. If we are ended, so is it, with its children."""
    path = os.pathsep.join((str(ROOT), str(ROOT / "layers" / "common" / "python")))
    # Nobody may end us between the start of the child and our knowing of it.
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    process = subprocess.Popen(  # noqa: S603 - our own modules
        [sys.executable, "-m", module, *options],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path} | dict(environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        said, _ = process.communicate()
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    if process.returncode:
        raise RuntimeError(f"python -m {module} failed:\n{said.strip()}")
