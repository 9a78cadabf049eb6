"""Each code of Meta's, and what it makes a courier do."""

import pytest

from satark.whatsapp.errors import REACTIONS, Reaction, SendFailed, reaction

AGAIN = {1, 2, 131000, 131016, 133004}
SLOWER = {4, 80007, 130429}
ACCOUNT = {0, 3, 10, 190, 368, 131005, 131031, 131037, 131042, 131045, 133010}
OUR_FAULT = {33, 100, 131008, 131009, 135000, 131048, 131064, 133016, 132068, 132069}
TEMPLATE_FAULT = {132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018}
NEVER = {131021, 131026, 131030, 131049, 131050, 131051, 131052, 131062, 130472, 130497, 137000}


def of(code: int | None, status: int = 400) -> Reaction:
    return reaction(SendFailed(code, status=status))


def pauses(reacts: Reaction, attempts: int = 7) -> list[int | None]:
    return [reacts.pause(attempt) for attempt in range(1, attempts + 1)]


def test_the_table_knows_these_codes_and_no_other() -> None:
    single = {131047, 131053, 131056, 131057}
    assert REACTIONS.keys() == (
        AGAIN | SLOWER | ACCOUNT | OUR_FAULT | TEMPLATE_FAULT | NEVER | single
    )


@pytest.mark.parametrize("code", sorted(AGAIN))
def test_a_passing_fault_is_tried_again_ever_later(code: int) -> None:
    assert pauses(of(code)) == [1, 5, 30, 120, 600, 600, 600]
    assert not of(code).alarm


@pytest.mark.parametrize("code", sorted(SLOWER))
def test_a_call_limit_is_given_more_time(code: int) -> None:
    assert pauses(of(code)) == [2, 10, 60, 300, 900, 900, 900]


def test_the_pair_rate_asks_for_four_to_the_power_of_the_attempt() -> None:
    assert pauses(of(131056)) == [4**x for x in range(6)] + [4**5]


def test_maintenance_takes_one_to_five_minutes() -> None:
    assert pauses(of(131057)) == [60, 120, 300, 300, 300, 300, 300]


def test_a_failed_upload_is_tried_once_more() -> None:
    assert pauses(of(131053), 3) == [5, None, None]


@pytest.mark.parametrize("code", sorted(ACCOUNT | {200, 250, 299}))
def test_what_is_wrong_with_the_account_keeps_the_message_and_calls_a_person(code: int) -> None:
    assert pauses(of(code), 3) == [300, 900, 900]
    assert of(code).alarm


@pytest.mark.parametrize("code", sorted(OUR_FAULT | TEMPLATE_FAULT))
def test_what_we_did_wrong_is_not_repeated_and_calls_a_person(code: int) -> None:
    assert (of(code).then, of(code).pause(1), of(code).alarm) == ("never", None, True)


@pytest.mark.parametrize("code", sorted(NEVER))
def test_what_the_recipient_cannot_get_is_let_go_quietly(code: int) -> None:
    assert (of(code).then, of(code).pause(1), of(code).alarm) == ("never", None, False)


def test_outside_the_window_the_template_takes_its_place() -> None:
    assert (of(131047).then, of(131047).pause(1)) == ("template", None)


@pytest.mark.parametrize(
    ("status", "first_pause"), [(429, 2), (401, 300), (403, 300), (503, 1), (404, 1)]
)
def test_without_a_code_the_http_status_decides(status: int, first_pause: int) -> None:
    assert of(None, status).pause(1) == first_pause


@pytest.mark.parametrize("code", [5, 199, 300, 139999])
def test_an_unknown_code_is_tried_again(code: int) -> None:
    assert of(code).then == "retry"
