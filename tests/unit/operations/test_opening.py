"""What an operator reads of files that were agreed to be opened, or were not."""

import pytest

from operations.opening import WHY, asked, printed


def test_a_tip_is_named_as_officers_write_it() -> None:
    assert asked("4829-1376") == asked("48291376") == b'{"case_id": "48291376"}'


def test_each_link_has_a_line() -> None:
    answer = {"links": [{"media": "image", "url": "https://s3/a"}], "minutes": 5}
    assert list(printed(answer)) == [
        "Good for 5 minutes. This opening is on record.",
        "image: https://s3/a",
    ]


@pytest.mark.parametrize("reason", ["unknown", "not_agreed", "no_files"])
def test_a_refusal_is_explained(reason: str) -> None:
    assert list(printed({"refused": reason})) == [WHY[reason]]
