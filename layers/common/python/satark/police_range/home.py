"""Where a range's files are: in its own folder, or else in the folder beside it that it extends."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from satark.police_range.problems import Problem

RANGE = "range.toml"
"""Every folder has its own."""


@dataclass(frozen=True, slots=True)
class Home:
    own: Path
    base: Path | None = None

    @classmethod
    def of(cls, own: Path) -> "Home":
        extended = _extended(own)
        return cls(own, own.resolve().parent / extended if extended else None)

    def problem(self) -> Problem | None:
        if self.base is None:
            return None
        if not self.base.is_dir():
            fix = "Name the folder beside this one whose files are to be taken"
            return Problem(RANGE, "extends", f"there is no folder {self.base.name!r}", fix)
        if _extended(self.base):
            fix = "Name the folder that it extends, and copy what else is wanted"
            return Problem(RANGE, "extends", f"{self.base.name!r} itself extends another", fix)
        return None

    def names(self, pattern: str) -> list[str]:
        """The files like this, without their endings' say in the order."""
        folders = (folder for folder in (self.own, self.base) if folder)
        found = {file.relative_to(folder) for folder in folders for file in folder.glob(pattern)}
        return [file.as_posix() for file in sorted(found, key=lambda file: file.with_suffix(""))]

    def find(self, name: str) -> Path:
        """Where a file is, or would be."""
        taken = self.base is not None and name != RANGE and not (self.own / name).exists()
        return self.base / name if self.base and taken else self.own / name

    def shown(self, name: str) -> str:
        """How a file is called from the own folder."""
        own = self.base is None or self.find(name) == self.own / name
        return name if own or not self.base else f"../{self.base.name}/{name}"


def _extended(folder: Path) -> str | None:
    """Only a folder's name: what is wrong with the file is told when it is read whole."""
    try:
        name = tomllib.loads((folder / RANGE).read_text(encoding="utf-8")).get("extends")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None
    return name if isinstance(name, str) and name else None
