"""CDK ends each logical id with a hash of its path. People, and diffs, do without."""

import re
from collections import Counter
from typing import Any

from proof.unmodelled import Unmodelled

_HASHED = re.compile(r"(.+?)[0-9A-F]{8}")


def without_hashes(template: dict[str, Any]) -> dict[str, Any]:
    """The template with `TipsMacKeyEAE40EC1` called `TipsMacKey` everywhere.

    Raises Unmodelled where two resources would come to one name.
    """
    names = {raw: _short(raw) for raw in template["Resources"]}
    if twice := [name for name, times in Counter(names.values()).items() if times > 1]:
        raise Unmodelled(f"two resources are called {', '.join(twice)}: rename a construct")
    renamed: dict[str, Any] = _renamed(template, names)
    return renamed


def _short(raw: str) -> str:
    hashed = _HASHED.fullmatch(raw)
    return hashed[1] if hashed else raw


def _renamed(value: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 -- any JSON
    match value:
        case str():
            return names.get(value, value)
        case list():
            return [_renamed(item, names) for item in value]
        case dict():
            return {names.get(key, key): _renamed(item, names) for key, item in value.items()}
        case _:
            return value
