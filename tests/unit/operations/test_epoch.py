"""The former month's key goes only when nothing needs it, however often the command is run."""

from dataclasses import dataclass, field

import pytest

from operations.epoch import NotYet, end
from operations.epoch_stack import Counted, Unanswered


@dataclass
class House:
    """`left` addresses under the former key, sealed again three at a time; `stuck` under neither.

    `late` ones are filed while the queues are watched.
    """

    left: int = 0
    stuck: int = 0
    late: int = 0
    queues: dict[str, int] = field(default_factory=dict)
    destroyed: list[int] = field(default_factory=list)
    silent: bool = False

    def fate(self) -> str | None:
        return "is destroyed on 2026-12-08" if self.destroyed else None

    def rewrap(self) -> Counted:
        if self.silent:
            raise Unanswered
        count = min(self.left, 3)
        self.left -= count
        return Counted(count, self.left + self.stuck)

    def waiting(self) -> dict[str, int]:
        self.left, self.late = self.left + self.late, 0
        return self.queues

    def destroy(self) -> str:
        self.destroyed.append(self.left + self.stuck)
        return "is destroyed on 2026-12-08; until then its deletion can be cancelled"


def run(house: House, *, destroying: bool = True) -> list[str]:
    return list(end(house, former="2026-11", destroying=destroying))


def test_the_key_goes_when_all_is_sealed_again() -> None:
    house = House(left=7)
    assert run(house) == [
        "3 addresses sealed again, 4 left.",
        "6 addresses sealed again, 1 left.",
        "7 addresses sealed again, 0 left.",
        "Nothing is sealed under the key of 2026-11 any more: no address, no message.",
        "The key of 2026-11 is destroyed on 2026-12-08; until then its deletion can be cancelled.",
    ]
    assert house.destroyed == [0]


def test_without_a_second_factor_it_counts_and_says_how_to_go_on() -> None:
    house = House(left=2)
    assert 'MFA="SERIAL CODE"' in run(house, destroying=False)[-1]
    assert (house.left, house.destroyed) == (0, [])


def test_run_again_it_destroys_nothing_twice() -> None:
    house = House(left=2)
    run(house)
    assert run(house) == [
        "The key of 2026-11 is destroyed on 2026-12-08. Next month begins as docs/keys.md says."
    ]
    assert house.destroyed == [0]


@pytest.mark.parametrize(
    ("house", "why"),
    [
        (House(left=2, stuck=1), "1 addresses are sealed under a key older than that of 2026-11"),
        (House(queues={"TipsLine.fifo": 2}), r"\(TipsLine.fifo: 2\). Redrive"),
        (House(late=1), "A message that waited was sealed under the key of 2026-11 meanwhile"),
    ],
)
def test_the_key_stays_while_anything_may_need_it(house: House, why: str) -> None:
    with pytest.raises(NotYet, match=why):
        run(house)
    assert house.destroyed == []


def test_what_was_filed_meanwhile_is_sealed_again_at_the_next_run() -> None:
    house = House(left=1, late=1)
    with pytest.raises(NotYet):
        run(house)
    run(house)
    assert house.destroyed == [0]


def test_a_courier_that_does_not_answer_keeps_the_key() -> None:
    house = House(silent=True)
    with pytest.raises(Unanswered):
        run(house)
    assert house.destroyed == []
