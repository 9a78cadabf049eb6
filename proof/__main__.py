"""`python -m proof cdk.out/TipLine.template.json`: who can do what, and which claims hold.

With --holders it writes what proof/holders.toml would say instead. Exits 1 if a claim is broken.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from proof.account import Account
from proof.cdk import without_hashes
from proof.claims import CLAIMS, as_toml, broken
from proof.questions import answers
from proof.reach import Reach
from proof.unmodelled import Unmodelled


def main() -> int:
    arguments = ArgumentParser(prog="proof", description=__doc__)
    arguments.add_argument("template", type=Path)
    arguments.add_argument("--holders", action="store_true")
    given = arguments.parse_args()
    try:
        template = without_hashes(json.loads(given.template.read_text(encoding="utf-8")))
        lines = holders(template) if given.holders else verdicts(template)
        sys.stdout.writelines(f"{line}\n" for line in lines)
        return 1 if broken(template) else 0
    except Unmodelled as what:
        raise SystemExit(f"proof: {what}") from None


def holders(template: Mapping[str, Any]) -> Iterator[str]:
    account = Account.of(template)
    for table, rows in as_toml(account, answers(Reach(account))).items():
        yield f"[{table}]"
        for name, those in rows.items():
            listed = "".join(f"\n    {json.dumps(one)}," for one in those)
            yield f"{json.dumps(name)} = [{listed}\n]" if those else f"{json.dumps(name)} = []"
        yield ""


def verdicts(template: Mapping[str, Any]) -> Iterator[str]:
    breaches = broken(template)
    for claim, says in CLAIMS.items():
        yield f"{'BROKEN' if claim in breaches else 'holds '}  {claim:<10}  {says}"
        yield from (f"            {breach}" for breach in breaches.get(claim, []))


if __name__ == "__main__":
    sys.exit(main())
