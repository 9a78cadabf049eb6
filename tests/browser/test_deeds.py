"""What is done on a case, in a browser: in a hand, and by keyboard alone."""

from playwright.sync_api import Page, expect

from tests.browser.pictures import picture
from tests.browser.test_dashboard import HAND, Enter, enter, goes

assert enter  # a fixture


def test_a_case_is_given_asked_about_noted_and_closed_by_keyboard(enter: Enter) -> None:
    page = enter("district:ghazipur", HAND)
    goes(page, "/en/cases")
    page.locator("tbody th a").first.click()
    page.locator(".deeds").evaluate("one => one.scrollIntoView()")
    picture(page, "dashboard-deeds-en-390")

    _opened(page, "Assign an officer")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    _sent(page, said="is given to")

    _opened(page, "Ask the tipster")
    page.keyboard.press("Tab")
    page.keyboard.type("What is your name?")
    _sent(page)
    refused = page.locator("details[open] .refused")
    expect(refused).to_contain_text("the name of the tipster")
    expect(page.locator("textarea[name=question]")).to_have_value("What is your name?")
    picture(page, "dashboard-held-question-en-390")
    page.locator("textarea[name=question]").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("What colour is the truck?")
    _sent(page, said="the question is sent")

    _opened(page, "Write a note")
    page.keyboard.press("Tab")
    page.keyboard.type("Seen at the bridge.")
    _sent(page, said="Your note is on tip")
    expect(page.locator(".timeline")).to_contain_text("Seen at the bridge.")

    _opened(page, "Nothing found")
    _sent(page, said="Recorded on tip")
    expect(page.locator("[action$='/closed'], [action$='/ask']")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") == HAND[0]
    picture(page, "dashboard-deeds-done-en-390")


def _opened(page: Page, label: str) -> None:
    page.locator(".deeds summary", has_text=label).focus()
    page.keyboard.press("Enter")


def _sent(page: Page, *, said: str = "") -> None:
    """From the last field, or the summary of a form without one, to the button."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    if said:
        expect(page.locator(".said")).to_contain_text(said)
