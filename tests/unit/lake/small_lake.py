"""The lake of tips.txt, written as the lake's own functions write it.

Some of its days lie where they landed, some in their Parquet, and some in both.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final, Literal, cast

import h3

from functions.compaction import night
from satark.case import (
    Action,
    ActionDetailed,
    CaseEvent,
    CaseMerged,
    CaseTransferred,
    CaseViewed,
    DeadlinePassed,
    EvidenceViewed,
    Happening,
    LevelRaised,
    OfficerActed,
    OfficerReported,
    TipExtended,
    TipFiled,
    TipsterRated,
)
from satark.identity import Handle
from satark.lake.asked import Asked, Reader
from satark.lake.rows import day_of
from satark.message import MediaKind
from satark.sensitivity import Level, Sensitivity
from satark.tip import Conflict, Evidence, Place, Tip
from tests.samples import varanasi
from tests.unit.compaction.shelf import Shelf, land

ONLY_COMPACTED, ONLY_LANDED = "2026-10-15", "2026-11-20"
"""Up to this day, and from this day on."""
LARGE: Final = {
    "bridge": "873c16d53ffffff",
    "market": "873c1664dffffff",
    "platform": "873c16c9affffff",
}
"""Cells of resolution 7; `bridge-2` is the second of its seven small ones."""
MEDIA: Final[dict[str, MediaKind]] = {
    "photo": "image",
    "video": "video",
    "audio": "audio",
    "document": "document",
}
IST: Final = timezone(timedelta(hours=5, minutes=30))
AFTER: Final = re.compile(
    r"(?P<what>[a-z_]+)(:(?P<more>[a-z0-9]+))?\+(?P<time>[0-9]+)(?P<unit>[hm])"
)
DONE: Final[dict[str, Callable[[str], Happening]]] = {
    "reported": lambda _: OfficerReported("o", "seen"),
    "merged": lambda into: CaseMerged("o", into),
    "transferred": lambda district: CaseTransferred("o", district),
    "raised": lambda level: LevelRaised(Sensitivity(9, cast("Level", level))),
    "added": lambda media: TipExtended(evidence=Evidence(MEDIA[media], "kept")),
    "seen": lambda _: CaseViewed("o"),
    "file_seen": lambda _: EvidenceViewed("o", "kept/k"),
    "late": lambda what: DeadlinePassed(cast('Literal["accept", "report"]', what), 1),
    "helpful": lambda _: TipsterRated(helpful=True),
    "unhelpful": lambda _: TipsterRated(helpful=False),
    "fir": lambda _: ActionDetailed("o", fir="1/2026"),
    "arrests": lambda number: ActionDetailed("o", arrests=int(number)),
    "seizure": lambda _: ActionDetailed("o", seizure="a van"),
}


def reader(office: str) -> Reader:
    return Reader.at(office, varanasi())


NOVEMBER: Final = Asked(
    first=date(2026, 11, 1),
    last=date(2026, 11, 30),
    earlier=date(2026, 10, 1),
    reader=reader("range:varanasi"),
    k=3,
)
READERS: Final = [
    replace(NOVEMBER, reader=reader(office))
    for office in ("district:ghazipur", "thana:jaunpur/kotwali", "circle:jaunpur/circle-nagar")
]


def write_to(folder: Path) -> None:
    """The objects of the bucket as files. All landed twice, in other batches."""
    shelf = Shelf()
    events = list(small_lake())
    early = [event for event in events if day_of(event) <= ONLY_COMPACTED]
    late = [event for event in events if day_of(event) >= ONLY_LANDED]
    for batches, nights in ((early, 2), ([each for each in events if each not in early + late], 1)):
        _land(shelf, batches)
        for number in range(nights):
            night.run(shelf, Shelf(), night=f"2026-11-2{number}")
    _land(shelf, late)
    for key, body in shelf.objects.items():
        file = folder / key
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)


def small_lake() -> Iterator[CaseEvent]:
    for line in Path(__file__).with_name("tips.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield from _case(*line.split(maxsplit=9))


def _land(shelf: Shelf, events: list[CaseEvent]) -> None:
    for size in (50, 70):
        for start in range(0, len(events), size):
            land(shelf, events[start : start + size])


def _case(case_id: str, day: str, hour: str, *told: str) -> Iterator[CaseEvent]:
    *tip, then = told
    at = datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=IST)
    yield CaseEvent(case_id, 1, "filed", at, _filed(at, tip))
    for seq, (after, what) in enumerate(_then(then), start=2):
        yield CaseEvent(case_id, seq, f"{seq}", at + after, what)


def _filed(at: datetime, told: Sequence[str]) -> TipFiled:
    where, category, about, level, place, sent = told
    tip = Tip(
        language="hi",
        category=category,
        district=where.partition("/")[0],
        thana=where if "/" in where else None,
        answers=(),
        place=_pin(place),
        when="regularly",
        statements=(),
        evidence=tuple(Evidence(MEDIA[one], "kept") for one in _split(sent, ",")),
        conflict=Conflict[about.upper()],
        filed_at=at,
        range_version="v1",
    )
    return TipFiled(tip, Handle("h"), Sensitivity(0, cast("Level", level)))


def cell_of(name: str) -> str:
    """`bridge`, or `bridge-2`."""
    large, _, number = name.partition("-")
    return sorted(h3.cell_to_children(LARGE[large], 8))[int(number) - 1] if number else LARGE[large]


def _pin(place: str) -> Place:
    return Place() if place == "-" else Place("", *h3.cell_to_latlng(cell_of(place)))


def _then(text: str) -> Iterator[tuple[timedelta, Happening]]:
    for word in _split(text, " "):
        found = AFTER.fullmatch(word)
        assert found, word
        unit = timedelta(hours=1) if found["unit"] == "h" else timedelta(minutes=1)
        yield int(found["time"]) * unit, _happened(found["what"], found["more"] or "")


def _happened(what: str, more: str) -> Happening:
    return DONE[what](more) if what in DONE else OfficerActed("o", cast("Action", what))


def _split(text: str, by: str) -> Iterable[str]:
    return [] if text == "-" else text.split(by)
