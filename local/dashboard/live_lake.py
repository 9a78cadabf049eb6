"""The made-up half year, and what has come into the embedded cloud's lake by now: one engine."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from functions.lake.landing import landed
from local.cloud.deploy import Deployment
from local.seed.lake import store
from satark.case import CaseEvent
from satark.lake.asked import Asked
from satark.lake.cells import cell
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.layout import COMPACTED, LANDING
from satark.lake.queries import Query
from satark.lake.rows import day_of, indian, row_of
from satark.police_range.model import PoliceRange


@dataclass(slots=True)
class Bucket:
    """The lake's. An object is fetched once, unless it is written anew with other content."""

    client: Any
    name: str
    _known: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def of(cls, deployment: Deployment) -> "Bucket":
        return cls(deployment.cloud.client("s3"), deployment.named("LakeStoresBucket"))

    def fetch(self, folder: Path) -> bool:
        """Whether anything came since."""
        came = [key for prefix in (LANDING, COMPACTED) for key in self._unknown(prefix)]
        for key in came:
            (folder / key).parent.mkdir(parents=True, exist_ok=True)
            self.client.download_file(self.name, key, str(folder / key))
        return bool(came)

    def _unknown(self, prefix: str) -> list[str]:
        pages = self.client.get_paginator("list_objects_v2").paginate(
            Bucket=self.name, Prefix=prefix
        )
        found = {(one["Key"], one["ETag"]) for page in pages for one in page.get("Contents", ())}
        came = found - self._known
        self._known |= came
        return [key for key, _ in came]


class LiveLake:
    """`now` is the time until which it counts: to the second, where a page rounds.

    Rows that come twice, as landed and as compacted, count once: the queries see to that.
    """

    def __init__(
        self,
        engine: DuckDbEngine,
        police_range: PoliceRange,
        *,
        bucket: Bucket | None,
        now: Callable[[], datetime],
    ) -> None:
        self._engine, self._range, self._bucket, self._now = engine, police_range, bucket, now
        self._heard = False

    def run[Row](self, query: Query[Row], asked: Asked) -> tuple[Row, ...]:
        fresh = replace(asked, until=indian(self._now())) if asked.until else asked
        return self._engine.run(query, fresh)

    def hear(self, event: CaseEvent) -> None:
        """Of a made-up case: no stream carries it to the bucket."""
        rows = [(day_of(event), row_of(event, police_range=self._range, cell=cell))]
        with TemporaryDirectory() as folder:
            store(Path(folder), landed(rows))
            self._engine.add(Path(folder))
        self._heard = True

    def catches_up(self) -> bool:
        """Whether it has more to tell than when it was last asked this."""
        heard, self._heard = self._heard, False
        if self._bucket is None:
            return heard
        with TemporaryDirectory() as folder:
            if came := self._bucket.fetch(Path(folder)):
                self._engine.add(Path(folder))
        return came or heard
