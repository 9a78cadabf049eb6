"""The people of the road, by what they do and what they hear."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from local.whatsapp import Message, Person
from satark.police_range.model import PoliceRange
from tests.telling import Story, go_on

type Wanted = Callable[[Message], bool]

RECEIPT = re.compile(r"\d{4} \d{4} \d{4} \d{4}")
NUMBER = re.compile(r"\d{4}-\d{4}")


@dataclass(slots=True)
class Citizen:
    person: Person
    police_range: PoliceRange
    language: str = "hi"

    def greets(self) -> Message:
        self.person.says("Hi")
        return self.person.waits_for(1)

    def chooses(self, title: str) -> Message:
        """Tap what is called so in the latest question, whatever number stands before it."""
        asked = self.person.received[-1]
        [option] = [each for each in asked.options if each.title.endswith(title)]
        self.person.taps(option.id, of=asked)
        return self.person.waits_for(1)

    def tells(self, story: Story, *, until: str = "receipt") -> Message:
        """From the greeting to the receipt, or to the question of that step, left unanswered."""
        self.language = story.language
        self.greets()
        return go_on(self.person, self.police_range, story, until=until)

    def goes_on(self, story: Story) -> Message:
        """From the question just asked to the receipt."""
        return go_on(self.person, self.police_range, story)

    def hears(self, key: str) -> Message:
        """This text of the range, in the citizen's language, since they last wrote."""
        return self.person.waits_for(self.police_range.text(self.language, key))

    @property
    def receipt(self) -> str:
        """The code that came last; what the citizen reads of it is digits in groups of four."""
        found = (RECEIPT.search(message.text) for message in reversed(self.person.received))
        return next(code[0] for code in found if code)


@dataclass(slots=True)
class Officer:
    """What came before `seen` is an earlier day's. `tips` are those read, by number."""

    person: Person
    police_range: PoliceRange
    seen: int
    tips: dict[str, Message] = field(default_factory=dict)

    @property
    def number(self) -> str:
        """Of the tip that was read last."""
        return next(reversed(self.tips))

    @property
    def tip(self) -> Message:
        return self.tips[self.number]

    def is_alerted(self) -> Message:
        """By a template: nothing else reaches a closed window."""
        return self.waits_for(lambda message: bool(message.template) and self._is_new(message))

    def opens_alert(self) -> Message:
        """Tap it; the whole tip comes."""
        self.person.taps(self.is_alerted())
        return self.is_told()

    def is_told(self) -> Message:
        """Of one more tip, in full: in an open window, or after the tap."""
        tip = self.waits_for(
            lambda message: not message.template and not message.media and self._is_new(message)
        )
        self.tips[NUMBER.findall(tip.text)[0]] = tip
        return tip

    def accepts(self) -> None:
        self.acts("accepted")

    def acts(self, action: str) -> Message:
        """Tap what the range calls this action; gives the answer."""
        titles = self._spellings(f"officer.{action}")
        [option] = [each for each in self.tip.options if each.title in titles]
        self.person.taps(option.id, of=self.tip)
        return self.person.waits_for(self.number)

    def reports(self, words: str = "", *, photo: bytes = b"") -> Message:
        """As an answer to the tip, in words or by a photo; gives ours."""
        if photo:
            self.person.sends_photo(photo, caption=words, quoting=self.tip)
        else:
            self.person.says(words, quoting=self.tip)
        return self.person.waits_for(lambda message: self._says(message, "officer.recorded"))

    def hears(self, key: str, **values: object) -> Message:
        """This text of the range, in whichever language the officer is told."""
        return self.waits_for(lambda message: self._says(message, key, **values))

    def receives(self, count: int) -> list[bytes]:
        """As many files as the officer's phone downloads."""
        self.waits_for(lambda _: len(self.files) == count)
        return self.files

    def waits_for(self, wanted: Wanted) -> Message:
        """The first such message of today, whatever the officer did since."""
        changed = self.person.world.chats.changed
        with changed:
            changed.wait_for(lambda: any(map(wanted, self.heard)), timeout=30)
        found = next(filter(wanted, self.heard), None)
        assert found, f"{self.person.name} waited in vain:\n{self.person.transcript()}"
        return found

    @property
    def heard(self) -> list[Message]:
        """All that came today."""
        return self.person.received[self.seen :]

    @property
    def files(self) -> list[bytes]:
        return [message.media.content for message in self.heard if message.media]

    def _is_new(self, message: Message) -> bool:
        """By the number of the tip itself, which comes before those of tips that it is like."""
        return not set(NUMBER.findall(message.text)[:1]) <= set(self.tips)

    def _says(self, message: Message, key: str, **values: object) -> bool:
        values = {"number": self.number, **values} if self.tips else values
        return any(text in message.text for text in self._spellings(key, **values))

    def _spellings(self, key: str, **values: object) -> set[str]:
        languages = self.police_range.languages
        return {self.police_range.text(language, key, **values) for language in languages}
