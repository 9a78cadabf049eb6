"""What the police side stores, row by row, and a search through all of it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from local.leaks import Form, find, forms_of

Row = dict[str, Any] | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A table, bucket, queue or log as it is right now.

    `kind` is `table`, `bucket`, `queue` or `log`; `station` the room of the road that writes it
    (`webhook`, `flow`, `cases`, `dispatch`, `officer_reply`, `courier`), which lights up as rows
    change; `note` one sentence on what it is for.
    """

    name: str
    kind: str
    rows: Sequence[Row]
    station: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """`row` counts from 0; `form` says how the text is written there, such as `hex`."""

    store: str
    row: int
    form: str


Stores = Callable[[], Sequence[Store]]


class PoliceSide:
    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    async def show(self, _request: Request) -> JSONResponse:
        stores = await run_in_threadpool(self._stores)
        return JSONResponse({"stores": [_readable(store) for store in stores]})

    async def search(self, request: Request) -> JSONResponse:
        text = str((await request.json())["text"]).strip()
        stores = await run_in_threadpool(self._stores)
        hits = await run_in_threadpool(search_rows, text, stores) if text else []
        return JSONResponse(
            {
                "text": text,
                "rows": sum(len(store.rows) for store in stores),
                "stores": len(stores),
                "forms": max(1, len(forms_of(text))),
                "hits": [asdict(hit) for hit in hits],
            }
        )


def search_rows(text: str, stores: Sequence[Store]) -> list[Hit]:
    """Where the text stands, in any form of leaks.py."""
    forms = forms_of(text)
    return [
        Hit(store=store.name, row=number, form=form)
        for store in stores
        for number, row in enumerate(store.rows)
        for form in found(text, forms, _text(row))
    ]


def found(text: str, forms: tuple[Form, ...], row: str) -> list[str]:
    """How the text stands in the row; short words are looked for as they are, in any case."""
    if text.casefold() in row.casefold():
        return ["as it is"]
    return find(forms, row.encode())


def _readable(store: Store) -> dict[str, Any]:
    return {**asdict(store), "rows": [json.loads(_text(row)) for row in store.rows]}


def _text(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, default=str)
