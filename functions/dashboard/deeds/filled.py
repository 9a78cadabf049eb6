"""What a sent form asks for, as commands; or what is wrong with it."""

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from functions.dashboard.deeds.fields import FIELDS, Field
from functions.dashboard.deeds.names import Name
from satark.command.request import Act, Command, Deed, Details, Note
from satark.command.tip_numbers import numbers_in

if TYPE_CHECKING:
    from satark.case import Action

_TURNED: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows, so that it reads as something else."""


class Misfilled(Exception):
    """`key` is the text that says what is wrong; `count`, how many code points were sent."""

    def __init__(self, field: Field, key: str, count: int) -> None:
        super().__init__(key)
        self.field, self.key, self.count = field, key, count


def filled(name: Name, form: Mapping[str, str]) -> tuple[Command, ...]:
    """In the order in which they are to be done; after a refused one none is. Raises Misfilled."""
    said = {field.name: _said(field, form) for field in FIELDS.get(name, ())}
    match name:
        case "ask":
            return (Deed("ask", argument=said["question"]),)
        case "note":
            return (Note(said["note"]),)
        case "assign":
            return (Deed("give", argument=said["officer"]),)
        case "transfer":
            return (Deed("send", argument=said["district"]),)
        case "merge":
            return (Deed("merge", argument=_tip(said["number"])),)
        case _:
            return _without_words(name, said)


def _without_words(name: Name, said: Mapping[str, str]) -> tuple[Command, ...]:
    match name:
        case "block":
            return (Deed("block", argument=said["reason"]),)
        case "unblock" | "open_files" | "agree_opening":
            return (Deed(name),)
        case "action_taken":
            return (Act("action_taken"), *_details(said))
        case _:
            return (Act(cast("Action", name)),)


def _details(said: Mapping[str, str]) -> tuple[Details, ...]:
    arrests = said["arrests"]
    told = Details(
        fir=said["fir"] or None,
        arrests=int(arrests) if arrests else None,
        seizure=said["seizure"] or None,
    )
    return () if told == Details() else (told,)


def _said(field: Field, form: Mapping[str, str]) -> str:
    said = plain(form.get(field.name, ""))
    if len(said) > field.limit:
        raise Misfilled(field, "too_long", len(said))
    if field.needed and not said:
        raise Misfilled(field, "left_empty", 0)
    if field.kind == "count" and said and not said.isdecimal():
        raise Misfilled(field, "no_count", len(said))
    return said


def _tip(said: str) -> str:
    [field] = FIELDS["merge"]
    found = next(numbers_in(said), None)
    if found is None:
        raise Misfilled(field, "no_number", len(said))
    return found


def plain(said: str) -> str:
    """Lines as we break them, and no sign that is not seen."""
    lines = said.replace("\r\n", "\n")
    kept = (sign for sign in lines if sign == "\n" or unicodedata.category(sign) != "Cc")
    return "".join(sign for sign in kept if sign not in _TURNED).strip()
