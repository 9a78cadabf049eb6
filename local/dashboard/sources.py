"""What the dashboard asks: the made-up half year and, where it runs, the system beside it."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from functions.dashboard.stores import Stores
from local.dashboard.both_files import BothFiles
from local.dashboard.both_ledgers import BothLedgers
from local.dashboard.live_lake import Bucket, LiveLake
from local.dashboard.people import Enlisted, Person, people
from local.dashboard.sample_evidence import SampleEvidence
from local.dashboard.sample_ledger import SampleLedger
from local.dashboard.sample_reports import SampleOrders, SampleShelf
from local.dashboard.sample_roster import SampleDesk
from local.seed import lake
from local.seed.half_year import half_year
from local.system import System
from satark.aws.dynamo_cases import DynamoCaseStore
from satark.aws.dynamo_roster import DynamoRoster
from satark.aws.functions import LambdaRosterDesk
from satark.aws.s3 import S3EvidenceViews
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.rows import indian
from satark.police_range.model import PoliceRange
from satark.ports import CaseStore, EvidenceViews, Officers, RosterDesk


@dataclass(frozen=True)
class Sources:
    """`system` None: nothing runs, and the officers are those of the file `roster`."""

    police_range: PoliceRange
    roster: Path
    system: System | None = None
    shelf: SampleShelf = field(default_factory=SampleShelf)

    def now(self) -> datetime:
        return self.system.cloud.now() if self.system else datetime.now(UTC)

    @cached_property
    def _enlisted(self) -> Enlisted:
        return Enlisted(self.roster)

    @cached_property
    def officers(self) -> Officers:
        """In a running system they have other ids than in the file."""
        if self.system is None:
            return self._enlisted
        table = self.system.deployment.named("StoresOfficers")
        return DynamoRoster(self.system.cloud.client("dynamodb"), table=table)

    def people(self) -> tuple[Person, ...]:
        """Who may sign in, in the order of the file."""
        offices = dict.fromkeys(one.office for one in Enlisted(self.roster).officers)
        found = [officer for office in offices for officer in self.officers.holding(office)]
        return people(found, self.police_range)

    def stores(self, address: str) -> tuple[Stores, LiveLake]:
        """For the dashboard at this address. Makes up the half year until today, in India."""
        last = indian(datetime.now(UTC)).date()
        counted = self._counted(last)
        made_up = SampleLedger(half_year(self.police_range, last=last))
        stores = Stores(
            engine=counted,
            police_range=self.police_range,
            cases=BothLedgers(self._ledger(), made_up, counted.hear),
            roster=self.officers,
            evidence=self._files(SampleEvidence(address)),
            reports=self.shelf,
            orders=SampleOrders(counted, self.police_range, self.shelf, last),
            desk=self._desk(),
        )
        return stores, counted

    def _counted(self, last: date) -> LiveLake:
        """The rows are in memory once they are read: the files need not stay."""
        with TemporaryDirectory() as folder:
            lake.write(Path(folder), self.police_range, last=last)
            engine = DuckDbEngine(Path(folder), kept=True)
        bucket = Bucket.of(self.system.deployment) if self.system else None
        return LiveLake(engine, self.police_range, bucket=bucket, now=self.now)

    def _files(self, made_up: SampleEvidence) -> EvidenceViews:
        if self.system is None:
            return made_up
        bucket = self.system.deployment.named("EvidenceBucket")
        return BothFiles(S3EvidenceViews(self.system.cloud.client("s3"), bucket=bucket), made_up)

    def _desk(self) -> RosterDesk:
        if self.system is None:
            return SampleDesk(self._enlisted, self.police_range)
        function = self.system.deployment.named("RosterFunction")
        return LambdaRosterDesk(self.system.cloud.client("lambda"), function=function)

    def _ledger(self) -> CaseStore:
        if self.system is None:
            return SampleLedger(())
        named = self.system.deployment.named
        return DynamoCaseStore(
            self.system.cloud.client("dynamodb"),
            cases=named("StoresCases"),
            heads=named("StoresHeads"),
        )
