"""Reports go by e-mail to offices of the range that get any: DIG and SP offices."""

import re
from collections.abc import Iterator
from typing import Final

from satark.police_range.folder import Folder
from satark.police_range.home import RANGE
from satark.police_range.problems import Problem
from satark.police_range.texts import Texts

_ADDRESS: Final = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[a-z]{2,}")


def report_problems(folder: Folder, _texts: Texts) -> Iterator[Problem]:
    places = [row.place for row in folder.rows if row.place.level in {"range", "district"}]
    offices = {f"{place.level}:{place.id}" for place in places}
    recipients = folder.range.reports.recipients if folder.range and folder.rows else {}
    for office, addresses in recipients.items():
        key = f"reports.recipients.{office}"
        if office not in offices:
            fix = "Write range:<id> or district:<id>, with an id of organisation.csv"
            yield Problem(RANGE, key, "is no office that gets reports", fix)
        for address in addresses:
            if not _ADDRESS.fullmatch(address):
                fix = "Write one such as office@example.org"
                yield Problem(RANGE, key, f"{address!r} is no e-mail address", fix)
