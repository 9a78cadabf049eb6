"""Every query gives the same rows on the cloud's Athena and on DuckDB, from the same files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.athena import table
from local.cloud.embedded import EmbeddedCloud
from satark.aws.athena import AthenaEngine
from satark.lake import layout
from satark.lake.asked import Asked
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.queries import EVERY, OUTCOMES, STATION_TREND, Query, QueryEngine, QueryFailed
from satark.lake.schema import COLUMNS
from tests.unit.lake.small_lake import NOVEMBER, READERS, write_to

BUCKET = "queries-lake"
FORMATS = {"landing": ("json", layout.LANDING), "compacted": ("parquet", layout.COMPACTED)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lake")
    write_to(folder)
    return folder


@pytest.fixture(scope="module")
def duckdb(folder: Path) -> Iterator[QueryEngine]:
    with DuckDbEngine(folder) as engine:
        yield engine


@pytest.fixture(scope="module")
def athena(cloud: EmbeddedCloud, folder: Path) -> QueryEngine:
    s3, glue, client = (cloud.client(service) for service in ("s3", "glue", "athena"))
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "ap-south-1"})
    for file in folder.rglob("*.*"):
        if file.is_file():
            s3.upload_file(str(file), BUCKET, file.relative_to(folder).as_posix())
    glue.create_database(DatabaseInput={"Name": "lake"})
    for name, (file_format, prefix) in FORMATS.items():
        said = table(name, COLUMNS, location=f"s3://{BUCKET}/{prefix}", file_format=file_format)
        glue.create_table(DatabaseName="lake", TableInput=as_glue_has_it(said))
    client.create_work_group(
        Name="lake",
        Configuration={"ResultConfiguration": {"OutputLocation": f"s3://{BUCKET}/results/"}},
    )
    return AthenaEngine(client, workgroup="lake", database="lake")


def as_glue_has_it(said: Any) -> Any:
    """CloudFormation's table with the keys of Glue's own API."""
    match said:
        case dict():
            return {
                key[0].upper() + key[1:]: value if key == "parameters" else as_glue_has_it(value)
                for key, value in said.items()
            }
        case list():
            return [as_glue_has_it(one) for one in said]
        case _:
            return said


@pytest.mark.parametrize("query", EVERY, ids=lambda query: query.name)
def test_both_engines_answer_alike(
    query: Query[object], athena: QueryEngine, duckdb: QueryEngine
) -> None:
    rows = athena.run(query, NOVEMBER)
    assert rows
    assert rows == duckdb.run(query, NOVEMBER)


@pytest.mark.parametrize("asked", READERS, ids=lambda asked: asked.reader.places[0])
def test_both_engines_hide_the_same(asked: Asked, athena: QueryEngine, duckdb: QueryEngine) -> None:
    assert athena.run(STATION_TREND, asked) == duckdb.run(STATION_TREND, asked)


def test_a_query_that_fails_tells_why(cloud: EmbeddedCloud, athena: QueryEngine) -> None:
    nowhere = AthenaEngine(cloud.client("athena"), workgroup="lake", database="nowhere")
    with pytest.raises(QueryFailed, match=r"outcomes: .*nowhere"):
        nowhere.run(OUTCOMES, NOVEMBER)
