"""Another phone behind an officer's name: no tip goes there until the range office has asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from tests.journey.actors import NUMBER
from tests.journey.town import Town
from tests.telling import Story

STORY = Story(district="jaunpur", thana="jaunpur/kotwali")


def test_a_changed_phone_hears_of_nothing_until_the_range_office_vouches_for_it(
    town: Town,
) -> None:
    with identity_check(town):
        _changes_phone(town)


def _changes_phone(town: Town) -> None:
    thana, dig = town.thana("jaunpur/kotwali"), town.dig
    thana.person.says("मदद")
    thana.hears("officer.help")
    before = len(thana.heard)
    thana.person.changes_handset()
    alert = dig.waits_for(lambda message: bool(message.template))
    town.citizen().tells(STORY)
    town.sp("jaunpur").opens_alert()
    town.settles()
    assert len(thana.heard) == before
    thana.person.says("मौके पर हूँ")
    thana.hears("officer.suspended")

    dig.person.taps(alert)
    asked = dig.waits_for(lambda message: message.text.startswith("⚠️"))
    assert not NUMBER.findall(asked.text)
    dig.person.taps(asked.options[0].id, of=asked)
    dig.waits_for(lambda message: message.text.startswith("✅"))
    thana.person.says("मदद")
    town.citizen().tells(STORY)
    thana.is_told()


@contextmanager
def identity_check(town: Town) -> Iterator[None]:
    """The officers' line as it is set up at Meta."""
    world = town.road.whatsapp.world
    settings = world.settings
    lines = (replace(each, identity_check=each.line == "officers") for each in settings.lines)
    world.settings = replace(settings, lines=tuple(lines))
    yield
    world.settings = settings
