"""Changes as they happen, by Server-Sent Events."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import StreamingResponse

from local.phones.owners import Owners
from local.phones.view import clock_view, message_view, phone_view
from local.whatsapp import WhatsAppSimulator

HEARTBEAT_SECONDS = 15


class Live:
    def __init__(self, simulator: WhatsAppSimulator, owners: Owners) -> None:
        self._simulator, self._owners = simulator, owners
        self._world = secrets.token_hex(8)
        simulator.clock.on_jump(lambda: simulator.chats.ring("clock", ""))

    async def stream(self, _request: Request) -> StreamingResponse:
        return StreamingResponse(
            self._events(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    async def _events(self) -> AsyncIterator[str]:
        loop = asyncio.get_running_loop()
        changes: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

        def hear(kind: str, about: str) -> None:
            loop.call_soon_threadsafe(changes.put_nowait, (kind, about))

        stop = self._simulator.chats.watch(hear)
        try:
            # Whoever connects has missed what happened before: the page reads all of it anew.
            yield _event("hello", {"world": self._world})
            while (change := await _next(changes)) != ("stop", ""):
                yield self._told(*change) if change else ": still here\n\n"
        finally:
            stop()

    def _told(self, kind: str, about: str) -> str:
        world = self._simulator.world
        if kind == "message":
            message = world.chats.find(about)
            return _event(kind, message_view(world, message)) if message else ""
        if kind == "clock":
            return _event(kind, clock_view(self._simulator))
        person = self._simulator.people.get(about)
        return _event("phone", phone_view(world, self._owners, person)) if person else ""


async def _next(changes: asyncio.Queue[tuple[str, str]]) -> tuple[str, str] | None:
    """The next change, or None after a while without any."""
    try:
        async with asyncio.timeout(HEARTBEAT_SECONDS):
            return await changes.get()
    except TimeoutError:
        return None


def _event(kind: str, data: dict[str, Any]) -> str:
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n"
