from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from satark.clock_face import shown

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants bounds without a zone


def test_superiors_read_minutes_in_indian_time() -> None:
    assert shown(datetime(2026, 11, 24, 20, 5, 59, tzinfo=UTC), precise=True) == "25-11-2026 01:35"


def test_a_thana_reads_the_hour_by_the_indian_clock() -> None:
    assert shown(datetime(2026, 11, 24, 20, 5, tzinfo=UTC), precise=False) == "25-11-2026 01:00"
    assert shown(datetime(2026, 11, 24, 20, 35, tzinfo=UTC), precise=False) == "25-11-2026 02:00"


@given(MOMENTS)
def test_two_tips_of_one_hour_look_alike_to_a_thana(at: datetime) -> None:
    start = at.replace(minute=30, second=0, microsecond=0)  # a full hour in India
    within = start + timedelta(minutes=at.minute, seconds=at.second)
    assert shown(within, precise=False) == shown(start, precise=False) == shown(start, precise=True)
