"""QuickSight, where a stage names who may read there: one data set, in a role that asks Athena."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
import sqlglot
from sqlglot import exp

from infra import quicksight
from infra.app import app
from proof.cdk import without_hashes
from proof.claims import broken
from tests.infra.conftest import PILOT
from tests.infra.template import Template, said

READERS = "arn:aws:quicksight:ap-south-1:123456789012:group/default/range-office"
VIEW = tomllib.loads(Path("layers/common/python/satark/lake/sql/views.toml").read_text())["tips"]
GAINED = [
    "QuickSightRole (s3:GetObject): read the lake: not in holders.toml",
    "QuickSightRole (kms:Decrypt): use the lake's key: not in holders.toml",
    "QuickSightRole (s3:PutObject): write to the lake: not in holders.toml",
    "runs: QuickSightRole: only in the template",
]
"""What the proof finds anew: of the lake alone, where Athena writes its answers."""
TIP = {
    "filed_at": "2026-11-24 09:30:00",
    "district": "jaunpur",
    "thana": "jaunpur/kotwali",
    "category": "liquor",
    "level": "normal",
    "photos": 2,
    "accept_by": "2026-11-24 11:00:00",
    "report_by": "2026-11-24 11:30:00",
    "accepted_at": "2026-11-24 10:30:00",
    "reported_at": "2026-11-24 12:30:00",
    "outcome": "action_taken",
    "h3_r8": "88",
}


@pytest.fixture(scope="module")
def with_readers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finding of cdk-nag raises here."""
    outdir = tmp_path_factory.mktemp("cdk")
    app(context={**PILOT, "quicksight_readers": READERS}, outdir=outdir).synth()
    return outdir / "TipLine.template.json"


def test_a_stage_that_names_no_readers_has_none_of_it(
    template: Template, with_readers: Path
) -> None:
    flagged = Template.read(with_readers).resources
    assert flagged.keys() - template.resources.keys() == {
        *("QuickSightRole", "QuickSightRoleDefaultPolicy", "QuickSightSource", "QuickSightTips"),
    }
    assert {name: flagged[name] for name in template.resources} == template.resources


def test_the_group_reads_the_data_set_and_nobody_the_source_behind_it(with_readers: Path) -> None:
    template = Template.read(with_readers)
    tips = template.all("QuickSight::DataSet")["QuickSightTips"]
    assert tips["Permissions"] == [{"Principal": READERS, "Actions": quicksight.READ}]
    assert tips["ImportMode"] == "DIRECT_QUERY"  # nothing is copied to where nothing expires
    source = template.all("QuickSight::DataSource")["QuickSightSource"]
    assert "Permissions" not in source
    athena = source["DataSourceParameters"]["AthenaParameters"]
    assert said(athena["WorkGroup"]) == "satark-mitra-pilot"
    assert said(athena["RoleArn"]) == "QuickSightRole"


def test_its_role_asks_athena_and_holds_nothing_of_an_identity(with_readers: Path) -> None:
    template = Template.read(with_readers)
    stated = list(template.statements("QuickSightRole"))
    allowed = {name for one in stated if one["Effect"] == "Allow" for name in actions(one)}
    services = {name.partition(":")[0] for name in allowed}
    assert services == {"athena", "glue", "s3", "kms"}
    assert {name for name in allowed if name.startswith("s3:")} == {
        *("s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:GetBucketLocation"),
    }
    assert [one for one in stated if one["Effect"] == "Deny"]
    assert broken(without_hashes(json.loads(with_readers.read_text()))) == {"exact": GAINED}


def actions(statement: dict[str, Any]) -> Iterator[str]:
    told = statement["Action"]
    yield from told if isinstance(told, list) else [told]


def test_it_brings_what_it_says_and_no_tip_about_the_police() -> None:
    answer = asked({**TIP, "conflict": "none"}, {**TIP, "conflict": "station"})
    assert [column[0] for column in answer.description or ()] == list(quicksight.COLUMNS) == order()
    [row] = answer.fetchall()
    found = dict(zip(order(), row, strict=True))
    assert str(found.pop("filed_on"))[:10] == "2026-11-24"
    assert found == {
        **{name: TIP[name] for name in ("district", "thana", "category", "level", "outcome")},
        "photos": 2,
        "videos": None,
        "audios": None,
        "documents": None,
        "accepted_after": 3600,
        "reported_after": 3 * 3600,
        "open": True,
        "accepted_in_time": True,
        "reported_in_time": False,
    }


def test_no_tip_can_be_told_by_its_number_or_its_place() -> None:
    text = quicksight.SQL.read_text().split("FROM")[0]
    assert not [name for name in ("case_id", "h3", "conflict") if name in text]


def order() -> list[str]:
    """The columns as the SQL names them."""
    selected = sqlglot.parse_one(quicksight.SQL.read_text(), read="athena", into=exp.Select)
    return selected.named_selects


def asked(*tips: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """The SQL over these rows of the view, on DuckDB."""
    db = duckdb.connect(":memory:")
    columns = ", ".join(f'"{name}" {kind}' for name, kind in VIEW.items())
    db.execute(f"CREATE TABLE tips ({columns})")
    for tip in tips:
        values = ", ".join("?" for _ in VIEW)
        db.execute(f"INSERT INTO tips VALUES ({values})", [tip.get(name) for name in VIEW])
    [sql] = sqlglot.transpile(quicksight.SQL.read_text(), read="athena", write="duckdb")
    return db.execute(sql)
