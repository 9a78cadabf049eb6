"""The hands of somebody who holds a phone on the page: everything goes through what they see."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from local.whatsapp import Message, Person
from local.whatsapp.person import Wanted

SECONDS = 20
ACTS = (
    "messages",
    "taps",
    "pins",
    "samples",
    "files",
    "reactions",
    "edits",
    "deletions",
    "power",
    "handset",
)


@dataclass(frozen=True, slots=True)
class Hands:
    """`person` is only listened to: what is wanted must then stand on the page, too."""

    page: Page
    person: Person

    @property
    def phone(self) -> Locator:
        return self.page.locator(f'[data-testid=phone][data-phone="{self.person.phone.id}"]')

    def bubble(self, message: Message) -> Locator:
        return self.phone.locator(f'[data-id="{message.wamid}"]')

    def sees(self, wanted: Wanted) -> Message:
        """Wait for a message that answers the last act."""
        message = self.person.waits_for(wanted, timeout=SECONDS)
        expect(self.bubble(message)).to_be_visible()
        return message

    def says_hi_by_the_hint(self) -> None:
        with self._acting():
            self.phone.get_by_test_id("say-hi").click()

    def says(self, text: str) -> None:
        self.phone.get_by_test_id("message-input").fill(text)
        with self._acting():
            self.phone.get_by_test_id("message-input").press("Enter")

    def taps(self, message: Message, title: str) -> None:
        bubble = self.bubble(message)
        option = bubble.get_by_test_id("option").filter(has_text=title)
        if any(one.kind == "row" for one in message.options):
            bubble.get_by_test_id("open-list").click()
            option = self.phone.get_by_test_id("row").filter(has_text=title)
        with self._acting():
            option.first.click()

    def sends(self, sample: str) -> None:
        self.phone.get_by_test_id("attach").click()
        with self._acting():
            self.phone.get_by_test_id(f"sample-{sample}").click()

    def sends_place(self, name: str) -> None:
        self.phone.get_by_test_id("attach").click()
        self.phone.get_by_test_id("sample-pin").click()
        with self._acting():
            self.phone.get_by_test_id("place").filter(has_text=name).click()

    def presses(self, button: str) -> None:
        """One of the sheet by the clip that does something to the phone itself."""
        self.phone.get_by_test_id("attach").click()
        with self._acting():
            self.phone.get_by_test_id(button).click()

    def reacts(self, message: Message, emoji: str) -> None:
        self._opens_menu(message)
        with self._acting():
            self.phone.get_by_test_id("react").filter(has_text=emoji).click()

    def edits(self, message: Message, text: str) -> None:
        self._opens_menu(message)
        self.phone.get_by_test_id("menu-pen").click()
        self.says(text)

    def deletes(self, message: Message) -> None:
        self._opens_menu(message)
        with self._acting():
            self.phone.get_by_test_id("menu-bin").click()

    def _opens_menu(self, message: Message) -> None:
        self.bubble(message).hover()
        self.bubble(message).get_by_test_id("more").click()

    @contextmanager
    def _acting(self) -> Iterator[None]:
        """Until WhatsApp has taken it, so that what is awaited next comes after it."""
        names = tuple(f"/{self.person.phone.id}/{name}" for name in ACTS)
        with self.page.expect_response(lambda answer: answer.url.endswith(names)) as answer:
            yield
        assert answer.value.ok, answer.value.text()
