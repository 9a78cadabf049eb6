import contextlib
import json
import logging
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark import log

SECRETS = ["919000000123", "+91 90000 00123", "IN.2081978709342942", "wamid.HBgMOTE5MDAw", "आशा"]


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_is_one_object_of_an_event_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    log.warning("set_aside", code=131056, count=12, attempt=1)

    assert lines(capsys) == [
        {"level": "WARNING", "event": "set_aside", "code": 131056, "count": 12, "attempt": 1}
    ]


@pytest.mark.parametrize("secret", [*SECRETS, 919000000123, 25.7464, True, None, [1], {"to": 1}])
def test_whatever_is_no_count_is_dropped(
    secret: object, capsys: pytest.CaptureFixture[str]
) -> None:
    log.warning("set_aside", count=secret, code=secret)  # type: ignore[arg-type]  # that is the test

    assert lines(capsys) == [{"level": "WARNING", "event": "set_aside"}]


def test_words_are_printed_where_they_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    log.warning("set_aside", code="unknown_number", count=1)
    log.warning("set_aside", code="Asha", count=1)

    assert [line.get("code") for line in lines(capsys)] == ["unknown_number", None]


@given(facts=st.dictionaries(st.text(), st.one_of(st.text(), st.integers(), st.floats())))
def test_no_line_holds_more_than_what_is_listed(facts: dict[str, Any]) -> None:
    """Whoever passes what: names from the list, and small numbers."""
    written = StringIO()
    with contextlib.redirect_stdout(written):
        log.warning(**{"event": "refused"} | facts)
    line = json.loads(written.getvalue())

    assert line.pop("level") == "WARNING"
    assert line.pop("event") in {"refused", "unlisted"}
    assert line.keys() <= {"attempt", "code", "count", "left"}
    assert all(type(fact) is int and abs(fact) < 10**7 for fact in line.values())


@pytest.mark.parametrize("secret", SECRETS)
def test_an_event_that_is_not_listed_is_not_named(
    secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    log.warning(secret)  # type: ignore[arg-type]  # that is the test

    assert lines(capsys) == [{"level": "WARNING", "event": "unlisted"}]


@pytest.mark.parametrize("name", ["sender", "reason", "kind", "error", "where", "level"])
def test_a_name_that_is_not_listed_is_dropped(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    log.warning("refused", **{name: 7})

    assert lines(capsys) == [{"level": "WARNING", "event": "refused"}]


def test_an_exception_named_after_somebody_stays_nameless(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log.failure("message_failed", type("To919000000123", (Exception,), {})("919000000123"))

    assert lines(capsys) == [{"level": "ERROR", "event": "message_failed"}]


@pytest.mark.parametrize("secret", SECRETS)
def test_no_words_of_an_exception_leave_a_handler(
    secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    @log.guarded
    def handler(_event: object) -> None:
        try:
            json.loads(f'{{"from": {secret}')
        except ValueError as error:
            raise RuntimeError(f"cannot send to {secret}") from error

    with pytest.raises(log.Failed) as raised:
        handler({"from": secret})

    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None
    assert secret not in capsys.readouterr().out + str(raised.value)


def test_a_failure_says_what_and_where(capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.suppress(log.Failed):
        log.guarded(json.loads)("not json")

    [line] = lines(capsys)
    assert (line["event"], line["error"]) == ("handler_failed", "JSONDecodeError")


def test_what_goes_well_is_left_alone() -> None:
    assert log.guarded(json.loads)("[1]") == [1]


def test_what_a_library_logs_is_dropped(caplog: pytest.LogCaptureFixture) -> None:
    @log.guarded
    def handler(_event: object) -> None:
        logging.getLogger("urllib3.connectionpool").critical("retrying /media?token=secret")

    handler({})
    assert not caplog.records

    logging.getLogger("urllib3.connectionpool").critical("outside")
    assert [record.message for record in caplog.records] == ["outside"]
