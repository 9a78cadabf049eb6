from itertools import count

import pytest

from functions.flow.conversation import Conversation
from satark.police_range.model import PoliceRange
from tests import samples
from tests.fakes import IntakeFake
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
def flow(
    sessions: FakeSessions, outbox: BreakableOutbox, intake: IntakeFake, varanasi: PoliceRange
) -> Conversation:
    seeds = count()
    return Conversation(
        sessions, intake, outbox, varanasi, b"pepper", lambda: str(next(seeds)).encode()
    )


@pytest.fixture
def tipster(flow: Conversation) -> Phone:
    return Phone(flow)
