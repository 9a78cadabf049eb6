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
NPM_CI = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
NPM_CI += ["--fetch-retries=1", "--fetch-retry-mintimeout=1000"]
WEIGHTS = (400, 500, 700)
PACKAGE = "node_modules/@fontsource/noto-sans-devanagari/files"


def main() -> None:
    """Without a network nothing is written, so that the next run tries again."""
    with TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        if not _npm_ci(folder):
            sys.stderr.write("No Hindi font from npm: the page uses this machine's own fonts\n")
            return
        FONTS.mkdir(parents=True, exist_ok=True)
        for weight in WEIGHTS:
            name = f"noto-sans-devanagari-devanagari-{weight}-normal.woff2"
            shutil.copy(Path(folder) / PACKAGE / name, FONTS / name)


def _npm_ci(folder: str) -> bool:
    ended = subprocess.run(  # noqa: S603 - our own npm, no input
        [str(NPM), *NPM_CI], cwd=folder, check=False, capture_output=True
    )
    return ended.returncode == 0


if __name__ == "__main__":
    main()
