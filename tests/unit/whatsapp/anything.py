"""JSON as nobody should send it, for hypothesis."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

# With halves of surrogate pairs and non-characters, which json.loads lets through.
texts = st.text(st.characters(exclude_categories=()), max_size=40)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@st.composite
def spoilt(draw: st.DrawFn, recorded: Any) -> Any:
    """The recorded JSON with one value, anywhere in it, replaced by anything."""
    paths = list(_paths(recorded, ()))
    path = draw(st.sampled_from(paths))
    return _replaced(recorded, path, draw(json_values))


def _paths(value: Any, here: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    yield here
    keys = value if isinstance(value, dict) else range(len(value) if isinstance(value, list) else 0)
    for key in keys:
        yield from _paths(value[key], (*here, key))


def _replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    key, *rest = path
    copy = value.copy()
    copy[key] = _replaced(value[key], tuple(rest), new)
    return copy
