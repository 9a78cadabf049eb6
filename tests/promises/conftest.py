"""A tipster who is easy to find wherever anything of them is left, and a tip that went all the way."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from local.leaks import Form, forms_of
from local.whatsapp import Message, Person
from tests.promises.plants import PLANTS
from tests.road import Road
from tests.telling import Sends, Story, tell
from tests.unit.media.specimens_documents import pdf
from tests.unit.media.specimens_pictures import jpeg
from tests.unit.media.specimens_recordings import ogg

NAME = "Zebunnisa Quraishi"


@dataclass(frozen=True, slots=True)
class Told:
    """`receipt` is the last that the tipster read before the officer acted."""

    tipster: Person
    receipt: str

    def secrets(self) -> dict[str, tuple[Form, ...]]:
        """What must be nowhere: each in every form of it, and every further wamid as it is."""
        wamids = [sent.wamid for sent in self.tipster.messages]
        whole = {
            "name": NAME,
            "number": self.tipster.number,
            "user id": self.tipster.bsuid or "",
            "wamid of theirs": wamids[0],
            "wamid of ours": wamids[1],
        }
        forms = {what: forms_of(secret) for what, secret in whole.items() if secret}
        return forms | {"wamids": tuple(Form("as it is", wamid.encode()) for wamid in wamids)}


@pytest.fixture(scope="session")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sends, ...]:
    """A photo, a voice note and a document, with planted metadata; the file is named after NAME."""
    folder = tmp_path_factory.mktemp("evidence")

    def made(specimen: Callable[[Path], None]) -> bytes:
        path = folder / specimen.__name__
        specimen(path)
        return path.read_bytes()

    photo, voice, document = made(jpeg), made(ogg), made(pdf)
    return (
        lambda person: person.sends_photo(photo),
        lambda person: person.sends_voice(voice),
        lambda person: person.sends_document(document, filename=f"{NAME}.pdf"),
    )


@pytest.fixture(scope="session", params=["by number", "by user id"])
def told(road: Road, evidence: tuple[Sends, ...], request: pytest.FixtureRequest) -> Told:
    """By somebody who shows a number, and by somebody of whom WhatsApp tells the user id alone."""
    username = "zebunnisa.q" if request.param == "by user id" else None
    tipster = road.stranger(NAME, username=username)
    officer = road.officers["thana:ghazipur/zamania"]
    earlier = list(officer.received)
    receipt = tell(tipster, road.system.police_range, Story(evidence=evidence))
    _act_on_it(
        officer, officer.waits_for(lambda message: bool(message.options) and message not in earlier)
    )
    tipster.waits_for(3)
    road.settle()
    return Told(tipster, receipt)


def _act_on_it(officer: Person, alert: Message) -> None:
    tip = _opened(officer, alert) if alert.template else alert
    officer.taps(tip.options[0].id, of=tip)
    officer.waits_for(1)
    officer.says("मौके पर पहुँचे, सामान ज़ब्त किया।", quoting=tip)
    officer.waits_for(1)


def _opened(officer: Person, alert: Message) -> Message:
    officer.taps(alert)
    return officer.waits_for(lambda message: len(message.options) > 1)


@pytest.fixture
def planted(road: Road) -> Iterator[Callable[[str, str], str]]:
    """Plants a secret in a store, says under what name the scan knows it, and takes it out again."""
    with ExitStack() as undo:
        yield lambda store, secret: PLANTS[store](road, secret, undo)
