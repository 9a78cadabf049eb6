"""A long text in as many WhatsApp bodies as it needs."""

from collections.abc import Iterator

from satark.whatsapp.limits import SAY_BODY


def pages(text: str, *, first: int = SAY_BODY) -> tuple[str, ...]:
    """All of the text, nothing left out but the white space at the cuts."""
    return tuple(_cut(text.strip(), first))


def _cut(text: str, room: int) -> Iterator[str]:
    while len(text) > room:
        end = _last_break(text, room)
        yield text[:end].rstrip()
        text, room = text[end:].lstrip(), SAY_BODY
    if text:
        yield text


def _last_break(text: str, room: int) -> int:
    """At a line's end, else at a word's, unless that would leave the page half empty."""
    for gap in ("\n", " "):
        end = text.rfind(gap, 0, room + 1)
        if end > room // 2:
            return end
    return room
