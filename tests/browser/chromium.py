"""`python -m tests.browser.chromium`: find or install a Chromium; build/chromium says where it is.

One on the PATH is taken; else, as root of a Debian, apt's; else Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

FOUND = Path(__file__).parents[2] / "build" / "chromium"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MISSING = "no Chromium was found or installed: put one on the PATH and run `make test` again"


def executable() -> str | None:
    """The Chromium that was found, if it is still there."""
    path = FOUND.read_text().strip() if FOUND.exists() else ""
    return path if os.access(path, os.X_OK) else None


def main() -> None:
    """Without a Chromium nothing is written, so that the next run looks again."""
    path = next(filter(_starts, _candidates()), None)
    if path is None:
        sys.stderr.write(f"\n!!! Browser tests will be skipped: {MISSING}\n\n")
        return
    FOUND.parent.mkdir(exist_ok=True)
    FOUND.write_text(f"{path}\n")


def _candidates() -> Iterator[str | None]:
    yield _on_path()
    for install, find in ((_by_apt, _on_path), (_by_playwright, _of_playwright)):
        if install():
            yield find()


def _on_path() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _of_playwright() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _by_apt() -> bool:
    if os.geteuid() or not shutil.which("apt-get"):
        return False
    _say("Setting up: Chromium, by apt-get")
    update = _run("apt-get", "update", "-qq")
    return update and _run("apt-get", "install", "-qq", "-y", "chromium")


def _by_playwright() -> bool:
    _say("Setting up: Chromium, by Playwright")
    return _run(sys.executable, "-m", "playwright", "install", "chromium")


def _starts(path: str | None) -> bool:
    """Ubuntu's package is a stub that asks for snap."""
    return path is not None and _run(path, "--version")


def _run(*command: str) -> bool:
    ended = subprocess.run(
        command,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        sys.stderr.write(f"{' '.join(command)}: {ended.stderr.strip()[-600:]}\n")
    return ended.returncode == 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
