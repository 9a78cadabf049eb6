"""`python -m tests.trino.grammar`: fetch a grammar of Trino into build/trino, for tests of the SQL.

It is that of dt-sql-parser (https://github.com/DTStack/dt-sql-parser), which runs on Node and was
made from Trino's own.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from local.phones.fonts import NPM, NPM_CI

HERE = Path(__file__).parent
FETCHED = HERE.parents[1] / "build" / "trino"
READER = FETCHED / "read.mjs"
MISSING = "Trino's grammar was not fetched: run `make test` again where npm can be reached"


def main() -> None:
    """Without a network nothing is written, so that the next run tries again."""
    with TemporaryDirectory() as folder:
        for file in ("package.json", "package-lock.json", "read.mjs"):
            shutil.copy(HERE / file, folder)
        command = [str(NPM), *NPM_CI]
        if subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode:
            sys.stderr.write(f"\n!!! A test of the SQL will be skipped: {MISSING}\n\n")
            return
        shutil.copytree(folder, FETCHED, dirs_exist_ok=True)


def faults(statements: Sequence[str]) -> list[list[Any]]:
    """What is wrong with each, as the grammar says it: nothing where Trino can read it."""
    read = subprocess.run(
        [str(NPM.with_name("node")), str(READER)],
        input=json.dumps(statements),
        check=True,
        capture_output=True,
        text=True,
    )
    found: list[list[Any]] = json.loads(read.stdout)
    return found


if __name__ == "__main__":
    main()
