"""What a message about a filed tip does. Every kind of content has its decided answer here."""

from dataclasses import replace

from functions.flow import commands
from functions.flow.additions import added
from functions.flow.aside import (
    SPEAK,
    Aside,
    Visit,
    asked_again,
    closed,
    invited,
    offered,
)
from functions.flow.keeping import without
from functions.flow.pressed import pressed
from functions.flow.receipts import code_in
from functions.flow.session import Matter
from functions.flow.spelling import commanded, number
from functions.flow.voice import Voice
from satark.message import (
    Deleted,
    Edited,
    Media,
    Option,
    Pin,
    Reaction,
    Tap,
    Text,
    Unsupported,
)


def aside(  # noqa: PLR0911 - a table: one line for each kind of content
    visit: Visit, *, barred: bool
) -> Aside | None:
    """None for what concerns the draft, or a new one: with that, the filed tip is left alone."""
    content = visit.message.content
    match content:
        case Text(body=words) if code_in(words, visit.police_range):
            return _by_code(visit, barred=barred)
        case Text(body=words):
            return _said(visit, words)
        case Tap(id=tap):
            return pressed(visit, tap)
    if (about := visit.about) is None:
        return None
    match content:
        case Media() | Pin() | Edited():
            return added(visit, about)
        case Unsupported():
            return asked_again(visit, about, visit.voice.text("note.unsupported"))
        case Deleted() if not _of_the_draft(visit):
            return asked_again(visit, about, visit.voice.text("filed.final"))
        case Reaction():
            return Aside(visit.matter)
    return None


def _of_the_draft(visit: Visit) -> bool:
    draft, ref = visit.draft, visit.message.quotes
    return draft is not None and without(draft, ref) != draft


def _by_code(visit: Visit, *, barred: bool) -> Aside:
    if barred:
        return Aside(visit.matter, visit.voice.text("filed.wait"))
    if visit.named is None:
        return Aside(visit.matter, visit.voice.text("filed.unknown"), missed=True)
    return offered(visit, visit.opened(visit.named.head.case_id))


def _said(visit: Visit, words: str) -> Aside | None:
    command = commands.command(words, visit.police_range)
    if (about := visit.about) is None:
        asks = command == commands.STATUS
        return Aside(note=visit.voice.text("filed.ask_code")) if asks else None
    return _commanded(visit, about, command) if command else _spoken(visit, about, words)


def _commanded(visit: Visit, about: Matter, command: str) -> Aside:
    match command:
        case commands.STATUS:
            return offered(visit, about)
        case commands.HELP:
            return asked_again(visit, about, visit.voice.text("note.help"))
        case commands.LANGUAGE:
            return _languages(visit, about)
    return closed(visit, about)


def _spoken(visit: Visit, about: Matter, words: str) -> Aside | None:
    if language := commands.language_named(words, visit.police_range):
        return asked_again(visit, replace(about, language=language))
    if commands.greets(words, visit.police_range):
        return _greeted(visit, about)
    return _told(visit, about, words) if about.adding else _chosen(visit, about, words)


def _greeted(visit: Visit, about: Matter) -> Aside | None:
    """Thanks under a message of ours ask how it stands; hello in the middle, the question again."""
    if visit.quotes:
        return offered(visit, about)
    return asked_again(visit, about) if about.adding else None


def _told(visit: Visit, about: Matter, words: str) -> Aside:
    """A "no" may be the answer that an officer waits for, until something was answered."""
    ends = ("done",) if about.answers and not about.added else ("done", "no", "skip")
    if not visit.quotes and commanded(words, visit.police_range, *ends):
        return closed(visit, about)
    return added(visit, about)


def _chosen(visit: Visit, about: Matter, words: str) -> Aside:
    """Whether to add something. Whatever is neither yes nor no nor a number is added at once."""
    count = number(words, visit.police_range)
    word = commanded(words, visit.police_range, "yes", "no", "done", "skip")
    if word == "yes" or count == 1:
        return invited(visit, about)
    if word or count == 2:  # noqa: PLR2004 - the second of the two buttons
        return closed(visit, about)
    return asked_again(visit, about) if count is not None else added(visit, about)


def _languages(visit: Visit, about: Matter) -> Aside:
    voice = Voice(visit.police_range, None)
    step = next(step.id for step in visit.police_range.steps if step.kind == "language")
    asked = voice.ask(voice.text(f"step.{step}.text"))
    titles = (
        (language, visit.police_range.text(language, f"step.{step}.choice.{language}"))
        for language in visit.police_range.languages
    )
    options = tuple(Option(f"{SPEAK}:{language}", title) for language, title in titles)
    return Aside(about, asked=replace(asked, options=options))
