"""What the owner of a phone does on the page, passed on to the simulator."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from local.phones.owners import Owners
from local.phones.recording import as_voice_note
from local.phones.samples import SAMPLES
from local.phones.view import clock_view, phone_view, state_view
from local.whatsapp import Message, Person, WhatsAppSimulator

BAD_REQUEST = 400
Act = Callable[[Person, dict[str, Any]], object]
Endpoint = Callable[[Request], Awaitable[Response]]


class Acts:
    def __init__(self, simulator: WhatsAppSimulator, owners: Owners) -> None:
        self._simulator, self._owners = simulator, owners

    async def state(self, _request: Request) -> JSONResponse:
        return JSONResponse(state_view(self._simulator, self._owners))

    async def add_tipster(self, request: Request) -> JSONResponse:
        wanted = await request.json()
        person = self._owners.add_tipster(
            str(wanted.get("name", "")), hides_number=bool(wanted.get("hidesNumber"))
        )
        return JSONResponse(phone_view(self._simulator.world, self._owners, person))

    async def move_clock(self, request: Request) -> JSONResponse:
        """`{"hours": 24}` jumps ahead, `{"hours": 0}` comes back to now."""
        hours = float((await request.json())["hours"])
        if hours:
            self._simulator.clock.advance(hours=hours)
        else:
            self._simulator.clock.reset()
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
                if not isinstance(file, UploadFile):
                    raise ValueError("a file is missing")
                content = await file.read()
            picked = Picked(str(kind), content, file.content_type or "", file.filename or "")
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


@dataclass(frozen=True, slots=True)
class Picked:
    """A file that was picked or recorded in the browser."""

    kind: str
    content: bytes
    mime_type: str
    filename: str

    def send(self, person: Person, caption: str) -> Message:
        if self.kind == "audio":
            return person.sends_voice(as_voice_note(self.content))
        about: dict[str, object] = {"caption": caption}
        if self.kind == "document":
            about["filename"] = self.filename
        return person.sends_media(self.kind, self.content, self.mime_type, about)


def say(person: Person, wanted: dict[str, Any]) -> Message:
    return person.says(str(wanted["text"]), quoting=_message(person, wanted.get("quoting")))


def tap(person: Person, wanted: dict[str, Any]) -> Message:
    """`{"message": id, "option": id or title}`."""
    return person.taps(str(wanted["option"]), of=_message(person, wanted["message"]))


def pin(person: Person, wanted: dict[str, Any]) -> Message:
    return person.sends_pin(
        float(wanted["latitude"]),
        float(wanted["longitude"]),
        name=str(wanted.get("name", "")),
    )


def react(person: Person, wanted: dict[str, Any]) -> None:
    message = _message(person, wanted["message"])
    if message:
        person.reacts(message, str(wanted["emoji"]))


def read(person: Person, _wanted: dict[str, Any]) -> None:
    person.reads()


def sample(person: Person, wanted: dict[str, Any]) -> None:
    SAMPLES[str(wanted["sample"])].send(person)


def switch(person: Person, wanted: dict[str, Any]) -> None:
    """`{"online": false}` switches the phone off."""
    if wanted["online"]:
        person.comes_online()
    else:
        person.goes_offline()


def _message(person: Person, wamid: str | None) -> Message | None:
    return person.world.chats.find(wamid) if wamid else None
