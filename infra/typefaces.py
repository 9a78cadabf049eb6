"""`python -m infra.typefaces FOLDER`: fetch what reports are set in, by npm and its locked hash.

The layer of the reports function has the same files. https://fonts.google.com/specimen/Mukta, OFL.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

LOCKED = Path(__file__).parent.parent / "layers" / "typefaces"
NPM = Path(sys.executable).parent / "npm"
FAMILY = "node_modules/@expo-google-fonts/mukta"
WEIGHTS = ("400Regular", "600SemiBold", "700Bold")


def fetch(target: Path) -> None:
    """Raises RuntimeError with what npm said."""
    with TemporaryDirectory() as work:
        for file in sources():
            shutil.copy(file, work)
        _npm_ci(work)
        target.mkdir(parents=True, exist_ok=True)
        for weight in WEIGHTS:
            shutil.copy(Path(work) / FAMILY / weight / f"Mukta_{weight}.ttf", target)
        shutil.copy(Path(work) / FAMILY / "LICENSE_FONT", target)


def sources() -> list[Path]:
    return [LOCKED / "package.json", LOCKED / "package-lock.json"]


def _npm_ci(folder: str) -> None:
    command = [str(NPM), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    ended = subprocess.run(  # noqa: S603 - our own npm, no input
        command, cwd=folder, check=False, capture_output=True, text=True
    )
    if ended.returncode:
        raise RuntimeError(f"npm could not fetch the typefaces: {ended.stderr.strip()}")


if __name__ == "__main__":
    fetch(Path(sys.argv[1]))
