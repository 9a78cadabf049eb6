from itertools import count

import pytest

from functions.flow.conversation import Conversation
from functions.flow.finding import Finder
from satark.police_range.model import PoliceRange
from tests import samples
from tests.fakes import BlockList, DeliveryBook, IntakeFake
from tests.unit.flow.phone import BreakableOutbox, FakeSessions, Phone


@pytest.fixture(scope="session")
def varanasi() -> PoliceRange:
    return samples.varanasi()


@pytest.fixture
def sessions() -> FakeSessions:
    return FakeSessions()


@pytest.fixture
def outbox() -> BreakableOutbox:
    return BreakableOutbox()


@pytest.fixture
def intake() -> IntakeFake:
    return IntakeFake()


@pytest.fixture
def deliveries() -> DeliveryBook:
    return DeliveryBook()


@pytest.fixture
def blocks() -> BlockList:
    return BlockList()


@pytest.fixture
def flow(  # noqa: PLR0913, PLR0917 - each is a fixture that a test may ask for
    sessions: FakeSessions,
    deliveries: DeliveryBook,
    blocks: BlockList,
    outbox: BreakableOutbox,
    intake: IntakeFake,
    varanasi: PoliceRange,
) -> Conversation:
    seeds = count()
    return Conversation(
        sessions,
        Finder(sessions, sessions, deliveries, b"pepper"),
        blocks,
        intake,
        outbox,
        varanasi,
        b"pepper",
        lambda: str(next(seeds)).encode(),
    )


@pytest.fixture
def tipster(flow: Conversation) -> Phone:
    return Phone(flow)
