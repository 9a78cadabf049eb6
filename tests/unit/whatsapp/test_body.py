"""Outgoing bodies, exactly, and held against the simulator, which is as strict as Meta."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local.whatsapp.outgoing.message import OutgoingMessage
from local.whatsapp.outgoing.strict import parsed
from satark.identity import SenderId
from satark.message import Ask, AskLocation, MediaKind, Option, Outgoing, Say, Show, Template
from satark.whatsapp import limits
from satark.whatsapp.body import body

NUMBER = SenderId("919000000123")
USER_ID = SenderId("IN.2081978709342942")
COMMON = {
    "messaging_product": "whatsapp",
    "recipient_type": "individual",
    "to": "+919000000123",
    "biz_opaque_callback_data": "intent-1",
}


def sent(content: Outgoing, *, to: SenderId = NUMBER, media_id: str | None = None) -> Any:
    return body(content, to, intent="intent-1", media_id=media_id)


def options(count: int) -> tuple[Option, ...]:
    return tuple(Option(f"o{number}", f"Option {number}") for number in range(count))


def test_a_text_shows_no_preview_of_a_link() -> None:
    assert sent(Say("नमस्ते")) == COMMON | {
        "type": "text",
        "text": {"body": "नमस्ते", "preview_url": False},
    }


def test_a_user_id_is_never_put_where_a_number_belongs() -> None:
    to_user = sent(Say("Hi"), to=USER_ID)
    assert "to" not in to_user
    assert to_user["recipient"] == "IN.2081978709342942"


def test_three_options_are_buttons() -> None:
    question = Ask("किस भाषा में?", (Option("hi", "हिन्दी"), Option("en", "English")), "चुनें")
    assert sent(question) == COMMON | {
        "type": "interactive",
        "interactive": {
            "type": "button",
            "body": {"text": "किस भाषा में?"},
            "action": {
                "buttons": [
                    {"type": "reply", "reply": {"id": "hi", "title": "हिन्दी"}},
                    {"type": "reply", "reply": {"id": "en", "title": "English"}},
                ]
            },
        },
    }
    assert sent(Ask("?", options(3), "Choose"))["interactive"]["type"] == "button"


def test_more_options_are_a_list() -> None:
    question = Ask("?", (*options(3), Option("more", "More", "The next page")), "Choose")
    assert sent(question) == COMMON | {
        "type": "interactive",
        "interactive": {
            "type": "list",
            "body": {"text": "?"},
            "action": {
                "button": "Choose",
                "sections": [
                    {
                        "rows": [
                            {"id": "o0", "title": "Option 0"},
                            {"id": "o1", "title": "Option 1"},
                            {"id": "o2", "title": "Option 2"},
                            {"id": "more", "title": "More", "description": "The next page"},
                        ]
                    }
                ],
            },
        },
    }


def test_a_place_is_asked_for_with_whatsapps_own_button() -> None:
    assert sent(AskLocation("Where?")) == COMMON | {
        "type": "interactive",
        "interactive": {
            "type": "location_request_message",
            "body": {"text": "Where?"},
            "action": {"name": "send_location"},
        },
    }


@pytest.mark.parametrize(
    ("media", "mime", "part"),
    [
        ("image", "image/jpeg", {"id": "m1", "caption": "1/2"}),
        ("video", "video/mp4", {"id": "m1", "caption": "1/2"}),
        ("audio", "audio/ogg", {"id": "m1"}),
        ("sticker", "image/webp", {"id": "m1"}),
        (
            "document",
            "application/pdf",
            {"id": "m1", "caption": "1/2", "filename": "evidence.pdf"},
        ),
    ],
)
def test_a_file_is_shown_by_its_upload(media: MediaKind, mime: str, part: dict[str, str]) -> None:
    shown = sent(Show("kept/k1", media, mime, "1/2"), media_id="m1")
    assert shown == COMMON | {"type": media, media: part}
    parsed(OutgoingMessage, shown)


def test_a_template_carries_its_values_and_payloads() -> None:
    template = Template("tip_alert", "hi", ("4829\n1376", "अवैध  शराब"), ("open:48291376",))
    assert sent(template) == COMMON | {
        "type": "template",
        "template": {
            "name": "tip_alert",
            "language": {"code": "hi"},
            "components": [
                {
                    "type": "body",
                    "parameters": [
                        {"type": "text", "text": "4829 1376"},
                        {"type": "text", "text": "अवैध शराब"},
                    ],
                },
                {
                    "type": "button",
                    "sub_type": "quick_reply",
                    "index": "0",
                    "parameters": [{"type": "payload", "payload": "open:48291376"}],
                },
            ],
        },
    }


def test_a_template_without_variables_has_no_components() -> None:
    assert sent(Template("hello", "en"))["template"] == {
        "name": "hello",
        "language": {"code": "en"},
    }


def _text(most: int) -> st.SearchStrategy[str]:
    return st.text(st.characters(categories=["L", "M", "N"]), min_size=1, max_size=most)


ids = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=40)
titled = {
    True: st.builds(Option, ids, _text(limits.BUTTON_TITLE)),
    False: st.builds(Option, ids, _text(limits.ROW_TITLE), _text(limits.ROW_DESCRIPTION)),
}


def asks(*, buttons: bool) -> st.SearchStrategy[Ask]:
    few, many = (1, limits.BUTTONS) if buttons else (limits.BUTTONS + 1, limits.LIST_ROWS)
    different = st.lists(
        titled[buttons],
        min_size=few,
        max_size=many,
        unique_by=(lambda one: one.id, lambda one: one.title),
    )
    return st.builds(Ask, _text(limits.ASK_BODY), different.map(tuple), _text(limits.LIST_BUTTON))


contents: st.SearchStrategy[Outgoing] = st.one_of(
    st.builds(Say, _text(limits.SAY_BODY)),
    asks(buttons=True),
    asks(buttons=False),
    st.builds(AskLocation, _text(limits.ASK_BODY)),
    st.builds(
        Show,
        ids,
        st.sampled_from(["image", "video", "document"]),
        st.just("x/y"),
        _text(limits.CAPTION),
    ),
    st.builds(
        Template,
        ids,
        st.sampled_from(["hi", "en"]),
        st.lists(_text(60), max_size=4).map(tuple),
        st.lists(ids, max_size=3).map(tuple),
    ),
)


@given(contents, st.sampled_from([NUMBER, USER_ID]))
def test_what_is_within_the_limits_meta_takes(content: Outgoing, to: SenderId) -> None:
    parsed(OutgoingMessage, sent(content, to=to, media_id="m1"))
