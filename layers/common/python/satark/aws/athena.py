"""The queries on Athena: started, waited for, read page by page."""

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from satark.lake.asked import Asked
from satark.lake.queries import Query, QueryFailed
from satark.lake.statement import TABLES, statement

if TYPE_CHECKING:
    from mypy_boto3_athena import AthenaClient
    from mypy_boto3_athena.type_defs import QueryExecutionTypeDef, RowTypeDef

_ENDED: Final = {"SUCCEEDED", "FAILED", "CANCELLED"}
_FIRST_WAIT, _LONGEST_WAIT = 0.1, 2.0
"""Seconds. Each wait is twice the one before: most answers come within one or two seconds."""


class AthenaEngine:
    """`scanned` are the bytes, of all queries so far, by which Athena is paid.

    The workgroup says where answers are written and how much a query may read. A query that has
    not ended after `patience` seconds of waiting is stopped.
    """

    def __init__(
        self,
        client: "AthenaClient",
        *,
        workgroup: str,
        database: str,
        patience: float = 60,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client = client
        self._workgroup = workgroup
        self._tables = {table: f'"{database}"."{table}"' for table in TABLES}
        self._patience = patience
        self._wait = wait
        self.scanned = 0

    def run[Row](self, query: Query[Row], asked: Asked) -> tuple[Row, ...]:
        execution_id = self._client.start_query_execution(
            QueryString=statement(query, asked, self._tables), WorkGroup=self._workgroup
        )["QueryExecutionId"]
        ended = self._ended(execution_id)
        self.scanned += ended.get("Statistics", {}).get("DataScannedInBytes", 0)
        if ended["Status"]["State"] != "SUCCEEDED":
            reason = ended["Status"].get("StateChangeReason", ended["Status"]["State"])
            raise QueryFailed(f"{query.name}: {reason}")
        return query.typed(self._rows(execution_id))

    def _ended(self, execution_id: str) -> "QueryExecutionTypeDef":
        waited, next_wait = 0.0, _FIRST_WAIT
        while True:
            found = self._client.get_query_execution(QueryExecutionId=execution_id)
            if found["QueryExecution"]["Status"]["State"] in _ENDED:
                return found["QueryExecution"]
            if waited >= self._patience:
                self._client.stop_query_execution(QueryExecutionId=execution_id)
                raise QueryFailed(f"stopped after {waited:.0f} seconds")
            self._wait(next_wait)
            waited, next_wait = waited + next_wait, min(2 * next_wait, _LONGEST_WAIT)

    def _rows(self, execution_id: str) -> Iterator[dict[str, str | None]]:
        """Each row by the names of its columns, which are the first row of the first page."""
        pages = self._client.get_paginator("get_query_results").paginate(
            QueryExecutionId=execution_id
        )
        rows = (_values(row) for page in pages for row in page["ResultSet"]["Rows"])
        names = [str(name) for name in next(rows)]
        return (dict(zip(names, row, strict=True)) for row in rows)


def _values(row: "RowTypeDef") -> list[str | None]:
    """A null is a datum without a value."""
    return [datum.get("VarCharValue") for datum in row["Data"]]
