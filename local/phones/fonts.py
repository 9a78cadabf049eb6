"""`python -m local.phones.fonts`: fetch the page's Hindi font into build/fonts.

The page falls back to the machine's own fonts where this was not run.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from local.phones.files import FONTS

HERE = Path(__file__).parent
NPM = Path(sys.executable).parent / "npm"
WEIGHTS = (400, 500, 700)
PACKAGE = "node_modules/@fontsource/noto-sans-devanagari/files"


def main() -> None:
    with TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        _npm_ci(folder)
        FONTS.mkdir(parents=True, exist_ok=True)
        for weight in WEIGHTS:
            name = f"noto-sans-devanagari-devanagari-{weight}-normal.woff2"
            shutil.copy(Path(folder) / PACKAGE / name, FONTS / name)


def _npm_ci(folder: str) -> None:
    command = [str(NPM), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    ended = subprocess.run(command, cwd=folder, check=False)  # noqa: S603 - our own npm, no input
    if ended.returncode:
        sys.exit("local/phones/package-lock.json: npm ci failed; the page uses system fonts")


if __name__ == "__main__":
    main()
