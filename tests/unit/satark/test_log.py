import contextlib
import json

import pytest

from satark import log

SECRETS = ["919000000123", "+91 90000 00123", "IN.2081978709342942", "wamid.HBgMOTE5MDAw", "आशा"]


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_is_one_object_of_codes_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    log.info("messages_admitted", line="tips", count=12)

    assert lines(capsys) == [
        {"level": "INFO", "event": "messages_admitted", "line": "tips", "count": 12}
    ]


@pytest.mark.parametrize("secret", SECRETS)
def test_what_is_not_a_code_is_not_printed(secret: str, capsys: pytest.CaptureFixture[str]) -> None:
    log.warning(secret, reason=secret, kind=secret)
    log.info("x", count=919000000123)

    assert secret not in (printed := capsys.readouterr().out)
    assert "919000000123" not in printed
    assert printed.count("***") == 4


def test_a_name_that_is_not_listed_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    log.info("tip_filed", sender="asha", body="liquor")

    assert lines(capsys) == [{"level": "INFO", "event": "tip_filed"}]


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
