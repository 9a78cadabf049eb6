"""Pictures of women and children: no one alone opens them, and every opening is on record."""

from urllib.request import urlopen

from local.whatsapp import Message
from satark.case import FilesOpened, OpeningAgreed, OpeningAsked
from tests.journey.phone_files import photo
from tests.journey.town import Town
from tests.telling import Story


def test_two_offices_open_them_together(town: Town) -> None:
    shown = (lambda person: person.sends_photo(photo()),)
    town.citizen().tells(Story(category="molestation", evidence=shown))
    sp, dig = town.sp("ghazipur"), town.dig
    for officer in (sp, dig):
        officer.opens_alert()
    assert town.hands_out(sp.number) == {"refused": "not_agreed"}

    sp.acts("open_files")
    sp.hears("officer.opening_asked", hours=12)
    assert town.hands_out(sp.number) == {"refused": "not_agreed"}
    dig.waits_for(lambda message: f"agree_opening:{case_id(dig.number)}" in ids(message))
    dig.person.taps(f"agree_opening:{case_id(dig.number)}")
    dig.hears("officer.opening_agreed", hours=12)

    [link] = town.hands_out(sp.number)["links"]
    with urlopen(link["url"]) as opened:
        assert opened.read().startswith(b"\xff\xd8")
    town.settles()
    kinds = (OpeningAsked, OpeningAgreed, FilesOpened)
    happened = [what for what in town.happened(sp.number) if isinstance(what, kinds)]
    asked, agreed, found = happened
    assert isinstance(found, FilesOpened)
    assert (asked.by, agreed.by, found.agreed_by) == (found.by, found.agreed_by, agreed.by)
    assert asked.by != agreed.by
    assert not sp.files
    assert not dig.files


def case_id(number: str) -> str:
    return number.replace("-", "")


def ids(message: Message) -> set[str]:
    return {option.id for option in message.options}
