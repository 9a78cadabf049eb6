"""`make files STAGE=pilot CASE=4829-1376`: links to files that two officers agreed to open.

Prints one link a file, each good for minutes; whoever has asked looks at them on this screen.
Works in the stack's OpeningDesk role, which can ask and do nothing else: whether it was agreed
on, and that it was opened, is for the function to find and to put on record.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from operations.stack import in_role, outputs

WHY = {
    "unknown": "There is no such tip.",
    "not_agreed": "Two offices have not agreed on it, or their time has run out.",
    "no_files": "The tip has no protected files.",
}


def asked(case: str) -> bytes:
    """What the function is called with."""
    return json.dumps({"case_id": case.replace("-", "")}).encode()


def printed(answer: Mapping[str, Any]) -> Iterator[str]:
    if "refused" in answer:
        yield WHY[answer["refused"]]
        return
    yield f"Good for {answer['minutes']} minutes. This opening is on record."
    yield from (f"{link['media']}: {link['url']}" for link in answer["links"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", help="the tip's number, such as 4829-1376")
    parser.add_argument("--stage", required=True)
    arguments = parser.parse_args()
    stack = outputs(arguments.stage)
    desk = in_role(stack["OpeningDeskRole"], called="opening").client("lambda")
    answer = desk.invoke(FunctionName=stack["OpeningFunction"], Payload=asked(arguments.case))
    if "FunctionError" in answer:
        sys.stderr.write("It failed: read the log of the function.\n")
        return 1
    for line in printed(json.loads(answer["Payload"].read())):
        sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
