"""What Athena is told of the lake: its tables, its views, its questions, and what one may cost.

The columns and the SQL are the lake's own, read from where its code has them. A view whose columns
stand in views.toml is one of Athena's; any other takes parameters, and stands in each question.
"""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from aws_cdk import Aws, RemovalPolicy
from aws_cdk.aws_athena import CfnNamedQuery, CfnWorkGroup
from aws_cdk.aws_glue import CfnDatabase, CfnTable
from constructs import Construct

from infra.athena import Columns, table, view
from infra.lake_stores import COMPACTED, DAILY, LANDING, RESULTS, LakeStores
from infra.layers import OWN_CODE
from infra.role import OwnRole
from infra.stage import Stage

LAKE = OWN_CODE / "satark" / "lake"
SQL = LAKE / "sql"
SCANS_AT_MOST = 50_000_000_000
"""Bytes a query, $0.25 by AWS's list price: of a year of a million tips a day, the query that reads
most reads 22 GB (`make bench`)."""
_COUNTED: Columns = {
    **dict.fromkeys(("district", "thana", "category", "level", "conflict"), "varchar"),
    **dict.fromkeys(("tips", "photos", "videos", "audios", "documents"), "int"),
}


class Catalogue(Construct):
    def __init__(
        self, scope: Construct, construct_id: str, *, stage: Stage, lake: LakeStores
    ) -> None:
        super().__init__(scope, construct_id)
        self._lake = lake
        self.workgroup = self._workgroup(stage)
        self.database_name = f"satark_mitra_{stage.name}".replace("-", "_")
        self.database = CfnDatabase(
            self,
            "Database",
            catalog_id=Aws.ACCOUNT_ID,
            database_input={"name": self.database_name},
        )
        events = {name: one["type"] for name, one in _toml(LAKE / "schema.toml").items()}
        self._table("Landing", events, under=LANDING, file_format="json")
        self._table("Compacted", events, under=COMPACTED, file_format="parquet")
        self._table("Daily", _COUNTED, under=DAILY, file_format="parquet")
        columns = _toml(SQL / "views.toml") if SQL.exists() else {}
        views = sorted((SQL / "views").glob("*.sql"))
        for file in views:
            if file.stem in columns:
                self._view(file, columns[file.stem])
        asked_for = [file for file in views if file.stem not in columns]
        for file in sorted(SQL.glob("*.sql")):
            self._question(file, asked_for)

    def let_ask(self, role: OwnRole, *, views: Sequence[str] = ()) -> None:
        """The events alone: whoever asks puts the views before the question, or names Athena's."""
        here = f"{Aws.REGION}:{Aws.ACCOUNT_ID}"
        athena, glue = f"arn:{Aws.PARTITION}:athena:{here}", f"arn:{Aws.PARTITION}:glue:{here}"
        role.may(
            "athena:StartQueryExecution",
            "athena:GetQueryExecution",
            "athena:GetQueryResults",
            "athena:StopQueryExecution",
            on=f"{athena}:workgroup/{self.workgroup.name}",
        )
        tables = [
            f"{glue}:table/{self.database_name}/{name}" for name in ("landing", "compacted", *views)
        ]
        role.may(
            "glue:GetDatabase",
            "glue:GetTable",
            "glue:GetPartitions",
            on=[f"{glue}:catalog", f"{glue}:database/{self.database_name}", *tables],
        )

    def _workgroup(self, stage: Stage) -> CfnWorkGroup:
        """Whoever asks in it cannot choose where the answer lies, nor how much may be read."""
        return CfnWorkGroup(
            self,
            "Workgroup",
            name=f"satark-mitra-{stage.name}",
            recursive_delete_option=stage.removal_policy is RemovalPolicy.DESTROY,
            work_group_configuration={
                "enforceWorkGroupConfiguration": True,
                "bytesScannedCutoffPerQuery": SCANS_AT_MOST,
                "publishCloudWatchMetricsEnabled": True,
                "engineVersion": {"selectedEngineVersion": "Athena engine version 3"},
                "resultConfiguration": {
                    "outputLocation": self._lake.bucket.s3_url_for_object(RESULTS),
                    "encryptionConfiguration": {
                        "encryptionOption": "SSE_KMS",
                        "kmsKey": self._lake.content.key.key_arn,
                    },
                },
            },
        )

    def _table(self, construct_id: str, columns: Columns, *, under: str, file_format: str) -> None:
        location = self._lake.bucket.s3_url_for_object(under)
        self._listed(
            construct_id,
            table(construct_id.lower(), columns, location=location, file_format=file_format),
        )

    def _view(self, file: Path, columns: Columns) -> None:
        sql = file.read_text("utf-8").strip()
        self._listed(
            f"View-{file.stem}", view(file.stem, columns, sql=sql, database=self.database_name)
        )

    def _listed(self, construct_id: str, said: dict[str, Any]) -> None:
        listed = CfnTable(
            self,
            construct_id,
            catalog_id=Aws.ACCOUNT_ID,
            database_name=self.database_name,
            table_input=said,
        )
        listed.node.add_dependency(self.database)

    def _question(self, file: Path, views: Sequence[Path]) -> None:
        """To be run by itself: before it stand the views that know what is asked of it."""
        sql = file.read_text("utf-8").strip()
        before = [f"{one.stem} AS (\n{one.read_text('utf-8').strip()}\n)" for one in views]
        asked = CfnNamedQuery(
            self,
            f"Query-{file.stem}",
            name=file.stem,
            description=" ".join(_heading(sql)) or None,
            database=self.database_name,
            work_group=self.workgroup.name,
            query_string=f"WITH {',\n'.join(before)}\n{sql}" if before else sql,
        )
        asked.node.add_dependency(self.workgroup, self.database)


def _heading(sql: str) -> Iterator[str]:
    """The comment that a file of SQL begins with."""
    for line in sql.splitlines():
        if not line.startswith("--"):
            return
        yield line.removeprefix("--").strip()


def _toml(file: Path) -> dict[str, dict[str, Any]]:
    return tomllib.loads(file.read_text("utf-8"))
