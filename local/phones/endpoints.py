"""The page's JSON: the state of the phones, and the acts of their owners."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from local.phones.acts import Picked
from local.phones.owners import Owners
from local.phones.view import clock_view, phone_view, state_view
from local.whatsapp import Person, WhatsAppSimulator

BAD_REQUEST = 400
Act = Callable[[Person, dict[str, Any]], object]
Endpoint = Callable[[Request], Awaitable[Response]]


class Endpoints:
    """`links` are where to read on: the addresses of the `dashboard` and the `mailbox`."""

    def __init__(
        self, simulator: WhatsAppSimulator, owners: Owners, links: Mapping[str, str]
    ) -> None:
        self._simulator, self._owners, self._links = simulator, owners, links

    async def state(self, _request: Request) -> JSONResponse:
        state = state_view(self._simulator, self._owners)
        return JSONResponse(state | {"links": dict(self._links)})

    async def add_tipster(self, request: Request) -> JSONResponse:
        wanted = await request.json()
        person = self._owners.add_tipster(
            str(wanted.get("name", "")), hides_number=bool(wanted.get("hidesNumber"))
        )
        return JSONResponse(phone_view(self._simulator.world, self._owners, person))

    async def move_clock(self, request: Request) -> JSONResponse:
        """`{"hours": 24}` jumps ahead, `{"hours": 0}` comes back to now."""
        hours, clock = float((await request.json())["hours"]), self._simulator.clock
        await run_in_threadpool(clock.reset if not hours else partial(clock.advance, hours=hours))
        return JSONResponse(clock_view(self._simulator))

    def of_person(self, act: Act) -> Endpoint:
        """An endpoint that lets the phone's owner do something with the JSON given."""

        async def endpoint(request: Request) -> None:
            person = self._person(request)
            await run_in_threadpool(act, person, await request.json())

        return told(endpoint)

    def file_of_person(self) -> Endpoint:
        """Multipart: `file`, `kind` (image, video, audio, document), `caption`."""

        async def endpoint(request: Request) -> None:
            person = self._person(request)
            async with request.form() as form:
                file, kind, caption = form.get("file"), form.get("kind"), form.get("caption", "")
                picked = await _picked(file, str(kind))
            await run_in_threadpool(picked.send, person, str(caption))

        return told(endpoint)

    def _person(self, request: Request) -> Person:
        person = self._simulator.people.get(request.path_params["phone"])
        if person is None:
            raise ValueError("there is no such phone")
        return person


def told(act: Callable[[Request], Awaitable[None]]) -> Endpoint:
    """The act as an endpoint: what cannot be done is answered in a sentence."""

    async def endpoint(request: Request) -> Response:
        try:
            await act(request)
        except (AssertionError, KeyError, ValueError) as problem:
            return JSONResponse({"error": str(problem).partition("\n")[0]}, BAD_REQUEST)
        return JSONResponse({})

    return endpoint


async def _picked(file: object, kind: str) -> Picked:
    if not isinstance(file, UploadFile):
        raise KeyError("a file is missing")
    content = await file.read()
    return Picked(kind, content, file.content_type or "", file.filename or "")
