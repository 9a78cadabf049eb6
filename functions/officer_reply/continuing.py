"""What an officer's message means as the answer to what we asked last."""

from functions.officer_reply.reading import Remark, plain
from satark.command.awaited import (
    DONE,
    NO,
    SKIP,
    YES,
    Awaited,
    Detail,
    Duplicate,
    Part,
    Question,
    Which,
)
from satark.command.request import Deed, Open, Report, Request
from satark.command.tip_numbers import numbers_in
from satark.message import Content, Text
from satark.police_range.model import PoliceRange

LONGEST_FIR = 60


def continued(
    request: Request | Remark, content: Content, awaited: Awaited | None, police_range: PoliceRange
) -> Request | Remark:
    """The request itself, where it is no answer: a command, a tap, a file."""
    if not isinstance(content, Text):
        return request
    match awaited:
        case Which() if isinstance(request, Open):
            return Deed("file", words=request.words)
        case Question(case_id=case_id) if isinstance(request, Report):
            return Deed("ask", case_id, request.words)
        case Duplicate(case_id=case_id) if isinstance(request, Open | Report):
            other = next(numbers_in(content.body), None)
            return Deed("merge", case_id, other) if other else request
        case Detail(case_id=case_id, part=part) if not isinstance(request, Deed):
            told = _detail(part, request, content.body, police_range)
            return Deed("detail", case_id, f"{part}.{told}") if told is not None else request
        case _:
            return request


def _detail(
    part: Part, request: Request | Remark, body: str, police_range: PoliceRange
) -> str | None:
    """What is told of this part; None where it is something else."""
    word = _word(body, police_range)
    if part == "evidence":
        return DONE if word in {DONE, SKIP, NO} else None
    if word == SKIP or (word == NO and part == "fir"):
        return SKIP
    if part == "arrests":
        return _count(body, police_range)
    if part == "seizure":
        return word if word in {YES, NO} else None
    too_long = part == "fir" and len(body) > LONGEST_FIR
    return body.strip() if isinstance(request, Report | Open) and not too_long else None


def _word(body: str, police_range: PoliceRange) -> str | None:
    said = plain(body)
    meant = (
        command
        for command in (SKIP, DONE, YES, NO)
        if said in map(plain, police_range.words[command])
    )
    return next(meant, None)


def _count(body: str, police_range: PoliceRange) -> str | None:
    said = plain(body)
    if said.isdecimal() and len(said) <= len("999"):
        return str(int(said))
    counts = enumerate(police_range.numbers, 1)
    return next((str(n) for n, words in counts if said in map(plain, words)), None)
