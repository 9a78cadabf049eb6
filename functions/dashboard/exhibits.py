"""The files of a case as a page may show them."""

from dataclasses import dataclass
from typing import Final, Literal

from satark.case import Case, FileLabelled, tip_number
from satark.evidence import shelf_of
from satark.media.sniff import Kind
from satark.police_range.model import PoliceRange
from satark.tip import Evidence

Fate = Literal["shown", "protected", "quarantined", "lost"]
Shape = Literal["image", "video", "audio", "document"]
SHAPES: Final[dict[str, Shape]] = {
    "image": "image",
    "sticker": "image",
    "video": "video",
    "audio": "audio",
}
ENDINGS: Final = {kind.mime: kind.extension for kind in Kind}


@dataclass(frozen=True, slots=True)
class Exhibit:
    """`place` counts the files of the case from 1. `veiled`: to be seen only on purpose."""

    place: int
    file: Evidence
    fate: Fate
    veiled: bool
    name: str

    @property
    def shape(self) -> Shape:
        return SHAPES.get(self.file.media, "document")


def exhibits(case: Case, police_range: PoliceRange) -> tuple[Exhibit, ...]:
    protects = shelf_of(case.tip.category, police_range) == "protected"
    urgent = case.sensitivity.level != "normal"
    labelled = {
        event.what.key
        for event in case.events
        if isinstance(event.what, FileLabelled) and event.what.labels
    }
    return tuple(
        Exhibit(
            place=place,
            file=file,
            fate=_fate(file, protects=protects),
            veiled=urgent or file.key in labelled,
            name=f"{tip_number(case.case_id)}-{place}{ENDINGS.get(file.mime, '.bin')}",
        )
        for place, file in enumerate(case.files, start=1)
    )


def _fate(file: Evidence, *, protects: bool) -> Fate:
    if file.state != "kept":
        return file.state
    return "protected" if protects or file.key.startswith("protected/") else "shown"
