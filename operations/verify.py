"""`make verify STAGE=pilot`: whether any row of the ledger was changed, dropped or moved.

Reads every case, its head and every night's seal (docs/ledger.md) with the rights of whoever runs
it; no role of the stack has them all. It prints numbers of cases and nothing of their content.
Exits 1 where something is wrong.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence

import boto3

from operations.audit import Audit, Kept, audit
from operations.ledger_stores import kept
from operations.stack import outputs


def report(held: Kept, found: Audit) -> Iterator[str]:
    rows = sum(map(len, held.cases.values()))
    nights = sorted({seal.night for seal in held.seals})
    yield f"{len(held.cases)} cases, {rows} rows."
    if nights:
        yield f"{len(nights)} sealed nights, from {nights[0]} to {nights[-1]}."
    yield f"{found.sealed} rows are sealed; {max(0, rows - found.sealed)} came later."
    for fault in found.faults:
        yield f"WRONG  {fault.where}: {fault.what}"
    if found.faults:
        places = {fault.where for fault in found.faults}
        yield f"Wrong: {len(found.faults)}, in {len(places)} places."
    else:
        yield "Nothing was changed, dropped or moved."


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", required=True)
    arguments = parser.parse_args(words)
    held = kept(boto3.Session(), outputs(arguments.stage))
    found = audit(held)
    for line in report(held, found):
        sys.stdout.write(f"{line}\n")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
