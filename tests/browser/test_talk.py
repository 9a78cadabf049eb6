"""Assign, ask, answer, report, and whether it helped: walked by hand on the phones page."""

from collections.abc import Callable
from functools import partial

from playwright.sync_api import Page, expect

from local.whatsapp import Message
from tests.browser.conftest import Served
from tests.browser.hands import Hands
from tests.browser.pictures import picture
from tests.browser.tipster import Tipster

OpenPage = Callable[..., Page]
QUESTION, ANSWER = "ट्रक किस रंग का है?", "लाल रंग का"


def test_both_ends_talk_until_it_helped(served: Served, open_page: OpenPage) -> None:
    page = open_page(width=1440, height=900)
    page.get_by_test_id("add-tipster").click()
    with page.expect_response("**/api/**"):
        page.get_by_test_id("add-with-number").click()
    tipster = Tipster(Hands(page, served.latest()), served.system.police_range, "hi")
    sp = Hands(page, served.officer("district:chandauli"))
    officer = Hands(page, served.officer("thana:chandauli/kotwali"))
    files(tipster)
    assigns(sp, officer.person.name, served)
    tip = reads(officer)
    asks(officer, tip, served)
    answers(tipster)
    heard = officer.sees(lambda message: ANSWER in message.text)
    picture(page, "talk-answer-heard")
    assert heard
    acts(officer, tip, served)
    tipster.hands.sees(tipster.text("update.action_taken"))
    closes(officer, served)
    rates(tipster)
    on_a_small_screen(open_page, tipster.hands, officer)


def files(tipster: Tipster) -> None:
    hands = tipster.hands
    hands.says_hi_by_the_hint()
    tipster.answers(
        {
            "category": lambda asked: hands.taps(asked, "2."),
            "district": lambda asked: hands.taps(asked, "3."),
            "thana": lambda asked: hands.says("mughalsarai"),
            "place": lambda asked: hands.says("पुल के पास"),
        }
    )


def reads(officer: Hands) -> Message:
    """A phone that rings beside a full desk is picked up first."""
    officer.person.waits_for(lambda message: message.template == "tip_alert")
    rang = officer.page.get_by_test_id("rang").filter(has_text=officer.person.name)
    expect(officer.phone.or_(rang)).to_be_visible()
    if rang.is_visible():
        rang.click()
    alert = officer.sees(lambda message: message.template == "tip_alert")
    officer.taps(alert, alert.titles[0])
    return officer.sees(lambda message: message.type == "interactive")


def assigns(sp: Hands, name: str, served: Served) -> None:
    sp.taps(reads(sp), served.text("en", "officer.assign"))
    offered = sp.sees(lambda message: bool(message.options))
    sp.bubble(offered).get_by_test_id("open-list").click()
    picture(sp.page, "talk-assign")
    sp.page.keyboard.press("Escape")
    sp.taps(offered, name)
    sp.sees(lambda message: name in message.text)


def asks(officer: Hands, tip: Message, served: Served) -> None:
    officer.taps(tip, served.text("hi", "officer.ask"))
    officer.sees(1)
    officer.says("आपका नाम क्या है?")
    officer.sees(lambda message: served.text("hi", "officer.question_name") in message.text)
    picture(officer.page, "talk-refused")
    officer.says(QUESTION)
    officer.sees(1)


def answers(tipster: Tipster) -> None:
    hands = tipster.hands
    asked = hands.sees(lambda message: QUESTION in message.text)
    picture(hands.page, "talk-asked")
    hands.taps(asked, tipster.text("update.answer"))
    hands.sees(lambda message: tipster.text("filed.answering").strip() in message.text)
    hands.says(ANSWER)
    added = hands.sees(lambda message: tipster.text("filed.added") in message.text)
    hands.taps(added, tipster.text("note.done"))
    hands.sees(tipster.text("filed.thanks"))


def acts(officer: Hands, tip: Message, served: Served) -> None:
    """Each of the three details by one tap, then a photo."""
    with_options = partial(officer.sees, lambda message: bool(message.options))
    officer.taps(tip, served.text("hi", "officer.action_taken"))
    for title in ("officer.skip", "officer.skip", "officer.seized_no"):
        officer.taps(with_options(), served.text("hi", title))
    with_options()
    officer.sends("photo")
    officer.taps(with_options(), served.text("hi", "officer.finish"))
    officer.sees(1)
    picture(officer.page, "talk-acted")


def closes(officer: Hands, served: Served) -> None:
    """The tip once more, by its place among what is open: it offers what is left to do."""
    officer.says(served.text("hi", "officer.pending"))
    listed = officer.sees(lambda message: bool(message.options))
    picture(officer.page, "talk-pending")
    officer.taps(listed, listed.titles[0])
    title = served.text("hi", "officer.closed")
    officer.taps(officer.sees(lambda message: title in message.titles), title)


def rates(tipster: Tipster) -> None:
    hands, helped = tipster.hands, tipster.text("update.helpful_yes")
    hands.taps(hands.sees(lambda message: helped in message.titles), helped)
    hands.sees(tipster.text("filed.rated"))
    picture(hands.page, "talk-rated")


def on_a_small_screen(open_page: OpenPage, tipster: Hands, officer: Hands) -> None:
    page = open_page(width=390, height=844, touch=True)
    for hands, name in ((tipster, "narrow-tipster"), (officer, "narrow-asked")):
        page.get_by_role("tab", name=hands.person.name).click()
        picture(page, f"talk-{name}")
