"""A page's questions are asked at the same time where the engine bears it, and are all of them."""

from dataclasses import dataclass, field
from threading import Barrier

import pytest

from functions.dashboard.access import Page
from functions.dashboard.ahead import QUESTIONS
from satark.lake.asked import Asked
from satark.lake.queries import Query
from tests.samples import varanasi
from tests.unit.dashboard.visits import Rows, site_of, visit


@dataclass
class Names(Rows):
    names: list[str] = field(default_factory=list)

    def run[Row](self, query: Query[Row], asked: Asked) -> tuple[Row, ...]:
        self.names.append(query.name)
        return super().run(query, asked)


@dataclass
class Together(Names):
    """Answers only when so many ask at the same time."""

    meet: Barrier = field(default_factory=lambda: Barrier(1))

    def run[Row](self, query: Query[Row], asked: Asked) -> tuple[Row, ...]:
        self.meet.wait(timeout=5)
        return super().run(query, asked)


def opened(page: Page, engine: Rows, *, at_once: int) -> int:
    query = {"thana": "ghazipur/zamania"} if page == "station" else {}
    one = site_of(engine, varanasi(), at_once=at_once)
    return visit(one, f"/hi/{page}", query=query).status


@pytest.mark.parametrize("page", QUESTIONS)
def test_what_is_asked_ahead_is_exactly_what_the_page_asks(page: Page) -> None:
    _, wanted = QUESTIONS[page]
    slow = Names({})
    assert opened(page, slow, at_once=1) == 200
    assert sorted(slow.names) == sorted(query.name for query in wanted)

    fast = Together({}, meet=Barrier(len(wanted)))
    assert opened(page, fast, at_once=5) == 200
    assert sorted(fast.names) == sorted(slow.names)


def test_a_question_that_fails_ahead_is_told_as_any_other() -> None:
    assert opened("overview", Rows({}, fails=True), at_once=5) == 503
