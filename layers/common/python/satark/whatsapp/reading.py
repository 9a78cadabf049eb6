"""Reading JSON that Meta may change tomorrow: whatever it holds, nothing here raises."""

import math
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

type Json = Mapping[str, object]

LABEL = 1000
"""Code points. No field but a text or a caption is longer on WhatsApp's own clients."""

_CODES = 10_000_000  # Meta's have one to seven digits
_NOTHING: Json = MappingProxyType({})
# Half a surrogate pair is not UTF-8, and SQS refuses a body with either non-character.
_UNSENDABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


def mapping(value: object) -> Json:
    return value if isinstance(value, dict) else _NOTHING


def inside(parent: Json, key: str) -> Json:
    """The object under this key; an empty one where there is none."""
    value = parent.get(key)
    return value if isinstance(value, dict) else _NOTHING


def items(parent: Json, key: str) -> Sequence[object]:
    value = parent.get(key)
    return value if isinstance(value, list) else ()


def words(parent: Json, key: str) -> str:
    """The text under this key, fit for a queue; an empty one where there is none."""
    value = parent.get(key)
    if not isinstance(value, str):
        return ""
    return value if value.isascii() else _UNSENDABLE.sub("\ufffd", value)


def label(parent: Json, key: str) -> str:
    return words(parent, key)[:LABEL]


def number(parent: Json, key: str) -> float | None:
    value = parent.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None


def flag(parent: Json, key: str) -> bool:
    return parent.get(key) is True


def error_code(parent: Json) -> int | None:
    """Meta's code of the first error that this object carries."""
    for error in items(parent, "errors"):
        code = mapping(error).get("code")
        if isinstance(code, int) and code is not True and 0 <= code < 10**9:
            return int(code)
    return None
