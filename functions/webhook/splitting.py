"""A text too long for one queue message, as several: nothing that a tipster wrote is lost."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import batched

from satark.message import Content, Edited, Media, Text

LONGEST = 40_000
"""Code points. JSON takes up to six bytes for each, and SQS takes 256 KiB of them."""


def split(content: Content) -> Iterator[Content]:
    """The content itself where it is short enough; else its words in order, over several."""
    match content:
        case Text(body=words) | Edited(body=words) if len(words) > LONGEST:
            yield replace(content, body=words[:LONGEST])
            yield from _texts(words[LONGEST:])
        case Media(caption=words) if len(words) > LONGEST:
            yield replace(content, caption=words[:LONGEST])
            yield from _texts(words[LONGEST:])
        case _:
            yield content


def _texts(words: str) -> Iterator[Text]:
    for part in batched(words, LONGEST, strict=False):
        yield Text("".join(part))
