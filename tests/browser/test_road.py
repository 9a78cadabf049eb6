"""The main road, walked by hand on the phones page of the system as `make up` serves it."""

import re
from collections.abc import Callable
from functools import partial

from playwright.sync_api import Page, expect

from local.stores import police_side
from local.whatsapp import Message
from tests.browser.conftest import Served
from tests.browser.hands import Hands
from tests.browser.pictures import picture
from tests.browser.tipster import Tipster

DAY = 24
OpenPage = Callable[..., Page]


def test_a_tip_goes_to_the_officer_and_word_comes_back(served: Served, open_page: OpenPage) -> None:
    page = open_page(width=1440, height=900)
    picture(page, "start")
    tipster = Tipster(Hands(page, served.person("Sunita")), served.system.police_range, "hi")
    sho = Hands(page, served.officer("thana:ghazipur/zamania"))
    files_a_tip(tipster)
    tip = reads_the_tip(sho, served)
    assert "रात को दो ट्रक आते हैं" in tip.text
    picture(page, "read")
    recorded = accepts_and_reports(sho, tip, served)
    tipster.hands.sees(tipster.text("update.accepted"))
    picture(page, "answered")
    nothing_is_found(page)
    a_day_later_only_a_template_passes(page, tipster, partial(closes, sho, recorded, served))
    assert hours_by_the_courier(served) >= DAY


def files_a_tip(tipster: Tipster) -> None:
    hands = tipster.hands
    hands.says_hi_by_the_hint()
    receipt = tipster.answers(
        {
            "category": lambda asked: hands.taps(asked, "2."),
            "district": lambda asked: hands.taps(asked, "2."),
            "thana": lambda asked: hands.says("zamania"),
            "place": lambda asked: hands.sends_place("Ghat at Zamania"),
            "evidence": partial(shows_and_tells, tipster),
        }
    )
    assert re.search(r"\*\d{4}( \d{4})+\*", receipt.text)
    picture(hands.page, "receipt")


def shows_and_tells(tipster: Tipster, _asked: Message) -> None:
    hands = tipster.hands
    hands.sends("photo")
    hands.sees(1)
    hands.sends("voice")  # within an album's seconds, so that it is thanked for with the next
    hands.says("रात को दो ट्रक आते हैं")
    thanks = hands.sees(lambda message: bool(message.options))
    picture(hands.page, "evidence")
    hands.taps(thanks, tipster.text("note.done"))


def reads_the_tip(officer: Hands, served: Served) -> Message:
    """The phone comes to the desk by itself when it rings; the tap opens the window."""
    alert = officer.sees(lambda message: message.template == "tip_alert")
    picture(officer.page, "rung")
    officer.taps(alert, alert.titles[0])
    tip = officer.sees(lambda message: message.type == "interactive")
    served.settle()
    for kind in ("img", "audio"):
        expect(officer.phone.locator(kind).last).to_be_visible()
    return tip


def accepts_and_reports(officer: Hands, tip: Message, served: Served) -> Message:
    officer.taps(tip, served.text("hi", "officer.accepted"))
    officer.sees(1)
    officer.sends("photo")
    recorded = officer.sees(lambda message: bool(message.options))
    served.settle()
    return recorded


def closes(officer: Hands, recorded: Message, served: Served) -> None:
    officer.taps(recorded, served.text("hi", "officer.closed"))


def hours_by_the_courier(served: Served) -> float:
    """From its first send to its last, by its own clock: each row is kept for the same time."""
    stores = {store.name: store for store in police_side(served.system.deployment)}
    kept_until = [row["expires"] for row in stores["Tip deliveries"].rows if isinstance(row, dict)]
    seconds: int = max(kept_until) - min(kept_until)
    return seconds / 3600


def nothing_is_found(page: Page) -> None:
    page.get_by_test_id("open-police-side").click()
    verdict = page.get_by_test_id("verdict")
    for what in ("number", "user-id", "name"):
        page.get_by_test_id(f"search-{what}").click()
        expect(verdict).to_contain_text(re.compile(r"Not found in \d+ rows of \d+ stores"))
        picture(page, f"search-{what}")
    page.get_by_test_id("search-input").fill("ghazipur/zamania")
    page.get_by_test_id("search-input").press("Enter")
    expect(verdict).to_contain_text("Found")
    picture(page, "search-found")
    page.get_by_test_id("open-police-side").click()


def a_day_later_only_a_template_passes(
    page: Page, tipster: Tipster, act: Callable[[], None]
) -> None:
    with page.expect_response("**/api/clock"):
        page.get_by_role("button", name="+24 h").click()
    expect(tipster.hands.phone.get_by_test_id("window")).to_have_text("window closed")
    act()
    late = tipster.hands.sees(lambda message: message.template == "tip_update")
    assert tipster.text("update.closed") in late.text
    picture(page, "a-day-later")
    with page.expect_response("**/api/clock"):
        page.get_by_role("button", name="Now").click()


def test_on_a_phone_a_tip_reaches_an_officer_who_shows_no_number(
    served: Served, open_page: OpenPage
) -> None:
    page = open_page(width=390, height=844, touch=True)
    page.get_by_test_id("add-tab").click()
    tipster = Tipster(Hands(page, served.latest()), served.system.police_range, "en")
    hands = tipster.hands
    picture(page, "narrow-start")
    hands.says_hi_by_the_hint()
    tipster.answers(
        {
            "language": lambda asked: hands.taps(asked, "2."),
            "category": partial(looks_into_the_list, hands),
            "district": lambda asked: hands.taps(asked, "1."),
            "thana": lambda asked: hands.says("kerakat"),
            "place": lambda asked: hands.says("Behind the old brick kiln"),
        }
    )
    picture(page, "narrow-receipt")
    sho = Hands(page, served.officer("thana:jaunpur/kerakat"))
    page.get_by_role("tab", name=sho.person.name).click()
    tip = reads_text_alone(sho)
    assert "Behind the old brick kiln" in tip.text
    picture(page, "narrow-officer")
    page.get_by_role("tab", name="What is stored").click()
    expect(page.get_by_test_id("row-card").first).to_be_visible()
    page.get_by_test_id("search-number").click()
    expect(page.get_by_test_id("verdict")).to_contain_text("Not found in")
    picture(page, "narrow-stored")


def looks_into_the_list(hands: Hands, asked: Message) -> None:
    hands.bubble(asked).get_by_test_id("open-list").click()
    picture(hands.page, "narrow-list")
    hands.page.keyboard.press("Escape")
    hands.taps(asked, "1.")


def reads_text_alone(officer: Hands) -> Message:
    alert = officer.sees(lambda message: message.template == "tip_alert")
    officer.taps(alert, alert.titles[0])
    return officer.sees(lambda message: message.type == "interactive")
