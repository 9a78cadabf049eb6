"""Tables and views of the lake, as Athena finds them in the Glue catalogue.

https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
"""

import json
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

DAY = "dt"
"""The partition: the Indian day, as `2026-11-24`."""
FIRST_DAY = "2026-01-01"
_HIVE = {"integer": "int", "varchar": "string"}
_PRESTO = {"int": "integer", "timestamp": "timestamp(3)"}
"""Where Hive and Athena's engine call a type otherwise than we do."""
_HADOOP = "org.apache.hadoop.hive.ql.io"
_FORMATS = {
    "json": (
        "org.apache.hadoop.mapred.TextInputFormat",
        f"{_HADOOP}.HiveIgnoreKeyTextOutputFormat",
        "org.openx.data.jsonserde.JsonSerDe",
    ),
    "parquet": (
        f"{_HADOOP}.parquet.MapredParquetInputFormat",
        f"{_HADOOP}.parquet.MapredParquetOutputFormat",
        f"{_HADOOP}.parquet.serde.ParquetHiveSerDe",
    ),
}

type Columns = Mapping[str, str]
"""Name -> varchar, int, integer, bigint, double, boolean, timestamp or date."""


def table(name: str, columns: Columns, *, location: str, file_format: str) -> dict[str, Any]:
    """A table whose days need no crawler: each is a folder, and Athena is told how they are called.

    `location` is an S3 address that ends with a slash.
    """
    reads, writes, serde = _FORMATS[file_format]
    return {
        "name": name,
        "tableType": "EXTERNAL_TABLE",
        "partitionKeys": [{"name": DAY, "type": "string"}],
        "parameters": {
            "EXTERNAL": "TRUE",
            "classification": file_format,
            "projection.enabled": "true",
            f"projection.{DAY}.type": "date",
            f"projection.{DAY}.format": "yyyy-MM-dd",
            # India is ahead of UTC, by which Athena counts.
            f"projection.{DAY}.range": f"{FIRST_DAY},NOW+1DAYS",
            "storage.location.template": f"{location}{DAY}=${{{DAY}}}/",
        },
        "storageDescriptor": {
            "columns": _hive(columns),
            "location": location,
            "inputFormat": reads,
            "outputFormat": writes,
            "serdeInfo": {"serializationLibrary": serde},
        },
    }


def view(name: str, columns: Columns, *, sql: str, database: str) -> dict[str, Any]:
    """A view as Athena's own CREATE VIEW leaves it: its SQL in JSON, in base64, in a comment."""
    said = {
        "originalSql": sql,
        "catalog": "awsdatacatalog",
        "schema": database,
        "columns": [
            {"name": column, "type": _PRESTO.get(kind, kind)} for column, kind in columns.items()
        ],
    }
    encoded = b64encode(json.dumps(said).encode()).decode()
    return {
        "name": name,
        "tableType": "VIRTUAL_VIEW",
        "parameters": {"presto_view": "true", "comment": "Presto View"},
        "viewOriginalText": f"/* Presto View: {encoded} */",
        "viewExpandedText": "/* Presto View */",
        "storageDescriptor": {"columns": _hive(columns), "location": ""},
    }


def _hive(columns: Columns) -> list[dict[str, str]]:
    return [{"name": name, "type": _HIVE.get(kind, kind)} for name, kind in columns.items()]
