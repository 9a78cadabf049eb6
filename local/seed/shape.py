"""What the made-up half year looks like, by shape.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from random import Random
from typing import Any, Final

SHAPE: Final[Mapping[str, Any]] = tomllib.loads(
    Path(__file__).with_name("shape.toml").read_text("utf-8")
)


def drawn[Item](chance: Random, items: Iterable[Item], weights: Mapping[str, float]) -> Item:
    """One of the items, by the weights of their names; one without a weight counts 1."""
    offered = list(items)
    return chance.choices(offered, [weights.get(str(item), 1) for item in offered])[0]
