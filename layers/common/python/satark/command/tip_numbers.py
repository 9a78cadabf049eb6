"""Tips' numbers as officers write them: 4829-1376, 48291376, 4829 1376, ४८२९-१३७६."""

import re
import unicodedata
from collections.abc import Iterator

_HALVES = r"(\d{4})([-\u2013\u2014\s]?)(\d{4})(?!\d)"
# Looked ahead, so that an unrelated four digits before a number do not swallow its first half.
_ANYWHERE = re.compile(rf"(?<!\d)(?={_HALVES})")
_TAKEN_OUT = re.compile(rf"(?<!\d){_HALVES}")
_DASHED = re.compile(r"(?<![\d-])(\d{4})[-\u2013\u2014](\d{4})(?![\d-])")


def numbers_in(text: str) -> Iterator[str]:
    """Case ids that the text may mean. Eight digits may as well be a date or a vehicle."""
    return (_ascii(found[1] + found[3]) for found in _ANYWHERE.finditer(text))


def dashed_numbers_in(text: str) -> Iterator[str]:
    """Case ids that are written as only a tip's number is."""
    return (_ascii(found[1] + found[2]) for found in _DASHED.finditer(text))


def without_numbers(text: str) -> str:
    return _TAKEN_OUT.sub(" ", text)


def without_number(text: str, case_id: str) -> str:
    """Without this tip's number; whatever else it may be, other digits stay."""

    def kept(found: re.Match[str]) -> str:
        return " " if _ascii(found[1] + found[3]) == case_id else found[0]

    return _TAKEN_OUT.sub(kept, text)


def _ascii(digits: str) -> str:
    return "".join(str(unicodedata.decimal(digit)) for digit in digits)
