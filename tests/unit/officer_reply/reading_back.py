"""What an officer reads, taken out of the replies."""

from satark.message import Ask, OutboundMessage, Say
from tests.samples import varanasi


def text(key: str, language: str = "hi", **values: object) -> str:
    return varanasi().text(language, f"officer.{key}", **values)


def only(replies: list[OutboundMessage]) -> OutboundMessage:
    [reply] = replies
    return reply


def body(replies: list[OutboundMessage]) -> str:
    content = only(replies).content
    assert isinstance(content, Ask | Say)
    return content.body


def taps(replies: list[OutboundMessage]) -> list[str]:
    content = only(replies).content
    return [option.id for option in content.options] if isinstance(content, Ask) else []


def titles(replies: list[OutboundMessage]) -> list[str]:
    content = only(replies).content
    return [option.title for option in content.options] if isinstance(content, Ask) else []
