"""A tip is counted: once, whatever comes again, and by nothing that names anybody."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pytest

from local.system import STAGE
from operations import verify
from satark.lake.layout import COMPACTED, LANDING, SEALS
from satark.lake.schema import COLUMNS
from tests.journey.town import Town
from tests.telling import Story

LAKE, SEALED = "LakeStoresBucket", "LakeStoresSealsBucket"


def test_a_tip_is_counted_once_whatever_comes_again(town: Town, tmp_path: Path) -> None:
    town.citizen().tells(Story(thana="ghazipur/saidpur"))
    thana = town.thana("ghazipur/saidpur")
    thana.opens_alert()
    thana.accepts()
    town.settles()
    case = town.case(thana.number)
    delivered_again(town, case.case_id)
    night_passes(town)
    assert keys(town, LAKE, LANDING)  # who reads while a night's Parquet is written finds it here
    delivered_again(town, case.case_id)
    night_passes(town)

    assert keys(town, LAKE, LANDING) == []
    columns, rows = compacted(town, tmp_path)
    assert columns == list(COLUMNS)
    counted = Counter(kind for case_id, kind in rows if case_id == case.case_id)
    assert counted == Counter(event.what.kind for event in case.events)
    assert f'["{case.case_id}",{len(case.events)},"' in sealed(town)


def test_nobody_touched_the_ledger_and_who_did_is_found(
    town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of all that the town ever told, in every journey so far."""
    for name, value in town.road.system.cloud.owner.items():
        monkeypatch.setenv(name, value)
    assert verify.main(["--stage", STAGE]) == 0, capsys.readouterr().out

    row = town.rows("StoresCases")[0]
    with edited(town, row):
        assert verify.main(["--stage", STAGE]) == 1
    assert "row 2 does not follow row 1 as it stands" in capsys.readouterr().out


@contextmanager
def edited(town: Town, row: dict[str, Any]) -> Iterator[None]:
    dynamodb, table = town.road.system.cloud.client("dynamodb"), town.resource("StoresCases")
    words = row["event"]["S"].replace("hi", "en")
    dynamodb.put_item(TableName=table, Item={**row, "event": {"S": words}})
    try:
        yield
    finally:
        dynamodb.put_item(TableName=table, Item=row)


def delivered_again(town: Town, case_id: str) -> None:
    """The whole case to the lake, in batches other than the stream's."""
    rows = sorted(
        (row for row in town.rows("StoresCases") if row["case_id"]["S"] == case_id),
        key=lambda row: int(row["seq"]["N"]),
    )
    for row in rows:
        land(town, {"Records": [{"dynamodb": {"NewImage": row}}]})


def night_passes(town: Town) -> None:
    town.road.system.cloud.fire(town.resource("CompactionClockSchedule"))


def land(town: Town, event: object) -> None:
    answer = town.road.system.cloud.client("lambda").invoke(
        FunctionName=town.resource("LakeFunction"), Payload=json.dumps(event)
    )
    assert "FunctionError" not in answer, answer["Payload"].read()


def keys(town: Town, bucket: str, prefix: str) -> list[str]:
    found = town.road.system.cloud.client("s3").list_objects_v2(
        Bucket=town.resource(bucket), Prefix=prefix
    )
    return [one["Key"] for one in found.get("Contents", [])]


def body_of(town: Town, bucket: str, key: str) -> bytes:
    s3 = town.road.system.cloud.client("s3")
    body: bytes = s3.get_object(Bucket=town.resource(bucket), Key=key)["Body"].read()
    return body


def compacted(town: Town, folder: Path) -> tuple[list[str], list[tuple[Any, ...]]]:
    for number, key in enumerate(keys(town, LAKE, COMPACTED)):
        (folder / f"{number}.parquet").write_bytes(body_of(town, LAKE, key))
    with duckdb.connect() as db:
        found = db.execute(f"SELECT * FROM '{folder}/*.parquet'")
        columns = [column[0] for column in found.description or ()]
        rows = [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
    return columns, [(row["case_id"], row["kind"]) for row in rows]


def sealed(town: Town) -> str:
    """All that was ever sealed; each seal is called by its hash."""
    bodies = {key: body_of(town, SEALED, key) for key in keys(town, SEALED, SEALS)}
    for key, body in bodies.items():
        assert key.endswith(f"/{sha256(body).hexdigest()}.jsonl")
    return b"".join(bodies.values()).decode()
