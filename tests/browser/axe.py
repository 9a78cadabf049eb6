"""`python -m tests.browser.axe`: fetch axe-core into build/axe, which reads pages as WCAG asks.

https://github.com/dequelabs/axe-core. By npm and its locked hash.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from playwright.sync_api import Page

from local.phones.fonts import NPM, NPM_CI

HERE: Final = Path(__file__).parent
FETCHED: Final = HERE.parents[1] / "build" / "axe" / "axe.min.js"
MISSING: Final = "axe-core was not fetched: run `make test` again where npm can be reached"
CONTRAST: Final = ("color-contrast",)
"""All that a page's colours can do wrong."""
_READ: Final = """async (only) => {
  document.querySelectorAll("tr, li, option, rect, g, circle").forEach((one) => {
    if ([...one.parentNode.children].indexOf(one) >= 6) one.remove();
  });
  const rules = only.length ? {runOnly: {type: "rule", values: only}} : {};
  const found = await axe.run(document, {resultTypes: ["violations"], ...rules});
  return found.violations.flatMap(
    (one) => one.nodes.map((node) => `${one.impact} ${one.id}: ${node.html.slice(0, 160)}`));
}"""
"""Of eighty rows that are made alike the first few are read."""


def main() -> None:
    """Without a network nothing is written, so that the next run tries again."""
    with TemporaryDirectory() as folder:
        for file in ("package.json", "package-lock.json"):
            shutil.copy(HERE / file, folder)
        command = [str(NPM), *NPM_CI]
        if subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode:
            sys.stderr.write(f"\n!!! Pages will not be read by axe: {MISSING}\n\n")
            return
        FETCHED.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(folder) / "node_modules" / "axe-core" / FETCHED.name, FETCHED)


def faults(page: Page, *rules: str) -> list[str]:
    """By these rules, or by all; the page's context has FETCHED as an init script."""
    found: list[Any] = page.evaluate(_READ, list(rules))
    return [str(one) for one in found]


if __name__ == "__main__":
    main()
