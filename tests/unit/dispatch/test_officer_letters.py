"""The tip as officers read it."""

from dataclasses import replace

import pytest

from satark.case import AlertOpened, AlertProgressed, OfficerActed, OfficerReported
from satark.message import Ask, OutboundMessage, Say, Show, Template
from satark.roster import Officer
from satark.tip import Answer, Conflict, Evidence, Place
from tests.samples import varanasi
from tests.unit.dispatch.stage import CASE, DIG, SHO, SP, about, ledger, said, to

PHOTO = Evidence("image", "kept", key="kept/photo", mime="image/jpeg", size=9)
VIDEO = Evidence("video", "kept", key="kept/video", mime="video/mp4", size=9)


def text(messages: list[OutboundMessage]) -> str:
    contents = (message.content for message in messages)
    return "\n".join(found.body for found in contents if isinstance(found, Ask | Say))


def shown(messages: list[OutboundMessage]) -> list[str]:
    return [found.content.key for found in messages if isinstance(found.content, Show)]


def test_a_tip_is_told_whole_in_the_officers_language_and_the_tipsters_words() -> None:
    tip = about(answers=(Answer("activity", "made"),))
    assert text(to(SP, said(ledger(tip=tip)))) == (
        "🔔 *Tip 4829-1376*\n👮 For your information.\n\n"
        "*Illegal liquor*\n"
        "▪️ What happens there? *Liquor is made*\n\n"
        "📍 Zamania, Ghazipur\nपुल के पास\n"
        "https://www.openstreetmap.org/?mlat=25.42&mlon=83.56#map=17/25.42/83.56\n"
        "🕒 Happens often\n"
        "📥 Received: 23-01-2026 15:00\n\n"
        "💬 रोज़ शाम को\n\n"
        "📎 Files: 1 (being sent next)\n\n"
        "🔎 *Level: normal* (score 0)\n▪️ nothing in particular"
    )


def test_the_thana_reads_its_own_language_and_the_hour_alone() -> None:
    late = about(filed_at=about().filed_at.replace(minute=55))
    body = text(to(SHO, said(ledger(tip=late))))
    assert "सूचना 4829-1376" in body
    assert f"📥 {varanasi().text('hi', 'officer.filed_hour', time='23-01-2026 15:00')}\n" in body
    assert "15:25" not in body
    assert "15:25" in text(to(DIG, said(ledger(tip=late))))


def test_the_tip_asks_for_what_may_be_done_with_taps_that_carry_the_case() -> None:
    asked = to(SHO, said(ledger()))[0].content
    assert isinstance(asked, Ask)
    assert [option.id for option in asked.options] == [
        f"accepted:{CASE}",
        f"action_taken:{CASE}",
        f"nothing_found:{CASE}",
        f"false_information:{CASE}",
        f"not_mine:{CASE}",
        f"ask:{CASE}",
    ]


def test_outside_the_window_one_template_stands_for_all_of_it() -> None:
    messages = to(SP, said(ledger(tip=about(statements=("x" * 3000, "y" * 3000)))))
    template = Template("tip_alert", "en", values=("4829-1376",), payloads=(f"open:{CASE}",))
    assert [message.template for message in messages] == [template, *[None] * (len(messages) - 1)]


def test_a_long_tip_goes_on_in_further_messages_to_its_last_word() -> None:
    statements = tuple(f"बात {number} " + "शब्द " * 200 + "अंत" for number in range(10))
    first, *further = to(SHO, said(ledger(tip=about(statements=statements, evidence=()))))
    assert isinstance(first.content, Ask)
    assert len(first.content.body) <= 1024
    assert [type(message.content) for message in further] == [Say] * len(further)
    told = "".join(text([first, *further]).split())
    assert all("".join(statement.split()) in told for statement in statements)


def test_its_files_follow_each_with_the_tips_number() -> None:
    forwarded = Evidence("video", "kept", key="kept/v", mime="video/mp4", forwarded=True)
    messages = to(SP, said(ledger(tip=about(evidence=(PHOTO, forwarded)))))
    assert [message.content for message in messages[1:]] == [
        Show("kept/photo", "image", "image/jpeg", "4829-1376 · 1/2"),
        Show("kept/v", "video", "video/mp4", "4829-1376 · 2/2 · forwarded from someone else"),
    ]


def test_captions_are_part_of_the_tips_words() -> None:
    captioned = Evidence("image", "quarantined", key="quarantine/x", caption="यही ट्रक है")
    assert "💬 रोज़ शाम को\nयही ट्रक है" in text(
        to(SP, said(ledger(tip=about(evidence=(captioned,)))))
    )


@pytest.mark.parametrize(
    ("withheld", "sentence"),
    [
        (Evidence("image", "lost", reason="gone"), "Could not be fetched from WhatsApp: 1"),
        (Evidence("image", "quarantined", key="quarantine/x"), "Set aside for safety"),
        (Evidence("image", "kept", "kept/x", "image/png", 5 * 1024**2 + 1), "Too large to send"),
        (Evidence("video", "kept", "kept/x", "video/mp4", 16 * 1024**2 + 1), "Too large to send"),
        (Evidence("audio", "kept", "kept/x", "audio/ogg", 16 * 1024**2 + 1), "Too large to send"),
    ],
)
def test_a_file_that_cannot_be_sent_is_named_and_the_others_go(
    withheld: Evidence, sentence: str
) -> None:
    messages = to(SP, said(ledger(tip=about(evidence=(withheld, PHOTO)))))
    assert shown(messages) == ["kept/photo"]
    assert sentence in text(messages)
    assert "Files: 1 (being sent next)" in text(messages)


def test_files_as_large_as_whatsapp_takes_them_are_sent() -> None:
    large = Evidence("document", "kept", "kept/d", "application/pdf", 100 * 1024**2)
    assert shown(to(SP, said(ledger(tip=about(evidence=(large,)))))) == ["kept/d"]


def test_files_of_a_tip_on_women_and_children_never_go_and_it_says_so() -> None:
    tip = about(category="molestation", answers=(), evidence=(PHOTO, VIDEO))
    report = OfficerReported("sho", "देखा", PHOTO)
    for events in (
        ledger(tip=tip),
        ledger(report, tip=tip),
        ledger(report, AlertOpened("sp"), tip=tip),
    ):
        messages = to(SP, said(events))
        assert shown(messages) == []
        assert "files are not sent on WhatsApp" in text(messages)


def test_nothing_is_shown_of_a_category_that_the_range_no_longer_knows() -> None:
    messages = to(SP, said(ledger(tip=about(category="gone", when="gone", district="ghazipur"))))
    assert shown(messages) == []
    assert "*gone*" in text(messages)


def test_a_case_outlives_the_lists_of_the_range() -> None:
    moved = replace(SHO, office="thana:ghazipur/renamed")
    tip = about(answers=(Answer("gone", "too"),), thana="ghazipur/gone", when="gone")
    messages = said(ledger(OfficerActed("sho", "accepted"), tip=tip), officers=[moved, SP, DIG])
    assert "(SHO, ghazipur/renamed, " in text(to(SP, messages))
    whole = text(to(SP, said(ledger(AlertOpened("sp"), tip=tip), officers=[moved, SP, DIG])))
    assert "▪️ gone *too*" in whole
    assert "📍 ghazipur/gone, Ghazipur" in whole


def test_a_tip_about_the_police_says_to_whom_it_did_not_go() -> None:
    assert "Not sent to the thana" in text(
        to(SP, said(ledger(tip=about(conflict=Conflict.STATION))))
    )
    to_dig = to(DIG, said(ledger(tip=about(conflict=Conflict.DISTRICT))))
    assert "केवल DIG कार्यालय" in text(to_dig)


def test_what_the_tipster_did_not_say_is_said_to_be_missing() -> None:
    bare = about(thana=None, place=Place(), statements=(), evidence=(), answers=())
    body = text(to(SP, said(ledger(tip=bare))))
    assert "👮 Your office is to act." in body
    assert "📍 Thana not known, Ghazipur\nNo exact place given\n" in body
    assert "💬 No written account" in body
    assert "📎 No files" in body
    assert "\n\n\n" not in body


def test_an_opened_alert_brings_the_tip_its_files_and_all_that_was_done() -> None:
    report = OfficerReported("sho", "मौके पर मिला", VIDEO)
    events = ledger(OfficerActed("sho", "accepted"), report, AlertOpened("sp"))
    messages = to(SP, said(events))
    assert shown(messages) == ["kept/k1", "kept/video"]
    assert text(messages).endswith(
        "\n\n*Accepted* (SHO, Zamania, 23-01-2026 16:07)"
        "\n\n*Report* (SHO, Zamania, 23-01-2026 17:07)"
        "\nमौके पर मिला\nFiles: 1 (being sent next)"
    )
    assert said(events) == messages


@pytest.mark.parametrize(
    ("conflict", "reader", "duty"),
    [
        (Conflict.NONE, SHO, "👮 कार्रवाई आपके कार्यालय"),
        (Conflict.NONE, SP, "For your information"),
        (Conflict.STATION, SP, "Your office is to act"),
        (Conflict.DISTRICT, DIG, "👮 कार्रवाई आपके कार्यालय"),
    ],
)
def test_an_opened_tip_says_who_is_to_act_as_the_alert_did(
    conflict: Conflict, reader: Officer, duty: str
) -> None:
    tip = about(conflict=conflict)
    assert duty in text(to(reader, said(ledger(tip=tip))))
    assert duty in text(to(reader, said(ledger(AlertOpened(reader.id), tip=tip))))


def test_an_opened_tip_offers_what_may_be_done_next() -> None:
    def offered(*acted: OfficerActed) -> list[str]:
        content = to(SHO, said(ledger(*acted, AlertOpened("sho"))))[0].content
        return [option.id for option in content.options] if isinstance(content, Ask) else []

    assert offered(OfficerActed("sho", "accepted")) == [
        f"in_progress:{CASE}",
        f"action_taken:{CASE}",
        f"nothing_found:{CASE}",
        f"false_information:{CASE}",
        f"not_mine:{CASE}",
        f"ask:{CASE}",
    ]
    assert offered(OfficerActed("sho", "action_taken")) == [f"closed:{CASE}", f"ask:{CASE}"]
    assert offered(OfficerActed("sho", "closed")) == []


def test_superiors_hear_of_a_report_with_its_file_and_whoever_wrote_it_does_not() -> None:
    messages = said(ledger(OfficerReported("sho", "पकड़ा गया", PHOTO)))
    assert to(SHO, messages) == []
    assert text(to(SP, messages)) == (
        "📝 Tip *4829-1376*\n*Report* (SHO, Zamania, 23-01-2026 16:07)\nपकड़ा गया"
        "\nFiles: 1 (being sent next)"
    )
    assert shown(to(SP, messages)) == shown(to(DIG, messages)) == ["kept/photo"]


def test_outside_the_window_a_report_is_worth_an_alert_and_an_action_is_not() -> None:
    [report] = to(SP, said(ledger(OfficerReported("sho", "मिला"))))
    [action] = to(SP, said(ledger(OfficerActed("sho", "accepted"))))
    assert report.template == Template("tip_alert", "en", ("4829-1376",), (f"open:{CASE}",))
    assert action.template is None


def test_an_officer_whose_language_the_range_has_not_got_reads_its_first() -> None:
    stranger = replace(SP, language="bho")
    messages = said(ledger(), officers=[stranger])
    assert "🔔 *सूचना 4829-1376*" in text(messages)
    assert messages[0].template is not None
    assert messages[0].template.language == "hi"


def test_superiors_hear_of_the_last_action_alone() -> None:
    events = ledger(OfficerActed("sho", "accepted"), OfficerActed("sho", "nothing_found"))
    assert text(to(SP, said(events))) == (
        "📝 Tip *4829-1376*\n*Nothing found* (SHO, Zamania, 23-01-2026 17:07)"
    )


def test_what_an_officer_who_has_left_did_is_still_told() -> None:
    messages = said(ledger(OfficerActed("sho", "accepted")), officers=[SP, DIG])
    assert text(to(SP, messages)) == "📝 Tip *4829-1376*\n*Accepted* (23-01-2026 16:07)"


def test_a_stand_in_who_opens_the_tip_reads_whom_it_did_not_reach_and_who_acts() -> None:
    """Outside the window the notice was a template, which says neither."""
    events = ledger(AlertProgressed("sho", "failed", 131047), AlertOpened("sp"))
    read = text(to(SP, said(events)))
    assert read.startswith("⚠️")
    assert varanasi().text(SP.language, "officer.duty_act") in read
