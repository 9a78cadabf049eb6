"""A built range from its file: already checked, so only its shape is read again."""

from pathlib import Path

from pydantic import TypeAdapter

from satark.police_range.model import PoliceRange


def load(path: Path | str) -> PoliceRange:
    """Raises FileNotFoundError, and pydantic.ValidationError for a file of another version."""
    return TypeAdapter(PoliceRange).validate_json(Path(path).read_bytes())
