"""What else a hand does to a chat: react, correct, take back, send what cannot be taken."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from local.whatsapp import Message
from tests.browser.conftest import Served
from tests.browser.hands import Hands
from tests.browser.pictures import picture
from tests.browser.tipster import Tipster

OpenPage = Callable[..., Page]
OFF = re.compile(r"\bis-off\b")
UNTAKEN = ("contact", "poll", "view-once", "live-location")


def test_whatever_a_hand_may_do_is_answered(served: Served, open_page: OpenPage) -> None:
    page = open_page(width=1440, height=900)
    page.get_by_test_id("add-tipster").click()
    with page.expect_response("**/api/**"):
        page.get_by_test_id("add-with-number").click()
    tipster = Tipster(Hands(page, served.latest()), served.system.police_range, "hi")
    tipster.hands.says_hi_by_the_hint()
    tipster.answers({"place": lambda asked: tipster.hands.says("पुल के पास")}, until="evidence")
    changes_their_mind(tipster)
    sends_what_cannot_be_taken(tipster)
    is_switched_off_and_on_again(tipster)


def changes_their_mind(tipster: Tipster) -> None:
    hands = tipster.hands
    hands.says("तीन ट्रक")
    hands.says("ग़लती से भेजा")
    hands.sees(1)
    first, second = said_by(hands)
    hands.edits(first, "चार ट्रक")
    expect(hands.bubble(first)).to_contain_text("चार ट्रक")
    hands.deletes(second)
    expect(hands.bubble(second)).to_contain_text("You deleted this message")
    taken_back = hands.sees(tipster.text("note.taken_back"))
    hands.reacts(taken_back, "🙏")
    expect(hands.bubble(taken_back)).to_contain_text("🙏")
    picture(hands.page, "second-thoughts")


def sends_what_cannot_be_taken(tipster: Tipster) -> None:
    hands = tipster.hands
    for sample in UNTAKEN:
        hands.sends(sample)
        hands.sees(tipster.text("note.unsupported"))
    hands.phone.get_by_test_id("attach").click()
    picture(hands.page, "attach")
    hands.page.keyboard.press("Escape")


def is_switched_off_and_on_again(tipster: Tipster) -> None:
    hands = tipster.hands
    hands.presses("power")
    expect(hands.phone).to_have_class(OFF)
    picture(hands.page, "switched-off")
    hands.presses("power")
    expect(hands.phone).not_to_have_class(OFF)
    hands.presses("new-sim")
    hands.says("Hi")
    hands.sees(1)


def said_by(hands: Hands) -> list[Message]:
    return [message for message in hands.person.messages if not message.by_business][-2:]
