"""Parsing a body as strictly as Meta: any doubt refuses the whole message with a code."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from local.whatsapp.errors import GraphError


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def refusal(code: int, details: str) -> PydanticCustomError:
    """An error to raise inside a validator; `as_graph_error` gives it back as that code."""
    return PydanticCustomError(f"graph_{code}", "{details}", {"details": details})


def parsed[Model: BaseModel](model: type[Model], body: object) -> Model:
    """The body as a model; raises `GraphError` for the first thing wrong with it."""
    try:
        return model.model_validate(body)
    except ValidationError as error:
        raise as_graph_error(error.errors()[0]) from error


def as_graph_error(error: ErrorDetails) -> GraphError:
    kind, where = error["type"], path(error["loc"])
    if kind.startswith("graph_"):
        at = f" at {where}" if where else ""
        return GraphError(int(kind.removeprefix("graph_")), error["ctx"]["details"] + at)
    if kind == "missing":
        # Meta answers 100 for the envelope and 131008 for what is inside it.
        code = 100 if len(error["loc"]) == 1 else 131008
        return GraphError(code, f"The parameter {where} is required.")
    if kind == "extra_forbidden":
        return GraphError(100, f"Unexpected key {where}")
    return _of_value(kind, where, error)


def _of_value(kind: str, where: str, error: ErrorDetails) -> GraphError:
    bounds: dict[str, Any] = error.get("ctx", {})
    if kind in {"string_too_long", "too_long"}:
        unit = "characters" if kind == "string_too_long" else "items"
        details = f"Param {where} must be at most {bounds['max_length']} {unit} long."
    elif kind in {"string_too_short", "too_short"}:
        details = f"Param {where} must not be empty."
    else:
        details = f"Param {where}: {error['msg']}"
    code = 131009 if where.startswith("interactive") else 100
    return GraphError(code, details)


def path(loc: Sequence[int | str]) -> str:
    """`interactive['action']['buttons'][0]`, as Meta names a place in the body."""
    if not loc:
        return ""
    head, *rest = [part for part in loc if part not in _UNION_TAGS]
    return str(head) + "".join(f"[{part!r}]" for part in rest)


# Tags under which pydantic files the kinds of `interactive`; they are no keys of the body.
_UNION_TAGS = frozenset(
    {"kind:button", "kind:list", "kind:cta_url", "kind:location_request_message"}
)
