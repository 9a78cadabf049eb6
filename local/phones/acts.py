"""What the owner of a phone does on the page, passed on to the simulator."""

from dataclasses import dataclass
from typing import Any

from local.phones.recording import as_voice_note
from local.phones.samples import SAMPLES
from local.whatsapp import Message, Person
from local.whatsapp.attachments import How


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
        **_quoting(person, wanted),
    )


def react(person: Person, wanted: dict[str, Any]) -> None:
    message = _message(person, wanted["message"])
    if message:
        person.reacts(message, str(wanted["emoji"]))


def edit(person: Person, wanted: dict[str, Any]) -> None:
    message = _message(person, wanted["message"])
    if message:
        person.edits(message, str(wanted["text"]))


def delete(person: Person, wanted: dict[str, Any]) -> None:
    message = _message(person, wanted["message"])
    if message:
        person.deletes(message)


def take_new_sim(person: Person, _wanted: dict[str, Any]) -> None:
    """The same number in another handset."""
    person.changes_handset()


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


def _quoting(person: Person, wanted: dict[str, Any]) -> How:
    message = _message(person, wanted.get("quoting"))
    return {"quoting": message} if message else {}


def _message(person: Person, wamid: str | None) -> Message | None:
    return person.world.chats.find(wamid) if wamid else None


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
