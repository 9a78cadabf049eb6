"""The lake: its own key, seals that nobody can undo, and Athena told of every column."""

import json
import tomllib
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import RemovalPolicy, Stack, assertions

from infra import athena, lake_stores
from infra.lake_stores import LakeStores
from infra.retention import Retention
from satark.lake import layout
from satark.lake.schema import COLUMNS, PARTITION
from tests.infra.template import Template, said

RANGE = tomllib.loads(Path("ranges/varanasi/range.toml").read_text())
TABLES = {
    "landing": ("org.openx.data.jsonserde.JsonSerDe", layout.LANDING),
    "compacted": ("org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe", layout.COMPACTED),
    "daily": ("org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe", layout.DAILY),
}


def tables(template: Template) -> dict[str, dict[str, Any]]:
    listed = [table["TableInput"] for table in template.all("Glue::Table").values()]
    return {table["Name"]: table for table in listed if table["TableType"] == "EXTERNAL_TABLE"}


def test_the_folders_are_those_of_the_lakes_own_code() -> None:
    theirs = (layout.LANDING, layout.COMPACTED, layout.DAILY, layout.SEALS)
    ours = (lake_stores.LANDING, lake_stores.COMPACTED, lake_stores.DAILY, lake_stores.SEALS)
    assert ours == theirs
    assert athena.DAY == PARTITION


def test_rows_lie_under_the_lakes_own_key(template: Template) -> None:
    bucket = template.all("S3::Bucket")["LakeStoresBucket"]
    [encryption] = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    by_default = encryption["ServerSideEncryptionByDefault"]
    assert said(by_default["KMSMasterKeyID"]) == "LakeStoresContentKey"


def test_only_answers_of_queries_and_reports_expire(template: Template) -> None:
    rules = template.all("S3::Bucket")["LakeStoresBucket"]["LifecycleConfiguration"]["Rules"]
    expiring = [(rule["Prefix"], rule["ExpirationInDays"]) for rule in rules if "Prefix" in rule]
    assert expiring == [("results/", 7), ("reports/", RANGE["retention"]["reports"])]
    assert all("Prefix" in rule or "ExpirationInDays" not in rule for rule in rules)


def test_nobody_can_undo_a_seal_before_its_time(template: Template) -> None:
    bucket = template.all("S3::Bucket")["LakeStoresSealsBucket"]
    assert bucket["ObjectLockEnabled"] is True
    [rule] = [bucket["ObjectLockConfiguration"]["Rule"]["DefaultRetention"]]
    assert rule == {"Mode": "COMPLIANCE", "Days": RANGE["retention"]["seals"]}
    assert bucket["VersioningConfiguration"] == {"Status": "Enabled"}
    [encryption] = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert encryption["ServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"}


def test_a_stage_that_is_thrown_away_can_be() -> None:
    alone = Stack()
    LakeStores(
        alone,
        "LakeStores",
        retention=Retention.of_range(Path("ranges/varanasi")),
        removal_policy=RemovalPolicy.DESTROY,
    )
    locked = {"Properties": {"ObjectLockEnabled": True}}
    [bucket] = (
        assertions.Template.from_stack(alone).find_resources("AWS::S3::Bucket", locked).values()
    )
    retention = bucket["Properties"]["ObjectLockConfiguration"]["Rule"]["DefaultRetention"]
    assert retention["Mode"] == "GOVERNANCE"


def test_athena_knows_every_column_and_nothing_else(template: Template) -> None:
    hive = {"varchar": "string", "int": "int", "boolean": "boolean", "timestamp": "timestamp"}
    columns = [{"Name": name, "Type": hive[kind]} for name, kind in COLUMNS.items()]
    assert set(tables(template)) == set(TABLES)
    for name in ("landing", "compacted"):
        assert tables(template)[name]["StorageDescriptor"]["Columns"] == columns


@pytest.mark.parametrize(("name", "told"), TABLES.items())
def test_a_table_finds_its_days_by_their_names(
    name: str, told: tuple[str, str], template: Template
) -> None:
    table = tables(template)[name]
    serde, folder = told
    address = f"s3://LakeStoresBucket/{folder}"
    assert said(table["StorageDescriptor"]["Location"]) == address
    assert table["StorageDescriptor"]["SerdeInfo"]["SerializationLibrary"] == serde
    assert table["PartitionKeys"] == [{"Name": "dt", "Type": "string"}]
    parameters = table["Parameters"]
    assert said(parameters["storage.location.template"]) == f"{address}dt=${{dt}}/"
    assert parameters["projection.enabled"] == "true"
    assert parameters["projection.dt.range"] == "2026-01-01,NOW+1DAYS"


def test_whoever_asks_cannot_choose_where_answers_lie_nor_what_they_cost(
    template: Template,
) -> None:
    [workgroup] = template.all("Athena::WorkGroup").values()
    told = workgroup["WorkGroupConfiguration"]
    assert told["EnforceWorkGroupConfiguration"] is True
    assert told["BytesScannedCutoffPerQuery"] == 50_000_000_000
    result = told["ResultConfiguration"]
    assert said(result["OutputLocation"]) == "s3://LakeStoresBucket/results/"
    assert said(result["EncryptionConfiguration"]["KmsKey"]) == "LakeStoresContentKey"
    assert workgroup["RecursiveDeleteOption"] is False


def test_a_view_is_written_as_athena_writes_one() -> None:
    columns = {"case_id": "varchar", "at": "timestamp", "n": "int"}
    made = athena.view("tips", columns, sql="SELECT 1", database="d")
    comment = made["viewOriginalText"]
    encoded = comment.removeprefix("/* Presto View: ").removesuffix(" */")
    assert json.loads(b64decode(encoded)) == {
        "originalSql": "SELECT 1",
        "catalog": "awsdatacatalog",
        "schema": "d",
        "columns": [
            {"name": "case_id", "type": "varchar"},
            {"name": "at", "type": "timestamp(3)"},
            {"name": "n", "type": "integer"},
        ],
    }
    assert [column["type"] for column in made["storageDescriptor"]["columns"]] == [
        *("string", "timestamp", "int"),
    ]
    assert made["tableType"] == "VIRTUAL_VIEW"


def test_every_view_and_every_question_of_the_lake_is_athenas(template: Template) -> None:
    sql = Path("layers/common/python/satark/lake/sql")
    listed = [table["TableInput"] for table in template.all("Glue::Table").values()]
    views = {table["Name"] for table in listed if table["TableType"] == "VIRTUAL_VIEW"}
    assert views == set(tomllib.loads((sql / "views.toml").read_text()))
    questions = {asked["Name"]: asked for asked in template.all("Athena::NamedQuery").values()}
    assert set(questions) == {file.stem for file in sql.glob("*.sql")}
    for name, asked in questions.items():
        assert said(asked["WorkGroup"]) == "satark-mitra-pilot"
        text = (sql / f"{name}.sql").read_text().strip()
        assert asked["QueryString"].endswith(f"\n{text}")


def test_a_question_brings_the_views_that_know_what_is_asked(template: Template) -> None:
    """Athena keeps no view that takes a parameter; those that take none are not said again."""
    for asked in template.all("Athena::NamedQuery").values():
        text = asked["QueryString"]
        assert text.startswith("WITH asked AS (\n")
        assert "visible AS (\n" in text
        assert "tips AS (\n" not in text
