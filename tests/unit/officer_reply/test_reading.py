import pytest

from functions.officer_reply.reading import Remark, Vouch, read
from satark.command.request import Act, Deed, Open, Report, Request
from satark.message import (
    Content,
    Deleted,
    Edited,
    IdentityChanged,
    Media,
    Pin,
    Reaction,
    Tap,
    Text,
    Unsupported,
)
from tests.samples import varanasi

PHOTO = Media("image", "1", "image/jpeg", "", caption="ट्रक पकड़ा")
VOICE = Media("audio", "2", "audio/ogg", "", voice=True)


@pytest.mark.parametrize(
    ("content", "request_"),
    [
        (Tap("accepted:48291376", ""), Act("accepted", "48291376")),
        (Tap("action_taken:48291376", ""), Act("action_taken", "48291376")),
        (Tap("nothing_found:48291376", ""), Act("nothing_found", "48291376")),
        (Tap("false_information:48291376", ""), Act("false_information", "48291376")),
        (Tap("closed:48291376", ""), Act("closed", "48291376")),
        (Tap("open:48291376", ""), Open("48291376")),
        (Tap("accepted:", ""), "chatter"),
        (Tap("accepted", ""), "chatter"),
        (Tap("erased:48291376", ""), "chatter"),
        (Text("Accept"), Act("accepted", words="Accept")),
        (Text(" accept. "), Act("accepted", words=" accept. ")),
        (Text("स्वीकार करें"), Act("accepted", words="स्वीकार करें")),
        (Text("4829-1376 nothing found"), Act("nothing_found", words="4829-1376 nothing found")),
        (Text("Close the tip ४८२९-१३७६"), Act("closed", words="Close the tip ४८२९-१३७६")),
        (Text("Accept that he was there"), Report("Accept that he was there")),
        (Text("4829-1376"), Open(words="4829-1376")),
        (Text("*4829 1376*"), Open(words="*4829 1376*")),
        (Text("4829-1376 दबिश दी"), Report("4829-1376 दबिश दी")),
        (Tap("ask:48291376", ""), Deed("ask", "48291376")),
        (Tap("assign:48291376:2", ""), Deed("assign", "48291376", "2")),
        (Tap("give:48291376:o:1", ""), Deed("give", "48291376", "o:1")),
        (Tap("doubted:o1", "आगे देखें"), Vouch("o1")),
        (Tap("genuine:o1:then", "हाँ"), Vouch("o1", "then")),
        (Tap("pending", ""), "pending"),
        (Text("लंबित"), "pending"),
        (Text("Pending!"), "pending"),
        (Text("lambit"), "pending"),
        (Text("Not mine 4829-1376"), Act("not_mine", words="Not mine 4829-1376")),
        (Text("assign"), Deed("assign", words="assign")),
        (Text("पूछें"), Deed("ask", words="पूछें")),
        (
            Text("Ask 4829-1376: Which colour: red?"),
            Deed("ask", argument="Which colour: red?", words="Ask 4829-1376"),
        ),
        (Text("पूछें\uff1a कब?"), Deed("ask", argument="कब?", words="पूछें")),
        (Text("पूछें:"), Deed("ask", words="पूछें:")),
        (Text("मौके पर: कुछ नहीं"), Report("मौके पर: कुछ नहीं")),
        (Text("Hi"), "chatter"),
        (Text("जय हिन्द!"), "chatter"),
        (Text("OK"), "chatter"),
        (Text("मदद"), "chatter"),
        (Text("👍🙏"), "chatter"),
        (Text("..."), "chatter"),
        (PHOTO, Report("ट्रक पकड़ा", PHOTO)),
        (VOICE, Report("", VOICE)),
        (Pin(25.4212345, 83.5, "अड्डा", ""), Report("अड्डा, 25.42123, 83.50000")),
        (Reaction("👍"), "silence"),
        (Deleted(), "silence"),
        (IdentityChanged(), "silence"),
        (Edited("और"), "chatter"),
        (Unsupported("contacts"), "chatter"),
    ],
)
def test_what_a_message_asks_for(content: Content, request_: Request | Remark) -> None:
    assert read(content, varanasi()) == request_
