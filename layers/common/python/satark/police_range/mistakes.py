"""What pydantic found wrong with a file, in words for whoever edits the file."""

from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from satark.police_range.problems import Problem


def mistakes(
    error: ValidationError, file: str, model: type[BaseModel], at: str = ""
) -> Iterator[Problem]:
    for found in error.errors(include_url=False):
        key = ".".join(map(str, filter(None, (at, *_spoken(found["loc"])))))
        what, fix = _told(found, tuple(model.model_fields))
        yield Problem(file, key, what, fix)


def _spoken(loc: tuple[int | str, ...]) -> Iterator[str]:
    """Without pydantic's own marks: `[key]` at a key, and type names at the arms of a union."""
    return (str(part) for part in loc if part != "[key]" and "[" not in str(part) and part != "str")


def _told(found: ErrorDetails, known: tuple[str, ...]) -> tuple[str, str]:
    match found["type"]:
        case "missing":
            return "is missing", "Add it"
        case "extra_forbidden":
            return "is not a known key", f"Remove it or correct its spelling{_near(found, known)}"
        case "string_pattern_mismatch":
            return f"{found['input']!r} cannot be an id", "Use small letters a-z, digits and _"
        case _:
            return f"{found['msg']}, and it is {found['input']!r}", "Correct it"


def _near(found: ErrorDetails, known: tuple[str, ...]) -> str:
    near = get_close_matches(str(found["loc"][-1]), known, n=1)
    return f" (perhaps `{near[0]}`)" if near else ""
